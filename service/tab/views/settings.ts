import type { Change, Field, Setting, Settings } from '../../../addin/tab/api.ts';
import { dateAt, momentIn } from '../../../bot/when.ts';
import { dateIn } from '../../../core/dates.ts';
import { fill, type Locale, type Text } from '../../../core/locale.ts';
import type { Post } from '../../../core/incidents/routing.ts';
import { normalAddress } from '../../../core/mail/address.ts';
import type { Person } from '../../../core/policies/person.ts';
import type { Accepted } from '../../../core/tenant/accept.ts';
import { checks } from '../../../core/tenant/checks/index.ts';
import type { Rhythm } from '../../config-audit.ts';
import type { KeptChange } from '../../store/tab.ts';
import { type Away, baseOf, postsOf, type SettingKey, settingKeys, settingValue } from '../settings.ts';
import { type Asking, cellOf, type Outcome, type Tab } from '../tab.ts';

const words = {
  says: {
    en: 'What can be changed while Beadle runs. Everything else stands in beadle.yaml; each change here is kept with who made it and can be undone.',
    cy: 'Yr hyn y gellir ei newid tra bo Beadle’n rhedeg. Mae popeth arall yn beadle.yaml; cedwir pob newid yma gydag enw’r sawl a’i gwnaeth, a gellir ei ddadwneud.'
  },
  none: { en: 'none', cy: 'dim' },
  yes: { en: 'yes', cy: 'ydy' },
  no: { en: 'no', cy: 'nac ydy' },
  file: { en: 'as beadle.yaml says', cy: 'fel y dywed beadle.yaml' },
  days: { en: '{days} days after the due date', cy: '{days} diwrnod ar ôl y dyddiad cau' },
  afterDays: { en: '{days} days', cy: '{days} diwrnod' },
  from: { en: '{who}: {from} to {until}', cy: '{who}: {from} hyd {until}' },
  risk: { en: '{title}, until {until}: {owner}, {because}', cy: '{title}, hyd {until}: {owner}, {because}' },
  somebody: { en: 'somebody who is no longer known', cy: 'rhywun nad yw’n hysbys mwyach' },
  wrong: {
    en: 'That value does not fit here, and nothing was changed. Please look at what the field asks for.',
    cy: 'Nid yw’r gwerth hwnnw’n addas yma, ac ni newidiwyd dim. Edrychwch ar yr hyn y mae’r maes yn gofyn amdano.'
  },
  stranger: {
    en: '{who} is on no list of the school’s staff and governors. Please choose somebody who is.',
    cy: 'Nid yw {who} ar restr staff a llywodraethwyr yr ysgol. Dewiswch rywun sydd.'
  },
  over: { en: 'That day is past. Please choose a later one.', cy: 'Mae’r diwrnod hwnnw wedi mynd heibio. Dewiswch un diweddarach.' },
  post: {
    en: 'Who stands in for a post, and whether its holder is away, is said by the holder or by whoever is above them: else a report could be led past the one who is to have it.',
    cy: 'Y deiliad neu’r sawl sydd uwch ei ben sy’n dweud pwy sy’n dirprwyo mewn swydd, ac a yw’r deiliad i ffwrdd: fel arall gellid arwain adroddiad heibio’r sawl sydd i’w gael.'
  },
  newer: {
    en: 'Somebody changed this again since. Undo the newest change first.',
    cy: 'Newidiodd rhywun hyn eto ers hynny. Dadwnewch y newid diweddaraf yn gyntaf.'
  }
} as const;

