import assert from 'node:assert/strict';
import { sign } from '../../../bot/actions/sign.ts';
import { cardNow } from '../../../bot/asked.ts';
import type { Card } from '../../../bot/turn.ts';
import { partsOf } from '../../support/cards.ts';
import { exampleVersion, freshDesk, person, type TestDesk } from '../../support/desk.ts';
import { act, press, turnOf, wordsOn } from './turns.ts';

const [kit, alex] = ['00000000-0000-4000-8000-000000000041', '00000000-0000-4000-8000-000000000042'];
const family = [
  person('parent', { name: 'Parent One', roles: ['parent'], address: 'parent.one@families.example', children: [kit, alex] }),
  person('kit', { id: kit, name: 'Kit Sample', roles: ['pupil'], class: '4B' }),
  person('alex', { id: alex, name: 'Alex Sample', roles: ['pupil'], class: '2A' })
];

const { texts } = exampleVersion();
const next = { en: { text: 'Keep it secret.', sha256: 'e'.repeat(64), pdfSha256: 'f'.repeat(64) } };

describe('signing on a card', () => {
  let at: TestDesk;
  const open = (key: string, policy = 'acceptable-use', child?: string) =>
    at.desk.open({ person: at.ids[key]!, policy, ...(child ? { child: at.ids[child]! } : {}) }, 'en', 'teams');
  const signatures = async () =>
    (await at.desk.since('2026-01-01T00:00:00Z')).flatMap(({ entry }) => (entry.kind === 'signed' ? [entry] : []));
  const filled = { tick0: 'true', name: ' Teacher Seven ', 'job-title': 'Teacher of Welsh' };

  describe('of one text', () => {
    beforeEach(async () => (at = await freshDesk()));

    it('records the signature as Teams and the directory know it, and gives the receipt', async () => {
      const turn = await turnOf(at, 'teacher');
      await open('teacher');
      at.clock.at += 90_000;
      const { card, says } = await press(turn, await cardNow(turn), 'sign', { ...filled, question: 'What of my own phone?' });
      assert.equal(says, undefined);
      const [entry, ...rest] = await signatures();
      assert.deepEqual(rest, []);
      assert.deepEqual(entry, {
        kind: 'signed',
        at: '2026-11-23T09:01:30.000Z',
        person: at.ids['teacher'],
        policy: 'acceptable-use',
        major: 1,
        minor: 0,
        audience: 'staff',
        language: 'en',
        text: texts.en!.sha256,
        consent: 'I have read this policy, I understand it, and I agree to keep to it.',
        typedName: 'Teacher Seven',
        fields: { 'job-title': 'Teacher of Welsh' },
        question: 'What of my own phone?',
        openedAt: '2026-11-23T09:00:00.000Z',
        channel: 'teams',
        assurance: 'directory'
      });
      assert.match(
        wordsOn(card),
        /^Signed\. Thank you\.\nAcceptable use\nVersion: 1\.0\nWhen: 23 November 2026, 09:01 GMT\nSigned as: Teacher Seven\nSHA-256: [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}…/
      );
      assert.ok(wordsOn(card).includes(texts.en!.sha256.slice(0, 4)));
      assert.match(wordsOn(card), /What of my own phone\?/);
    });

    it('is signed in Welsh where the card is Welsh', async () => {
      const turn = await turnOf(at, 'teacher', 'cy');
      await at.desk.open({ person: at.ids['teacher']!, policy: 'acceptable-use' }, 'cy', 'teams');
      const before = await cardNow(turn);
      assert.match(wordsOn(before), /Rwyf wedi darllen y polisi hwn/);
      const { card } = await press(turn, before, 'sign', filled);
      assert.match(wordsOn(card), /^Llofnodwyd\. Diolch\.\nDefnydd derbyniol\nFersiwn: 1\.0\nPryd: 23 Tachwedd 2026, 09:00 GMT/);
      const [entry] = await signatures();
      assert.deepEqual(
        [entry?.language, entry?.text, entry?.consent],
        ['cy', texts.cy!.sha256, 'Rwyf wedi darllen y polisi hwn, rwy’n ei ddeall, ac rwy’n cytuno i gadw ato.']
      );
    });

    it('shows the sentence the signer agrees to word for word, not ticked, and no name typed for them', async () => {
      const card = await cardNow(await turnOf(at, 'teacher'));
      const toggle = partsOf(card).find(({ type }) => type === 'Input.Toggle')!;
      assert.deepEqual(
        [toggle['title'], toggle['value']],
        ['I have read this policy, I understand it, and I agree to keep to it.', 'false']
      );
      assert.equal(partsOf(card).find(({ id }) => id === 'name')!['value'], undefined);
    });

    const wrong: readonly (readonly [string, { readonly [id: string]: string }, RegExp, boolean])[] = [
      ['nothing is ticked', { ...filled, tick0: 'false' }, /Please tick what you agree to, or say that you do not agree\./, true],
      ['the text was not opened', filled, /Please open and read the text before you sign it\./, false],
      ['the name is missing', { ...filled, name: '  ' }, /Please type your full name: it is your signature\./, true],
      ['the name is too long', { ...filled, name: 'x'.repeat(121) }, /That name is too long: please type at most 120 characters\./, true],
      ['the job title is missing', { ...filled, 'job-title': '' }, /Please fill in «Job title»\./, true],
      [
        'the job title is too long',
        { ...filled, 'job-title': 'x'.repeat(121) },
        /«Job title» is too long: please type at most 120 characters\./,
        true
      ],
      [
        'the question is too long',
        { ...filled, question: 'x'.repeat(1001) },
        /«A question for the coordinator, if you have one» is too long: please type at most 1000 characters\./,
        true
      ]
    ];
    for (const [what, inputs, sentence, opened] of wrong) {
      it(`says so and keeps what was typed when ${what}`, async () => {
        const turn = await turnOf(at, 'teacher');
        if (opened) await open('teacher');
        const { card } = await press(turn, await cardNow(turn), 'sign', inputs);
        assert.match(wordsOn(card), sentence);
        const attention = partsOf(card).filter(({ style }) => style === 'attention');
        assert.equal(attention.length, 1);
        const value = (id: string): unknown => partsOf(card).find(part => part['id'] === id)?.['value'] ?? '';
        assert.equal(value('name'), inputs['name']?.trim());
        assert.equal(value('job-title'), inputs['job-title']);
        assert.equal(value('tick0'), inputs['tick0']);
        assert.deepEqual(await signatures(), []);
      });
    }

    it('says in which language the text is to be opened when it was opened in the other', async () => {
      const turn = await turnOf(at, 'teacher');
      await at.desk.open({ person: at.ids['teacher']!, policy: 'acceptable-use' }, 'cy', 'teams');
      const { card } = await press(turn, await cardNow(turn), 'sign', filled);
      assert.match(wordsOn(card), /You opened «Acceptable use» in another language\. Please open it in English before you sign it here\./);
      await open('teacher');
      assert.match(wordsOn((await press(turn, card!, 'sign', filled)).card), /^Signed\. Thank you\./);
    });

    it('is one signature and one receipt however often the button is pressed', async () => {
      const turn = await turnOf(at, 'teacher');
      await open('teacher');
      const before = await cardNow(turn);
      const answers = await Promise.all(Array.from({ length: 8 }, () => press(turn, before, 'sign', filled)));
      answers.push(await press(turn, before, 'sign', filled));
      assert.equal((await signatures()).length, 1);
      for (const { card } of answers) assert.match(wordsOn(card), /^Signed\. Thank you\./);
    });

    it('asks for the new version when another came out while the card was open', async () => {
      const turn = await turnOf(at, 'teacher');
      await open('teacher');
      const before = await cardNow(turn);
      const clauses = [{ id: '1', section: '', text: { en: 'Keep it secret.' }, binds: ['staff'], duties: [] }] as const;
      await at.desk.versionStore.publish(exampleVersion({ major: 2, texts: next, clauses, languages: ['en'] }), {}, at.ids['coordinator']!);
      const { card } = await press(turn, before, 'sign', filled);
      assert.match(wordsOn(card), /There is a newer version of this text/);
      assert.match(wordsOn(card), /Version 2\.0/);
      assert.equal(partsOf(card).find(({ id }) => id === 'tick0')?.['value'], 'false', 'what was ticked was another text');
      assert.deepEqual(await signatures(), []);
    });

    it('says after a major version which version was signed, when, and what changed', async () => {
      const turn = await turnOf(at, 'teacher');
      await open('teacher');
      await press(turn, await cardNow(turn), 'sign', filled);
      const clauses = [{ id: '1', section: '', text: { en: 'Never tell anybody what it is.' }, binds: ['staff'], duties: [] }] as const;
      await at.desk.versionStore.publish(exampleVersion({ major: 2, texts: next, clauses, languages: ['en'] }), {}, at.ids['coordinator']!);
      const words = wordsOn(await cardNow(turn));
      assert.match(words, /You signed version 1\.0 on 23 November 2026\. It has changed since\./);
      assert.match(words, /Worded differently: clause 1\.|New for you: clause 1\./);
    });

    it('signs for nobody but whoever pressed, whatever the data say', async () => {
      const turn = await turnOf(at, 'governor');
      await open('teacher');
      const { card } = await act(turn, 'sign', {
        items: [{ policy: 'acceptable-use', major: 1, language: 'en', child: at.ids['pupil']! }],
        tick0: 'true',
        name: 'Governor Two'
      });
      assert.match(wordsOn(card), /You are not asked to sign this at the moment, and nothing was recorded\./);
      assert.deepEqual(await signatures(), []);
    });

    it('is on record as the page’s, with the code, where the page runs it', async () => {
      const turn = await turnOf(at, 'governor', 'en', { channel: 'mail', assurance: 'code' });
      await at.desk.open({ person: at.ids['governor']!, policy: 'acceptable-use' }, 'en', 'mail');
      const before = await cardNow(turn);
      assert.ok(!partsOf(before).some(({ type }) => type === 'Action.OpenUrl'), 'the page is open already');
      await press(turn, before, 'sign', { tick0: 'true', name: 'Governor Two' });
      const [entry] = await signatures();
      assert.deepEqual([entry?.channel, entry?.assurance, entry?.audience], ['mail', 'code', 'governors']);
    });
  });

  describe('of several at one sitting', () => {
    beforeEach(
      async () =>
        (at = await freshDesk({
          people: family,
          versions: [
            exampleVersion({ audiences: ['parents'] }),
            exampleVersion({ policy: 'images', title: { en: 'Images', cy: 'Delweddau' }, audiences: ['parents'] })
          ]
        }))
    );
    const named = { name: 'Parent One', relationship: 'Mother' };
    const tickOf = (card: Card, policy: string, child: string): string => {
      const button = partsOf(card).find(({ verb }) => verb === 'sign')!;
      const { items } = button['data'] as { readonly items: readonly { readonly policy: string; readonly child?: string }[] };
      return `tick${items.findIndex(item => item.policy === policy && item.child === at.ids[child])}`;
    };

    it('asks for each child and each text, and signs what was ticked', async () => {
      const turn = await turnOf(at, 'parent');
      for (const policy of ['acceptable-use', 'images']) for (const child of ['kit', 'alex']) await open('parent', policy, child);
      const before = await cardNow(turn);
      assert.equal(partsOf(before).filter(({ type }) => type === 'Input.Toggle').length, 4);
      const { card, says } = await press(turn, before, 'sign', {
        ...named,
        question: 'Who sees the pictures?',
        [tickOf(before, 'acceptable-use', 'kit')]: 'true',
        [tickOf(before, 'images', 'alex')]: 'true'
      });
      assert.equal(says, undefined);
      assert.deepEqual(
        (await signatures()).map(({ policy, child, question }) => [policy, child, question]),
        [
          ['acceptable-use', at.ids['kit'], 'Who sees the pictures?'],
          ['images', at.ids['alex'], undefined]
        ],
        'one question is one task'
      );
      assert.match(wordsOn(card), /There is more to sign: 2\./);
      const rest = await press(turn, card!, 'show');
      assert.equal(partsOf(rest.card).filter(({ type }) => type === 'Input.Toggle').length, 2);
    });

    it('takes what it can, gives the receipt for it, and says by name what is left', async () => {
      const turn = await turnOf(at, 'parent');
      await open('parent', 'acceptable-use', 'kit');
      const before = await cardNow(turn);
      const { card, says } = await press(turn, before, 'sign', {
        ...named,
        [tickOf(before, 'acceptable-use', 'kit')]: 'true',
        [tickOf(before, 'images', 'kit')]: 'true'
      });
      assert.equal((await signatures()).length, 1);
      assert.match(wordsOn(card), /«Images \(Kit Sample\)»: Please open and read the text before you sign it\./);
      assert.equal(partsOf(card).find(({ id }) => id === tickOf(card!, 'images', 'kit'))?.['value'], 'true');
      assert.equal(partsOf(card).find(({ id }) => id === tickOf(card!, 'images', 'alex'))?.['value'], 'false');
      const [receipt, ...others] = says ?? [];
      assert.deepEqual(others, []);
      assert.ok(receipt && 'card' in receipt);
      assert.equal(receipt.summary, 'You have a receipt');
      assert.match(wordsOn(receipt.card), /^Signed\. Thank you\.\nAcceptable use\nFor: Kit Sample/);
    });

    it('says once, not for each child, that the name is missing', async () => {
      const turn = await turnOf(at, 'parent');
      for (const child of ['kit', 'alex']) await open('parent', 'images', child);
      const before = await cardNow(turn);
      const { card } = await press(turn, before, 'sign', {
        ...named,
        name: '',
        [tickOf(before, 'images', 'kit')]: 'true',
        [tickOf(before, 'images', 'alex')]: 'true'
      });
      assert.equal(wordsOn(card).split('Please type your full name: it is your signature.').length, 2);
    });
  });

  const item = { policy: 'aup', major: 1, language: 'en' };
  const strange: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['a word', 'sign'],
    ['no items', { name: 'x' }],
    ['an empty list', { items: [] }],
    ['a person', { items: [item], person: 'somebody-else' }],
    ['a person inside an item', { items: [{ ...item, person: 'somebody-else' }] }],
    ['a version that is none', { items: [{ ...item, major: 1.5 }] }],
    ['a language that we do not speak', { items: [{ ...item, language: 'fr' }] }],
    ['a name that is no text', { items: [item], name: { toString: 1 } }],
    ['a tick that is no tick', { items: [item], tick0: 'yes' }],
    ['a channel', { items: [item], channel: 'paper' }],
    ['a name of a megabyte', { items: [item], name: 'x'.repeat(1_000_000) }]
  ];
  for (const [what, data] of strange) it(`reads nothing from ${what}`, () => assert.equal(sign.read(data), undefined));
});
