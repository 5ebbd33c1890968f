import { dateIn } from '../../core/dates.ts';
import { fill, type Locale } from '../../core/locale.ts';
import type { Field } from '../../core/policies/audience.ts';
import { deskWords, fieldWords, longest, refusalWords } from '../../core/policies/desk-words.ts';
import type { Card } from '../turn.ts';
import { cardOf, execute, group, heading, openUrl, paragraph, subheading, textInput, toggle, type Element } from './elements.ts';
import { plain } from './plain.ts';

/** One signature that is asked for, as the card tells it. */
export interface Item {
  readonly policy: string;
  readonly major: number;
  /** The child for whom a parent signs. */
  readonly child?: { readonly id: string; readonly name: string; readonly class?: string };
  readonly title: string;
  /** `2.1`. */
  readonly version: string;
  /** The language of the text and of the sentence that is agreed to. */
  readonly language: Locale;
  /** Why it is asked: `new` to this person; `changed` since they signed; `again`, a yearly renewal; `declined`, and now asked after all. */
  readonly why: 'new' | 'changed' | 'again' | 'declined';
  /** When they signed or answered before, and which version: as people write them. */
  readonly before?: { readonly on: string; readonly version: string };
  /** What changed for them, at most two lines. */
  readonly changes: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly due?: string;
  readonly overdue: boolean;
  /** When they opened the text, as people write it. */
  readonly opened?: string;
  /** The sentence, word for word. */
  readonly consent: string;
  readonly fields: readonly Field[];
}

/** What somebody had typed when the card comes back. */
export interface Typed {
  readonly name?: string | undefined;
  readonly fields?: { readonly [field: string]: string | undefined };
  readonly question?: string | undefined;
  /** Which of the items were ticked, by `keyOf`. */
  readonly ticked?: readonly string[];
}

/** What the card that asks is made of. */
export interface Asked {
  readonly school: string;
  readonly items: readonly Item[];
  /** Our page, with the secret. Left out on that page itself. */
  readonly link?: string;
  /** What is wrong with what was typed, one sentence each. */
  readonly attention?: readonly string[];
  readonly typed?: Typed;
}

const words = {
  please: { en: 'Please read and sign', cy: 'Darllenwch a llofnodwch' },
  new: { en: 'You have not signed this before.', cy: 'Nid ydych wedi llofnodi hwn o’r blaen.' },
  changed: {
    en: 'You signed version {version} on {date}. It has changed since.',
    cy: 'Llofnodoch fersiwn {version} ar {date}. Mae wedi newid ers hynny.'
  },
  changedSomehow: { en: 'This text has changed since you signed it.', cy: 'Mae’r testun hwn wedi newid ers i chi ei lofnodi.' },
  again: {
    en: 'You last signed it on {date}. It is signed again every school year.',
    cy: 'Llofnodoch ef ddiwethaf ar {date}. Caiff ei lofnodi eto bob blwyddyn ysgol.'
  },
  againSomehow: { en: 'It is signed again every school year.', cy: 'Caiff ei lofnodi eto bob blwyddyn ysgol.' },
  declined: { en: 'You did not agree on {date}. You can still sign.', cy: 'Ni chytunoch ar {date}. Gallwch lofnodi o hyd.' },
  declinedSomehow: { en: 'You did not agree to this. You can still sign.', cy: 'Ni chytunoch â hwn. Gallwch lofnodi o hyd.' },
  opened: { en: 'You opened it on {when}.', cy: 'Agoroch ef ar {when}.' },
  children: { en: 'For {names}', cy: 'Ar gyfer {names}' },
  read: { en: 'Read the text', cy: 'Darllen y testun' },
  readAll: { en: 'Read the texts', cy: 'Darllen y testunau' },
  newLink: { en: 'Get a new link', cy: 'Cael dolen newydd' },
  readAndSign: { en: 'Read and sign', cy: 'Darllen a llofnodi' },
  first: {
    en: 'Read it first: only then can you sign. It opens in your browser. Then come back here.',
    cy: 'Darllenwch ef yn gyntaf: dim ond wedyn y gallwch lofnodi. Bydd yn agor yn eich porwr. Yna dewch yn ôl yma.'
  },
  firstAll: {
    en: 'Read them first: only then can you sign. They open in your browser. Then come back here.',
    cy: 'Darllenwch nhw’n gyntaf: dim ond wedyn y gallwch lofnodi. Byddant yn agor yn eich porwr. Yna dewch yn ôl yma.'
  },
  signHere: { en: 'Your signature', cy: 'Eich llofnod' },
  agreeFor: { en: 'I agree for {name}', cy: 'Rwy’n cytuno ar ran {name}' },
  tickWhat: {
    en: 'Tick what you agree to. What you leave out stays to be signed.',
    cy: 'Ticiwch yr hyn rydych yn cytuno ag ef. Bydd yr hyn a adewch allan yn aros i’w lofnodi.'
  },
  tickIt: { en: 'Please tick the sentence to sign.', cy: 'Ticiwch y frawddeg i lofnodi.' },
  many: {
    en: 'There are {count} signatures to give. Please read and sign on our page: the button opens it.',
    cy: 'Mae {count} llofnod i’w rhoi. Darllenwch a llofnodwch ar ein tudalen: bydd y botwm yn ei hagor.'
  },
  inChat: {
    en: '{notice}. Please open it in Teams on a computer, or ask the school for a link.',
    cy: '{notice}. Agorwch ef yn Teams ar gyfrifiadur, neu gofynnwch i’r ysgol am ddolen.'
  }
};

