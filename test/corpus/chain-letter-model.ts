import { existsSync, readFileSync } from 'node:fs';
import { type Features, featuresOf } from '../../core/mail/chain/reading.ts';
import { chainSigns, jokeSigns } from '../../core/mail/chain/signs.ts';
import { ordinary, spread } from '../support/school-mail.ts';
import { proseOf } from '../../core/mail/prose.ts';

/** One mail of the corpus. */
export interface Row {
  readonly id: string;
  readonly label: 'positive' | 'negative';
  readonly kind: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly body: string;
  readonly format: 'text' | 'html';
  readonly flags: readonly string[];
  /** Mails of one cluster are versions of the same text: never fit on one and judge another. */
  readonly cluster: string;
}

/** The mails of `corpora/chain` under `shared`, or undefined where there is no such folder. */
export function chainRows(shared: URL): readonly Row[] | undefined {
  const rows: Row[] = [];
  for (const name of ['dev.jsonl', 'ham-dev.jsonl']) {
    const file = new URL(`corpora/chain/${name}`, shared);
    if (!existsSync(file)) return undefined;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line === '') continue;
      const row = JSON.parse(line);
      rows.push({ ...row, flags: typeof row.flags === 'string' ? JSON.parse(row.flags) : row.flags, cluster: row.cluster || row.id });
    }
  }
  return rows;
}

/** The invented mail of schools, which the corpora hardly hold. */
export function schoolRows(): readonly Row[] {
  const row = (label: Row['label'], kind: string, says: string, subject: string, body: string): Row => {
    return { id: says, label, kind, subject, from: '', to: '', cc: '', body, format: 'text', flags: ['invented'], cluster: says };
  };
  return [
    ...ordinary.map(([says, subject, text]) => row('negative', 'school', says, subject, text)),
    ...spread.map(([kind, says, subject, text]) => row('positive', kind, says, subject, text))
  ];
}

/** What the corpora cannot tell because they hold so little of it: how much each sign ought to weigh before a mail has been seen. */
const expected: { readonly chain: Features; readonly joke: Features } = {
  chain: {
    'asks-to-pass-on': 4,
    'how-many-how-soon': 2,
    'promises-luck': 3,
    'forbids-breaking': 4,
    'vouches-for-itself': 2,
    'comes-back': 3,
    'copy-and-paste': 3,
    'virus-scare': 2,
    'pays-to-forward': 3,
    'begs-for-somebody': 2,
    'warns-of-danger': 3,
    'signs-and-forwards': 4,
    'chain-game': 3,
    'calls-on-faith': 1.5
  },
  joke: {
    'called-funny': 2,
    laughs: 1,
    'stock-opening': 3,
    riddle: 5,
    'comic-figure': 4,
    'stock-character': 2,
    'funny-list': 4,
    'he-and-she': 1,
    dialogue: 2,
    exclaimed: 1.5,
    'funny-subject': 2,
    'passed-round': 2,
    countdown: 3
  }
};
const against: Features = {
  list: -3,
  technical: -3,
  trade: -3,
  school: -2,
  'about-hoaxes': -3,
  'to-colleagues': -2,
  'says-not-to': -4.5,
  dates: -1.5,
  'asks-of-work': -2.5,
  code: -2
};
const also = {
  chain: ['cries', 'forwarded', 'forwarded-often'],
  joke: [] as string[]
};
/** The score from which a mail counts: chosen where, of mails left out of the fit, few ordinary ones lie above. */
export const enough = { chain: -1.8, joke: -1.6 };
/** How strongly the expectation holds against what the mails say. */
const firmness = 0.7;
/** How many ordinary mails of the corpora one mail of a school counts for: the corpora hold companies and mailing lists. */
const schoolCounts = 8;

export type Kind = 'chain' | 'joke';
interface Model {
  readonly bias: number;
  readonly weights: Features;
}

