import { months } from '../dates.ts';
import { fill, type Locale, locales, type Text, type Values } from '../locale.ts';
import { cautions } from './cautions.ts';
import { plainOf } from './plain.ts';
import { type Clause, type Party, type Policy, wordsOf } from './policy.ts';
import { stale } from './stale.ts';
import { type Positions, positionsOn, type Topic, type TopicId, topics } from './topics.ts';
import { vague } from './vague.ts';

/** What can be wrong with a policy’s text, gravest first. */
export const lintKinds = {
  contradiction: { en: 'Contradictions', cy: 'Anghysondebau' },
  'against-trust': { en: 'Against the trust’s policy', cy: 'Yn groes i bolisi’r ymddiriedolaeth' },
  'repealed-law': { en: 'Law that has gone or is not named exactly', cy: 'Cyfraith sydd wedi mynd neu nas enwir yn fanwl' },
  'against-advice': { en: 'Against today’s advice', cy: 'Yn groes i gyngor heddiw' },
  dates: { en: 'Dates', cy: 'Dyddiadau' },
  'out-of-date': { en: 'Out of date', cy: 'Wedi dyddio' },
  ambiguous: { en: 'Words that can be read in two ways', cy: 'Geiriau y gellir eu darllen mewn dwy ffordd' },
  shape: { en: 'The file itself', cy: 'Y ffeil ei hun' },
  unseen: { en: 'What could not be looked for', cy: 'Yr hyn na ellid chwilio amdano' }
} as const satisfies { readonly [kind: string]: Text };
export type LintKind = keyof typeof lintKinds;

/** One thing to put right in a policy’s text: what it is, in which clauses (none: the policy as a whole), and what to do. */
export interface LintFinding {
  readonly kind: LintKind;
  readonly clauses: readonly string[];
  /** The trust’s clauses, where the finding compares with them. */
  readonly trust?: readonly string[];
  readonly what: Text;
  readonly do: Text;
}

/** Reads a policy for what contradicts, has lapsed or is unclear. `today` is `YYYY-MM-DD`. Gravest kind first, then in the policy’s order. */
export function lintPolicy(policy: Policy, { today, trust }: { readonly today: string; readonly trust?: Policy }): readonly LintFinding[] {
  const found = [
    ...contradictions(policy),
    ...(trust ? againstTrust(policy, trust) : []),
    ...dates(policy, today),
    ...againstAdvice(policy),
    ...wordsFound(policy),
    ...shape(policy),
    ...unseen(policy, trust)
  ];
  const kinds = Object.keys(lintKinds) as readonly LintKind[];
  return kinds.reduce<readonly LintFinding[]>((all, kind) => [...all, ...found.filter(each => each.kind === kind)], []);
}

interface Stand {
  readonly clause: Clause;
  readonly positions: readonly string[];
}

/** Who stands where on a topic. Advice stands nowhere: it binds nobody. */
function standsOn(policy: Policy, topic: TopicId): readonly Stand[] {
  const stands: Stand[] = [];
  for (const clause of policy.clauses) {
    if (!clause.positions || clause.standing === 'advice') continue;
    const positions = positionsOn(clause.positions, topic);
    if (positions.length > 0) stands.push({ clause, positions });
  }
  return stands;
}

function contradictions(policy: Policy): readonly LintFinding[] {
  const findings: LintFinding[] = [];
  for (const id of Object.keys(topics) as TopicId[]) {
    const topic: Topic = topics[id];
    if (topic.compare === 'sum') continue;
    const stands = standsOn(policy, id);
    const kinds = new Map(stands.map(one => [kindOf(one), one] as const));
    const all = Array.from(kinds.values());
    const against = new Set(all.filter(one => all.some(other => contradict(topic, one, other))).map(kindOf));
    const at = stands.filter(one => against.has(kindOf(one)));
    if (at.length === 0) continue;
    findings.push({
      kind: 'contradiction',
      clauses: at.map(({ clause }) => clause.id),
      what: told(
        {
          en: 'On one point the policy says different things – {topic}: {answers}.',
          cy: 'Ar un pwynt mae’r polisi’n dweud pethau gwahanol – {topic}: {answers}.'
        },
        locale => ({ topic: topic.says[locale], answers: answers(topic, at, locale) })
      ),
      do: {
        en: 'Decide on one answer and change the other clauses.',
        cy: 'Penderfynwch ar un ateb a newidiwch y cymalau eraill.'
      }
    });
  }
  return findings;
}

/** Clauses of one kind contradict the same others: there are few kinds, however many clauses there are. */
function kindOf({ clause, positions }: Stand): string {
  return `${positions.join(' ')}/${clause.binds.join(' ')}`;
}

