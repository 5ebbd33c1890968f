import assert from 'node:assert/strict';
import { actions } from '../../../bot/actions/index.ts';
import type { Card } from '../../../bot/turn.ts';
import { haveContracts, partsOf, schemaErrors } from '../../support/cards.ts';
import { buttonsOf, cardFor, type ChatSchool, chatSchool, done, press, said, wordsOn } from './chat-school.ts';

/** Every card that the tests of this file have seen. */
const seen: Card[] = [];
const of = (card: Card): string => {
  seen.push(card);
  return wordsOn(card);
};

describe('the chat: what a coordinator asks', () => {
  let at: ChatSchool;
  beforeEach(async () => {
    at = await chatSchool();
  });

  it('says who has not signed, the late ones first, a page at a time', async () => {
    const turn = await at.turn('coordinator');
    const first = await cardFor(turn, 'who hasnt signed plz');
    const words = of(first);
    assert.match(words, /^Everybody$/m);
    // 26 of staff and supply and heads and governors less five, and a parent; the coordinator and the head are staff who were never asked.
    assert.match(words, /\d+ people have not signed\./);
    assert.match(words, /• Teacher 01 – late, was due 20 November 2026/);
    assert.doesNotMatch(words, /Teacher 06|Governor 1\b/);
    assert.match(words, /Page 1 of 2/);
    const second = await press(turn, first, buttonsOf(first).find(({ title }) => title.startsWith('Next'))!.title);
    assert.match(of(second), /Page 2 of 2/);
    assert.doesNotMatch(wordsOn(second), /Teacher 01/);
    const back = await press(turn, second, 'Back');
    assert.match(of(back), /Page 1 of 2/);
  });

  it('answers yes or no for the governors first, with a chart whose fallback is a table', async () => {
    const card = await cardFor(await at.turn('coordinator'), 'have the governors signed?');
    assert.match(of(card), /^No\. 4 of 6 have signed\.$/m);
    const chart = partsOf(card).find(({ type }) => type === 'Chart.Donut')!;
    assert.deepEqual(chart['data'], [
      { legend: 'signed', value: 4, color: 'good' },
      { legend: 'not signed yet', value: 2, color: 'neutral' }
    ]);
    assert.equal((chart['fallback'] as { type: string }).type, 'Table');
    assert.match(
      wordsOn(await cardFor(await at.turn('coordinator'), 'ydy’r llywodraethwyr wedi llofnodi?')),
      /^Nac ydyn\. Mae 4 o’r 6 wedi llofnodi\.$/m
    );
  });

  it('tells the status of a person, records the look-up, and shows it to that person', async () => {
    const card = await cardFor(await at.turn('coordinator'), 'status of Teacher 01');
    const words = of(card);
    assert.match(words, /Late with a signature\./);
    assert.match(words, /late, was due 20 November 2026/);
    assert.match(words, /This look-up is recorded, and Teacher 01 can see it\./);
    const teacher = await at.turn('teacher-1');
    assert.match(
      of(await cardFor(teacher, 'my status')),
      /Looked up in the last twelve months: E-safety Coordinator on 23 November 2026\./
    );
    assert.match(of(await cardFor(teacher, 'who looked me up?')), /• E-safety Coordinator – 23 November 2026/);
    assert.match(of(await cardFor(await at.turn('teacher-2'), 'who looked me up?')), /Nobody has looked you up/);
  });

  it('asks which of two people of one name is meant, and records only whom was chosen', async () => {
    const turn = await at.turn('coordinator');
    const card = await cardFor(turn, 'status of kit sampel');
    assert.match(of(card), /Whom do you mean\?/);
    assert.deepEqual(
      buttonsOf(card).map(({ title }) => title),
      ['Kit Sample (member of staff)', 'Kit Sample (supply teacher)'].sort((a, b) =>
        at.ids['kit']! < at.ids['other-kit']! ? (a < b ? -1 : 1) : a < b ? 1 : -1
      )
    );
    const looked = async (): Promise<readonly string[]> =>
      (await at.desk.since('2026-11-23T00:00:00Z')).flatMap(({ entry }) => (entry.kind === 'looked-up' ? [entry.person] : []));
    assert.deepEqual(await looked(), []);
    of(await press(turn, card, 'Kit Sample (supply teacher)'));
    assert.deepEqual(await looked(), [at.ids['other-kit']]);
  });

  it('says that it found nobody', async () =>
    assert.match(of(await cardFor(await at.turn('coordinator'), 'status of Zed Unheard')), /I found nobody called «zed unheard»/));

  it('reminds everyone who is late only after a yes that says how many, and takes it back', async () => {
    const turn = await at.turn('coordinator');
    const asked = await cardFor(turn, 'remind everyone who is late');
    assert.match(of(asked), /Remind 5 people who are late\?/);
    assert.match(wordsOn(asked), /Everybody: Teacher 01, Teacher 02, Teacher 03, Teacher 04, Teacher 05\./);
    assert.equal((await at.desk.sending!()).waiting, 5, 'five receipts of the signatures');
    const yes = await press(turn, asked, 'Yes');
    assert.match(of(yes), /Reminders are on their way to 5 people\./);
    assert.equal((await at.desk.sending!()).waiting, 10);
    assert.match(of(await press(turn, yes, 'Undo')), /Reminders for 5 people are taken back\./);
    assert.equal((await at.desk.sending!()).waiting, 5);
  });

  it('does nothing after a no', async () => {
    const turn = await at.turn('coordinator');
    assert.match(of(await press(turn, await cardFor(turn, 'remind the governors'), 'No')), /Nothing was done\./);
    assert.equal((await at.desk.sending!()).waiting, 5);
  });

  it('asks again where the number of people has changed between the question and the yes', async () => {
    const turn = await at.turn('coordinator');
    const asked = await cardFor(turn, 'remind everyone who is late');
    await at.desk.excuse({ person: at.ids['teacher-3']!, policy: 'acceptable-use' }, undefined, 'ill', at.ids['head']!);
    const again = await press(turn, asked, 'Yes');
    assert.match(of(again), /The number has changed since you asked/);
    assert.match(wordsOn(again), /Remind 4 people who are late\?/);
    assert.equal((await at.desk.sending!()).waiting, 5);
  });

  it('does not guess whom to remind', async () => {
    const card = await cardFor(await at.turn('coordinator'), 'remind the governors and zebra');
    assert.match(of(card), /I did not understand «zebra», and I do not guess whom to remind/);
    assert.ok(!buttonsOf(card).some(({ verb }) => verb === 'chat-remind'));
  });

  it('excuses somebody until a day after a yes, and takes it back by undo', async () => {
    const turn = await at.turn('coordinator');
    const asked = await cardFor(turn, 'excuse Teacher 02 until 1 March because of jury service');
    assert.match(of(asked), /Excuse Teacher 02\?/);
    const inputs = partsOf(asked).filter(({ type }) => String(type).startsWith('Input.'));
    assert.deepEqual(
      inputs.map(({ id, value }) => [id, value]),
      [
        ['until', '2027-03-01'],
        ['because', 'jury service']
      ]
    );
    const typed = { until: '2027-03-01', because: 'jury service' };
    const excused = await press(turn, asked, 'Excuse', typed);
    assert.match(of(excused), /Teacher 02 is excused until 1 March 2027\./);
    const standing = async (): Promise<string | undefined> => (await at.desk.wanted(at.ids['teacher-2']))[0]?.standing;
    assert.equal(await standing(), 'excused');
    assert.match(of(await cardFor(turn, 'who is excused?')), /• Teacher 02 – excused until 1 March 2027/);
    assert.match(of(await press(turn, excused, 'Undo')), /The excuse of Teacher 02 is taken back\./);
    assert.notEqual(await standing(), 'excused');
  });

  it('says which day it did not understand, and takes none for it', async () => {
    const card = await cardFor(await at.turn('coordinator'), 'excuse Teacher 02 until Easter because ill');
    assert.match(of(card), /I did not understand «Easter» as a day\./);
    assert.equal(partsOf(card).find(({ type }) => type === 'Input.Date')?.['value'], undefined);
  });

  it('undoes the last excuse when «undo» is typed, after a yes', async () => {
    const turn = await at.turn('coordinator');
    assert.match(of(await cardFor(turn, 'undo')), /nothing to undo/);
    await at.desk.excuse({ person: at.ids['teacher-3']!, policy: 'acceptable-use' }, undefined, 'ill', at.ids['coordinator']!);
    const asked = await cardFor(turn, 'undo');
    assert.match(of(asked), /Take back the excuse of Teacher 03\?/);
    assert.match(of(await press(turn, asked, 'Yes')), /The excuse of Teacher 03 is taken back\./);
  });

  for (const [what, typed, sentence] of [
    ['a reason', { until: '2027-03-01', because: '  ' }, /Please say in a few words why\./],
    ['a day that is not past', { until: '2026-11-01', because: 'ill' }, /That day is past/],
    ['a day of the calendar', { until: '2027-02-31', because: 'ill' }, /That is no date/]
  ] as const)
    it(`excuses nobody without ${what}`, async () => {
      const turn = await at.turn('coordinator');
      const card = await press(turn, await cardFor(turn, 'excuse Teacher 02'), 'Excuse', typed);
      assert.match(of(card), sentence);
      assert.notEqual((await at.desk.wanted(at.ids['teacher-2']))[0]?.standing, 'excused');
    });

  it('lets nobody excuse themselves', async () => {
    const turn = await at.turn('coordinator');
    assert.match(of(await cardFor(turn, 'excuse E-safety Coordinator until 1 March because busy')), /Nobody excuses themselves/);
    const forged = await done(turn, 'chat-excuse', { person: at.ids['coordinator'], because: 'busy', in: 'en' });
    assert.match(of(forged), /Nobody excuses themselves/);
  });

  it('tells what changed since a day, without look-ups', async () => {
    const turn = await at.turn('coordinator');
    await cardFor(turn, 'status of Teacher 01');
    await at.desk.decline({ person: at.ids['teacher-4']!, policy: 'acceptable-use' }, 1, 'I do not agree.', 'teams');
    const words = of(await cardFor(turn, 'what changed since yesterday?'));
    assert.match(words, /^Since 22 November 2026$/m);
    assert.match(words, /signed: 5, declined: 1\./);
    assert.match(words, /• Teacher 04 – declined, Acceptable use, 23 November 2026/);
    assert.doesNotMatch(words, /looked/);
  });

  it('lists what waits, and opens the card of a refusal', async () => {
    const turn = await at.turn('coordinator');
    assert.match(of(await cardFor(turn, 'any questions?')), /Nothing is waiting/);
    await at.desk.decline({ person: at.ids['teacher-4']!, policy: 'acceptable-use' }, 1, 'I *do not* agree.', 'teams');
    const list = await cardFor(turn, 'tasks');
    assert.match(of(list), /Teacher 04 does not agree: Acceptable use/);
    assert.match(of(await press(turn, list, 'Open')), /I ∗do not∗ agree\./);
  });

  it('shows how the sending stands, pauses it and lets it go on', async () => {
    const turn = await at.turn('coordinator');
    const card = await cardFor(turn, 'how is the sending going?');
    assert.match(of(card), /The sending goes on\./);
    const paused = await press(turn, card, 'Pause');
    assert.match(of(paused), /The sending is paused\./);
    assert.match(of(await press(turn, paused, 'Go on')), /The sending goes on\./);
  });

  it('says truly how records are exported, and never sends them through the chat', async () => {
    const turn = await at.turn('coordinator');
    assert.match(of(await cardFor(turn, 'export to excel')), /beadle export/);
    const linked = { ...turn, desk: { ...at.desk, files: (by: string) => Promise.resolve(`https://beadle.school.example/files#${by}`) } };
    const [open] = buttonsOf(await cardFor(linked, 'export')) as readonly { readonly url?: string }[];
    assert.equal(open?.url, `https://beadle.school.example/files#${at.ids['coordinator']}`);
  });

  it('says what it can do where it did not understand, and does nothing', async () => {
    const card = await cardFor(await at.turn('coordinator'), 'the weather is nice');
    assert.match(of(card), /I did not understand that\./);
    assert.equal(buttonsOf(card).length, 6);
  });

  for (const [english, welsh] of [
    ['help', 'cymorth'],
    ['who is late?', 'pwy sy’n hwyr?'],
    ['status of Teacher 07', 'statws Teacher 07'],
    ['what changed since Monday?', 'beth sydd wedi newid ers dydd Llun?']
  ])
    it(`answers «${welsh}» in Welsh and «${english}» in English to the same person`, async () => {
      const turn = await at.turn('coordinator');
      assert.equal((await cardFor(turn, english!)).lang, 'en');
      const card = await cardFor({ ...turn, locale: 'en' }, welsh!);
      assert.equal(card.lang, 'cy');
      seen.push(card);
    });

  it('has common buttons that are understood: each leads to an answer of its own', async () => {
    for (const key of ['coordinator', 'manager', 'governor-1', 'teacher-1'])
      for (const words of ['help', 'cymorth']) {
        const turn = await at.turn(key);
        const card = await cardFor(turn, words);
        assert.ok(buttonsOf(card).length >= 2);
        for (const { title } of buttonsOf(card)) {
          const answer = await press(turn, card, title);
          assert.doesNotMatch(of(answer), /did not understand|Ni ddeallais|I am sorry|ddrwg gennyf/, title);
          assert.equal(answer.lang, card.lang, title);
        }
      }
  });
});

