import type { Locale } from '../../../core/locale.ts';
import { answered } from '../../../bot/cards/answered.ts';
import { ask, type Item } from '../../../bot/cards/ask.ts';
import { declined } from '../../../bot/cards/declined.ts';
import { disagree } from '../../../bot/cards/disagree.ts';
import { late } from '../../../bot/cards/late.ts';
import { nothing } from '../../../bot/cards/nothing.ts';
import { settled, settledAlready } from '../../../bot/cards/settled.ts';
import { signed, type Signed } from '../../../bot/cards/signed.ts';
import { task, type TaskTold } from '../../../bot/cards/task.ts';
import type { Card } from '../../../bot/turn.ts';

const school = { en: 'Mill Lane Primary School', cy: 'Ysgol Gynradd Lôn y Felin' };
export const link = `https://aup.school.example/read#${'s'.repeat(43)}`;

const consent = {
  en: 'I have read this policy, I understand it, and I agree to keep to it.',
  cy: 'Rwyf wedi darllen y polisi hwn, rwy’n ei ddeall, ac rwy’n cytuno i gadw ato.'
};
const title = { en: 'Acceptable Use Policy', cy: 'Polisi Defnydd Derbyniol' };

/** A member of staff who has never signed. */
export function item(locale: Locale, said: Partial<Item> = {}): Item {
  return {
    policy: 'aup',
    major: 2,
    title: title[locale],
    version: '2.1',
    language: locale,
    why: 'new',
    changes: [],
    due: '2026-12-11',
    overdue: false,
    consent: consent[locale],
    fields: ['job-title'],
    ...said
  };
}

const changes = {
  en: [
    'New for you: clauses 3.2, 4.1. Worded differently: clause 1.4.',
    'No longer applies to you: clause 7. All else that concerns you is as it was.'
  ],
  cy: [
    'Newydd i chi: cymalau 3.2, 4.1. Wedi’i eirio’n wahanol: cymal 1.4.',
    'Ddim yn berthnasol i chi mwyach: cymal 7. Mae’r gweddill i chi fel yr oedd.'
  ]
};
const before = { en: { on: '3 September 2025', version: '1.0' }, cy: { on: '3 Medi 2025', version: '1.0' } };
const parents = {
  en: 'I have read this policy, I have talked it over with my child, and I agree to it for my child.',
  cy: 'Rwyf wedi darllen y polisi hwn, rwyf wedi’i drafod gyda’m plentyn, ac rwy’n cytuno iddo ar ran fy mhlentyn.'
};

/** A parent of several children, each with as many texts. */
export function ofChildren(locale: Locale, names: readonly string[], policies: readonly string[]): readonly Item[] {
  return policies.flatMap((policy, index) =>
    names.map((name, number) =>
      item(locale, {
        policy,
        title: index === 0 ? title[locale] : `${title[locale]} ${index + 1}`,
        child: { id: `0000000${number}-aaaa-4bbb-8ccc-dddddddddddd`, name, class: `${number + 2}B` },
        consent: parents[locale],
        fields: ['relationship']
      })
    )
  );
}

/** Everything as long as it can be: twelve signatures, long names, long titles, long sentences. */
export function longest(locale: Locale): readonly Item[] {
  return Array.from({ length: 12 }, (_, index) =>
    item(locale, {
      policy: `a-policy-with-a-long-name-that-somebody-gave-it-${index}`,
      title: `${'Polisi Defnydd Derbyniol a Diogelwch Ar-lein '.repeat(4)}${index}`,
      child: {
        id: `${index}0000000-aaaa-4bbb-8ccc-dddddddddddd`.slice(-36),
        name: `Anghharad-Ŵyn ${'Llanfairpwll '.repeat(9)}`,
        class: 'Blwyddyn 11 Ŵ'
      },
      why: 'changed',
      before: before[locale],
      changes: changes[locale],
      consent: `${parents[locale]} ${index}`,
      opened: '22 November 2026, 14:05 GMT',
      fields: ['job-title', 'class', 'relationship']
    })
  );
}

/** A name that would like to be a link, a picture, a list and a page. */
export const hostile =
  '[Sign here](https://evil.example/) **bold** _it_ <img src=x onerror=alert(1)> `code` ![x](javascript:alert(1)) www.evil.example \u202Etxt.exe';

export function signature(locale: Locale, said: Partial<Signed> = {}): Signed {
  return {
    title: title[locale],
    version: '2.1',
    typedName: 'Teacher Seven',
    when: locale === 'en' ? '22 November 2026, 14:05 GMT' : '22 Tachwedd 2026, 14:05 GMT',
    sha256: '3f2a91bc04de77aa5b1d9e0c66f7a8123f2a91bc04de77aa5b1d9e0c66f7a812',
    index: 1204,
    ...said
  };
}

const wrote = {
  en: 'Clause 4.1 says that phones are locked away.\nDoes that hold for school trips as well?',
  cy: 'Mae cymal 4.1 yn dweud bod ffonau dan glo.\nA yw hynny’n wir am deithiau ysgol hefyd?'
};

export function told(locale: Locale, said: Partial<TaskTold> = {}): TaskTold {
  return {
    kind: 'question',
    of: 1204,
    name: 'Teacher Seven',
    title: title[locale],
    version: '2.1',
    when: signature(locale).when,
    wrote: wrote[locale],
    ...said
  };
}

const yes = { en: 'Yes, on trips too. The office has a case for them.', cy: 'Ydy, ar deithiau hefyd. Mae cas ar eu cyfer yn y swyddfa.' };
const missing = { en: 'Please type your full name: it is your signature.', cy: 'Teipiwch eich enw llawn: dyna eich llofnod.' };

