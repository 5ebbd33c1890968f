/** The days of a week as `beadle.yaml` writes them; the first is Monday. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
