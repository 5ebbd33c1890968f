import type { ClauseLine, Clauses } from '../../../addin/tab/api.ts';
import { dateAt } from '../../../bot/when.ts';
import { keeping, type Kept } from '../../../core/duties.ts';
import { fill, type Locale } from '../../../core/locale.ts';
import { rules } from '../../../core/mail/rules/index.ts';
import type { MapLine } from '../../../core/policies/map.ts';
import { wordsOf } from '../../../core/policies/policy.ts';
import { keptWords, type Line, type Tone } from '../../../core/report/report.ts';
import { servedBy as servedIn } from '../../../core/report/served.ts';
import { ofWords, stateWords } from '../../../core/report/words.ts';
import { linesOf, mapOf } from '../../report-data.ts';
import { emptyOf } from '../manner.ts';
import { type Asking, cellOf, type Tab } from '../tab.ts';
import { mailView } from './mail.ts';

const words = {
  says: {
    en: 'How far each clause is kept today, never more than something bears out. A signature proves that it was read, not that it is done.',
    cy: 'I ba raddau y cedwir pob cymal heddiw, byth yn fwy nag y mae rhywbeth yn ei gadarnhau. Mae llofnod yn profi ei fod wedi’i ddarllen, nid ei fod yn cael ei wneud.'
  },
  guidance: { en: 'guidance', cy: 'canllaw' },
  none: { en: 'No policy is named', cy: 'Nid oes polisi wedi’i enwi' },
  how: {
    en: 'Once «policy:» under «school:» in beadle.yaml names the policy, you see here each clause and what serves it.',
    cy: 'Unwaith y bydd «policy:» o dan «school:» yn beadle.yaml yn enwi’r polisi, gwelwch yma bob cymal a’r hyn sy’n ei gefnogi.'
  },
  paper: { en: 'Signatures on paper', cy: 'Llofnodion ar bapur' },
  onPaper: { en: 'The school keeps them.', cy: 'Yr ysgol sy’n eu cadw.' },
  signatures: { en: 'Signatures', cy: 'Llofnodion' },
  signed: { en: '{signed} have signed', cy: 'Mae {signed} wedi llofnodi' },
  nobody: { en: 'Nobody is asked yet.', cy: 'Ni ofynnir i neb eto.' },
  warned: { en: 'spoke {count} times since 1 September', cy: 'siaradodd {count} gwaith ers 1 Medi' },
  on: { en: 'switched on', cy: 'wedi’i droi ymlaen' },
  used: { en: 'in use', cy: 'ar waith' }
} as const;

/** In which view it is looked after. */
const leading: { readonly [control: string]: string } = { incident: 'incidents', approval: 'approvals', register: 'registers' };

const tones: { readonly [K in Kept]: Tone } = {
  enforced: 'good',
  checked: 'good',
  reported: 'warn',
  'signed-only': 'unknown',
  'out-of-reach': 'accepted'
};

/** Every clause of the school's policy, how far it is kept, by what, and what says so. */
export async function clausesView(tab: Tab, asking: Asking): Promise<Clauses> {
  const { auditing, school, cwd, desk } = tab;
  const { locale } = asking;
  const last = auditing ? await auditing.audits.last(auditing.tenants) : [];
  const map = school.file === undefined ? undefined : await mapOf({ school, cwd }, last, locale, await tab.inUse());
  if (!map) return { title: '', says: words.says[locale], totals: [], clauses: [], empty: emptyOf(words.none, words.how, locale) };
  const today = dateAt(desk.school.timezone, desk.now().toISOString());
  const { accepted } = await tab.settings.audits();
  const wanted = (await desk.wanted()).filter(({ standing }) => standing !== 'left');
  const evidence: Evidence = {
    locale,
    lines: last.flatMap(each => linesOf(each, accepted, today)),
    // Who may not see audits reads of a clause that it is checked, and no more.
    openly: cellOf('see-audits', asking) !== 'no',
    warned: new Map((await mailView(tab, asking)).rules.map(({ rule, warned }) => [rule, warned])),
    signed: wanted.length === 0 ? undefined : ofWords(wanted.filter(({ standing }) => standing === 'signed').length, wanted.length, locale)
  };
  const { lines, totals } = map.policy;
  return {
    title: map.title,
    says: words.says[locale],
    totals: keeping.map(kept => ({ kept, label: keptWords[kept][locale], tone: tones[kept], count: totals.today[kept] })),
    clauses: lines.map(line => clauseOf(line, evidence))
  };
}

interface Evidence {
  readonly locale: Locale;
  readonly lines: readonly Line[];
  readonly openly: boolean;
  readonly warned: ReadonlyMap<string, number>;
  readonly signed: string | undefined;
}

function clauseOf({ clause, today, couldBe }: MapLine, evidence: Evidence): ClauseLine {
  const { locale } = evidence;
  const isGuidance = clause.duties.length === 0;
  return {
    id: clause.id,
    text: wordsOf(clause.text, locale),
    ...(clause.section === '' ? {} : { section: clause.section }),
    kept: isGuidance ? 'guidance' : today.kept,
    label: isGuidance ? words.guidance[locale] : keptWords[today.kept][locale],
    tone: isGuidance ? 'plain' : tones[today.kept],
    partly: today.partly,
    couldBe: keptWords[couldBe.kept][locale],
    serves: [...new Set(today.duties.flatMap(({ by }) => by))].map(by => servedBy(by, evidence))
  };
}

function servedBy(by: string, { locale, lines, openly, warned, signed }: Evidence): ClauseLine['serves'][number] {
  const prefix = locale === 'en' ? '' : `/${locale}`;
  if (by === 'paper') return { control: 'signature', title: words.paper[locale], evidence: words.onPaper[locale] };
  if (by === 'ledger') {
    const says = signed === undefined ? words.nobody[locale] : fill(words.signed[locale], { signed });
    return { control: 'signature', title: words.signatures[locale], evidence: says, leads: 'signatures' };
  }
  const rule = rules.find(({ id }) => id === by);
  if (rule) {
    const count = warned.get(by);
    const says = count === undefined ? words.on[locale] : fill(words.warned[locale], { count });
    return { control: 'mail-rule', title: rule.title[locale], evidence: says, url: `${prefix}/rules/${by}`, leads: `mail/${by}` };
  }
  const its = lines.filter(({ check }) => check.id === by);
  const [line] = its;
  const used = servedIn(by);
  if (used)
    return { control: used.control, title: used.title[locale], evidence: words.used[locale], leads: leading[used.control] ?? 'today' };
  if (!line) return { control: 'register', title: by, evidence: words.on[locale] };
  const says = openly ? its.map(({ result }) => stateWords[result.state][locale]).join(', ') : words.on[locale];
  return {
    control: 'tenant-check',
    title: line.check.title[locale],
    evidence: says,
    url: `${prefix}/checks/${by}`,
    ...(openly && { leads: `audits/${by}` })
  };
}
