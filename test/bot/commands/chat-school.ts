import assert from 'node:assert/strict';
import { actions } from '../../../bot/actions/index.ts';
import { commands } from '../../../bot/commands/index.ts';
import type { Card, Reply, Turn } from '../../../bot/turn.ts';
import type { Desk } from '../../../core/policies/desk.ts';
import type { Entry } from '../../../core/policies/entry.ts';
import { exampleVersion, freshDesk, person, type TestDesk } from '../../support/desk.ts';

/** A school whose people have been asked, some of whom are late: Monday, 23 November 2026. */
export interface ChatSchool extends TestDesk {
  readonly turn: (key: string) => Promise<Turn>;
}

const teachers = Array.from({ length: 20 }, (_, at) =>
  person(`teacher-${at + 1}`, {
    name: `Teacher ${String(at + 1).padStart(2, '0')}`,
    roles: ['staff'],
    address: `teacher.${at + 1}@school.example`
  })
);
const governors = Array.from({ length: 6 }, (_, at) =>
  person(`governor-${at + 1}`, { name: `Governor ${at + 1}`, roles: ['governor'], address: `governor.${at + 1}@governors.example` })
);
const others = [
  person('coordinator', { name: 'E-safety Coordinator', roles: ['coordinator'], address: 'esafety@school.example' }),
  person('head', { name: 'Headteacher Nine', roles: ['head'], address: 'head@school.example' }),
  person('manager', { name: 'Manager Eight', roles: ['staff'], address: 'manager@school.example' }),
  person('kit', { name: 'Kit Sample', roles: ['staff'], address: 'kit.one@school.example' }),
  person('other-kit', { name: 'Kit Sample', roles: ['supply'], address: 'kit.two@school.example' }),
  person('parent', { name: 'Parent Three', roles: ['parent'], address: 'parent.three@home.example' }),
  person('pupil', { name: 'Pupil Four', roles: ['pupil'], class: '4B' })
];

/** Makes it: every member of staff and governor is asked; Teacher 01 to 05 are late, Teacher 06 has signed, Governor 1 to 4 have. */
export async function chatSchool(): Promise<ChatSchool> {
  const made = await freshDesk({
    people: [...teachers, ...governors, ...others],
    versions: [exampleVersion({ audiences: ['staff', 'supply', 'governors', 'parents'] })],
    teams: false
  });
  const { desk, ids, clock } = made;
  const managed = ['teacher-1', 'teacher-2', 'teacher-6'];
  await desk.peopleStore.put([
    ...managed.map(key => ({ ...teachers.find(each => each.key === key)!, id: ids[key]!, manager: ids['manager']! })),
    { ...others.find(({ key }) => key === 'parent')!, id: ids['parent']!, children: [ids['pupil']!] }
  ]);
  const asked = (key: string, audience: string, due: string, child?: string): Entry => ({
    kind: 'asked',
    at: '2026-11-20T09:00:00.000Z',
    person: ids[key]!,
    policy: 'acceptable-use',
    major: 1,
    audience,
    year: 2026,
    due,
    ...(child !== undefined && { child })
  });
  await desk.ledger.addAll([
    ...teachers.map(({ key }, at) => ({ entry: asked(key!, 'staff', at < 5 ? '2026-11-20' : '2026-12-04') })),
    ...governors.map(({ key }) => ({ entry: asked(key!, 'governors', '2026-12-04') })),
    { entry: asked('kit', 'staff', '2026-12-04') },
    { entry: asked('other-kit', 'supply', '2026-12-04') },
    { entry: asked('parent', 'parents', '2026-12-04', ids['pupil']!) }
  ]);
  for (const key of ['teacher-6', 'governor-1', 'governor-2', 'governor-3', 'governor-4']) {
    const matter = { person: ids[key]!, policy: 'acceptable-use' };
    await desk.open(matter, 'en', 'web');
    clock.at += 1000;
    const taken = await desk.sign({
      matter,
      major: 1,
      typedName: key,
      fields: { 'job-title': 'Teacher' },
      agreed: true,
      language: 'en',
      channel: 'teams',
      assurance: 'directory'
    });
    assert.ok('done' in taken);
  }
  return { ...made, turn: async key => turnOf(desk, ids[key]!) };
}

/** The turn of somebody who writes in English. */
export async function turnOf(desk: Desk, id: string): Promise<Turn> {
  const found = await desk.person(id);
  assert.ok(found);
  return { person: found, locale: 'en', desk };
}

/** What the bot answers to words, as `bot.ts` asks it. */
export async function said(turn: Turn, words: string): Promise<readonly Reply[]> {
  for (const command of commands) {
    const meant = await command.reads(words, turn);
    if (meant !== undefined) return command.run(turn, meant);
  }
  return [];
}

/** The first card of an answer. */
export async function cardFor(turn: Turn, words: string): Promise<Card> {
  const [reply] = await said(turn, words);
  assert.ok(reply && 'card' in reply, words);
  return reply.card;
}

interface Button {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  readonly data?: { readonly [name: string]: unknown };
}

/** Every button of a card, wherever it stands; not the fallbacks. */
export function buttonsOf(card: unknown): readonly Button[] {
  if (Array.isArray(card)) return card.flatMap(buttonsOf);
  if (typeof card !== 'object' || card === null) return [];
  const own = card as { readonly [name: string]: unknown };
  if (typeof own['type'] === 'string' && own['type'].startsWith('Action.')) return [own as unknown as Button];
  return Object.entries(own).flatMap(([name, value]) => (name === 'fallback' || name === 'data' ? [] : buttonsOf(value)));
}

/** Presses a button by its title, with what was typed into the card; gives the card that comes instead, or the one that is said. */
export async function press(turn: Turn, card: Card, title: string, typed: object = {}): Promise<Card> {
  const button = buttonsOf(card).find(each => each.title === title);
  assert.ok(
    button,
    `no button «${title}» among ${buttonsOf(card)
      .map(each => each.title)
      .join(', ')}`
  );
  if (button.type === 'Action.Submit') return cardFor(turn, (button.data as { msteams: { value: string } }).msteams.value);
  return done(turn, button.verb!, { ...button.data, ...typed });
}

/** Runs an action as a card would send it. */
export async function done(turn: Turn, verb: string, data: unknown): Promise<Card> {
  const action = actions.find(({ id }) => id === verb);
  assert.ok(action, verb);
  const read = action.read(JSON.parse(JSON.stringify(data)));
  assert.notEqual(read, undefined, `${verb} does not take ${JSON.stringify(data)}`);
  const { card, says = [] } = await action.run(turn, read);
  const [first] = says;
  const shown = card ?? (first && 'card' in first ? first.card : undefined);
  assert.ok(shown);
  return shown;
}

/** All words that a card shows, one after another. */
export function wordsOn(card: unknown): string {
  if (Array.isArray(card)) return card.map(wordsOn).filter(Boolean).join('\n');
  if (typeof card !== 'object' || card === null) return '';
  return Object.entries(card)
    .map(([name, value]) =>
      typeof value === 'string'
        ? ['text', 'title', 'value', 'label', 'legend', 'errorMessage', 'fallbackText'].includes(name)
          ? value
          : ''
        : name === 'data' && !Array.isArray(value)
          ? ''
          : wordsOn(value)
    )
    .filter(Boolean)
    .join('\n');
}
