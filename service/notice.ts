import { dateIn } from '../core/dates.ts';
import { fill, type Locale, type Text, type Values } from '../core/locale.ts';
import { type Rule } from '../core/mail/rule.ts';
import { rules as everyRule } from '../core/mail/rules/index.ts';
import { vendorNames } from '../core/report/item.ts';
import type { Check } from '../core/tenant/check.ts';
import { checksRunning } from './auditing.ts';
import type { School } from './school.ts';
import { tenantsOf } from './tenants.ts';

const words = {
  title: { en: 'What Beadle sees at {school}', cy: 'Beth y mae Beadle yn ei weld yn {school}' },
  lead: {
    en: 'A notice for staff, as of {date}. Beadle is the program by which the school keeps its acceptable-use policy. This says what is switched on today of what concerns you, and nothing else. If it changes, you get a new notice.',
    cy: 'Hysbysiad i staff, fel y mae ar {date}. Beadle yw’r rhaglen y mae’r ysgol yn cadw ei pholisi defnydd derbyniol â hi. Mae hwn yn dweud beth sydd ymlaen heddiw o’r hyn sy’n ymwneud â chi, a dim byd arall. Os bydd yn newid, cewch hysbysiad newydd.'
  },
  mail: { en: 'When you write a mail', cy: 'Pan fyddwch yn ysgrifennu e-bost' },
  mailOff: {
    en: 'Beadle does not look at mail: neither its add-in for Outlook nor its add-on for Gmail is in use here.',
    cy: 'Nid yw Beadle yn edrych ar e-bost: nid yw ei ategyn ar gyfer Outlook na Gmail ar waith yma.'
  },
  outlook: {
    en: 'Before a mail goes out, Beadle looks at it in Outlook on your own device. No word of it, no address and no file leaves your device because of that.',
    cy: 'Cyn i e-bost fynd allan, mae Beadle yn edrych arno yn Outlook ar eich dyfais chi eich hun. Nid oes gair ohono, na chyfeiriad na ffeil yn gadael eich dyfais oherwydd hynny.'
  },
  gmail: {
    en: 'In Gmail Beadle looks at a draft when you ask it to, and at a message that you open beside its panel. Google hands it to the school’s own server for that; it is judged there and not kept.',
    cy: 'Yn Gmail mae Beadle yn edrych ar ddrafft pan ofynnwch iddo, ac ar neges a agorwch wrth ymyl ei banel. Mae Google yn ei rhoi i weinydd yr ysgol ei hun ar gyfer hynny; fe’i bernir yno ac ni chaiff ei chadw.'
  },
  content: { en: 'These rules read the words of the mail:', cy: 'Mae’r rheolau hyn yn darllen geiriau’r e-bost:' },
  attached: {
    en: 'These rules look at what is attached, by its name and kind:',
    cy: 'Mae’r rheolau hyn yn edrych ar yr hyn sydd ynghlwm, yn ôl ei enw a’i fath:'
  },
  addressed: {
    en: 'These rules look only at who it is from and to, and when:',
    cy: 'Mae’r rheolau hyn yn edrych dim ond ar oddi wrth bwy ac at bwy y mae, a phryd:'
  },
  records: {
    en: 'Where a rule spoke, a record is kept: when, which rule, what it asked, how many places, and a code in your place. The school can turn the code back to a name only with a key that it keeps apart. Reports count by rule, never by person.',
    cy: 'Lle siaradodd rheol, cedwir cofnod: pryd, pa reol, beth a ofynnodd, sawl lle, a chod yn eich lle chi. Dim ond ag allwedd a gedwir ar wahân y gall yr ysgol droi’r cod yn ôl yn enw. Mae adroddiadau’n cyfrif fesul rheol, byth fesul person.'
  },
  signing: { en: 'When you sign the policy', cy: 'Pan fyddwch yn llofnodi’r polisi' },
  signatures: {
    en: 'Beadle keeps when you were asked, when you opened the text, when you signed or declined and what you wrote then. Each of them is kept for {years} years after you left, and then destroyed.',
    cy: 'Mae Beadle yn cadw pryd y gofynnwyd i chi, pryd yr agoroch y testun, pryd y llofnodoch neu y gwrthodoch, a’r hyn a ysgrifennoch bryd hynny. Cedwir pob un am {years} blynedd ar ôl i chi adael, ac yna fe’i dinistrir.'
  },
  accounts: { en: 'Your account and your devices', cy: 'Eich cyfrif a’ch dyfeisiau' },
  auditsOff: { en: 'Beadle does not look at accounts or devices.', cy: 'Nid yw Beadle yn edrych ar gyfrifon na dyfeisiau.' },
  audits: {
    en: 'Beadle reads the settings of {vendors}: how passwords, sign-in and devices are protected. It never changes anything, and never opens a message or a file.',
    cy: 'Mae Beadle yn darllen gosodiadau {vendors}: sut y diogelir cyfrineiriau, mewngofnodi a dyfeisiau. Nid yw byth yn newid dim, nac yn agor neges na ffeil.'
  },
  people: { en: 'These checks look at single people’s accounts:', cy: 'Mae’r gwiriadau hyn yn edrych ar gyfrifon pobl unigol:' },
  nobody: {
    en: 'No check that is switched on looks at single people’s accounts.',
    cy: 'Nid oes gwiriad sydd ymlaen yn edrych ar gyfrifon pobl unigol.'
  },
  assessed: { en: 'Data-protection assessment: {date}, {by}.', cy: 'Asesiad diogelu data: {date}, {by}.' },
  kept: {
    en: 'What a check finds is told to IT support by account or device, and to the coordinator, the head and the governors in totals. Names are kept until the next audit, totals for two years.',
    cy: 'Dywedir wrth gymorth TG beth y mae gwiriad yn ei ganfod fesul cyfrif neu ddyfais, ac wrth y cydlynydd, y pennaeth a’r llywodraethwyr mewn cyfansymiau. Cedwir enwau tan yr archwiliad nesaf, cyfansymiau am ddwy flynedd.'
  },
  ask: { en: 'Who to ask', cy: 'Pwy i’w holi' },
  contact: {
    en: 'Ask {whom}. You may see what is kept about you, have it put right, and object.',
    cy: 'Gofynnwch i {whom}. Cewch weld yr hyn a gedwir amdanoch, ei gael wedi’i gywiro, a gwrthwynebu.'
  },
  coordinator: { en: 'the e-safety coordinator', cy: 'y cydlynydd e-ddiogelwch' }
} as const satisfies { readonly [name: string]: Text };