const groupTitles = {
  reminders: {
    title: { en: 'Reminders', cy: 'Atgoffa' },
    says: {
      en: 'When somebody who has not signed hears of it again, on school days.',
      cy: 'Pryd y bydd rhywun nad yw wedi llofnodi yn clywed eto, ar ddiwrnodau ysgol.'
    }
  },
  sending: { title: { en: 'Sending', cy: 'Anfon' }, says: { en: 'Cards and mails of Beadle.', cy: 'Cardiau a negeseuon Beadle.' } },
  reports: {
    title: { en: 'Reports of audits', cy: 'Adroddiadau archwilio' },
    says: { en: 'How often each reader is sent the report.', cy: 'Pa mor aml yr anfonir yr adroddiad at bob darllenydd.' }
  },
  accepted: {
    title: { en: 'Accepted risks', cy: 'Risgiau a dderbyniwyd' },
    says: { en: 'What the school lives with until a day.', cy: 'Yr hyn y mae’r ysgol yn ei oddef hyd ddiwrnod penodol.' }
  },
  deputies: {
    title: { en: 'Deputies', cy: 'Dirprwyon' },
    says: {
      en: 'Who gets what a post would get while nobody who holds it is there.',
      cy: 'Pwy sy’n cael yr hyn a fyddai’n mynd i swydd pan nad oes neb sy’n ei dal yno.'
    }
  },
  away: {
    title: { en: 'Away', cy: 'I ffwrdd' },
    says: { en: 'Who is not there, from the first day to the last.', cy: 'Pwy nad yw yno, o’r diwrnod cyntaf i’r olaf.' }
  }
} as const satisfies { readonly [group: string]: { readonly title: Text; readonly says: Text } };

const titles: { readonly [K in SettingKey]: readonly [title: Text, help: Text] } = {
  'reminders.days': [
    { en: 'Days after the due date', cy: 'Diwrnodau ar ôl y dyddiad cau' },
    { en: 'Before it where negative: -7, -2, 0, 1.', cy: 'Cyn y dyddiad cau os yw’n negatif: -7, -2, 0, 1.' }
  ],
  'reminders.then': [
    { en: 'After the last of these', cy: 'Ar ôl yr olaf o’r rhain' },
    { en: 'Whether reminders go on each week.', cy: 'A yw’r atgoffa’n parhau bob wythnos.' }
  ],
  'reminders.cap': [
    { en: 'Reminders at most', cy: 'Nifer mwyaf o nodiadau atgoffa' },
    { en: 'For one asking, 0 to 20.', cy: 'Ar gyfer un cais, 0 i 20.' }
  ],
  'reminders.escalateAfter': [
    { en: 'Tell the line manager after', cy: 'Dweud wrth y rheolwr llinell ar ôl' },
    { en: 'Days after the due date, 1 to 365.', cy: 'Diwrnodau ar ôl y dyddiad cau, 1 i 365.' }
  ],
  'reminders.at': [
    { en: 'From when in the morning', cy: 'O ba awr yn y bore' },
    { en: 'By the school’s clock.', cy: 'Yn ôl cloc yr ysgol.' }
  ],
  'sending.paused': [
    { en: 'Sending stands still', cy: 'Mae’r anfon wedi’i oedi' },
    { en: 'While it does, nobody is asked or reminded.', cy: 'Tra bo felly, ni ofynnir i neb ac nid atgoffir neb.' }
  ],
  'reports.it': [
    { en: 'To IT support', cy: 'I gymorth TG' },
    { en: 'To «support».', cy: 'I «support».' }
  ],
  'reports.coordinator': [
    { en: 'To the e-safety coordinator', cy: 'I’r cydlynydd e-ddiogelwch' },
    { en: 'To «people: coordinator».', cy: 'I «people: coordinator».' }
  ],
  'reports.head': [
    { en: 'To the headteacher', cy: 'I’r pennaeth' },
    { en: 'To «people: headteacher».', cy: 'I «people: headteacher».' }
  ],
  'reports.governors': [
    { en: 'To the chair of governors', cy: 'I gadeirydd y llywodraethwyr' },
    { en: 'To «people: chairOfGovernors».', cy: 'I «people: chairOfGovernors».' }
  ],
  accepted: [
    { en: 'Accepted risks', cy: 'Risgiau a dderbyniwyd' },
    { en: 'What, until when, who answers for it, and why.', cy: 'Beth, hyd pryd, pwy sy’n ateb drosto, a pham.' }
  ],
  'deputies.line-manager': [
    { en: 'For line managers', cy: 'Dros reolwyr llinell' },
    { en: 'In order.', cy: 'Yn eu trefn.' }
  ],
  'deputies.coordinator': [
    { en: 'For the e-safety coordinator', cy: 'Dros y cydlynydd e-ddiogelwch' },
    { en: 'In order.', cy: 'Yn eu trefn.' }
  ],
  'deputies.head': [
    { en: 'For the headteacher', cy: 'Dros y pennaeth' },
    { en: 'In order; said by the head or the chair of governors.', cy: 'Yn eu trefn; y pennaeth neu’r cadeirydd sy’n dweud.' }
  ],
  'deputies.chair': [
    { en: 'For the chair of governors', cy: 'Dros gadeirydd y llywodraethwyr' },
    { en: 'In order; said by the chair alone.', cy: 'Yn eu trefn; y cadeirydd yn unig sy’n dweud.' }
  ],
  'deputies.data-protection-officer': [
    { en: 'For the data protection officer', cy: 'Dros y swyddog diogelu data' },
    { en: 'In order.', cy: 'Yn eu trefn.' }
  ],
  away: [
    { en: 'Who is away', cy: 'Pwy sydd i ffwrdd' },
    { en: 'First and last day.', cy: 'Diwrnod cyntaf ac olaf.' }
  ]
};

