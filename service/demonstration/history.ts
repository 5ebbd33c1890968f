import { addDays, instantAt, weekdayOf } from '../../core/dates.ts';
import type { Text } from '../../core/locale.ts';
import type { Action } from '../../core/mail/policy.ts';
import type { VerdictRecord } from '../../core/mail/record.ts';
import type { Person } from '../../core/policies/person.ts';
import type { Policy } from '../../core/policies/policy.ts';
import type { Auditing } from '../auditing.ts';
import type { SchoolIncidents } from '../incidents.ts';
import { auditJob, reportErrand, type ReportMail } from '../jobs/audit.ts';
import { checkpointToday } from '../jobs/checkpoint.ts';
import { planToday } from '../jobs/plan.ts';
import { keptOf } from '../outlook.ts';
import { policyNamed } from '../policy-file.ts';
import type { Post } from '../post.ts';
import { draftOf } from '../publishing.ts';
import type { Signatures } from '../signatures.ts';
import type { Outside } from '../tenants.ts';
import { offsetsOf } from '../time-zone.ts';
import type { MovedClock } from './clock.ts';
import { people as invented } from './people.ts';
import { beginsAt, homePolicy, lastYears, phonesPolicy } from './school.ts';

interface Parts {
  readonly signatures: Signatures;
  readonly incidents: SchoolIncidents;
  readonly auditing: Auditing;
  readonly clock: MovedClock;
  readonly world: Outside;
  readonly post: Pick<Post, 'send'>;
  /** Told what is being done. */
  readonly say: (step: HistoryStep) => void;
}

/** What the preparation does, in order. */
export const historySteps = {
  people: { en: 'Inviting 45 staff, 12 governors and 160 families', cy: 'Gwahodd 45 o staff, 12 o lywodraethwyr a 160 o deuluoedd' },
  policies: { en: 'Publishing this year’s policies and last year’s', cy: 'Cyhoeddi polisïau eleni a rhai’r llynedd' },
  signatures: { en: 'Going through a year of signatures', cy: 'Mynd drwy flwyddyn o lofnodion' },
  audits: { en: 'Auditing the tenant four times', cy: 'Archwilio’r denantiaeth bedair gwaith' }
} as const satisfies { readonly [step: string]: Text };
export type HistoryStep = keyof typeof historySteps;

const staffPolicy = 'st-norberts';

/** Who has not signed the long policy this year, and why. */
const apart = {
  open: ['Teacher Eleven', 'Midday Supervisor Four', 'Governor Five', 'Governor Nine'],
  declines: 'Teacher Twelve',
  asks: 'Teaching Assistant Four',
  excused: 'Librarian',
  new: 'Teacher Sixteen'
} as const;

/** What happened at a moment, by the school's clock. */
interface Event {
  readonly day: string;
  readonly time: string;
  readonly does: () => Promise<unknown>;
}

/**
 * Lets the invented school live through the last fourteen months: each entry is made by the desk, each audit by the audit itself, at the moment to which the
 * clock is set for it. What went out in the past counts as sent; what goes out on the last morning is left to be sent.
 */
