/**
 * Fits the weights of the rule `chain-letter` and writes `core/mail/chain/weights.ts`. Run by hand, where the corpora lie beside the project:
 * `npx tsx test/corpus/fit-chain-letter.ts`. The same corpora give the same file.
 */
import { writeFileSync } from 'node:fs';
import { chainRows, crossScores, enough, fit, isOfKind, type Kind, type Row, samplesOf, schoolRows } from './chain-letter-model.ts';

const rows = chainRows(new URL('../../../shared/', import.meta.url));
if (!rows) throw new Error('corpora/chain is not beside the project: nothing to fit on');
const samples = samplesOf([...rows, ...schoolRows()]);
const lines = [
  '/**',
  ' * How much each sign weighs: logistic regression, written by `test/corpus/fit-chain-letter.ts`, never by hand. A mail counts where the sum of',
  ' * `bias` and of weight times value is above 0.',
  ' */',
  'export interface Weights {',
  '  readonly bias: number;',
  '  readonly weights: { readonly [name: string]: number };',
  '}'
];
for (const kind of ['chain', 'joke'] as const) {
  const model = fit(samples, kind);
  lines.push(
    '',
    `export const ${kind}Weights: Weights = {`,
    `  bias: ${(model.bias - enough[kind]).toFixed(2)},`,
    '  weights: {',
    Object.entries(model.weights)
      .filter(([, weight]) => Math.abs(weight) >= 0.05)
      .map(([name, weight]) => `    ${/-/.test(name) ? `'${name}'` : name}: ${Number(weight.toFixed(1))}`)
      .join(',\n'),
    '  }',
    '};'
  );
  print(kind);
}
writeFileSync(new URL('../../core/mail/chain/weights.ts', import.meta.url), `${lines.join('\n')}\n`);

function print(kind: Kind): void {
  const scores = crossScores(samples, kind);
  const at = (keep: (row: Row) => boolean): number[] => scores.filter((_, i) => keep(samples[i]!.row));
  const invented = (row: Row): boolean => row.flags.includes('invented');
  const found = at(row => isOfKind(row, kind) === true && !invented(row));
  const own = at(row => isOfKind(row, kind) === true && invented(row));
  const plain = at(row => isOfKind(row, kind) === false && row.kind !== 'hard-ham' && row.kind !== 'school');
  const hard = at(row => row.kind === 'hard-ham');
  const school = at(row => row.kind === 'school');
  const above = (list: readonly number[], limit: number): string => `${list.filter(score => score > limit).length} of ${list.length}`;
  console.log(`${kind}, fitted without the mail it judges`);
  for (const limit of [0, -0.4, -0.7, -1, enough[kind], -1.6, -2, -2.4, -2.8]) {
    console.log(
      `  above ${limit}: found ${above(found, limit)}, invented ${above(own, limit)}; falsely ${above(plain, limit)} ordinary, ${above(hard, limit)} hard, ${above(school, limit)} school`
    );
  }
}