const rhythmWords: { readonly [R in Rhythm]: Text } = {
  each: { en: 'after each audit', cy: 'ar ôl pob archwiliad' },
  weekly: { en: 'the first of a week', cy: 'y cyntaf bob wythnos' },
  termly: { en: 'the first of a term', cy: 'y cyntaf bob tymor' },
  never: { en: 'never', cy: 'byth' }
};
const thenWords = { weekly: { en: 'every week', cy: 'bob wythnos' }, never: { en: 'nothing more', cy: 'dim mwy' } } as const;

const fieldWords = {
  value: { en: 'Value', cy: 'Gwerth' },
  days: { en: 'Days', cy: 'Diwrnodau' },
  who: { en: 'Who', cy: 'Pwy' },
  from: { en: 'First day', cy: 'Diwrnod cyntaf' },
  until: { en: 'Last day', cy: 'Diwrnod olaf' },
  check: { en: 'What', cy: 'Beth' },
  owner: { en: 'Who answers for it', cy: 'Pwy sy’n ateb drosto' },
  because: { en: 'Why', cy: 'Pam' }
} as const;

type Group = keyof typeof groupTitles;

/** The settings of a school with where each comes from, and what was changed. */
export async function settingsView(tab: Tab, asking: Asking): Promise<Settings> {
  const { locale } = asking;
  const people = await tab.desk.people();
  const changed = await tab.settings.now();
  const history = await tab.settings.history(200);
  const paused = (await tab.desk.sending?.())?.paused ?? false;
  const keys = settingKeys.filter(key => isOffered(key, tab));
  const settings = keys.map((key): Setting => {
    const { value: base, usual } = baseOf(key, tab.school);
    const own = changed.get(key);
    const fits = own && settingValue(key, own.value);
    const value = key === 'sending.paused' ? paused : fits ? fits.value : base;
    const [title, help] = titles[key];
    const by = fits && history.find(({ id }) => id === own.change);
    return {
      key,
      title: title[locale],
      help: help[locale],
      shown: shownAs(key, value, people, locale),
      value,
      from: fits ? 'here' : same(base, usual) ? 'usual' : 'file',
      ...(fits && { base: shownAs(key, base, people, locale) }),
      ...(by && { changed: { by: nameOf(by.by, people, locale), when: momentIn(locale, tab.desk.school.timezone, by.at.toISOString()) } }),
      ...fieldsOf(key, people, tab, locale),
      editable: mayTouch(key, asking)
    };
  });
  return {
    says: words.says[locale],
    groups: (Object.keys(groupTitles) as Group[]).flatMap(id => {
      const own = settings.filter(({ key }) => key.split('.')[0] === id);
      const { title, says } = groupTitles[id];
      return own.length === 0 ? [] : [{ id, title: title[locale], says: says[locale], settings: own }];
    }),
    history: historyOf(history, tab, asking, people)
  };
}