function contradict(topic: Topic, one: Stand, other: Stand): boolean {
  if (topic.perParty && !share(one, other)) return false;
  return !one.positions.some(position => other.positions.indexOf(position) >= 0);
}

/** Whether there is somebody whom both clauses bind. */
function share(one: Stand, other: Stand): boolean {
  return one.clause.binds.some(party => other.clause.binds.indexOf(party) >= 0);
}

/** `never (Own devices.7); with permission (Own devices.9)` */
function answers(topic: Topic, stands: readonly Stand[], locale: Locale): string {
  const by = new Map<string, string[]>();
  for (const { clause, positions } of stands) {
    const answer = positions.map(position => named(topic, position, locale)).join(topic.compare === 'sum' ? ', ' : ' / ');
    const ids = by.get(answer) || [];
    ids.push(clause.id);
    by.set(answer, ids);
  }
  return Array.from(by, ([answer, ids]) => `${answer} (${ids.join(', ')})`).join('; ');
}

function named(topic: Topic, position: string, locale: Locale): string {
  const says = topic.positions[position];
  return says ? says[locale] : position;
}

function againstTrust(policy: Policy, trust: Policy): readonly LintFinding[] {
  const findings: LintFinding[] = [];
  if (!takesPositions(policy)) return findings;
  for (const id of Object.keys(topics) as TopicId[]) {
    const topic: Topic = topics[id];
    const every = standsOn(trust, id);
    if (every.length === 0) continue;
    const ours = topic.perParty ? sharing(standsOn(policy, id), every) : standsOn(policy, id);
    const theirs = topic.perParty && ours.length > 0 ? sharing(every, ours) : every;
    const values = (locale: Locale): Values => ({
      topic: topic.says[locale],
      theirs: answers(topic, theirs, locale),
      ours: answers(topic, ours, locale)
    });
    const places = { clauses: ours.map(({ clause }) => clause.id), trust: theirs.map(({ clause }) => clause.id) };
    if (ours.length === 0) {
      findings.push({
        kind: 'against-trust',
        ...places,
        what: told(
          {
            en: 'The trust has a rule where the school has none – {topic}: {theirs}.',
            cy: 'Mae gan yr ymddiriedolaeth reol lle nad oes gan yr ysgol un – {topic}: {theirs}.'
          },
          values
        ),
        do: {
          en: 'Take the trust’s rule over, or say that it applies.',
          cy: 'Mabwysiadwch reol yr ymddiriedolaeth, neu dywedwch ei bod yn berthnasol.'
        }
      });
    } else if (falls(topic, theirs, ours)) {
      findings.push({
        kind: 'against-trust',
        ...places,
        what: told(
          {
            en: 'The trust and the school differ – {topic}. Trust: {theirs}. School: {ours}.',
            cy: 'Mae’r ymddiriedolaeth a’r ysgol yn wahanol – {topic}. Ymddiriedolaeth: {theirs}. Ysgol: {ours}.'
          },
          values
        ),
        do:
          topic.compare === 'choice'
            ? { en: 'Agree with the trust on one answer.', cy: 'Cytunwch ar un ateb gyda’r ymddiriedolaeth.' }
            : {
                en: 'Ask for at least as much as the trust does. To ask for more is allowed.',
                cy: 'Gofynnwch am o leiaf gymaint ag y mae’r ymddiriedolaeth. Caniateir gofyn am fwy.'
              }
      });
    }
  }
  return findings;
}

/** Those of `some` that bind somebody whom `others` bind too. */
function sharing(some: readonly Stand[], others: readonly Stand[]): readonly Stand[] {
  const bound = new Set<Party>();
  for (const { clause } of others) for (const party of clause.binds) bound.add(party);
  return some.filter(({ clause }) => clause.binds.some(party => bound.has(party)));
}

/** Whether a school falls short of its trust: a lower rung, no common answer, or a part of the sum that is missing. */
function falls(topic: Topic, theirs: readonly Stand[], ours: readonly Stand[]): boolean {
  const their = positionsOf(theirs);
  const our = positionsOf(ours);
  if (topic.whole !== undefined && our.indexOf(topic.whole) >= 0) return false;
  if (topic.compare === 'sum') return their.some(position => our.indexOf(position) < 0);
  if (topic.compare === 'choice') return !their.some(position => our.indexOf(position) >= 0);
  const rungs = Object.keys(topic.positions);
  const strictest = Math.min(...their.map(position => rungs.indexOf(position)));
  return our.some(position => rungs.indexOf(position) > strictest);
}

