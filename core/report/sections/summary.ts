import { dateIn } from '../../dates.ts';
import { fill, type Locale } from '../../locale.ts';
import type { Line, Section } from '../report.ts';
import { isOpen, isUnknown, ofWords } from '../words.ts';

const words = {
  none: { en: 'No tenant has been audited yet.', cy: 'Nid archwiliwyd yr un denantiaeth eto.' },
  fine: {
    en: 'Everything that could be looked at is as the school decided.',
    cy: 'Mae popeth y gellid edrych arno fel y penderfynodd yr ysgol.'
  },
  open: {
    en: '{open} of {all} things that were looked at are not as the school decided. Serious among them: {high}.',
    cy: 'Nid yw {open} o’r {all} peth yr edrychwyd arnynt fel y penderfynodd yr ysgol. Difrifol yn eu plith: {high}.'
  },
  since: {
    en: 'Since the audit of {date}: {changes}.',
    cy: 'Ers archwiliad {date}: {changes}.'
  },
  changes: {
    new: { en: '{count} new', cy: '{count} newydd' },
    worse: { en: '{count} worse', cy: '{count} yn waeth' },
    better: { en: '{count} better', cy: '{count} yn well' },
    mended: { en: '{count} mended', cy: '{count} wedi’i gywiro' },
    lost: { en: '{count} can no longer be seen', cy: 'ni ellir gweld {count} mwyach' }
  },
  same: { en: 'nothing has changed', cy: 'nid oes dim wedi newid' },
  right: { en: 'right', cy: 'cywir' },
  wrong: { en: 'to put right', cy: 'i’w cywiro' },
  unknown: { en: 'not known', cy: 'anhysbys' },
  accepted: { en: 'accepted', cy: 'wedi’u derbyn' },
  signed: { en: 'have signed', cy: 'wedi llofnodi' },
  late: { en: 'signatures late', cy: 'llofnodion hwyr' }
} as const;

/** How the school stands, in a few numbers and two sentences. */
export const summary: Section = {
  id: 'summary',
  title: { en: 'At a glance', cy: 'Cipolwg' },
  readers: ['it', 'coordinator', 'head', 'governors'],
  make: ({ lines, signed, since }, locale) => {
    const open = lines.filter(isOpen);
    const unknown = lines.filter(isUnknown);
    const accepted = lines.filter(({ result }) => result.accepted);
    const right = lines.filter(({ result }) => result.state === 'pass');
    const wanted = signed.reduce((sum, each) => sum + each.wanted, 0);
    const have = signed.reduce((sum, each) => sum + each.signed, 0);
    const late = signed.reduce((sum, each) => sum + each.late, 0);
    const says =
      lines.length === 0
        ? words.none[locale]
        : open.length === 0
          ? words.fine[locale]
          : fill(words.open[locale], {
              open: open.length,
              all: lines.length - unknown.length,
              high: open.filter(({ check }) => check.severity === 'high').length
            });
    return [
      { kind: 'paragraph', text: says },
      ...(since === undefined || lines.length === 0
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: fill(words.since[locale], { date: dateIn(locale, since), changes: changesIn(lines, locale) })
            }
          ]),
      {
        kind: 'facts',
        facts: [
          { name: words.right[locale], value: String(right.length), tone: 'good' },
          { name: words.wrong[locale], value: String(open.length), tone: open.length > 0 ? 'bad' : 'good' },
          { name: words.unknown[locale], value: String(unknown.length), tone: 'unknown' },
          ...(accepted.length === 0 ? [] : [{ name: words.accepted[locale], value: String(accepted.length), tone: 'accepted' as const }]),
          ...(wanted === 0
            ? []
            : [
                {
                  name: words.signed[locale],
                  value: ofWords(have, wanted, locale),
                  tone: have === wanted ? ('good' as const) : ('warn' as const)
                },
                { name: words.late[locale], value: String(late), tone: late > 0 ? ('bad' as const) : ('good' as const) }
              ])
        ]
      }
    ];
  }
};

const told = ['new', 'worse', 'better', 'mended', 'lost'] as const;

/** How many became what; nothing is said of what nothing became. */
function changesIn(lines: readonly Line[], locale: Locale): string {
  const said = told
    .map(change => ({ change, count: lines.filter(line => line.change === change).length }))
    .filter(({ count }) => count > 0)
    .map(({ change, count }) => fill(words.changes[change][locale], { count }));
  return said.length > 0 ? said.join(', ') : words.same[locale];
}