function isOffered(key: SettingKey, tab: Pick<Tab, 'auditing' | 'incidents'>): boolean {
  if (key === 'accepted' || key.startsWith('reports.')) return tab.auditing !== undefined;
  if (key === 'away' || key.startsWith('deputies.')) return tab.incidents !== undefined;
  return true;
}

function historyOf(history: readonly KeptChange[], tab: Pick<Tab, 'desk'>, asking: Asking, people: readonly Person[]): readonly Change[] {
  const { locale } = asking;
  const newest = new Set<string>();
  return history.flatMap(({ id, key: named, before, after, by, at, undid }) => {
    const key = settingKeys.find(each => each === named);
    if (!key) return [];
    const isNewest = !newest.has(key);
    newest.add(key);
    const shown = (value: unknown): string => (value === undefined ? words.file[locale] : shownAs(key, value, people, locale));
    return [
      {
        id: String(id),
        key,
        title: titles[key][0][locale],
        by: nameOf(by, people, locale),
        at: at.toISOString(),
        when: momentIn(locale, tab.desk.school.timezone, at.toISOString()),
        before: shown(before),
        after: shown(after),
        undo: isNewest && mayTouch(key, asking),
        ...(undid === undefined ? {} : { undid: String(undid) })
      }
    ];
  });
}

function nameOf(id: string, people: readonly Person[], locale: Locale): string {
  return people.find(person => person.id === id)?.name ?? words.somebody[locale];
}

/** Whether somebody may change a setting at all; of deputies and absences `wrongCover` looks at what exactly. */
function mayTouch(key: SettingKey, asking: Asking): boolean {
  const cell = cellOf('change-settings', asking);
  if (cell === 'no') return false;
  if (key === 'accepted') return cellOf('accept-risk', asking) !== 'no';
  if (key.startsWith('deputies.')) return mayCover(key.slice('deputies.'.length) as Post, asking);
  return cell === 'all' || key === 'away';
}

/** The holder of a post, and whoever is above them, say who stands in for it. */
function mayCover(post: Post, { roles }: Pick<Asking, 'roles'>): boolean {
  const is = (...of: readonly Asking['roles'][number][]): boolean => of.some(role => roles.includes(role));
  switch (post) {
    case 'chair':
      return is('chair');
    case 'head':
      return is('head', 'chair');
    case 'coordinator':
      return is('coordinator', 'head', 'chair');
    case 'line-manager':
    case 'data-protection-officer':
      return is('coordinator', 'head');
  }
}

/** What stands against a new value that has the right shape. */
function against(
  key: SettingKey,
  { value, before }: { readonly value: unknown; readonly before: unknown },
  { tab, asking, people }: { readonly tab: Tab; readonly asking: Asking; readonly people: readonly Person[] }
): string | undefined {
  const { locale } = asking;
  const today = dateAt(tab.desk.school.timezone, tab.desk.now().toISOString());
  const isKnown = (who: string): boolean => here(people).some(({ address }) => address !== undefined && normalAddress(address) === who);
  const strange = (of: readonly string[], known: readonly string[]): string | undefined => {
    const found = of.find(who => !known.includes(who) && !isKnown(who));
    return found === undefined ? undefined : fill(words.stranger[locale], { who: found });
  };
  if (key.startsWith('deputies.')) return strange(value as readonly string[], (before as readonly string[] | undefined) ?? []);
  if (key === 'away') {
    const [old, now] = [(before as readonly Away[] | undefined) ?? [], value as readonly Away[]];
    const touched = [...old.filter(each => !has(now, each)), ...now.filter(each => !has(old, each))];
    const others = touched.filter(({ who }) => asking.person.address === undefined || normalAddress(asking.person.address) !== who);
    const all = cellOf('change-settings', asking) === 'all';
    if (
      others.some(({ who }) => !postsOf(who, people).every(post => mayCover(post, asking)) || (!all && postsOf(who, people).length === 0))
    )
      return words.post[locale];
    return strange(
      now.map(({ who }) => who),
      old.map(({ who }) => who)
    );
  }
  if (key === 'accepted') {
    const old = (before as readonly Accepted[] | undefined) ?? [];
    return (value as readonly Accepted[]).some(risk => !has(old, risk) && risk.until < today) ? words.over[locale] : undefined;
  }
  return undefined;
}