export async function lived({ signatures, incidents, auditing, clock, world, post, say }: Parts): Promise<void> {
  const { school, desk, days, database, settings, id } = signatures;
  const offsets = offsetsOf(school.config.school.timezone, Date.parse('2025-01-01'), Date.parse('2028-01-01'));
  say('people');
  clock.stand(new Date(instantAt('2025-09-01', '08:00', offsets)));
  await desk.peopleStore.put(withIds());
  const all = await desk.people();
  const named = (name: string): Person => all.find(person => person.name === name)!;
  const events: Event[] = [];
  const at = (day: string, time: string, does: Event['does']): void => void events.push({ day, time, does });

  const publish = (policy: Policy, audiences: readonly string[]) => async (): Promise<void> => {
    const last = (await desk.versions()).find(version => version.policy === policy.id);
    const making = { school: school.config.school.name, last, minor: false, audiences, now: clock.now(), days };
    const { version, pdfs } = await draftOf(policy, making);
    await desk.versionStore.publish(version, pdfs, named('Safety Coordinator').id);
  };
  const plan = (): Promise<unknown> => planToday(desk, { ladder: settings.reminders, days });
  const checkpoint = (): Promise<unknown> => checkpointToday(signatures, async () => {});

  /** All of these at one moment: their entries share transactions. */
  const sign = (policy: string, who: readonly Person[], question?: string) => async (): Promise<void> => {
    const version = (await desk.versions()).find(each => each.policy === policy)!;
    const matters = (await Promise.all(who.map(({ id: person }) => desk.wanted(person)))).flat().filter(each => each.policy === policy);
    const channelOf = (person: string) => (all.find(each => each.id === person)!.entraId === undefined ? 'web' : 'teams');
    await Promise.all(
      matters.map(matter => desk.open(matter, all.find(each => each.id === matter.person)!.language, channelOf(matter.person)))
    );
    await Promise.all(
      matters.map(matter => {
        const person = all.find(each => each.id === matter.person)!;
        const channel = channelOf(person.id);
        return desk.sign({
          matter,
          major: version.major,
          typedName: person.name,
          fields: { 'job-title': postOf(person), relationship: 'Parent' },
          agreed: true,
          language: person.language,
          channel,
          assurance: channel === 'teams' ? 'directory' : 'code',
          ...(question === undefined ? {} : { question })
        });
      })
    );
  };

  // Last year.
  const own = all.filter(
    ({ roles, joinedOn }) => (roles.includes('staff') || roles.includes('governor')) && (joinedOn ?? '') < '2026-01-01'
  );
  const supply = all.filter(({ roles }) => roles.includes('supply'));
  const long = await policyNamed(staffPolicy, '');
  at('2025-09-02', '10:00', publish(lastYears(long), ['staff', 'supply', 'governors']));
  at('2025-09-03', '08:00', plan);
  spread([...own, ...supply], ['2025-09-05', '2025-09-12', '2025-09-25', '2025-10-08']).forEach(([day, who]) =>
    at(day, '12:30', sign(staffPolicy, who))
  );
  at('2025-10-08', '18:00', checkpoint);

  // This year.
  at('2026-09-02', '10:00', publish(long, ['staff', 'supply', 'governors']));
  at('2026-09-03', '08:00', plan);
  const without = new Set<string>([...apart.open, apart.declines, apart.asks, apart.excused]);
  spread(
    [...own, ...supply].filter(({ name }) => !without.has(name)),
    ['2026-09-04', '2026-09-09', '2026-09-17', '2026-09-24', '2026-10-06', '2026-11-05']
  ).forEach(([day, who]) => at(day, '12:30', sign(staffPolicy, who)));
  at('2026-09-10', '15:40', sign(staffPolicy, [named(apart.asks)], 'May I keep using my own tablet for the reading records?'));
  at('2026-09-14', '16:05', async () => {
    const matter = { person: named(apart.declines).id, policy: staffPolicy };
    const version = (await desk.versions()).find(({ policy }) => policy === staffPolicy)!;
    await desk.open(matter, 'en', 'teams');
    await desk.decline(matter, version.major, 'I do not agree that pictures of lessons may go on the website.', 'teams');
  });
  at('2026-09-15', '09:10', () =>
    desk.excuse(
      { person: named(apart.excused).id, policy: staffPolicy },
      '2027-01-04',
      'On leave until January.',
      named('Safety Coordinator').id
    )
  );
  ['2026-09-23', '2026-09-30', '2026-10-07', '2026-10-14', '2026-10-21'].forEach(day => at(day, '08:00', plan));
  at('2026-10-06', '18:00', checkpoint);

  // Parents were asked in November, and are due the day before the demonstration begins.
  const parents = all.filter(({ roles }) => roles.includes('parent'));
  at('2026-11-02', '10:00', publish(homePolicy, ['parents']));
  at('2026-11-03', '08:00', plan);
  spread(
    parents.filter(({ name }) => Number(name.replace(/\D/g, '')) % 5 !== 2),
    ['2026-11-04', '2026-11-06', '2026-11-10', '2026-11-13', '2026-11-18']
  ).forEach(([day, who]) => at(day, '19:20', sign(homePolicy.id, who)));
  ['2026-11-16', '2026-11-17', '2026-11-19', '2026-11-23'].forEach(day => at(day, '08:00', plan));
  at('2026-11-19', '18:00', checkpoint);

  // What was published the evening before is asked this morning.
  at('2026-11-23', '15:45', publish(phonesPolicy, ['staff']));
  at('2026-11-23', '18:00', checkpoint);

  at('2026-10-14', '14:20', async () => {
    const report = {
      category: 'lost-device',
      day: '2026-10-14',
      time: '13:50',
      what: 'The class iPad was not in its case after the museum.',
      device: 'IPAD-4',
      aboutRoles: [],
      personal: false
    } as const;
    await incidents.report(report, named('Teacher Four').id, 'demonstration 1');
  });
  at('2026-10-16', '11:05', async () => {
    for (const person of all.filter(({ roles }) => roles.includes('staff'))) {
      const [item] = (await incidents.waiting(person.id)).filter(({ closed }) => !closed);
      if (!item) continue;
      await incidents.add(item.id, person.id, { kind: 'note', text: 'The museum has it; the caretaker fetches it today.' });
      await incidents.add(item.id, person.id, { kind: 'closed', text: 'It is back, locked, and nobody had opened it.' });
    }
  });
  at('2026-11-23', '16:30', async () => {
    const report = {
      category: 'misdirected-mail',
      day: '2026-11-23',
      time: '16:10',
      what: 'The list for the school trip went to a parent of another class with the same name.',
      aboutRoles: [],
      personal: true
    } as const;
    await incidents.report(report, named('School Secretary').id, 'demonstration 2');
  });

  const audit = auditJob(auditing, { stop: new AbortController().signal, world });
  for (const day of ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24']) {
    at(day, '02:00', async () => {
      say('audits');
      const mails: ReportMail[] = [];
      await audit.run(
        async (_trx, _name, data) => void mails.push(...(data as readonly ReportMail[])),
        async () => {}
      );
      for (const mail of mails) await reportErrand(auditing, post).run(mail);
      if (day !== '2026-11-24') say('signatures');
    });
  }

  await recorded(signatures, auditing.cwd);
  let step: HistoryStep = 'policies';
  say(step);
  for (const { day, time, does } of [...events].sort((a, b) => `${a.day} ${a.time}`.localeCompare(`${b.day} ${b.time}`))) {
    if (step === 'policies' && day > '2025-09-02') say((step = 'signatures'));
    clock.stand(new Date(instantAt(day, time, offsets)));
    await does();
    await database.db
      .updateTable('sending')
      .set({ state: 'sent', sent_at: clock.now() })
      .where('school', '=', id)
      .where('state', '=', 'planned')
      .where('purpose', '!=', 'report')
      .execute();
  }
  // The reports of the past are not shown in chats any more; that of this morning is.
  await database.db
    .updateTable('sending')
    .set({ state: 'sent', sent_at: clock.now() })
    .where('school', '=', id)
    .where('state', '=', 'planned')
    .where('step', 'not like', 'report 2026-11-24%')
    .execute();
  clock.stand(new Date(instantAt('2026-11-24', '08:00', offsets)));
  await plan();
  clock.stand(new Date(instantAt('2026-11-24', '08:20', offsets)));
  const early = all.filter(({ roles, name }) => roles.includes('staff') && /^(?:Teaching Assistant|Bursar|Office|Deputy)/.test(name));
  await sign(phonesPolicy.id, early)();
  clock.stand(new Date(beginsAt));
}