function positionsOf(stands: readonly Stand[]): readonly string[] {
  const all = new Set<string>();
  for (const { positions } of stands) for (const position of positions) all.add(position);
  return Array.from(all);
}

function againstAdvice(policy: Policy): readonly LintFinding[] {
  const findings: LintFinding[] = [];
  for (const { topic, position, unless, what, do: todo } of cautions) {
    const stands = standsOn(policy, topic);
    if (unless !== undefined && stands.some(({ positions }) => positions.indexOf(unless) >= 0)) continue;
    const at = stands.filter(({ positions }) => positions.indexOf(position) >= 0);
    if (at.length > 0) findings.push({ kind: 'against-advice', clauses: at.map(({ clause }) => clause.id), what, do: todo });
  }
  return findings;
}

function dates({ adoptedOn, reviewDue, clauses }: Policy, today: string): readonly LintFinding[] {
  const findings: LintFinding[] = [];
  const at = clauses.filter(({ duties }) => duties.indexOf('review-policy') >= 0).map(({ id }) => id);
  const say = (what: Text, todo: Text): void => {
    findings.push({ kind: 'dates', clauses: at, what, do: todo });
  };
  const unread = [adoptedOn, reviewDue].filter((date): date is string => date !== undefined && !isDate(date));
  for (const date of unread) {
    say(
      told({ en: '«{date}» is no date that can be reckoned with.', cy: 'Nid yw «{date}» yn ddyddiad y gellir cyfrif ag ef.' }, () => ({
        date
      })),
      { en: 'Write it as 2026-09-01, 2026-09 or 2026.', cy: 'Ysgrifennwch ef fel 2026-09-01, 2026-09 neu 2026.' }
    );
  }
  if (adoptedOn === undefined) {
    say(
      { en: 'Nothing says when the policy was adopted.', cy: 'Nid oes dim yn dweud pryd y mabwysiadwyd y polisi.' },
      { en: 'Add adoptedOn.', cy: 'Ychwanegwch adoptedOn.' }
    );
  }
  if (reviewDue === undefined) {
    say(
      { en: 'Nothing says when the policy is to be reviewed.', cy: 'Nid oes dim yn dweud pryd y mae’r polisi i’w adolygu.' },
      { en: 'Add reviewDue, no more than a year ahead.', cy: 'Ychwanegwch reviewDue, heb fod yn fwy na blwyddyn ymlaen.' }
    );
  } else if (isDate(reviewDue) && lastDay(reviewDue) < today) {
    say(
      told({ en: 'The review was due {date}.', cy: 'Roedd yr adolygiad i fod i ddigwydd {date}.' }, locale => ({
        date: written(reviewDue, locale)
      })),
      { en: 'Review the policy and set the next date.', cy: 'Adolygwch y polisi a phennwch y dyddiad nesaf.' }
    );
  }
  if (adoptedOn !== undefined && reviewDue !== undefined && isDate(adoptedOn) && isDate(reviewDue) && lastDay(reviewDue) < adoptedOn) {
    say(
      { en: 'The review is due before the policy was adopted.', cy: 'Mae’r adolygiad i fod cyn i’r polisi gael ei fabwysiadu.' },
      { en: 'Correct one of the two dates.', cy: 'Cywirwch un o’r ddau ddyddiad.' }
    );
  }
  return findings;
}

function isDate(date: string): boolean {
  return /^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$/.test(date);
}

/** The last day that a date can mean; made to be compared as text. */
function lastDay(date: string): string {
  return date + '-12-31'.slice(date.length - 4);
}

/** `on 1 April 2018`, `in April 2018`, `in 2018` */
function written(date: string, locale: Locale): string {
  const [year, month, day] = date.split('-');
  const name = month === undefined ? '' : `${months[locale][Number(month) - 1]} `;
  const when = day === undefined ? { en: 'in', cy: 'yn' } : { en: 'on', cy: 'ar' };
  return `${when[locale]} ${day === undefined ? '' : `${Number(day)} `}${name}${year}`;
}

/** A clause’s words in all its languages, made plain. */
function plain(clause: Clause, policy: Policy): string {
  const texts = locales.map(locale => wordsOf(clause.text, locale, policy.languages));
  return plainOf(texts.filter((text, i) => texts.indexOf(text) === i).join(' '));
}

