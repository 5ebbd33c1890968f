import { fill, type Locale } from '../../../core/locale.ts';
import { normalAddress } from '../../../core/mail/address.ts';
import type { Message } from '../../../core/mail/message.ts';
import type { Remedy } from '../../../core/mail/remedy.ts';
import type { Finding, Verdict } from '../../../core/mail/review.ts';
import type { Evidence } from '../../../core/mail/rule.ts';
import { countNotJudged, notJudged } from '../../../core/mail/not-judged.ts';
import { titleOf } from '../../../core/mail/title.ts';
import { actionWords, say } from '../../../core/mail/say.ts';
import { button, el } from '../../dom.ts';
import { shown } from './shown.ts';
import { byHandWords, words } from './words.ts';

/** By what a verdict is shown. */
export interface Showing {
  readonly locale: Locale;
  readonly message: Message;
  /** The text as the rules read it, in which their evidence lies. */
  readonly text: string;
  readonly names: ReadonlyMap<string, string>;
  /** Whether one click can carry it out in this Outlook. */
  readonly canDo: (remedy: Remedy) => boolean;
}

/** How many places of a finding are named. */
const named = 5;

/**
 * What Beadle says of a message: one quiet line, or the findings in their order, and what could not be judged. What reads the same as before is left
 * standing, so that nothing moves under the reader or loses the focus. `remedy` is what a click on the button of a finding does.
 */
export function findingsList(root: HTMLElement, remedy: (remedy: Remedy, finding: Finding) => void) {
  const list = el('ol', { class: 'findings', id: 'findings' });
  const rest = el('div');
  root.append(list, rest);
  let live = new Map<string, Finding>();
  let looks = new Map<string, { readonly look: string; readonly node: HTMLLIElement }>();
  return (verdict: Verdict, by: Showing): void => {
    live = keyed(verdict);
    const next: typeof looks = new Map();
    for (const [key, finding] of live) {
      const look = lookOf(finding, by);
      const old = looks.get(key);
      next.set(key, old && old.look === look ? old : { look, node: findingNode(finding, by, () => act(live.get(key))) });
    }
    looks = next;
    const nodes = [...next.values()].map(({ node }) => node);
    for (const old of [...list.children]) if (!nodes.some(node => node === old)) old.remove();
    nodes.forEach((node, at) => {
      if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null);
    });
    list.hidden = nodes.length === 0;
    shown(rest, [by.locale, verdict.unjudged, verdict.action, quietOf(verdict, by.message)], () => restNodes(verdict, by));
  };

  /** The finding as it is when it is clicked: its addresses may have changed while it read the same. */
  function act(finding: Finding | undefined): void {
    if (finding?.remedy) remedy(finding.remedy, finding);
  }
}

/** The verdict in one or two sentences, for those who listen. */
export function summaryOf(verdict: Verdict, message: Message, locale: Locale): string {
  const { findings, unjudged } = verdict;
  const [first] = findings;
  const said = first ? [countOf(verdict, locale), say(first, locale).sentence] : [words[quietOf(verdict, message)][locale]];
  if (unjudged.length > 0) said.push(`${countNotJudged(verdict, locale)}.`);
  return said.join(' ');
}

/** How many things there are to look at, in words; empty where there is none. */
export function countOf({ findings }: Verdict, locale: Locale): string {
  if (findings.length === 0) return '';
  return findings.length === 1 ? words.oneThing[locale] : fill(words.manyThings[locale], { count: findings.length });
}

/** Each finding under a name that it keeps while its rule has the same number of them before it. */
function keyed({ findings }: Verdict): Map<string, Finding> {
  const all = new Map<string, Finding>();
  for (const finding of findings) {
    let key = finding.rule;
    while (all.has(key)) key += '+';
    all.set(key, finding);
  }
  return all;
}

/** All that can be seen of a finding. */
function lookOf(finding: Finding, by: Showing): string {
  const doable = finding.remedy && by.canDo(finding.remedy);
  return JSON.stringify([by.locale, say(finding, by.locale), finding.action, finding.clauses, placesOf(finding, by), doable]);
}

