import { wordsOf } from '../core/policies/policy.ts';
import type { Task } from '../core/policies/desk.ts';
import { versionOf } from './asked.ts';
import { answered } from './cards/answered.ts';
import type { TaskTold } from './cards/task.ts';
import type { Card, Turn } from './turn.ts';
import { momentIn } from './when.ts';

/** A task as its card tells it; nothing for an entry that is no answer of anybody. */
export async function toldOf(turn: Turn, { of, person }: Task): Promise<TaskTold | undefined> {
  const { desk, locale } = turn;
  const { entry, index } = of;
  if (entry.kind !== 'signed' && entry.kind !== 'declined') return undefined;
  const version = await versionOf(turn, entry.policy, entry.major);
  const child = entry.child === undefined ? undefined : await desk.person(entry.child);
  const wrote = entry.kind === 'declined' ? entry.reason : (entry.question ?? '');
  return {
    kind: entry.kind === 'declined' ? 'refusal' : wrote === '' ? 'late' : 'question',
    of: index,
    name: person.name,
    ...(child ? { child: child.name } : {}),
    title: version ? wordsOf(version.title, locale, version.languages) : entry.policy,
    version: `${entry.major}.${entry.minor}`,
    when: momentIn(locale, desk.school.timezone, entry.at),
    wrote
  };
}

/** The answer to what the person of this turn asked, as somebody gave it in the entry with this index; nothing where it is no answer to them. */
export async function answerOf(turn: Turn, index: number): Promise<Parameters<typeof answered>[0] | undefined> {
  const { desk, person, locale } = turn;
  const own = await desk.since('1970-01-01T00:00:00.000Z', person.id);
  const settled = own.find(recorded => recorded.index === index)?.entry;
  if (settled?.kind !== 'settled') return undefined;
  const signed = own.find(recorded => recorded.index === settled.of)?.entry;
  if (signed?.kind !== 'signed' || signed.person !== person.id || signed.question === undefined) return undefined;
  const version = await versionOf(turn, signed.policy, signed.major);
  return {
    title: version ? wordsOf(version.title, locale, version.languages) : signed.policy,
    version: `${signed.major}.${signed.minor}`,
    question: signed.question,
    answer: settled.note,
    by: (await desk.person(settled.by))?.name ?? ''
  };
}

/** The same as a card. */
export async function answerCard(turn: Turn, index: number): Promise<Card | undefined> {
  const answer = await answerOf(turn, index);
  return answer && answered(answer, turn.locale);
}
