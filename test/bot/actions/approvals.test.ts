import assert from 'node:assert/strict';
import { approvals as command, read } from '../../../bot/commands/approvals.ts';
import { commands } from '../../../bot/commands/index.ts';
import type { Card, Turn } from '../../../bot/turn.ts';
import { approval } from '../../../bot/cards/approval.ts';
import { approvalForm } from '../../../bot/cards/approval-form.ts';
import type { Shown } from '../../../core/approvals/desk.ts';
import { longest } from '../../../core/approvals/approval.ts';
import { about, type FieldId, kinds } from '../../../core/approvals/kinds.ts';
import { locales } from '../../../core/locale.ts';
import { saidInTeams } from '../../../service/said.ts';
import { freshApprovals, messageRequest, type TestApprovals } from '../../support/approvals.ts';
import { haveContracts, partsOf, schemaErrors } from '../../support/cards.ts';
import { act, press, turnOf, wordsOn } from './turns.ts';

describe('what people say of approvals', () => {
  for (const [words, meant] of [
    ['approvals', { wants: 'list', locale: 'en' }],
    ['Show me my approvals', { wants: 'list', locale: 'en' }],
    ['cymeradwyaethau', { wants: 'list', locale: 'cy' }],
    ['Ask the head before I send this to a parent', { wants: 'ask', kind: 'send', locale: 'en' }],
    ['please ask the headteacher', { wants: 'ask', locale: 'en' }],
    ['may I take data home?', { wants: 'ask', kind: 'data-off-site', locale: 'en' }],
    ['Can I take the marks home at the weekend', { wants: 'ask', kind: 'data-off-site', locale: 'en' }],
    ['can I take photos with my phone on the trip', { wants: 'ask', kind: 'own-device-photos', locale: 'en' }],
    ['may we have a video call with another school', { wants: 'ask', kind: 'video-conference', locale: 'en' }],
    ['I need permission to borrow a camera', { wants: 'ask', kind: 'equipment', locale: 'en' }],
    ['I need approval to get into somebody’s mailbox', { wants: 'ask', kind: 'account-access', locale: 'en' }],
    ['may I email an outside agency', { wants: 'ask', kind: 'external-mail', locale: 'en' }],
    ['Gofyn i’r pennaeth cyn anfon neges', { wants: 'ask', kind: 'send', locale: 'cy' }],
    ['a ga i fynd â data adref', { wants: 'ask', kind: 'data-off-site', locale: 'cy' }],
    ['can you remind the governors', undefined],
    ['can I see who has signed', undefined],
    ['who has not signed', undefined],
    ['report something', undefined],
    ['can I have lunch', undefined],
    ['', undefined]
  ] as const) {
    it(`take «${words}» for ${meant ? JSON.stringify(meant) : 'something else'}`, () => assert.deepEqual(read(words), meant));
  }
});

