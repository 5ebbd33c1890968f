/**
 * Fits the weights of the rule `chain-letter` and writes `core/mail/chain/weights.ts`. Run by hand, where the corpora lie beside the project:
 * `npx tsx test/corpus/fit-chain-letter.ts`. The same corpora give the same file.
 */
import { writeFileSync } from 'node:fs';
import { chainRows, crossScores, fit, isOfKind, type Kind, samplesOf } from './chain-letter-model.ts';

/** The score from which a mail counts: chosen where, fitted without it, few ordinary mails lie above. */
const enough = { chain: -2.2, joke: -1.35 };

const rows = chainRows(new URL('../../../shared/', import.meta.url));
if (!rows) throw new Error('corpora/chain is not beside the project: nothing to fit on');
const samples = samplesOf(rows);
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
      .map(([name, weight]) => `    ${/-/.test(name) ? `'${name}'` : name}: ${Number(weight.toFixed(2))}`)
      .join(',\n'),
    '  }',
    '};'
  );
  print(kind);
}
writeFileSync(new URL('../../core/mail/chain/weights.ts', import.meta.url), `${lines.join('\n')}\n`);

function print(kind: Kind): void {
  const scores = crossScores(samples, kind);
  const at = (keep: (i: number) => boolean): number[] => scores.filter((_, i) => keep(i)).sort((a, b) => b - a);
  const found = at(i => isOfKind(samples[i]!.row, kind) === true);
  const plain = at(i => isOfKind(samples[i]!.row, kind) === false && samples[i]!.row.kind !== 'hard-ham');
  const hard = at(i => samples[i]!.row.kind === 'hard-ham');
  const above = (list: readonly number[], limit: number): number => list.filter(score => score > limit).length;
  console.log(`${kind}, fitted without the mail it judges, ${found.length} mails to find`);
  for (const limit of [-0.7, -1, enough[kind], -1.6, -2, -2.4, -2.8]) {
    console.log(`  above ${limit}: ${above(found, limit)} found, ${above(plain, limit)} ordinary of ${plain.length}, ${above(hard, limit)} hard of ${hard.length}`);
  }
}
