import { dateIn } from '../../dates.ts';
import { fill } from '../../locale.ts';
import type { Section } from '../report.ts';
import { isOpen, isUnknown, ofWords } from '../words.ts';

const words = {
  none: { en: 'No tenant has been audited yet.', cy: 'Nid oes tenantiaeth wedi’i harchwilio eto.' },
  fine: {
    en: 'Everything that could be looked at is as the school decided.',
    cy: 'Mae popeth y gellid edrych arno fel y penderfynodd yr ysgol.'
  },
  open: {
    en: '{open} of {all} things that were looked at are not as the school decided; {high} of them matter most.',
    cy: 'Nid yw {open} o’r {all} peth yr edrychwyd arnynt fel y penderfynodd yr ysgol; {high} ohonynt yw’r pwysicaf.'
  },
  since: {
    en: 'Since {date}: {found} new, {worse} worse, {mended} mended.',
    cy: 'Ers {date}: {found} newydd, {worse} yn waeth, {mended} wedi’u trwsio.'
  },
  right: { en: 'right', cy: 'iawn' },
  wrong: { en: 'to put right', cy: 'i’w cywiro' },
  unknown: { en: 'not known', cy: 'anhysbys' },
  accepted: { en: 'accepted', cy: 'wedi’u derbyn' },
  signed: { en: 'signatures', cy: 'llofnodion' },
  late: { en: 'late', cy: 'yn hwyr' }
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
    const of = (change: string): number => lines.filter(line => line.change === change).length;
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
              text: fill(words.since[locale], { date: dateIn(locale, since), found: of('new'), worse: of('worse'), mended: of('mended') })
            }
          ]),
      {
        kind: 'facts',
        facts: [
          { name: words.right[locale], value: String(right.length), tone: 'good' },
          { name: words.wrong[locale], value: String(open.length), tone: open.length > 0 ? 'bad' : 'good' },
          { name: words.unknown[locale], value: String(unknown.length), tone: 'unknown' },
          { name: words.accepted[locale], value: String(accepted.length), tone: 'accepted' },
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