describe('approvals in the chat', () => {
  let at: TestApprovals;
  before(async () => {
    at = await freshApprovals();
  });
  const turn = (key: string, locale: 'en' | 'cy' = 'en'): Promise<Turn> => turnOf(at, key, locale, { approvals: at.approvals });
  const dataTyped = { what: 'Marks of 4B', where: 'At home', protection: 'BitLocker', until: '2026-11-27' };

  async function formFor(kind: string): Promise<Card> {
    return (await act(await turn('teacher'), 'approval-choose', { kind, in: 'en' })).card!;
  }
  const idIn = (card: Card): string =>
    partsOf(card).flatMap(({ verb, data }) => (verb === 'approval-act' ? [(data as { id: string }).id] : []))[0]!;

  it('offer what can be asked for', async () => {
    const [reply] = await command.run(await turn('teacher'), { wants: 'ask', locale: 'en' });
    assert.ok(reply && 'card' in reply);
    assert.deepEqual(
      partsOf(reply.card).flatMap(({ verb, data }) => (verb === 'approval-choose' ? [(data as { kind: string }).kind] : [])),
      [...kinds]
    );
  });

  it('are asked, decided by the head with a word, and closed by who asked', async () => {
    const teacher = await turn('teacher');
    const asked = (await press(teacher, await formFor('data-off-site'), 'approval-ask', dataTyped)).card!;
    assert.match(wordsOn(asked), /How it stands: Waits for an answer/);
    const id = idIn(asked);
    const head = await turn('head');
    const notice = await saidInTeams(
      at.desk,
      {
        id: 'x',
        person: head.person.id,
        purpose: 'notice',
        channel: 'teams',
        step: '',
        payload: { approval: id },
        attempt: 1,
        until: 0
      } as never,
      head.person
    );
    assert.ok(notice && 'card' in notice);
    assert.equal(notice.summary, 'Something waits for you about an approval');
    assert.doesNotMatch(wordsOn(notice.card), /data|marks|teacher|seven/i);
    const open = (await press(head, notice.card, 'approval-open')).card!;
    assert.match(wordsOn(open), /Asked by: Teacher Seven/);
    assert.match(wordsOn(open), /Which data, and whose: Marks of 4B/);
    const without = await act(head, 'approval-act', { id, doing: 'refused', in: 'en', words: ' ' });
    assert.match(wordsOn(without.card), /Please write in a few words why not/);
    const given = await act(head, 'approval-act', { id, doing: 'given', in: 'en', words: 'Until Friday.' });
    assert.match(wordsOn(given.card), /Approved/);
    assert.equal(given.passing, true);
    const again = await act(head, 'approval-act', { id, doing: 'given', in: 'en', words: 'Until Friday.' });
    assert.doesNotMatch(wordsOn(again.card), /decided already/);
    const mine = (await act(teacher, 'approval-open', { id, in: 'cy' })).card!;
    assert.match(wordsOn(mine), /Cymeradwyodd Harper Leading hyn ar 23 Tachwedd 2026/);
    const back = await act(teacher, 'approval-act', { id, doing: 'closed', in: 'en' });
    assert.match(wordsOn(back.card), /How it stands: Over/);
  });

  it('are asked once where a button is pressed twice', async () => {
    const teacher = await turn('teacher');
    const form = await formFor('data-off-site');
    const [one, two] = [await press(teacher, form, 'approval-ask', dataTyped), await press(teacher, form, 'approval-ask', dataTyped)];
    assert.equal(idIn(one.card!), idIn(two.card!));
  });

  it('give the form back with what was typed where something is missing', async () => {
    const again = await press(await turn('teacher'), await formFor('data-off-site'), 'approval-ask', { ...dataTyped, where: ' ' });
    assert.equal(again.passing, true);
    assert.match(wordsOn(again.card), /Please fill in «Where it will be»/);
    assert.ok(partsOf(again.card).some(({ id, value }) => id === 'what' && value === 'Marks of 4B'));
  });

  it('show whoever decides the numbers of people and never the message, unless it was attached', async () => {
    const ask = async (request: Parameters<typeof at.approvals.ask>[0]) => {
      const taken = await at.approvals.ask(request, at.ids['teacher']!, JSON.stringify(request));
      assert.ok('done' in taken);
      return wordsOn((await act(await turn('head'), 'approval-open', { id: taken.done.id, in: 'en' })).card);
    };
    const without = await ask(messageRequest({ key: 'a'.repeat(16) }));
    assert.match(without, /Goes to: 2 parents or carers/);
    assert.match(without, /The message itself is not here/);
    const text = { subject: 'The weasel', body: 'It bites.' };
    const attached = await ask(messageRequest({ message: { key: 'b'.repeat(16), people: { agency: 1 }, text } }));
    assert.match(attached, /The weasel\nIt bites\./);
  });

  it('are nothing to others, who see their own list', async () => {
    const teacher = await turn('teacher');
    const asked = (
      await press(teacher, await formFor('equipment'), 'approval-ask', { item: 'Camera', day: '2026-11-24', until: '2026-11-25' })
    ).card!;
    const other = await act(await turn('governor'), 'approval-open', { id: idIn(asked), in: 'en' });
    assert.match(wordsOn(other.card), /Nothing waits for you, and you have asked for nothing/);
    const list = await command.run(await turn('head'), { wants: 'list', locale: 'en' });
    assert.match(wordsOn((list[0] as { card: Card }).card), /Wait for your decision\nTaking out equipment|Wait for your decision/);
  });

  it('are not there where the school has switched them off', async () => {
    const bare = await turnOf(at, 'teacher');
    assert.equal(await command.reads('approvals', bare), undefined);
    assert.match(wordsOn((await act(bare, 'approval-choose', { in: 'en' })).card), /Nothing can be asked for here/);
    assert.equal(
      commands.find(each => each.id === 'approvals'),
      command
    );
  });
});