describe('the chat: everybody else', () => {
  let at: ChatSchool;
  before(async () => {
    at = await chatSchool();
  });
  const names = /Teacher \d\d|Governor [1-6]|Kit Sample|Headteacher Nine|Manager Eight|Parent Three|Pupil Four/;

  const questions = [
    'who hasn’t signed?',
    'status of Teacher 02',
    'status of Zed Nobody',
    'Teacher 02',
    'remind everyone who is late',
    'remind Teacher 02',
    'excuse Teacher 02 until 1 March because ill',
    'undo',
    'undo excuse Teacher 02',
    'export',
    'tasks',
    'progress',
    'have the governors signed?',
    'pwy sydd heb lofnodi?'
  ];
  for (const key of ['teacher-7', 'parent', 'other-kit'])
    for (const question of questions)
      it(`tells ${key} nobody’s name at «${question}»`, async () => {
        const replies = await said(await at.turn(key), question);
        const own = (await at.desk.person(at.ids[key]!))!.name;
        const text = JSON.stringify(replies).replaceAll(own, '');
        assert.doesNotMatch(text, names);
        for (const id of Object.values(at.ids)) if (id !== at.ids[key]) assert.ok(!text.includes(id));
      });

  it('gives the same no for somebody who is there and somebody who is not', async () => {
    for (const key of ['teacher-7', 'governor-1', 'parent', 'manager']) {
      const turn = await at.turn(key);
      for (const form of ['status of NAME', 'has NAME signed?', 'NAME', 'remind NAME', 'excuse NAME until 1 March because ill']) {
        // What was typed may be said back.
        const answer = async (name: string): Promise<string> =>
          JSON.stringify(await said(turn, form.replace('NAME', name))).replaceAll(/«(?:09|99)»/g, '«…»');
        for (const [there, not] of [
          ['Teacher 09', 'Teacher 99'],
          ['Kit Sample', 'Xan Unheard']
        ] as const)
          assert.equal(await answer(there), await answer(not), `${key}: ${form}`);
      }
    }
    assert.deepEqual(
      (await at.desk.since('2026-11-23T00:00:00Z')).filter(({ entry }) => entry.kind === 'looked-up'),
      []
    );
  });

  it('gives governors numbers and no names, and no numbers that are too small', async () => {
    const turn = await at.turn('governor-5');
    const totals = await cardFor(turn, 'who hasn’t signed?');
    assert.match(of(totals), /No\. 5 of \d+ have signed: 5 late\./);
    assert.doesNotMatch(wordsOn(totals), names);
    assert.match(wordsOn(totals), /too few to say/);
    assert.match(of(await cardFor(turn, 'have the governors signed?')), /No\. 4 of 6 have signed\./);
    assert.match(of(await cardFor(turn, 'has the head signed?')), /too few people/);
    const changes = await cardFor(turn, 'what changed since Monday?');
    assert.doesNotMatch(of(changes), names);
    assert.match(wordsOn(changes), /signed/);
  });

  it('shows a line manager their own team', async () => {
    const turn = await at.turn('manager');
    const words = of(await cardFor(turn, 'who hasn’t signed?'));
    assert.match(words, /^Your team$/m);
    assert.match(words, /Teacher 01/);
    assert.match(words, /Teacher 02/);
    assert.doesNotMatch(words, /Teacher 0[3-9]|Governor/);
    assert.match(of(await cardFor(turn, 'have the staff signed')), /No\. 1 of 3 have signed: 2 late\./);
    assert.match(of(await cardFor(turn, 'status of Teacher 01')), /Late with a signature\./);
    const last = (await at.desk.since('2026-11-23T00:00:00Z')).at(-1);
    assert.deepEqual(last?.entry.kind === 'looked-up' && [last.entry.person, last.entry.by], [at.ids['teacher-1'], at.ids['manager']]);
  });

  it('shows somebody their own name’s status, and the card to sign', async () => {
    const turn = await at.turn('teacher-7');
    const [status, ask] = await said(turn, 'status of Teacher 07');
    assert.ok(status && 'card' in status && ask && 'card' in ask);
    assert.match(of(status.card), /There is something for you to sign\./);
    assert.match(JSON.stringify(ask.card), /"verb":"sign"|Read the text|#/);
  });

  it('says nothing of its content in a notification', async () => {
    for (const reply of await said(await at.turn('coordinator'), 'status of Teacher 01'))
      assert.ok('card' in reply && reply.summary === 'Beadle has answered you');
  });

  it('lets a forged button do nothing for who may not', async () => {
    const person = at.ids['teacher-2'];
    const before = await at.desk.since('2026-11-01T00:00:00Z');
    const forged: readonly (readonly [string, object])[] = [
      ['chat-page', { list: 'not-signed', scope: {}, page: 0, in: 'en' }],
      ['chat-person', { for: 'status', person, in: 'en' }],
      ['chat-person', { for: 'excuse', person, in: 'en' }],
      ['chat-person', { for: 'remind', person, in: 'en' }],
      ['chat-person', { for: 'recall', person, in: 'en' }],
      ['chat-remind', { list: 'late', scope: {}, count: 5, in: 'en' }],
      ['chat-remind', { list: 'late', scope: {}, in: 'en' }],
      ['chat-undo', { since: '2026-11-01T00:00:00Z', in: 'en' }],
      ['chat-excuse', { person, because: 'ill', in: 'en' }],
      ['chat-recall', { person, in: 'en' }],
      ['chat-tasks', { page: 0, in: 'en' }],
      ['chat-tasks', { of: 1, in: 'en' }],
      ['chat-sending', { pause: true, in: 'en' }]
    ];
    for (const key of ['teacher-7', 'governor-1', 'parent'])
      for (const [verb, data] of forged) {
        const card = await done(await at.turn(key), verb, data);
        assert.match(of(card), /I am sorry, that is for the e-safety coordinator/, `${key} ${verb}`);
      }
    assert.deepEqual(await at.desk.since('2026-11-01T00:00:00Z'), before);
    assert.equal((await at.desk.sending!()).paused, false);
  });

  it('takes no data that a card of ours does not send', () => {
    const wrong: readonly unknown[] = [
      undefined,
      null,
      '',
      5,
      [],
      {},
      { in: 'fr' },
      { page: -1, in: 'en' },
      { person: 5, in: 'en' },
      { in: 'en', scope: { role: 'king' } }
    ];
    for (const action of actions)
      if (action.id.startsWith('chat-'))
        for (const data of wrong) assert.equal(action.read(data), undefined, `${action.id} ${JSON.stringify(data)}`);
    const extra = { list: 'late', scope: {}, page: 0, in: 'en', more: 1 };
    assert.equal(actions.find(({ id }) => id === 'chat-page')!.read(extra), undefined);
  });
});

describe('the chat: its cards', () => {
  it('are at most 25 KB each', () => {
    assert.ok(seen.length > 40, String(seen.length));
    for (const card of seen) assert.ok(Buffer.byteLength(JSON.stringify(card)) <= 25 * 1024);
  });

  it('fit the official schema but for Teams’ own chart (needs ../shared)', function () {
    if (!haveContracts) return this.skip(); // needs ../shared
    const errors = schemaErrors();
    const plain = (part: unknown): unknown =>
      Array.isArray(part)
        ? part.map(plain)
        : typeof part === 'object' && part !== null
          ? 'type' in part && part.type === 'Chart.Donut'
            ? plain((part as unknown as { fallback: unknown }).fallback)
            : Object.fromEntries(Object.entries(part).map(([name, value]) => [name, plain(value)]))
          : part;
    for (const card of seen) assert.deepEqual(errors(plain(card)), [], JSON.stringify(card).slice(0, 500));
  });

  it('have no place left unfilled', () => {
    for (const card of seen) assert.doesNotMatch(wordsOn(card), /\{[a-z]+\}|undefined|\[object/);
  });
});
