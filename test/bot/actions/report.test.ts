import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sql } from 'kysely';
import { report as reportCommand } from '../../../bot/commands/report.ts';
import { commands } from '../../../bot/commands/index.ts';
import type { Card, Turn } from '../../../bot/turn.ts';
import { mostBytes } from '../../../bot/cards/ask.ts';
import { item } from '../../../bot/cards/item.ts';
import type { Told } from '../../../core/incidents/desk.ts';
import { categories } from '../../../core/incidents/incident.ts';
import { safeguarding } from '../../../core/incidents/safeguarding.ts';
import { saidInTeams } from '../../../service/said.ts';
import { haveContracts, partsOf, schemaErrors } from '../../support/cards.ts';
import { freshIncidents, type TestIncidents } from '../../support/incidents.ts';
import { act, turnOf, wordsOn } from './turns.ts';

const secret = 'The weasel opened the register.';

describe('reports in the chat', () => {
  let at: TestIncidents;
  before(async () => {
    at = await freshIncidents();
  });
  const turn = (key: string, locale: 'en' | 'cy' = 'en'): Promise<Turn> => turnOf(at, key, locale, { incidents: at.incidents });

  /** Sends the form of a category; gives the card that comes. */
  async function sent(key: string, category: string, typed: object = {}, locale: 'en' | 'cy' = 'en'): Promise<Card> {
    const who = await turn(key, locale);
    const form = (await act(who, 'report-choose', { category, in: locale })).card!;
    const data = buttonOf(form, 'report-send').data as object;
    return (await act(who, 'report-send', { ...data, what: secret, day: '2026-11-23', ...typed })).card!;
  }
  const referenceOn = (card: Card): string => /[2-9B-Z]{3}-[2-9B-Z]{3}-[2-9B-Z]{3}/.exec(JSON.stringify(card))![0];
  async function itemOf(card: Card): Promise<string> {
    const { rows } = await sql<{ id: string }>`select id from incident where reference = ${referenceOn(card)}`.execute(at.database.db);
    return rows[0]!.id;
  }

  it('offer every category, a worry about a child first', async () => {
    const [reply] = await reportCommand.run(await turn('teacher'), { wants: 'report', locale: 'en' });
    assert.ok(reply && 'card' in reply);
    const chosen = partsOf(reply.card).flatMap(({ verb, data }) =>
      verb === 'report-choose' ? [(data as { category: string }).category] : []
    );
    assert.deepEqual(chosen, ['child', ...categories]);
  });

  for (const [locale, lead] of [
    ['en', 'the safeguarding lead'],
    ['cy', 'y person diogelu']
  ] as const) {
    it(`stop at a worry about a child, say whom to speak to, and store nothing (${locale})`, async () => {
      const before = await countOf('incident');
      const { card } = await act(await turn('teacher'), 'report-choose', { category: 'child', in: locale, what: secret });
      assert.ok(wordsOn(card).includes(safeguarding.now[locale].replace('{lead}', lead)));
      assert.equal(partsOf(card).filter(({ type }) => type === 'Input.Text').length, 0);
      assert.equal(await countOf('incident'), before);
    });
  }

  async function countOf(table: string): Promise<number> {
    return Number((await sql.raw<{ count: string }>(`select count(*) from ${table}`).execute(at.database.db)).rows[0]!.count);
  }

  it('give a receipt with a reference, and not a word of what was written', async () => {
    const card = await sent('teacher', 'virus', { about: 'Somebody Weasel' });
    assert.match(wordsOn(card), /Reported\. Thank you\./);
    assert.doesNotMatch(JSON.stringify(card), /weasel/i);
    assert.ok(referenceOn(card));
  });

  it('show a reporter nothing afterwards', async () => {
    const id = await itemOf(await sent('teacher', 'virus'));
    const opened = await act(await turn('teacher'), 'item-open', { id, in: 'en', private: 'true' });
    assert.match(wordsOn(opened.card), /There is no confidential item for you/);
    assert.doesNotMatch(JSON.stringify(opened.card), /weasel|virus/i);
    const missing = await act(await turn('teacher'), 'item-open', {
      id: '00000000-0000-4000-8000-000000000000',
      in: 'en',
      private: 'true'
    });
    assert.deepEqual(missing.card, opened.card);
  });

  it('are announced by a cover that says nothing, and opened only once the screen is private', async () => {
    const id = await itemOf(await sent('teacher', 'lost-device', { device: 'Laptop Weasel' }));
    const sending = {
      id: 'x',
      person: at.ids['coordinator']!,
      purpose: 'notice',
      channel: 'teams',
      step: '',
      payload: { item: id },
      attempt: 1,
      until: 0
    } as const;
    const who = await turn('coordinator');
    const notice = await saidInTeams(at.desk, sending, who.person);
    assert.ok(notice && 'card' in notice);
    assert.equal(notice.summary, 'You have a confidential item');
    assert.doesNotMatch(JSON.stringify(notice), /weasel|device|lost|laptop|teacher|seven/i);

    const refused = await act(who, 'item-open', { id, in: 'en', private: 'false' });
    assert.doesNotMatch(JSON.stringify(refused.card), /weasel/i);
    assert.ok(!refused.passing);

    const opened = await act(who, 'item-open', { id, in: 'en', private: 'true' });
    assert.equal(opened.passing, true, 'it is not put into the chat');
    const words = wordsOn(opened.card);
    assert.match(words, /The weasel opened the register/);
    assert.match(words, /3 days left to tell the regulator: until Thursday 26 November 2026, 09:00/);
    assert.match(words, /Remote lock/);
    assert.doesNotMatch(opened.card!.fallbackText!, /weasel|device/i);

    const hidden = await act(who, 'item-hide', { id, in: 'en' });
    assert.doesNotMatch(JSON.stringify(hidden.card), /weasel|device/i);
  });

  it('list what waits without a word of it', async () => {
    const [reply] = await reportCommand.run(await turn('coordinator'), { wants: 'items', locale: 'en' });
    assert.ok(reply && 'card' in reply);
    assert.match(wordsOn(reply.card), /received 23 November 2026/);
    assert.doesNotMatch(JSON.stringify(reply), /weasel|device|virus|seven/i);
  });

  it('are noted, handed on and closed from the card', async () => {
    const id = await itemOf(await sent('teacher', 'misuse', { about: 'Somebody' }));
    const head = await turn('head');
    const empty = await act(head, 'item-note', { id, kind: 'note', in: 'en', note: '  ' });
    assert.match(wordsOn(empty.card), /Please write a few words/);
    const noted = await act(head, 'item-note', { id, kind: 'note', in: 'en', note: 'Spoken with them.' });
    assert.match(wordsOn(noted.card), /Spoken with them\./);
    const on = await act(head, 'item-note', { id, kind: 'handed-on', to: at.ids['chair']!, in: 'en', note: 'Please take it.' });
    assert.doesNotMatch(wordsOn(on.card), /weasel/i);
    const chair = await turn('chair', 'cy');
    const opened = await act(chair, 'item-open', { id, in: 'cy', private: 'true' });
    assert.match(wordsOn(opened.card), /Trosglwyddodd Harper Leading hi i Charlie Governing/);
    const closed = await act(chair, 'item-note', { id, kind: 'closed', in: 'cy', note: 'Wedi’i wneud.' });
    assert.match(wordsOn(closed.card), /Mae’r eitem hon ar gau/);
    const again = await act(chair, 'item-note', { id, kind: 'closed', in: 'cy', note: 'Eto.' });
    assert.match(wordsOn(again.card), /Mae’r eitem hon ar gau\./);
  });

  it('give the form back with what was typed where something is wrong, and do not put that into the chat', async () => {
    const who = await turn('teacher');
    const form = (await act(who, 'report-choose', { category: 'misuse', in: 'en' })).card!;
    const data = buttonOf(form, 'report-send').data as object;
    const again = await act(who, 'report-send', {
      ...data,
      what: secret,
      day: '2026-11-24',
      head: 'true',
      about: 'Somebody',
      device: 'Laptop'
    });
    assert.equal(again.passing, true);
    assert.match(wordsOn(again.card), /still to come/);
    const values = Object.fromEntries(partsOf(again.card).flatMap(({ id, value }) => (typeof id === 'string' ? [[id, value]] : [])));
    assert.deepEqual(
      [values['what'], values['day'], values['head'], values['chair'], values['about'], values['device']],
      [secret, '2026-11-24', 'true', 'false', 'Somebody', 'Laptop']
    );
  });

  it('ticked as about the head go past the head', async () => {
    const id = await itemOf(await sent('teacher', 'misuse', { head: 'true' }));
    assert.ok(await at.incidents.read(id, at.ids['chair']!));
    assert.equal(await at.incidents.read(id, at.ids['head']!), undefined);
  });

  const hostileWords = [
    '<script>alert(1)</script>',
    '[click](https://evil.example)',
    '![x](https://evil.example/x.png)',
    '**bold** _it_ `code`',
    '# heading\n- list\n1. one\n---',
    '<at>everyone</at>',
    '${name} {{ x }} {reference} {lead}',
    'javascript:alert(1) https://evil.example www.evil.example a@evil.example',
    '\u202egnp.exe\u0000\u200b&lt;b&gt;',
    '"}]}],"actions":[{"type":"Action.OpenUrl","url":"https://evil.example"}]'
  ];
  for (const words of hostileWords) {
    it(`show «${words.slice(0, 30).replace(/[^ -~]/g, '?')}» as what was typed, and as nothing else`, async () => {
      const receipt = await sent('teacher', 'misuse', { what: words, about: words.slice(0, 120), device: words.slice(0, 200) });
      const id = await itemOf(receipt);
      assert.doesNotMatch(JSON.stringify(receipt), /evil|script|everyone/);
      // Whom a name may mean gets nothing; the words here mean nobody.
      const owner = await ownerOf(id);
      const who = await turn(owner);
      await act(who, 'item-note', { id, kind: 'note', in: 'en', note: words });
      const { card } = await act(who, 'item-open', { id, in: 'en', private: 'true' });
      assert.equal(partsOf(card).filter(({ type }) => type === 'Action.OpenUrl' || type === 'Image').length, 0);
      for (const part of partsOf(card)) {
        const texts = [part['text'], ...((part['facts'] as { value: string }[] | undefined) ?? []).map(({ value }) => value)];
        for (const text of texts) {
          if (typeof text !== 'string') continue;
          assert.doesNotMatch(text, /[<>`*[\]]|https?:\/\/|www\.evil|@evil|[\u0000\u202e]|^(?:#|- |1\.|---)/m, text);
        }
      }
    });
  }
  async function ownerOf(id: string): Promise<string> {
    for (const key of ['head', 'deputy', 'chair']) if (await at.incidents.read(id, at.ids[key]!)) return key;
    return assert.fail('nobody has it');
  }

  it('fit on a card however much was written and noted, and lead to the earlier notes', () => {
    const long = (signs: number): string => '“ŵ\n'.repeat(signs / 3);
    const told: Told = {
      id: 'x',
      reference: 'AAA-AAA-AAA',
      at: '2026-11-23T09:00:00.000Z',
      closed: false,
      clock: { until: '2026-11-26T09:00:00.000Z', minutes: 4320, late: false },
      report: {
        category: 'lost-device',
        day: '2026-11-23',
        what: long(3999),
        about: long(120),
        device: long(198),
        aboutRoles: ['head', 'chair'],
        personal: true
      },
      reporter: 'Teacher Seven',
      notes: Array.from({ length: 40 }, (_, i) => ({
        kind: 'note',
        at: '2026-11-23T09:00:00.000Z',
        by: 'Harper Leading',
        text: `${i} ${long(1980)}`
      })),
      handOnTo: Array.from({ length: 6 }, (_, i) => ({ id: String(i), name: `Governor ${i}` }))
    };
    for (const locale of ['en', 'cy'] as const) {
      let skip = 0;
      const seen = new Set<string>();
      for (let page = 0; page < 41; page += 1) {
        const card = item(told, locale, { when: () => '23 November 2026', offsets: [], skip });
        assert.ok(Buffer.byteLength(JSON.stringify(card)) <= mostBytes);
        for (const [, number] of wordsOn(card).matchAll(/^(\d+) “ŵ/gm)) seen.add(number!);
        const next = partsOf(card).find(({ verb, data }) => verb === 'item-open' && 'skip' in (data as object));
        if (!next) break;
        skip = (next['data'] as { skip: number }).skip;
      }
      assert.ok(seen.size >= 39, `${seen.size} of 40 notes can be reached`);
    }
  });

  it('take no data that is not theirs', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom('report-choose', 'report-send', 'item-open', 'item-hide', 'item-note', 'items'),
        fc.anything(),
        async (verb, data) => {
          const before = await countOf('incident');
          await act(await turn('teacher'), verb, data).catch((error: unknown) => assert.match(String(error), /does not read this/));
          assert.equal(await countOf('incident'), before);
        }
      ),
      { numRuns: 60 }
    ));

  it('cannot be made where nothing can be reported', async () => {
    const bare = await turnOf(at, 'teacher');
    assert.equal(await reportCommand.reads('report something', bare), undefined);
    assert.match(wordsOn((await act(bare, 'report-choose', { category: 'virus', in: 'en' })).card), /Nothing can be reported here/);
  });

  it('are offered to everybody who asks for help, and items to whoever deals with them', async () => {
    await sent('teacher', 'virus');
    for (const [key, titles] of [
      ['teacher', ['Report something']],
      ['coordinator', ['Report something', 'Confidential items']]
    ] as const) {
      const chat = commands[commands.length - 1];
      const who = await turn(key);
      const [reply] = await chat!.run(who, await chat!.reads('help', who));
      assert.ok(reply && 'card' in reply);
      const said = partsOf(reply.card).flatMap(({ type, data }) =>
        type === 'Action.Submit' && data !== undefined ? [String((data as { msteams?: { value: string } }).msteams?.value)] : []
      );
      assert.deepEqual(said.slice(-titles.length), titles, key);
      for (const title of titles) assert.ok(await commands[0]!.reads(title, who), title);
    }
  });

  for (const [words, meant] of [
    ['report', { wants: 'report', locale: 'en' }],
    ['Report something please', { wants: 'report', locale: 'en' }],
    ['I want to report somebody', { wants: 'report', locale: 'en' }],
    ['my laptop was stolen', { wants: 'report', category: 'lost-device', locale: 'en' }],
    ['I have lost my school phone', { wants: 'report', category: 'lost-device', locale: 'en' }],
    ['i clicked on a link', { wants: 'report', category: 'virus', locale: 'en' }],
    ['I sent it to the wrong person', { wants: 'report', category: 'misdirected-mail', locale: 'en' }],
    ['a pupil knows my password', { wants: 'report', category: 'password-known', locale: 'en' }],
    ['adrodd', { wants: 'report', locale: 'cy' }],
    ['rhoi gwybod', { wants: 'report', locale: 'cy' }],
    ['mae rhywbeth wedi digwydd', { wants: 'report', locale: 'cy' }],
    ['confidential items', { wants: 'items', locale: 'en' }],
    ['eitemau cyfrinachol', { wants: 'items', locale: 'cy' }],
    ['who hasn’t signed?', undefined],
    ['report of who has signed', undefined],
    ['report of signatures', undefined],
    ['signature report as csv', undefined],
    ['status of Kit Sample', undefined],
    ['remind everyone who is late', undefined],
    ['pwy sydd heb lofnodi?', undefined],
    ['export', undefined],
    ['help', undefined]
  ] as const) {
    it(`${meant ? `understand «${words}»` : `leave «${words}» to the others`}`, async () =>
      assert.deepEqual(await commands[0]!.reads(words, await turn('teacher')), meant));
  }

  (haveContracts ? it : it.skip)('are drawn by cards that the official schema takes (needs ../shared)', async () => {
    const errors = schemaErrors();
    const id = await itemOf(await sent('teacher', 'data-breach'));
    const head = await turn('head');
    for (const card of [
      (await act(head, 'report-choose', { in: 'en' })).card!,
      (await act(head, 'report-choose', { category: 'virus', in: 'cy' })).card!,
      (await act(head, 'report-choose', { category: 'child', in: 'cy' })).card!,
      (await act(head, 'item-open', { id, in: 'en', private: 'false' })).card!,
      (await act(head, 'item-open', { id, in: 'cy', private: 'true' })).card!,
      (await act(head, 'items', { page: 0, in: 'en' })).card!
    ]) {
      assert.deepEqual(errors(card), []);
    }
  });
});

function buttonOf(card: Card, verb: string): { readonly [name: string]: unknown } {
  const found = partsOf(card).find(part => part['type'] === 'Action.Execute' && part['verb'] === verb);
  assert.ok(found, verb);
  return found;
}