/** Signatures on one card at most; more are given on our page. */
export const mostOnACard = 12;
/** Bytes of a card as JSON at most: 25 KB, less what the bot writes into its buttons. Teams takes more today and has taken less before. */
export const mostBytes = 24_500;

/** By what an item is told apart from the others of the same person. */
export function keyOf({
  policy,
  child
}: {
  readonly policy: string;
  readonly child?: string | { readonly id: string } | undefined;
}): string {
  return child === undefined ? policy : `${policy}/${typeof child === 'string' ? child : child.id}`;
}

/** Asks for everything that one person has to sign: what, why, by when, to read, and to sign. What is too much for a card is given on our page. */
export function ask(asked: Asked, locale: Locale): Card {
  if (!asked.link) return whole(asked, locale);
  // A link is good once, and for a day: a card that is shown again gets a fresh one.
  const refresh = { action: execute(words.newLink[locale], 'show') };
  const card: Card = { ...whole(asked, locale), refresh };
  const fits = asked.items.length <= mostOnACard && Buffer.byteLength(JSON.stringify(card)) <= mostBytes;
  return fits ? card : { ...onPage(asked, locale), refresh };
}

function whole({ school, items, link, attention = [], typed = {} }: Asked, locale: Locale): Card {
  const several = items.length > 1;
  const texts = new Set(items.map(item => item.policy)).size;
  const body: Element[] = [...top(school, locale), ...said(attention)];
  for (const each of together(items, item => item.policy)) body.push(aboutText(each, locale));
  if (link)
    body.push(paragraph(words[texts > 1 ? 'firstAll' : 'first'][locale]), {
      type: 'ActionSet',
      actions: [
        openUrl(words[texts > 1 ? 'readAll' : 'read'][locale], link),
        execute(words.newLink[locale], 'show', {}, { inputs: 'none' })
      ]
    });
  body.push(
    group(
      [subheading(words.signHere[locale]), ...(several ? [paragraph(words.tickWhat[locale])] : []), ...ticks(items, locale, typed.ticked)],
      { separator: true, spacing: 'Large' }
    )
  );
  body.push(
    textInput('name', deskWords.fullName[locale], longest.name, { value: typed.name, missing: refusalWords['name-missing'][locale] })
  );
  for (const field of Array.from(new Set(items.flatMap(item => item.fields))))
    body.push(
      textInput(field, fieldWords[field][locale], longest.field, {
        value: typed.fields?.[field],
        missing: fill(refusalWords['field-missing'][locale], { field: fieldWords[field][locale] })
      })
    );
  body.push(textInput('question', deskWords.question[locale], longest.question, { value: typed.question, lines: true }));
  return cardOf(locale, otherwise(locale), body, [
    execute(deskWords.agreeAndSign[locale], 'sign', { items: items.map(meant) }, { main: true }),
    execute(deskWords.doNotAgree[locale], 'disagree', {}, { inputs: 'none' })
  ]);
}

function onPage({ school, items, link, attention = [] }: Asked, locale: Locale): Card {
  const titles = Array.from(new Set(items.map(item => plain(item.title, 80))));
  const due = items
    .map(item => item.due ?? '')
    .filter(Boolean)
    .sort()[0];
  return cardOf(
    locale,
    otherwise(locale),
    [
      ...top(school, locale),
      ...said(attention),
      paragraph(fill(words.many[locale], { count: items.length })),
      ...(due ? [paragraph(fill(deskWords.dueBy[locale], { date: dateIn(locale, due) }))] : []),
      ...titles.slice(0, mostOnACard).map(title => paragraph(`• ${title}`, { spacing: 'Small' })),
      ...(titles.length > mostOnACard ? [paragraph('• …', { spacing: 'Small' })] : [])
    ],
    link ? [openUrl(words.readAndSign[locale], link)] : []
  );
}