const inWords = ['subject', 'prose', 'details'];

/** The monitoring notice for staff in Markdown, written from what is really switched on. `today` is `YYYY-MM-DD`; `years` for which what staff sign is kept. */
export function noticeOf(
  { config, policy }: Pick<School, 'config' | 'policy'>,
  { today, years, rules = everyRule }: { readonly today: string; readonly years: number; readonly rules?: readonly Rule[] },
  locale: Locale
): string {
  const say = (text: Text, values: Values = {}): string => fill(text[locale], values, locale);
  const { outlook, gmail, signatures, audit, people } = config;
  const on = rules.filter(({ id, action }) => (policy.rules[id]?.action ?? action) !== 'off');
  const reading = on.filter(({ reads }) => reads.some(part => inWords.includes(part)));
  const attached = on.filter(each => !reading.includes(each) && each.reads.includes('attachments'));
  const group = (heading: Text, of: readonly Rule[]): readonly string[] =>
    of.length === 0 ? [] : [`${say(heading)}\n\n${of.map(({ title }) => `- ${title[locale]}`).join('\n')}`];
  const mail =
    !outlook && !gmail
      ? [say(words.mailOff)]
      : [
          ...(outlook ? [say(words.outlook)] : []),
          ...(gmail ? [say(words.gmail)] : []),
          ...group(words.content, reading),
          ...group(words.attached, attached),
          ...group(
            words.addressed,
            on.filter(each => !reading.includes(each) && !attached.includes(each))
          ),
          ...(outlook ? [say(words.records)] : [])
        ];
  const whom = people.coordinator[0] ?? say(words.coordinator);
  return `${[
    `# ${say(words.title, { school: config.school.name })}`,
    say(words.lead, { date: dateIn(locale, today) }),
    `## ${say(words.mail)}`,
    ...mail,
    ...(signatures ? [`## ${say(words.signing)}`, say(words.signatures, { years })] : []),
    `## ${say(words.accounts)}`,
    ...(audit ? auditWords(audit, today, say, locale) : [say(words.auditsOff)]),
    `## ${say(words.ask)}`,
    say(words.contact, { whom })
  ].join('\n\n')}\n`;
}

function auditWords(
  settings: NonNullable<School['config']['audit']>,
  today: string,
  say: (text: Text, values?: Values) => string,
  locale: Locale
): readonly string[] {
  const vendors = tenantsOf(settings).map(({ vendor }) => vendor);
  const names = vendors.map(vendor => vendorNames[vendor]).join(locale === 'en' ? ' and ' : ' a ');
  const looking = lookingAtPeople(checksRunning(settings, today)).filter(check => check.vendors.some(vendor => vendors.includes(vendor)));
  const lines = looking.map(({ id, title, people }) => {
    const dated = people.monitors ? settings.dpia[id] : undefined;
    return `- ${say(people.says)} («${title[locale]}»)${dated ? ` ${say(words.assessed, { date: dateIn(locale, dated.date), by: dated.by })}` : ''}`;
  });
  return [
    say(words.audits, { vendors: names }),
    lines.length === 0 ? say(words.nobody) : `${say(words.people)}\n\n${lines.join('\n')}`,
    say(words.kept)
  ];
}

type Looking = Check & { readonly people: NonNullable<Check['people']> };

/** The checks that look at single people. */
function lookingAtPeople(checks: readonly Check[]): readonly Looking[] {
  return checks.filter((check): check is Looking => check.people !== undefined);
}