/** Every card that we make, as people may get it. */
export const samples: { readonly [name: string]: (locale: Locale) => Card } = {
  'ask: new': locale => ask({ school: school[locale], items: [item(locale)], link }, locale),
  'ask: changed, opened': locale =>
    ask(
      {
        school: school[locale],
        items: [item(locale, { why: 'changed', before: before[locale], changes: changes[locale], opened: signature(locale).when })],
        link
      },
      locale
    ),
  'ask: again, overdue': locale =>
    ask(
      { school: school[locale], items: [item(locale, { why: 'again', before: before[locale], due: '2026-11-20', overdue: true })], link },
      locale
    ),
  'ask: refused, with what was typed': locale =>
    ask(
      {
        school: school[locale],
        items: [item(locale)],
        link,
        attention: [missing[locale]],
        typed: { name: '', fields: { 'job-title': 'Teacher of Welsh' }, question: wrote[locale], ticked: ['aup'] }
      },
      locale
    ),
  'ask: two texts': locale =>
    ask(
      {
        school: school[locale],
        items: [
          item(locale),
          item(locale, { policy: 'phones', title: { en: 'Mobile Phones', cy: 'Ffonau Symudol' }[locale], due: '2026-12-18' })
        ],
        link
      },
      locale
    ),
  'ask: a parent of one child': locale => ask({ school: school[locale], items: ofChildren(locale, ['Kit Sample'], ['aup']), link }, locale),
  'ask: a parent of three children, two texts': locale =>
    ask(
      { school: school[locale], items: ofChildren(locale, ['Kit Sample', 'Alex Sample', 'Sam Sample-Jones'], ['aup', 'images']), link },
      locale
    ),
  'ask: after a refusal': locale =>
    ask({ school: school[locale], items: [item(locale, { why: 'declined', before: before[locale] })], link }, locale),
  'ask: on our page': locale => ask({ school: school[locale], items: [item(locale)] }, locale),
  'ask: twelve long ones': locale => ask({ school: school[locale], items: longest(locale), link }, locale),
  'ask: too many for a card': locale =>
    ask(
      {
        school: school[locale],
        items: Array.from({ length: 40 }, (_, index) => item(locale, { policy: `p${index}`, title: `${title[locale]} ${index + 1}` })),
        link
      },
      locale
    ),
  'ask: hostile names': locale =>
    ask(
      {
        school: hostile,
        items: [item(locale, { title: hostile, child: { id: 'c', name: hostile, class: hostile } })],
        link,
        typed: { name: hostile }
      },
      locale
    ),
  'disagree: one': locale => disagree({ items: [item(locale)] }, locale),
  'disagree: one of several': locale =>
    disagree(
      {
        items: ofChildren(locale, ['Kit Sample', 'Alex Sample'], ['aup', 'images']),
        attention: [missing[locale]],
        typed: { reason: wrote[locale], which: ['aup'] }
      },
      locale
    ),
  declined: locale =>
    declined(
      {
        items: [{ title: title[locale], version: '2.1', child: 'Kit Sample' }],
        reason: wrote[locale],
        when: signature(locale).when,
        left: true
      },
      locale
    ),
  'signed: one': locale => signed({ signed: [signature(locale)], left: 0, mailed: true }, locale),
  'signed: with a question, more to sign': locale =>
    signed(
      {
        signed: [signature(locale, { question: wrote[locale] }), signature(locale, { child: 'Kit Sample', index: 1205 })],
        left: 2,
        mailed: true
      },
      locale
    ),
  'signed: twelve long ones': locale =>
    signed(
      {
        signed: longest(locale).map((each, index) =>
          signature(locale, {
            title: each.title,
            child: each.child?.name ?? '',
            typedName: 'Ŵ'.repeat(120),
            index: 1_000_000 + index,
            question: 'ŵ'.repeat(1000)
          })
        ),
        left: 3,
        mailed: true
      },
      locale
    ),
  'signed: hostile': locale =>
    signed(
      { signed: [signature(locale, { title: hostile, child: hostile, typedName: hostile, question: hostile })], left: 0, mailed: true },
      locale
    ),
  'nothing to sign': locale => nothing({ school: school[locale], signed: [] }, locale),
  'nothing to sign, some signed': locale =>
    nothing({ school: school[locale], signed: [signature(locale), signature(locale, { child: 'Kit Sample' })], link }, locale),
  'task: a question': locale => task(told(locale), locale),
  'task: a refusal': locale =>
    task(told(locale, { kind: 'refusal', child: 'Kit Sample' }), locale, { attention: missing[locale], typed: yes[locale] }),
  'task: late': locale => task(told(locale, { kind: 'late', wrote: '' }), locale),
  'task: hostile': locale => task(told(locale, { name: hostile, title: hostile, wrote: hostile }), locale),
  settled: locale => settled({ task: told(locale), note: yes[locale], by: 'Coordinator One', when: signature(locale).when }, locale),
  'settled already': locale => settledAlready(locale),
  answered: locale =>
    answered({ title: title[locale], version: '2.1', question: wrote[locale], answer: yes[locale], by: 'Coordinator One' }, locale),
  'late: one': locale => late([{ name: 'Teacher Seven', due: '2026-11-06' }], locale),
  'late: many': locale =>
    late(
      Array.from({ length: 90 }, (_, index) => ({ name: `Teacher ${index} ${'Llanfairpwll '.repeat(20)}`, due: '2026-11-06' })),
      locale
    )
};