function wordsFound(policy: Policy): readonly LintFinding[] {
  const texts = policy.clauses.map(clause => ({ clause, text: plain(clause, policy) }));
  const findings: LintFinding[] = [];
  for (const each of stale) {
    const at = texts.filter(({ text }) => each.phrases.some(phrase => stands(text, phrase, each))).map(({ clause }) => clause.id);
    if (at.length > 0) findings.push({ kind: each.kind, clauses: at, what: each.what, do: each.do });
  }
  for (const each of vague) {
    for (const phrase of each.phrases) {
      const at = texts.filter(({ text }) => stands(text, phrase, each)).map(({ clause }) => clause.id);
      if (at.length > 0) {
        findings.push({
          kind: 'ambiguous',
          clauses: at,
          what: told(each.what, () => ({ word: phrase.replace(/^bi /, 'bi-') })),
          do: each.do
        });
      }
    }
  }
  return findings;
}

interface Neighbours {
  readonly notAfter?: readonly string[];
  readonly notBefore?: readonly string[];
}

/** Whether `phrase` stands somewhere in `text` with none of the words beside it that make it mean something else. */
function stands(text: string, phrase: string, { notAfter = [], notBefore = [] }: Neighbours): boolean {
  for (let at = text.indexOf(` ${phrase} `); at >= 0; at = text.indexOf(` ${phrase} `, at + 1)) {
    const end = at + phrase.length + 2;
    const after = notAfter.some(word => text.slice(Math.max(0, at - word.length - 1), at + 1) === ` ${word} `);
    const before = notBefore.some(word => text.slice(end - 1, end + word.length + 1) === ` ${word} `);
    if (!after && !before) return true;
  }
  return false;
}

function shape({ clauses }: Policy): readonly LintFinding[] {
  const findings: LintFinding[] = [];
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of clauses) {
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  if (twice.size > 0) {
    findings.push({
      kind: 'shape',
      clauses: Array.from(twice),
      what: { en: 'More than one clause bears this number.', cy: 'Mae mwy nag un cymal â’r rhif hwn.' },
      do: { en: 'Give each clause a number of its own.', cy: 'Rhowch ei rif ei hun i bob cymal.' }
    });
  }
  const unbound = clauses.filter(({ binds, duties }) => binds.length === 0 && duties.length > 0).map(({ id }) => id);
  if (unbound.length > 0) {
    findings.push({
      kind: 'shape',
      clauses: unbound,
      what: { en: 'The clause asks for something but binds nobody.', cy: 'Mae’r cymal yn gofyn am rywbeth ond nid yw’n rhwymo neb.' },
      do: { en: 'Say in «binds» whom it binds.', cy: 'Dywedwch yn «binds» pwy y mae’n ei rwymo.' }
    });
  }
  const empty = clauses
    .filter(({ text }) => (typeof text === 'string' ? text.trim() === '' : Object.keys(text).length === 0))
    .map(({ id }) => id);
  if (empty.length > 0) {
    findings.push({
      kind: 'shape',
      clauses: empty,
      what: { en: 'The clause has no text.', cy: 'Nid oes testun i’r cymal.' },
      do: { en: 'Write it or take it out.', cy: 'Ysgrifennwch ef neu dilëwch ef.' }
    });
  }
  return findings;
}

/** Contradictions are read from positions alone; a policy without any must not pass for one without contradictions. */
function unseen(policy: Policy, trust: Policy | undefined): readonly LintFinding[] {
  const todo = {
    en: 'Add positions to the clauses that need them, such as «positions: { personal-use: none }».',
    cy: 'Ychwanegwch positions at y cymalau sydd eu hangen, fel «positions: { personal-use: none }».'
  };
  const findings: LintFinding[] = [];
  if (!takesPositions(policy)) {
    findings.push({
      kind: 'unseen',
      clauses: [],
      what: {
        en: 'No clause says where it stands, so contradictions could not be looked for.',
        cy: 'Nid oes yr un cymal yn dweud ble y mae’n sefyll, felly ni ellid chwilio am anghysondebau.'
      },
      do: todo
    });
  }
  if (trust && !takesPositions(trust)) {
    findings.push({
      kind: 'unseen',
      clauses: [],
      what: {
        en: 'No clause of the trust’s policy says where it stands, so the two could not be compared.',
        cy: 'Nid oes yr un cymal ym mholisi’r ymddiriedolaeth yn dweud ble y mae’n sefyll, felly ni ellid cymharu’r ddau.'
      },
      do: todo
    });
  }
  return findings;
}

function takesPositions({ clauses }: Policy): boolean {
  const none: Positions = {};
  return clauses.some(({ positions = none }) => Object.keys(positions).length > 0);
}

function told(text: Text, values: (locale: Locale) => Values): Text {
  return { en: fill(text.en, values('en')), cy: fill(text.cy, values('cy')) };
}