function has(list: readonly object[], one: object): boolean {
  return list.some(each => same(each, one));
}

/** Whether two values of one shape are the same, in whichever order their fields stand. */
function same(a: unknown, b: unknown): boolean {
  const ordered = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(ordered)
      : typeof value === 'object' && value !== null
        ? Object.entries(value)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([name, each]) => [name, ordered(each)])
        : (value ?? null);
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

/** Why a setting was not changed: not theirs, meanwhile changed by somebody else, or a sentence. */
export type ChangeRefused = 'not-for-you' | 'changed' | 'not-there';

/** Changes a setting; `null` goes back to `beadle.yaml`. `was`: the last change of it that whoever changes it knows. */
export async function changeSetting(
  tab: Tab,
  asking: Asking,
  { key: named, value: given, was }: { readonly key: string; readonly value: unknown; readonly was: number | undefined },
  undid?: number
): Promise<Outcome<KeptChange> | { readonly problem: ChangeRefused }> {
  const key = settingKeys.find(each => each === named);
  if (!key || !isOffered(key, tab)) return { problem: 'not-there' };
  if (!mayTouch(key, asking)) return { problem: 'not-for-you' };
  const { locale } = asking;
  const base = baseOf(key, tab.school).value;
  const back = given === null || given === undefined;
  const read = back ? { value: base } : settingValue(key, given);
  if (!read) return { refused: words.wrong[locale] };
  const own = (await tab.settings.now()).get(key);
  const before = (own && settingValue(key, own.value)?.value) ?? base;
  const people = await tab.desk.people();
  const refused = against(key, { value: read.value, before }, { tab, asking, people });
  if (refused !== undefined) return refused === words.post[locale] ? { problem: 'not-for-you' } : { refused };
  const change = await tab.settings.change({
    key,
    value: back ? undefined : read.value,
    was,
    by: asking.person.id,
    at: tab.desk.now(),
    ...(undid === undefined ? {} : { undid })
  });
  if (!change) return { problem: 'changed' };
  if (key === 'sending.paused') await tab.desk.pause?.(read.value === true, asking.person.id);
  return { done: change };
}

/** Takes the last change of a setting back, which is a change as well. */
export async function undoSetting(
  tab: Tab,
  asking: Asking,
  id: number
): Promise<Outcome<KeptChange> | { readonly problem: ChangeRefused }> {
  const change = await tab.settings.one(id);
  if (!change) return { problem: 'not-there' };
  const done = await changeSetting(tab, asking, { key: change.key, value: change.before ?? null, was: id }, id);
  return 'problem' in done && done.problem === 'changed' ? { refused: words.newer[asking.locale] } : done;
}

/** The last change of a setting, to be given back as `was`. */
export async function lastChange(tab: Pick<Tab, 'settings'>, key: string): Promise<number | undefined> {
  return (await tab.settings.history(1000)).find(each => each.key === key)?.id;
}