function findingNode(finding: Finding, by: Showing, act: () => void): HTMLLIElement {
  const { locale } = by;
  const said = say(finding, locale);
  return el(
    'li',
    { class: `finding ${finding.action}`, 'data-finding': finding.rule, 'data-action': finding.action, tabindex: '-1' },
    el('p', { class: `tag ${finding.action}` }, actionWords[finding.action][locale]),
    el('h3', {}, said.sentence),
    placesNode(finding, by),
    el('p', { class: 'clause' }, clauseOf(finding, said.clause, locale)),
    el(
      'p',
      { class: 'why' },
      words.why[locale],
      el(
        'a',
        { href: locale === 'en' ? `/rules/${finding.rule}` : `/${locale}/rules/${finding.rule}`, target: '_blank', rel: 'noopener' },
        titleOf(finding.rule, locale),
        el('span', { class: 'unseen' }, words.newWindow[locale])
      )
    ),
    ...remedyNodes(finding, said.remedy, by, act)
  );
}

function remedyNodes({ remedy }: Finding, says: string, { locale, canDo }: Showing, act: () => void): readonly Node[] {
  if (!remedy) return [];
  if (canDo(remedy)) return [el('p', { class: 'doing' }, button(says, { class: 'remedy', 'data-remedy': remedy.kind }, act))];
  const instead = byHandWords[remedy.kind];
  if (!instead) return [];
  return [el('p', { class: 'by-hand' }, fill(instead[locale], 'address' in remedy ? { address: remedy.address } : {}))];
}

function clauseOf({ clauses }: Finding, says: string, locale: Locale): string {
  if (says === '') return words.noClause[locale];
  const sections = [...new Set(clauses.map(({ section }) => section))];
  const [section] = sections;
  return sections.length === 1 && section
    ? fill(words.clauseIn[locale], { clause: says, section })
    : fill(words.clauseOf[locale], { clause: says });
}

function placesNode(finding: Finding, by: Showing): HTMLElement {
  const places = placesOf(finding, by);
  const items = places.slice(0, named).map(name => el('li', {}, name));
  if (places.length > named) items.push(el('li', {}, fill(words.more[by.locale], { count: places.length - named })));
  return el('ul', { class: 'places', 'aria-label': words.places[by.locale] }, ...items);
}

/** The places of a finding by what they are called, each once. */
function placesOf({ evidence }: Finding, by: Showing): readonly string[] {
  return [...new Set(evidence.map(place => nameOf(place, by)))];
}

/** What the sender reads of a place. The words stand in the sender's own message, and stay in this pane. */
function nameOf(place: Evidence, { locale, message, text, names }: Showing): string {
  switch (place.in) {
    case 'text':
      return fill(words.inText[locale], { words: shortened(text.slice(place.start, place.end)) });
    case 'subject': {
      const subject = 'value' in message.subject ? message.subject.value : '';
      return fill(words.inSubject[locale], { words: shortened(subject.slice(place.start, place.end)) });
    }
    case 'attachment':
      return fill(words.inFile[locale], { name: place.name });
    default:
      return fill(words.inField[locale], { field: words[place.in][locale], name: called(place.address, names) });
  }
}

/** What the people of a message are called, by normalised address. */
export function namesIn({ addressed, from }: Message): ReadonlyMap<string, string> {
  const all = [
    ...('value' in addressed ? [...addressed.value.to, ...addressed.value.cc, ...addressed.value.bcc] : []),
    ...('value' in from ? [from.value] : [])
  ];
  return new Map(all.map(({ name, address }) => [normalAddress(address), name]));
}

function called(address: string, names: Showing['names']): string {
  const name = names.get(address);
  return name && normalAddress(name) !== address ? `${name} (${address})` : address;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 48 ? `${line.slice(0, 47)}…` : line;
}

function restNodes(verdict: Verdict, { locale, message }: Showing): readonly Node[] {
  const nodes: Node[] = [];
  if (verdict.findings.length === 0) {
    const quiet = quietOf(verdict, message);
    nodes.push(el('p', { class: quiet, id: 'quiet' }, words[quiet][locale]));
  }
  if (verdict.unjudged.length > 0) nodes.push(...unjudgedNodes(verdict, locale));
  return nodes;
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
    `${subject.value}${body.value.content.slice(0, 5000).replace(/<[^<>]{0,500}>|&nbsp;/g, '')}`.trim() === ''
  );
}

function unjudgedNodes(verdict: Verdict, locale: Locale): readonly Node[] {
  const { findings, action } = verdict;
  const node = el('details', { class: 'unjudged' }, el('summary', {}, countNotJudged(verdict, locale)));
  for (const { says, rules } of notJudged(verdict, locale)) {
    node.append(el('p', {}, says), el('ul', {}, ...rules.map(rule => el('li', {}, titleOf(rule, locale)))));
  }
  const asks = action === 'confirm' && !findings.some(finding => finding.action !== 'advise');
  return asks ? [el('p', { class: 'unsure' }, words.unsure[locale]), node] : [node];
}
