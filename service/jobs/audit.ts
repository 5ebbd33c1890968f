import type { Reply } from '../../bot/turn.ts';
import { addDays, weekdayOf } from '../../core/dates.ts';
import type { Text } from '../../core/locale.ts';
import type { Person, Role } from '../../core/policies/person.ts';
import type { SchoolDays } from '../../core/policies/school-days.ts';
import { compose } from '../../core/report/compose.ts';
import { renderCard } from '../../core/report/render-card.ts';
import { type Reader, readers } from '../../core/report/report.ts';
import { type Auditing, auditNow } from '../auditing.ts';
import type { Config } from '../config.ts';
import type { AuditSettings, Rhythm } from '../config-audit.ts';
import { mailFor } from '../mails.ts';
import type { Sending } from '../outbox.ts';
import type { Post } from '../post.ts';
import { reportDataOf } from '../report-data.ts';
import { reportText } from '../reports.ts';
import { daysOf } from '../signatures.ts';
import { plan } from '../store/ledger.ts';
import { livingAudit } from '../tab/settings.ts';
import type { Outside } from '../tenants.ts';
import { weekdays } from '../weekdays.ts';
import type { Errand, Job } from './jobs.ts';

/** A report on its way to one address. */
export interface ReportMail {
  readonly reader: Reader;
  readonly to: string;
  /** The audit that it is of, ISO 8601. */
  readonly at: string;
}

/** When audits run, as cron says it. */
export function cronOf({ at, days }: Pick<AuditSettings, 'at' | 'days'>): string {
  const [hour, minute] = at.split(':').map(Number);
  return `${minute} ${hour} * * ${[...new Set(days.map(day => (weekdays.indexOf(day) + 1) % 7))].join(',')}`;
}

/** Audits on the days that the school chose, keeps what was found, and queues the report for whoever is to have it, all in one transaction. */
export function auditJob(auditing: Auditing, { stop, world }: { readonly stop: AbortSignal; readonly world?: Outside }): Job {
  const { settings, audits, environment, now } = auditing;
  return {
    name: 'audit',
    cron: cronOf(settings),
    run: async (queue, done) => {
      const { settings: decided, ...rest } = await livingAudit(auditing);
      const runs = await auditNow({ ...rest, settings: decided }, { environment, now, stop, world });
      const [first] = runs;
      if (!first || stop.aborted) return undefined;
      const { at } = first;
      const days = daysOf(auditing.school.config, at);
      const today = days.dayOf(at.toISOString());
      let told = 0;
      const due: Reader[] = [];
      for (const reader of readers) {
        const last = await audits.sentOn(reader);
        if (isDue(decided.reports[reader], { today, last, days, terms: auditing.school.config.calendar.terms })) due.push(reader);
      }
      await audits.add(runs, async trx => {
        await done?.(trx);
        for (const reader of due) {
          const to = addressesOf(reader, auditing.school.config);
          const people = await peopleOf(reader, auditing, today);
          if (to.length + people.length === 0) continue;
          if (!(await audits.sent(trx, { at, reader, day: today }))) continue;
          told += 1;
          const mails = to.map((address): ReportMail => ({ reader, to: address, at: at.toISOString() }));
          await queue(trx, 'audit-report', mails);
          await plan(
            trx,
            auditing.id,
            people.map(({ id }) => ({
              person: id,
              purpose: 'report',
              step: `report ${at.toISOString()} ${reader} ${id}`,
              channel: 'teams',
              payload: { reader },
              notBefore: morningOf(at, auditing.school.config.school.timezone).toISOString()
            }))
          );
        }
      });
      const sum = (of: 'right' | 'wrong' | 'unknown'): number => runs.reduce((all, { counts }) => all + counts[of], 0);
      return `Audited: ${sum('right')} checks right, ${sum('wrong')} to put right, ${sum('unknown')} not known; the report goes to ${told} readers.`;
    }
  };
}