/** Who may stand in for somebody. */
function here(people: readonly Person[]): readonly Person[] {
  return people.filter(
    ({ roles, address, leftOn }) =>
      address !== undefined &&
      leftOn === undefined &&
      roles.some(role => role !== 'pupil' && role !== 'parent' && role !== 'visitor' && role !== 'contractor')
  );
}

function shownAs(key: SettingKey, value: unknown, people: readonly Person[], locale: Locale): string {
  const called = (who: string): string =>
    people.find(({ address }) => address !== undefined && normalAddress(address) === who)?.name ?? who;
  const list = (lines: readonly string[], between = ', '): string => (lines.length === 0 ? words.none[locale] : lines.join(between));
  if (value === undefined || value === null) return words.none[locale];
  if (key.startsWith('deputies.')) return list((value as readonly string[]).map(called));
  if (key.startsWith('reports.')) return rhythmWords[value as Rhythm][locale];
  switch (key) {
    case 'reminders.days':
      return list((value as readonly number[]).map(String));
    case 'reminders.then':
      return thenWords[value as keyof typeof thenWords][locale];
    case 'reminders.escalateAfter':
      return fill(words.afterDays[locale], { days: value as number });
    case 'sending.paused':
      return words[value === true ? 'yes' : 'no'][locale];
    case 'away':
      return list(
        (value as readonly Away[]).map(({ who, from, until }) =>
          fill(words.from[locale], { who: called(who), from: dateIn(locale, from), until: dateIn(locale, until) })
        ),
        '; '
      );
    case 'accepted':
      return list(
        (value as readonly Accepted[]).map(({ check, until, owner, because }) =>
          fill(words.risk[locale], {
            title: checks.find(({ id }) => id === check)?.title[locale] ?? check,
            until: dateIn(locale, until),
            owner,
            because
          })
        ),
        '; '
      );
    default:
      return typeof value === 'number' ? String(value) : (value as string);
  }
}

function fieldsOf(
  key: SettingKey,
  people: readonly Person[],
  tab: Pick<Tab, 'auditing'>,
  locale: Locale
): { readonly fields: readonly Field[]; readonly many: boolean } {
  const field = (id: keyof typeof fieldWords, more: Omit<Field, 'id' | 'label' | 'needed'>): Field => ({
    id,
    label: fieldWords[id][locale],
    needed: true,
    ...more
  });
  const choice = (of: { readonly [value: string]: Text }): Field =>
    field('value', { kind: 'choice', choices: Object.entries(of).map(([value, label]) => ({ value, label: label[locale] })) });
  const somebody = here(people)
    .map(({ name, address }) => ({ value: normalAddress(address!), label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  if (key.startsWith('reports.')) return { fields: [choice(rhythmWords)], many: false };
  if (key.startsWith('deputies.')) return { fields: [field('value', { kind: 'choice', choices: somebody })], many: true };
  switch (key) {
    case 'reminders.days':
      return { fields: [{ ...field('value', { kind: 'number' }), label: fieldWords.days[locale] }], many: true };
    case 'reminders.then':
      return { fields: [choice(thenWords)], many: false };
    case 'reminders.at':
      return { fields: [field('value', { kind: 'time' })], many: false };
    case 'sending.paused':
      return { fields: [field('value', { kind: 'check' })], many: false };
    case 'away':
      return {
        fields: [field('who', { kind: 'choice', choices: somebody }), field('from', { kind: 'day' }), field('until', { kind: 'day' })],
        many: true
      };
    case 'accepted': {
      const off = tab.auditing?.settings.off ?? [];
      const choices = checks.filter(({ id }) => !off.includes(id)).map(({ id, title }) => ({ value: id, label: title[locale] }));
      return {
        fields: [
          field('check', { kind: 'choice', choices }),
          field('until', { kind: 'day' }),
          field('owner', { kind: 'text', most: 200 }),
          field('because', { kind: 'text', most: 200 })
        ],
        many: true
      };
    }
    default:
      return { fields: [field('value', { kind: 'number' })], many: false };
  }
}
