import { packs } from '../../tenant/packs.ts';
import { disagreeing } from '../../tenant/packs.ts';
import type { Expectations, Topic } from '../../tenant/expectations.ts';
import type { Locale, Text } from '../../locale.ts';
import type { Section } from '../report.ts';

const topics: { readonly [T in Topic]: Text } = {
  passwordDays: { en: 'Passwords run out after (days)', cy: 'Daw cyfrineiriau i ben ar ôl (dyddiau)' },
  passwordLength: { en: 'Password, characters', cy: 'Cyfrinair, nodau' },
  lockoutAttempts: { en: 'Account locked after (wrong passwords)', cy: 'Cloi cyfrif ar ôl (cyfrineiriau anghywir)' },
  lockoutSeconds: { en: 'Account locked for (seconds)', cy: 'Cloi cyfrif am (eiliadau)' },
  deviceLength: { en: 'Code of a device, characters', cy: 'Cod dyfais, nodau' },
  lockMinutes: { en: 'Device locks after (minutes)', cy: 'Dyfais yn cloi ar ôl (munudau)' },
  deviceAttempts: { en: 'Device locks for good after (wrong codes)', cy: 'Dyfais yn cloi’n llwyr ar ôl (codau anghywir)' },
  sessionHours: { en: 'Sign in again after (hours)', cy: 'Mewngofnodi eto ar ôl (oriau)' },
  fewestAdmins: { en: 'Administrators of everything, at least', cy: 'Gweinyddwyr popeth, o leiaf' },
  mostAdmins: { en: 'Administrators of everything, at most', cy: 'Gweinyddwyr popeth, fan bellaf' },
  silentDays: { en: 'Devices heard of within (days)', cy: 'Clywed gan ddyfeisiau o fewn (dyddiau)' },
  secondFactorFor: { en: 'Second factor for', cy: 'Ail ffactor ar gyfer' },
  ownDevices: { en: 'People’s own devices', cy: 'Dyfeisiau pobl eu hunain' }
};
const values: { readonly [value: string]: Text } = {
  never: { en: 'never', cy: 'byth' },
  any: { en: 'not decided', cy: 'heb ei benderfynu' },
  nobody: { en: 'nobody', cy: 'neb' },
  admins: { en: 'administrators', cy: 'gweinyddwyr' },
  staff: { en: 'staff', cy: 'staff' },
  everybody: { en: 'everybody', cy: 'pawb' },
  allowed: { en: 'allowed', cy: 'caniateir' }
};
const words = {
  says: {
    en: 'The school decides. Here is who asks for something else.',
    cy: 'Yr ysgol sy’n penderfynu. Dyma bwy sy’n gofyn am rywbeth arall.'
  },
  caption: { en: 'Where the school and others differ', cy: 'Lle mae’r ysgol ac eraill yn wahanol' },
  columns: { en: ['What', 'The school', 'Others'], cy: ['Beth', 'Yr ysgol', 'Eraill'] }
} as const;

/** Where the school’s numbers differ from those of others, and whose. */
export const disagreement: Section = {
  id: 'disagreement',
  title: { en: 'Who asks for something else', cy: 'Pwy sy’n gofyn am rywbeth arall' },
  readers: ['it', 'coordinator'],
  make: ({ lines, expects }, locale) => {
    const cited = lines.reduce<readonly Topic[]>((all, { check }) => all.concat(check.topics.filter(topic => all.indexOf(topic) < 0)), []);
    const found = disagreeing(cited, expects);
    if (found.length === 0) return [];
    const rows = cited
      .filter(topic => found.some(each => each.topic === topic))
      .map(topic => [
        topics[topic][locale],
        shown(expects[topic], locale),
        found
          .filter(each => each.topic === topic)
          .map(
            ({ pack, id }) =>
              `${packs[pack].name[locale]}: ${shown(packs[pack].expects[topic], locale)}${id === undefined ? '' : ` (${id})`}`
          )
          .join('; ')
      ]);
    return [
      { kind: 'paragraph', text: words.says[locale] },
      { kind: 'table', caption: words.caption[locale], columns: words.columns[locale], rows }
    ];
  }
};

function shown(value: Expectations[Topic] | undefined, locale: Locale): string {
  const text = values[String(value)];
  return text ? text[locale] : String(value);
}