/** Mails one report, with the whole of it attached in each of the school's languages. */
export function reportErrand(auditing: Auditing, post: Pick<Post, 'send'>): Errand<ReportMail> {
  return {
    name: 'audit-report',
    run: async ({ reader, to, at }) => {
      const { audits, tenants, school } = auditing;
      const last = await audits.last(tenants);
      if (last.length === 0) return;
      const { languages, name } = school.config.school;
      const files: { readonly name: string; readonly type: string; readonly content: string }[] = [];
      for (const locale of languages) {
        const data = await reportDataOf(auditing, last, locale);
        const content = reportText('html', data, reader, locale);
        files.push({ name: `report-${data.on}-${locale}.html`, type: 'text/html; charset=utf-8', content });
      }
      const key = `report-${at.replace(/\D/g, '')}-${reader}`;
      await post.send(mailFor('report', { to, language: languages[0]!, languages, values: { school: name }, key, files }));
    }
  };
}

const summary: Text = {
  en: 'The report of the last audit is here.',
  cy: 'Mae adroddiad yr archwiliad diwethaf yma.'
};

/** What whoever has the bot is told: the last audit as a card. */
export async function reportCard(auditing: Auditing, { payload }: Sending, { language }: Person): Promise<Reply | undefined> {
  const reader = readers.find(each => each === payload['reader']);
  const last = await auditing.audits.last(auditing.tenants);
  if (!reader || last.length === 0) return undefined;
  const data = await reportDataOf(auditing, last, language);
  return { card: renderCard(compose(data, reader, language)), summary: summary[language] };
}

/** To which addresses a reader's report goes. */
export function addressesOf(reader: Reader, { people, audit }: Pick<Config, 'people' | 'audit'>): readonly string[] {
  switch (reader) {
    case 'it':
      return audit?.support ?? [];
    case 'coordinator':
      return people.coordinator;
    case 'head':
      return people.headteacher.slice(0, 1);
    case 'governors':
      return people.chairOfGovernors.slice(0, 1);
  }
}

const posts: { readonly [R in Reader]?: Role } = { coordinator: 'coordinator', head: 'head', governors: 'chair' };

/** Whoever of a reader's has the bot. */
async function peopleOf(reader: Reader, { signatures, school }: Auditing, today: string): Promise<readonly Person[]> {
  const role = posts[reader];
  if (!signatures || !school.config.bot || role === undefined) return [];
  const people = await signatures.desk.people();
  return people.filter(
    ({ roles, entraId, leftOn }) => entraId !== undefined && roles.includes(role) && (leftOn === undefined || leftOn >= today)
  );
}

/** Whether a reader gets the report of today's audit. `last`: the day on which they got one. */
export function isDue(
  rhythm: Rhythm,
  {
    today,
    last,
    days,
    terms
  }: {
    readonly today: string;
    readonly last: string | undefined;
    readonly days: Pick<SchoolDays, 'nextSchoolDay'>;
    readonly terms: readonly { readonly from: string }[];
  }
): boolean {
  switch (rhythm) {
    case 'each':
      return true;
    case 'never':
      return false;
    case 'weekly':
      return last === undefined || last < addDays(today, 1 - weekdayOf(today));
    case 'termly': {
      const begun = beginnings(today, terms).map(day => days.nextSchoolDay(day));
      const from = begun.filter(day => day <= today).reduce((latest, day) => (day > latest ? day : latest), '');
      return from !== '' && (last === undefined || last < from);
    }
  }
}

/** Where terms begin; where the school names none, in September, January and April. */
function beginnings(today: string, terms: readonly { readonly from: string }[]): readonly string[] {
  if (terms.length > 0) return terms.map(({ from }) => from);
  const year = Number(today.slice(0, 4));
  return [`${year - 1}-09-01`, `${year}-01-05`, `${year}-04-15`, `${year}-09-01`];
}

/** Eight o'clock of that morning, by the school's clock; the moment itself where it is later. Nobody hears of anything at night. */
function morningOf(at: Date, timeZone: string): Date {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const wait = 8 * 60 - (hour * 60 + minute);
  return wait > 0 ? new Date(at.getTime() + wait * 60_000) : at;
}
