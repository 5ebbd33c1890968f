import { dateIn } from '../dates.ts';
import { fill, type Locale } from '../locale.ts';
import { vendorNames, vendorOf } from './item.ts';
import type { Reader, Report, ReportData, Section } from './report.ts';
import { sections as every } from './sections/index.ts';

const words = {
  title: { en: 'Acceptable use at {school}', cy: 'Defnydd derbyniol yn {school}' },
  readers: {
    it: { en: 'Report for IT support, {date}', cy: 'Adroddiad i gymorth TG, {date}' },
    coordinator: { en: 'Report for the e-safety coordinator, {date}', cy: 'Adroddiad i’r cydlynydd e-ddiogelwch, {date}' },
    head: { en: 'Report for the headteacher, {date}', cy: 'Adroddiad i’r pennaeth, {date}' },
    governors: { en: 'Report for the governors, {date}', cy: 'Adroddiad i’r llywodraethwyr, {date}' }
  },
  both: {
    en: '{one} and {other}',
    cy: '{one} a {other}'
  },
  read: {
    en: 'Settings were read from {vendor} on {date}. Beadle only reads: it changed nothing.',
    cy: 'Darllenwyd gosodiadau o {vendor} ar {date}. Darllen yn unig y mae Beadle: ni newidiodd ddim.'
  },
  kept: {
    it: {
      en: 'This report names accounts and devices. Keep it as you keep a register, and pass it only to those who put things right.',
      cy: 'Mae’r adroddiad hwn yn enwi cyfrifon a dyfeisiau. Cadwch ef fel y cadwch gofrestr, a’i roi i’r rhai sy’n cywiro pethau yn unig.'
    },
    coordinator: {
      en: 'This report says where the school is open to harm. Pass it only to those who need it.',
      cy: 'Mae’r adroddiad hwn yn dweud ble mae’r ysgol yn agored i niwed. Rhowch ef i’r rhai sydd ei angen yn unig.'
    },
    head: {
      en: 'This report says where the school is open to harm. Pass it only to those who need it.',
      cy: 'Mae’r adroddiad hwn yn dweud ble mae’r ysgol yn agored i niwed. Rhowch ef i’r rhai sydd ei angen yn unig.'
    },
    governors: {
      en: 'This report holds totals. It names no person, no account and no device.',
      cy: 'Cyfansymiau sydd yn yr adroddiad hwn. Nid yw’n enwi neb, nac unrhyw gyfrif na dyfais.'
    }
  }
} as const;

/** The report of one reader: the sections that are theirs and have something to say. */
export function compose(data: ReportData, reader: Reader, locale: Locale, sections: readonly Section[] = every): Report {
  const own = sections.filter(({ readers }) => readers.indexOf(reader) >= 0);
  return {
    locale,
    reader,
    title: fill(words.title[locale], { school: data.school }),
    subtitle: fill(words.readers[reader][locale], { date: dateIn(locale, data.on) }),
    sections: own
      .map(({ id, title, make }) => ({ id, title: title[locale], blocks: make(data, locale, reader) }))
      .filter(({ blocks }) => blocks.length > 0),
    foot: footOf(data, reader, locale)
  };
}

function footOf(data: ReportData, reader: Reader, locale: Locale): string {
  const vendors = data.lines.map(line => vendorOf(line, data)).filter((each, i, all) => each !== undefined && all.indexOf(each) === i);
  const [one, other] = vendors.map(each => vendorNames[each!]);
  const kept = words.kept[reader][locale];
  if (one === undefined) return kept;
  const vendor = other === undefined ? one : fill(words.both[locale], { one, other });
  return `${fill(words.read[locale], { vendor, date: dateIn(locale, data.on) })} ${kept}`;
}
