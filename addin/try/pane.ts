import { fill, type Locale } from '../../core/locale.ts';
import { normalAddress } from '../../core/mail/address.ts';
import type { Message } from '../../core/mail/message.ts';
import type { Remedy } from '../../core/mail/remedy.ts';
import type { Finding, Verdict } from '../../core/mail/review.ts';
import type { Evidence } from '../../core/mail/rule.ts';
import { countNotJudged, notJudged } from '../../core/mail/not-judged.ts';
import { titleOf } from '../../core/mail/title.ts';
import { actionWords, say } from '../../core/mail/say.ts';
import { button, el } from '../dom.ts';
import { clauseText } from './policies.ts';
import { words } from './words.ts';

interface Showing {
  readonly locale: Locale;
  readonly policyId: string;
  readonly message: Message;
}

interface Wiring {
  readonly remedy: (remedy: Remedy, finding: Finding) => void;
  /** Shows a place in the message to the person. */
  readonly show: (place: Evidence) => void;
}

/** How many places of a finding are offered. */
const offered = 5;

/**
 * What Beadle says of a message: one quiet line, or the findings in their order, and what could not be judged. What reads the same as before
 * is left standing, so that an opened clause stays open and nothing moves under the reader while the message is being written.
 */
export function verdictPane(root: HTMLElement, wiring: Wiring): (verdict: Verdict, by: Showing) => void {
  const list = el('ol', { class: 'findings' });
  const rest = el('div');
  root.append(list, rest);
  let live: { readonly findings: ReadonlyMap<string, Finding>; readonly by: Showing } | undefined;
  let looks = new Map<string, { readonly look: string; readonly node: HTMLLIElement }>();
  let restLook = '';
  return (verdict, by) => {
    const keyed = keyedFindings(verdict);
    live = { findings: keyed, by };
    const next: typeof looks = new Map();
    for (const [key, finding] of keyed) {
      const look = lookOf(finding, by);
      const old = looks.get(key);
      next.set(
        key,
        old && old.look === look
          ? old
          : { look, node: findingNode(finding, by, wiring, () => ({ finding: live?.findings.get(key) ?? finding, by: live?.by ?? by })) }
      );
    }
    looks = next;
    const nodes = [...next.values()].map(({ node }) => node);
    // One by one: a node that stays must neither lose the focus nor arrive a second time.
    for (const old of [...list.children]) if (!nodes.some(node => node === old)) old.remove();
    nodes.forEach((node, at) => {
      if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null);
    });
    list.hidden = nodes.length === 0;
    const nowRest = JSON.stringify([by.locale, verdict.unjudged, verdict.action, nodes.length === 0, quietOf(verdict, by.message)]);
    if (nowRest !== restLook) rest.replaceChildren(...restNodes(verdict, by));
    restLook = nowRest;
  };
}

/** Each finding under a name that it keeps while its rule has the same number of them before it. */
function keyedFindings({ findings }: Verdict): ReadonlyMap<string, Finding> {
  const keyed = new Map<string, Finding>();
  for (const finding of findings) {
    let key = finding.rule;
    while (keyed.has(key)) key += '+';
    keyed.set(key, finding);
  }
  return keyed;
}

/** All that can be seen of a finding. */
function lookOf(finding: Finding, by: Showing): string {
  const names = placesOf(finding, by).map(({ name }) => name);
  return JSON.stringify([by.locale, by.policyId, say(finding, by.locale), finding.action, finding.clauses, names]);
}

function restNodes(verdict: Verdict, { locale, message }: Showing): readonly Node[] {
  const nodes: Node[] = [];
  if (verdict.findings.length === 0) {
    const quiet = quietOf(verdict, message);
    nodes.push(el('p', { class: quiet }, words[quiet][locale]));
  }
  if (verdict.unjudged.length > 0) nodes.push(unjudgedNode(verdict, locale));
  return nodes;
}

/** The verdict in one or two sentences, for those who listen. */
export function summaryOf(verdict: Verdict, message: Message, locale: Locale): string {
  const { findings, unjudged } = verdict;
  const [first] = findings;
  const said: string[] = [];
  if (first) {
    said.push(countOf(verdict, locale));
    said.push(say(first, locale).sentence);
  } else said.push(words[quietOf(verdict, message)][locale]);
  if (unjudged.length > 0) said.push(`${countNotJudged(verdict, locale)}.`);
  return said.join(' ');
}

/** How many things there are to look at, in words. */
export function countOf({ findings }: Verdict, locale: Locale): string {
  return findings.length === 1 ? words.oneThing[locale] : fill(words.manyThings[locale], { count: findings.length });
}

function quietOf({ unjudged }: Verdict, message: Message): 'empty' | 'fine' | 'fineSoFar' {
  if (isEmpty(message)) return 'empty';
  return unjudged.length === 0 ? 'fine' : 'fineSoFar';
}

function isEmpty({ addressed, subject, body, attachments }: Message): boolean {
  return (
    'value' in addressed &&
    'value' in subject &&
    'value' in body &&
    'value' in attachments &&
    addressed.value.to.length + addressed.value.cc.length + addressed.value.bcc.length + attachments.value.length === 0 &&
    `${subject.value}${body.value.content}`.trim() === ''
  );
}

