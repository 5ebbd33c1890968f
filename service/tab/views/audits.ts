import type { AcceptedRisk, AuditLine, Audits } from '../../../addin/tab/api.ts';
import { dateAt } from '../../../bot/when.ts';
import { dateIn, shortDateIn } from '../../../core/dates.ts';
import { fill, type Text } from '../../../core/locale.ts';
import { compose } from '../../../core/report/compose.ts';
import { itemOf } from '../../../core/report/item.ts';
import type { Line, Reader, ReportData, Tone } from '../../../core/report/report.ts';
import { changeWords, isOpen, toneOf } from '../../../core/report/words.ts';
import { checks } from '../../../core/tenant/checks/index.ts';
import { reportDataOf } from '../../report-data.ts';
import { emptyOf } from '../manner.ts';
import { baseOf } from '../settings.ts';
import { type Asking, cellOf, type Tab } from '../tab.ts';

const words = {
  none: { en: 'The tenant is not audited', cy: 'Nid yw’r denantiaeth yn cael ei harchwilio' },
  how: {
    en: 'Once «audit:» in beadle.yaml names the school’s tenant, Beadle reads its settings and says here what it found.',
    cy: 'Unwaith y bydd «audit:» yn beadle.yaml yn enwi tenantiaeth yr ysgol, bydd Beadle yn darllen ei gosodiadau ac yn dweud yma beth a ganfu.'
  },
  notYet: { en: 'No audit has run yet', cy: 'Nid oes archwiliad wedi rhedeg eto' },
  when: {
    en: 'The first one runs on the next day that the school chose, or when somebody asks for it.',
    cy: 'Bydd yr un cyntaf yn rhedeg ar y diwrnod nesaf a ddewisodd yr ysgol, neu pan fydd rhywun yn gofyn amdano.'
  },
  failed: {
    en: 'The last audit could not be finished, and what stands here is of the one before. It is tried again; if that goes on, IT support sees why with «beadle audit».',
    cy: 'Ni ellid gorffen yr archwiliad diwethaf, a’r un cynt yw’r hyn sydd yma. Rhoddir cynnig arall arno; os yw’n parhau, gall cymorth TG weld pam gyda «beadle audit».'
  },
  says: {
    en: 'Of {date}: {wrong} to put right, {right} as they should be, {unknown} not known.',
    cy: 'Ar {date}: {wrong} i’w cywiro, {right} fel y dylent fod, {unknown} yn anhysbys.'
  }
} as const;

const groups: readonly (readonly [Tone, Text])[] = [
  ['bad', { en: 'To put right', cy: 'I’w cywiro' }],
  ['warn', { en: 'To put right in part', cy: 'I’w cywiro’n rhannol' }],
  ['accepted', { en: 'Accepted', cy: 'Wedi’u derbyn' }],
  ['unknown', { en: 'Not known', cy: 'Anhysbys' }],
  ['good', { en: 'As they should be', cy: 'Fel y dylent fod' }]
];

/** Sections of the report that the view shows as they are; the rest of it is in the groups. */
const sections: readonly string[] = ['changed', 'details', 'disagreement'];

/** As which reader of the report somebody reads what was found: as the one who learns most. */
export function readerOf(asking: Asking): Reader {
  const is = (role: Asking['roles'][number]): boolean => asking.roles.includes(role);
  return is('it') ? 'it' : is('coordinator') ? 'coordinator' : is('head') ? 'head' : 'governors';
}

/** What the last audit found, as the report for this reader words it. */
export async function auditsView(tab: Tab, asking: Asking): Promise<Audits> {
  const { auditing, desk } = tab;
  const { locale } = asking;
  const reader = readerOf(asking);
  const bare = { reader, groups: [], sections: [], trend: [], accepted: [], running: false, asks: tab.runAudit !== undefined } as const;
  if (!auditing) return { ...bare, says: words.none[locale], empty: emptyOf(words.none, words.how, locale) };
  const state = await tab.auditState();
  const stands = { running: state === 'running', ...(state === 'failed' && { failed: words.failed[locale] }) };
  const last = await auditing.audits.last(auditing.tenants);
  if (last.length === 0) {
    const empty = emptyOf(words.notYet, words.when, locale);
    return { ...bare, ...stands, says: words.notYet[locale], empty };
  }
  // Whoever reads this is on the tab already.
  const { tabAt: _, ...data } = await reportDataOf(auditing, last, locale);
  const today = dateAt(desk.school.timezone, desk.now().toISOString());
  const report = compose(data, reader, locale);
  const of = (...tones: readonly Tone[]): number => data.lines.filter(({ result }) => tones.includes(toneOf(result))).length;
  const named = reader === 'it' || reader === 'coordinator';
  return {
    reader,
    on: data.on,
    says: fill(words.says[locale], {
      date: dateIn(locale, data.on),
      wrong: of('bad', 'warn'),
      right: of('good'),
      unknown: of('unknown')
    }),
    groups: groups.flatMap(([tone, label]) => {
      const lines = data.lines.filter(({ result }) => toneOf(result) === tone);
      return lines.length === 0 ? [] : [{ tone, label: label[locale], lines: lines.map(line => lineOf(line, data, asking, named)) }];
    }),
    sections: report.sections.filter(({ id }) => sections.includes(id)),
    trend: data.past.slice(-24).map(({ on, right, wrong, unknown }) => ({ on, label: shortDateIn(locale, on), right, wrong, unknown })),
    accepted: await acceptedRisks(tab, asking, today),
    asks: tab.runAudit !== undefined,
    ...stands
  };
}

function lineOf(line: Line, data: ReportData, asking: Asking, named: boolean): AuditLine {
  const { locale } = asking;
  const { check, result, change } = line;
  const subjects = named && 'subjects' in result ? result.subjects : undefined;
  return {
    ...itemOf(line, data, locale, readerOf(asking)),
    check: check.id,
    ...(change === 'same' ? {} : { change: changeWords[change][locale] }),
    acceptable: isOpen(line) && cellOf('accept-risk', asking) !== 'no',
    ...(subjects && { subjects: { count: subjects.count, first: subjects.first.map(({ id, name }) => name ?? id) } })
  };
}

/** Every risk that the school accepted, the one that ends first above. Who answers for it is not for whoever sees totals. */
export async function acceptedRisks(tab: Tab, asking: Asking, today: string): Promise<readonly AcceptedRisk[]> {
  const { locale } = asking;
  const named = cellOf('see-audits', asking) === 'all';
  const own = (await tab.settings.now()).has('accepted');
  const filed = new Set((baseOf('accepted', tab.school).value as readonly object[]).map(each => JSON.stringify(each)));
  const { accepted } = await tab.settings.audits();
  return [...accepted]
    .sort((a, b) => (a.until < b.until ? -1 : 1))
    .map(risk => ({
      check: risk.check,
      title: checks.find(({ id }) => id === risk.check)?.title[locale] ?? risk.check,
      until: risk.until,
      label: dateIn(locale, risk.until),
      over: risk.until < today,
      ...(named && { owner: risk.owner, because: risk.because }),
      from: own && !filed.has(JSON.stringify(risk)) ? 'here' : 'file'
    }));
}