const hostile = '**[x](javascript:alert(1))** <script>';
const shown = (more: Partial<Shown> = {}): Shown => ({
  id: '00000000-0000-4000-8000-000000000001',
  reference: 'K4M-7QP-2XD',
  kind: 'send',
  at: '2026-11-23T09:00:00.000Z',
  by: 'Teacher Seven',
  own: false,
  state: 'asked',
  answerBy: '2026-12-01T00:00:00.000Z',
  may: ['given', 'refused'],
  fields: { what: 'A complaint.' },
  people: { parent: 2 },
  deciders: 1,
  steps: [{ kind: 'routed', at: '2026-11-23T09:00:00.000Z', by: '', words: '' }],
  ...more
});
const largest = shown({
  fields: { what: 'Ŵ'.repeat(1500), to: 'Ŵ'.repeat(200) },
  by: 'Ŵ'.repeat(300),
  text: { subject: 'Ŵ'.repeat(300), body: 'Ŵ'.repeat(longest.body) },
  may: ['given', 'refused', 'withdrawn', 'closed'],
  steps: [
    { kind: 'given', at: '2026-11-23T09:00:00.000Z', by: 'Ŵ'.repeat(300), words: 'Ŵ'.repeat(longest.reason) },
    { kind: 'withdrawn', at: '2026-11-23T09:00:00.000Z', by: hostile, words: hostile }
  ]
});

describe('the cards of approvals', () => {
  const cards = (locale: 'en' | 'cy'): readonly (readonly [string, Card])[] => [
    ...kinds.map(
      kind =>
        [
          `the form for ${kind}`,
          approvalForm({ kind, once: '00000000-0000-4000-8000-000000000001' }, locale, {
            attention: 'x',
            typed: Object.fromEntries(
              about[kind].fields.map(({ id, is }) => [id, is === 'day' ? '2026-11-27' : is === 'time' ? '10:00' : 'Words'])
            ) as { [F in FieldId]?: string }
          })
        ] as const
    ),
    ['a request', approval(shown(), locale, { when: instant => instant })],
    ['the largest request', approval(largest, locale, { when: instant => instant, attention: 'x', typed: 'Ŵ'.repeat(longest.reason) })],
    [
      'a hostile request',
      approval(shown({ by: hostile, fields: { what: hostile }, text: { subject: hostile, body: hostile } }), locale, {
        when: instant => instant
      })
    ]
  ];
  for (const locale of locales) {
    for (const [says, card] of cards(locale)) {
      it(`${says} is small enough, and no word of anybody is taken for formatting (${locale})`, () => {
        assert.ok(new TextEncoder().encode(JSON.stringify(card)).length <= 25_000);
        assert.doesNotMatch(wordsOn(card), /\]\(|<script/);
      });
    }
    (haveContracts ? it : it.skip)(`keep to the schema of Adaptive Cards 1.5 (${locale}, needs ../shared)`, () => {
      const errors = schemaErrors();
      for (const [says, card] of cards(locale)) assert.deepEqual(errors(card), [], says);
    });
  }
});
