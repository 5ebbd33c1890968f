import type { Conversation, Conversations } from '../../../bot/conversation.ts';
import type { Card } from '../../../bot/turn.ts';
import type { Desk } from '../../../core/policies/desk.ts';
import type { Person } from '../../../core/policies/person.ts';

/** An invented member of staff. */
export function personNamed(name: string, more: Partial<Person> = {}): Person {
  return { id: name.toLowerCase().replace(/ /g, '-'), name, roles: ['staff'], groups: [], children: [], language: 'en', ...more };
}

/** Chats, kept in memory. */
export function conversationsInMemory(): Conversations & {
  readonly kept: Map<string, Conversation>;
  readonly ended: (id: string) => Promise<void>;
} {
  const kept = new Map<string, Conversation>();
  const greeted = new Set<string>();
  return {
    kept,
    keep: conversation => Promise.resolve(void kept.set(conversation.id, conversation)),
    greet: id => Promise.resolve(!greeted.has(id) && greeted.add(id) !== undefined),
    ended: id => Promise.resolve(void kept.delete(id)),
    of: entraId => Promise.resolve([...kept.values()].find(conversation => conversation.entraId === entraId))
  };
}

/** A desk at which nothing can be done; a test gives what it needs. */
export function deskWith(some: Partial<Desk> = {}): Desk {
  return {
    now: () => new Date('2026-11-23T09:00:00Z'),
    school: { name: 'Example Primary School', timezone: 'Europe/London' },
    audiences: [],
    ...some
  } as Desk;
}

/** A card with one button. */
export function cardOf(text: string): Card {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text, wrap: true }],
    actions: [{ type: 'Action.Execute', title: 'Sign', verb: 'sign', data: { major: 2 } }]
  };
}