/** The people with ids, so that managers and children can be named by them. */
function withIds() {
  const ids = new Map(invented.map(({ key }) => [key, crypto.randomUUID() as string]));
  return invented.map(({ post: _post, manager, children, ...person }) => ({
    ...person,
    id: ids.get(person.key)!,
    children: children.map(child => ids.get(child)!),
    ...(manager === undefined ? {} : { manager: ids.get(manager)! })
  }));
}

function postOf({ name }: Person): string {
  return invented.find(each => each.name === name)!.post.en;
}

/** Shares people out over days, each day fewer than the one before. */
function spread(who: readonly Person[], days: readonly string[]): readonly (readonly [day: string, who: readonly Person[]])[] {
  const parts = days.map((_, i) => days.length - i);
  const sum = parts.reduce((a, b) => a + b, 0);
  let from = 0;
  return days.map((day, i) => {
    const until = i === days.length - 1 ? who.length : from + Math.round((who.length * parts[i]!) / sum);
    const those = who.slice(from, until);
    from = until;
    return [day, those] as const;
  });
}

const seen: readonly (readonly [rule: string, action: Action, every: number])[] = [
  ['head-not-copied', 'confirm', 3],
  ['crowd-in-the-open', 'confirm', 11],
  ['sent-to-personal-account', 'confirm', 17],
  ['pupil-out-of-hours', 'advise', 23]
];

/** Three months of what Outlook saw: counts without a word, as devices send them. */
async function recorded({ school, days }: Signatures, cwd: string): Promise<void> {
  const { records } = keptOf(school, cwd);
  let n = 0;
  const byMonth = new Map<string, VerdictRecord[]>();
  for (let day = '2026-09-02'; day < beginsAt.slice(0, 10); day = addDays(day, 1)) {
    if (!days.isSchoolDay(day)) continue;
    for (let i = 0; i < 9 + ((weekdayOf(day) * 5) % 7); i += 1) {
      n += 1;
      const findings = seen.filter(([, , every]) => n % every === 0).map(([rule, action]) => ({ rule, action, places: 1 }));
      const record: VerdictRecord = {
        at: `${day}T${String(8 + (i % 9)).padStart(2, '0')}:${String((n * 7) % 60).padStart(2, '0')}:00.000Z`,
        sender: ((n * 2_654_435_761) % 45).toString(16).padStart(16, '0'),
        policy: school.policy.version,
        action: findings.some(({ action }) => action === 'confirm') ? 'confirm' : findings.length > 0 ? 'advise' : 'allow',
        findings,
        unjudged: []
      };
      byMonth.set(day.slice(0, 7), [...(byMonth.get(day.slice(0, 7)) ?? []), record]);
    }
  }
  for (const [month, those] of byMonth) await records.add(those, new Date(`${month}-28T18:00:00Z`));
}