/** The names a model of this kind may weigh. */
function namesOf(kind: Kind): readonly string[] {
  const own = Object.keys(kind === 'chain' ? chainSigns : jokeSigns);
  return [...new Set([...own, ...Object.keys(expected[kind]), ...also[kind], ...Object.keys(against)])];
}

export interface Sample {
  readonly row: Row;
  readonly features: Features;
}

export function samplesOf(rows: readonly Row[]): readonly Sample[] {
  return rows.map(row => ({ row, features: featuresOf(row.subject || '', proseOf({ format: row.format, content: row.body }))! }));
}

/** Whether a mail is one the model of this kind must find, must leave, or is not asked about. */
export function isOfKind({ label, kind, flags }: Row, asked: Kind): boolean | undefined {
  if (label === 'negative') return false;
  if (flags.includes('attachment-only')) return undefined;
  return (kind === 'joke') === (asked === 'joke') ? true : undefined;
}

/**
 * Logistic regression by coordinate descent towards what was expected. A sign that speaks for a kind never comes to speak against it, and the
 * other way round. The same mails give the same model.
 */
export function fit(samples: readonly Sample[], kind: Kind): Model {
  const used = samples.filter(({ row }) => isOfKind(row, kind) !== undefined);
  const names = namesOf(kind);
  const prior = names.map(name => expected[kind][name] || against[name] || 0);
  const sign = names.map(name => (against[name] ? -1 : 1));
  const x = used.map(({ features }) => Float64Array.from(names, name => features[name] || 0));
  const y = used.map(({ row }) => (isOfKind(row, kind) ? 1 : 0));
  const times = used.map(({ row }) => (row.kind === 'school' ? schoolCounts : 1));
  const w = [...prior];
  let bias = -6;
  const z = x.map(row => row.reduce((sum, value, j) => sum + value * w[j]!, bias));
  for (let round = 0; round < 200; round += 1) {
    let most = 0;
    for (let j = -1; j < names.length; j += 1) {
      let slope = 0;
      let bend = 1e-6;
      for (let i = 0; i < x.length; i += 1) {
        const value = j < 0 ? 1 : x[i]![j]!;
        if (value === 0) continue;
        const p = 1 / (1 + Math.exp(-z[i]!));
        slope += times[i]! * (p - y[i]!) * value;
        bend += times[i]! * Math.max(p * (1 - p), 0.0005) * value * value;
      }
      const old = j < 0 ? bias : w[j]!;
      let next = j < 0 ? old - slope / bend : (bend * old - slope + firmness * prior[j]!) / (bend + firmness);
      if (j >= 0 && next * sign[j]! < 0) next = 0;
      const step = Math.max(-1, Math.min(1, next - old));
      if (step === 0) continue;
      most = Math.max(most, Math.abs(step));
      if (j < 0) bias = old + step;
      else w[j] = old + step;
      for (let i = 0; i < x.length; i += 1) z[i] = z[i]! + step * (j < 0 ? 1 : x[i]![j]!);
    }
    if (most < 1e-3) break;
  }
  return { bias, weights: Object.fromEntries(names.map((name, j) => [name, w[j]!])) };
}

/** How far a mail lies on the side of this kind: the logarithm of the odds. */
function scoreOf({ bias, weights }: Model, features: Features): number {
  return Object.keys(weights).reduce((sum, name) => sum + weights[name]! * (features[name] || 0), bias);
}

/** For each mail the score by a model that has seen no version of it: `parts` models, each fitted without one part of the clusters. */
export function crossScores(samples: readonly Sample[], kind: Kind, parts = 5, seed = 7): readonly number[] {
  let state = seed;
  const part = new Map<string, number>();
  for (const { row } of samples) {
    if (part.has(row.cluster)) continue;
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    part.set(row.cluster, Math.floor((state / 4294967296) * parts));
  }
  const models = Array.from({ length: parts }, (_, k) =>
    fit(
      samples.filter(({ row }) => part.get(row.cluster) !== k),
      kind
    )
  );
  return samples.map(({ row, features }) => scoreOf(models[part.get(row.cluster)!]!, features));
}
