import { wordsOf } from '../core/policies/policy.ts';
import type { Task } from '../core/policies/desk.ts';
import { versionOf } from './asked.ts';
import type { TaskTold } from './cards/task.ts';
import type { Turn } from './turn.ts';
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