/** `now` gives the finding as it is when something is clicked: its places move while the message is being written. */
function findingNode(
  finding: Finding,
  by: Showing,
  wiring: Wiring,
  now: () => { readonly finding: Finding; readonly by: Showing }
): HTMLLIElement {
  const { locale } = by;
  const said = say(finding, locale);
  const doing = el('p', { class: 'doing' });
  if (finding.remedy) {
    doing.append(
      button(said.remedy, { class: 'remedy' }, () => {
        const current = now().finding;
        if (current.remedy) wiring.remedy(current.remedy, current);
      })
    );
  }
  doing.append(
    el(
      'a',
      {
        href: locale === 'en' ? `/rules/${finding.rule}` : `/${locale}/rules/${finding.rule}`,
        target: '_blank',
        rel: 'noopener',
        'aria-label': fill(words.whyLong[locale], { title: titleOf(finding.rule, locale) })
      },
      words.why[locale]
    )
  );
  return el(
    'li',
    { class: `finding ${finding.action}`, 'data-rule': finding.rule },
    el('p', { class: `tag ${finding.action}` }, actionWords[finding.action][locale]),
    el('h3', {}, said.sentence),
    clauseNode(finding, said.clause, by),
    placesNode(finding, by, at => {
      const current = now();
      const place = placesOf(current.finding, current.by)[at];
      if (place) wiring.show(place.place);
    }),
    doing
  );
}

function clauseNode(finding: Finding, says: string, { locale, policyId }: Showing): HTMLElement {
  if (says === '') return el('p', { class: 'clause' }, words.noClause[locale]);
  const title = fill(words.clauseOf[locale], { clause: says });
  const texts = finding.clauses.map(({ id }) => ({ id, ...clauseText(policyId, id, locale) })).filter(({ text }) => text !== '');
  if (texts.length === 0) return el('p', { class: 'clause' }, title);
  return el(
    'details',
    { class: 'clause' },
    el('summary', {}, title),
    el('ul', {}, ...texts.map(({ id, text, lang }) => el('li', {}, el('b', {}, id), ' ', el('span', { lang }, text))))
  );
}

function placesNode(finding: Finding, by: Showing, show: (at: number) => void): HTMLElement {
  const shown = placesOf(finding, by);
  const items = shown.slice(0, offered).map(({ name }, at) =>
    el(
      'li',
      {},
      button(name, { class: 'place' }, () => show(at))
    )
  );
  if (shown.length > offered) items.push(el('li', {}, fill(words.more[by.locale], { count: shown.length - offered })));
  return el('ul', { class: 'places', 'aria-label': words.places[by.locale] }, ...items);
}

/** The places of a finding by what they are called, each name once. */
function placesOf({ evidence }: Finding, by: Showing): readonly { readonly name: string; readonly place: Evidence }[] {
  const places = evidence.map(place => ({ name: nameOf(place, by), place }));
  const first = new Map(places.map(({ name }, at) => [name, at] as const).reverse());
  return places.filter(({ name }, at) => first.get(name) === at);
}

/** What the sender reads of a place. The words stand in the sender's own message; nothing of them goes anywhere else. */
function nameOf(place: Evidence, { locale, message }: Showing): string {
  switch (place.in) {
    case 'text': {
      const text = 'value' in message.body ? message.body.value.content : '';
      return fill(words.inText[locale], { words: shortened(text.slice(place.start, place.end)) });
    }
    case 'subject': {
      const subject = 'value' in message.subject ? message.subject.value : '';
      return fill(words.inSubject[locale], { words: shortened(subject.slice(place.start, place.end)) });
    }
    case 'attachment':
      return fill(words.inFile[locale], { name: place.name });
    default:
      return fill(words.inField[locale], { field: words[place.in][locale], name: personIn(message, place.address) });
  }
}

function personIn({ addressed, from }: Message, address: string): string {
  const all = [
    ...('value' in addressed ? [...addressed.value.to, ...addressed.value.cc, ...addressed.value.bcc] : []),
    ...('value' in from ? [from.value] : [])
  ];
  const who = all.find(each => normalAddress(each.address) === address);
  return (who && who.name) || address;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 48 ? `${line.slice(0, 47)}…` : line;
}

function unjudgedNode(verdict: Verdict, locale: Locale): HTMLElement {
  const { findings, action } = verdict;
  const node = el('details', { class: 'unjudged', open: findings.length === 0 }, el('summary', {}, countNotJudged(verdict, locale)));
  for (const { says, rules } of notJudged(verdict, locale)) {
    node.append(el('p', {}, says), el('ul', {}, ...rules.map(rule => el('li', {}, titleOf(rule, locale)))));
  }
  const asks = action === 'confirm' && !findings.some(finding => finding.action !== 'advise');
  return asks ? el('div', {}, el('p', { class: 'unsure' }, words.unsure[locale]), node) : node;
}
