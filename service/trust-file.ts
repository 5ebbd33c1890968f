/** The file in which a trust lists its schools. */
export const trustFile = 'trust.yaml';