function top(school: string, locale: Locale): readonly Element[] {
  return [heading(words.please[locale]), paragraph(plain(school), { spacing: 'None' })];
}

function said(attention: readonly string[]): readonly Element[] {
  return attention.length === 0
    ? []
    : [
        group(
          attention.map(sentence => paragraph(sentence, { weight: 'Bolder' })),
          { style: 'attention' }
        )
      ];
}

function otherwise(locale: Locale): string {
  return fill(words.inChat[locale], { notice: deskWords.notice[locale] });
}

/** What a button hands back of an item: never whose it is. */
function meant({ policy, major, child, language }: Item): object {
  return { policy, major, language, ...(child ? { child: child.id } : {}) };
}

function together<T>(all: readonly T[], by: (each: T) => string): readonly (readonly [T, ...T[]])[] {
  const heaps = new Map<string, [T, ...T[]]>();
  for (const each of all) {
    const heap = heaps.get(by(each));
    if (heap) heap.push(each);
    else heaps.set(by(each), [each]);
  }
  return Array.from(heaps.values());
}

function aboutText(items: readonly [Item, ...Item[]], locale: Locale): Element {
  const [first] = items;
  const names = items.flatMap(item => (item.child ? [childWords(item.child)] : []));
  const parts: Element[] = [
    subheading(plain(first.title, 80)),
    paragraph(
      `${fill(deskWords.version[locale], { version: first.version })}${names.length > 0 ? `. ${fill(words.children[locale], { names: names.join(', ') })}` : ''}`,
      {
        spacing: 'Small'
      }
    )
  ];
  for (const [item] of together(items, each => `${each.due ?? ''} ${each.overdue}`))
    if (item.due) parts.push(dueLine(item, item.due, locale));
  for (const alike of together(items, each => whyWords(each, locale))) {
    parts.push(paragraph(whyWords(alike[0], locale), { spacing: 'Small' }));
    const changes = Array.from(new Set(alike.flatMap(item => item.changes))).slice(0, 2);
    parts.push(...changes.map(change => paragraph(`• ${plain(change, 240)}`, { spacing: 'Small' })));
  }
  if (first.opened) parts.push(paragraph(fill(words.opened[locale], { when: first.opened }), { spacing: 'Small' }));
  return group(parts, { separator: true, spacing: 'Medium' });
}

function dueLine({ overdue }: Item, due: string, locale: Locale): Element {
  const line = paragraph(fill(deskWords[overdue ? 'wasDue' : 'dueBy'][locale], { date: dateIn(locale, due) }), {
    spacing: 'Small',
    weight: 'Bolder'
  });
  return overdue ? group([line], { style: 'attention', spacing: 'Small' }) : line;
}

function whyWords({ why, before }: Item, locale: Locale): string {
  if (why === 'new') return words.new[locale];
  const { on, version } = before ?? {};
  if (!on || !version) return words[`${why}Somehow`][locale];
  return fill(words[why][locale], { date: on, version });
}

function childWords({ name, class: year }: NonNullable<Item['child']>): string {
  return year ? `${plain(name, 50)} (${plain(year, 20)})` : plain(name, 50);
}

/** Where several signatures stand under one sentence, the sentence comes once and each is ticked by name. */
function ticks(items: readonly Item[], locale: Locale, ticked: readonly string[] = []): readonly Element[] {
  const idOf = (item: Item): string => `tick${items.indexOf(item)}`;
  const isTicked = (item: Item): boolean => ticked.includes(keyOf(item));
  const [only] = items;
  if (items.length === 1 && only && !only.child)
    return [toggle(idOf(only), sentenceOf(only), { ticked: isTicked(only), missing: words.tickIt[locale] })];
  const texts = new Set(items.map(item => item.policy)).size;
  return together(items, item => `${item.policy} ${item.child ? 'child' : ''} ${item.language} ${item.consent}`).flatMap(
    (alike): readonly Element[] => {
      const [first] = alike;
      if (!first.child) return [toggle(idOf(first), sentenceOf(first), { label: plain(first.title, 60), ticked: isTicked(first) })];
      return [
        ...(texts > 1 ? [paragraph(plain(first.title, 60), { weight: 'Bolder' })] : []),
        paragraph(`«${sentenceOf(first)}»`, { spacing: 'Small' }),
        ...alike.map(item =>
          toggle(idOf(item), fill(words.agreeFor[locale], { name: item.child ? childWords(item.child) : '' }), {
            ticked: isTicked(item),
            ...(items.length === 1 ? { missing: words.tickIt[locale] } : {})
          })
        )
      ];
    }
  );
}

/** The whole sentence: what is recorded as agreed to is never cut short. */
function sentenceOf({ consent }: Item): string {
  return plain(consent, Number.POSITIVE_INFINITY);
}
