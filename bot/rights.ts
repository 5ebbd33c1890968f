import type { Person } from '../core/policies/person.ts';
import type { Ask } from './understand/question.ts';

/** What somebody may see and do in the chat. */
export interface Rights {
  /** Whose signatures they may see by name: everybody's, those of the people they manage, or their own only. */
  readonly people: 'all' | 'team' | 'own';
  /** Numbers without names. */
  readonly totals: boolean;
  /** To remind, to excuse, to answer questions, to take the records out. */
  readonly changes: boolean;
}

/** How much of an answer somebody gets: all of it, about their team, numbers only, about themselves only, or none. */
export type Allowed = 'all' | 'team' | 'totals' | 'own' | 'none';

/** Coordinators see people, and the head who is one; a line manager their own team; the head and governors totals; everybody themselves. */
export function rightsOf(person: Person, people: readonly Person[]): Rights {
  const is = (...roles: Person['roles']): boolean => roles.some(role => person.roles.includes(role));
  if (is('coordinator')) return { people: 'all', totals: true, changes: true };
  return {
    people: teamOf(person, people).length > 0 ? 'team' : 'own',
    totals: is('head', 'governor', 'chair'),
    changes: false
  };
}

/** How much of the answer to a question somebody gets. A question about one person by name is `own` where only their own name is answered. */
export function allowedTo(ask: Ask, { people, totals, changes }: Rights): Allowed {
  switch (ask) {
    case 'my-status':
    case 'looked-me-up':
    case 'help':
    case 'hello':
    case 'thanks':
      return 'all';
    case 'status-of':
      return people;
    case 'who':
      return people !== 'own' ? people : totals ? 'totals' : 'none';
    case 'have-they-signed':
      return people === 'all' ? 'all' : totals ? 'totals' : people === 'team' ? 'team' : 'none';
    case 'changed-since':
      return people === 'own' && totals ? 'totals' : people;
    case 'remind':
    case 'excuse':
    case 'recall':
    case 'export':
    case 'tasks':
    case 'progress':
      return changes ? 'all' : 'none';
  }
}

/** Those whom somebody manages. */
export function teamOf(person: Person, people: readonly Person[]): readonly Person[] {
  return people.filter(({ id, manager }) => manager === person.id && id !== person.id);
}

/** The people whom somebody may see by name. */
export function seenBy(person: Person, people: readonly Person[], rights: Rights): readonly Person[] {
  if (rights.people === 'all') return people;
  const own = people.filter(({ id }) => id === person.id);
  return rights.people === 'team' ? [...own, ...teamOf(person, people)] : own;
}
