import { type Request, type RequestHandler, type Response, Router } from 'express';
import * as z from 'zod';
import type { Adding, AuditActs, Done, SettingActs, SignatureActs, TabAction } from '../../addin/tab/api.ts';
import { dateAt } from '../../bot/when.ts';
import { isDay } from '../../core/dates.ts';
import { noteKinds, refusalWords } from '../../core/incidents/incident.ts';
import { fill, type Locale, type Text } from '../../core/locale.ts';
import { longest } from '../../core/policies/desk-words.ts';
import type { Matter } from '../../core/policies/entry.ts';
import { matterKey } from '../../core/policies/standings.ts';
import { checks } from '../../core/tenant/checks/index.ts';
import type { Accepted } from '../../core/tenant/accept.ts';
import type { Changes } from '../tab/changes.ts';
import { counted } from '../tab/manner.ts';
import { cellOf, type Outcome, type Tab } from '../tab/tab.ts';
import { toldOf } from '../tab/views/incidents.ts';
import { changeSetting, type ChangeRefused, lastChange, settingsView, undoSetting } from '../tab/views/settings.ts';
import { openAmong } from '../tab/views/signatures.ts';
import { atTabIn, given, idIn, may, refused } from './tab-guard.ts';
import { among } from './tab-views.ts';
import { tabProblem, tabRefused } from './tab-words.ts';

const id = z.string().min(1).max(100);
const day = z.string().refine(isDay);
const matter = z
  .strictObject({ person: id, policy: id, child: id.optional() })
  .transform(({ person, policy, child }): Matter => ({ person, policy, ...(child === undefined ? {} : { child }) }));
const nothing = z.strictObject({});
const reminds = z.union([z.strictObject({ people: z.array(id).min(1).max(500) }), z.strictObject({ all: among })]);
const takesBack = z.strictObject({ since: z.iso.datetime().max(40) });
const excuses = z.strictObject({
  matter,
  because: z.string().trim().max(longest.reason),
  until: day.optional()
});
const recalls = z.strictObject({ matter });
const answers = z.strictObject({ of: z.int().min(0), note: z.string().trim().max(longest.note) }) satisfies z.ZodType<
  SignatureActs['POST signatures/answer']
>;
const pauses = z.strictObject({ paused: z.boolean() });
const risk = z.string().trim().max(200);
const accepts = z.strictObject({ check: z.enum(checks.map(check => check.id)), until: day, owner: risk, because: risk });
const unaccepts = z.strictObject({ check: id }) satisfies z.ZodType<AuditActs['POST audits/take-back']>;
const reads = z.strictObject({ id, private: z.literal(true) });
const adds = z.strictObject({ id, kind: z.enum(noteKinds), text: z.string().max(4000), to: id.optional() }) satisfies z.ZodType<Adding>;
const readsRow = z.strictObject({ row: id, private: z.literal(true) });
const acts = z.strictObject({
  table: id,
  row: id.optional(),
  act: id,
  fields: z.record(z.string().max(60), z.union([z.string().max(4000), z.boolean(), z.array(z.string().max(200)).max(100)]))
});
const changesOne = z.strictObject({ key: id, value: z.unknown(), was: z.string().max(20).optional() });
const undoes = z.strictObject({ change: z.string().regex(/^\d{1,15}$/) }) satisfies z.ZodType<SettingActs['POST settings/undo']>;

const words = {
  reminded: {
    one: { en: '1 person is reminded.', cy: 'Caiff 1 person ei atgoffa.' },
    more: { en: '{count} people are reminded.', cy: 'Caiff {count} o bobl eu hatgoffa.' }
  },
  nobody: {
    en: 'Nobody is reminded: nothing is open, they were reminded a moment ago, or nothing reaches them.',
    cy: 'Ni atgoffir neb: nid oes dim ar agor, fe’u hatgoffwyd funud yn ôl, neu nid oes dim yn eu cyrraedd.'
  },
  takenBack: {
    one: { en: 'The reminder of 1 person was taken back.', cy: 'Tynnwyd yn ôl y nodyn atgoffa ar gyfer 1 person.' },
    more: { en: 'The reminders of {count} people were taken back.', cy: 'Tynnwyd yn ôl y nodiadau atgoffa ar gyfer {count} o bobl.' }
  },
  tooLate: { en: 'They have gone out already.', cy: 'Maent wedi mynd allan eisoes.' },
  because: { en: 'Please say in a few words why.', cy: 'Dywedwch mewn ychydig eiriau pam.' },
  past: { en: 'That day is past. Please choose a later one.', cy: 'Mae’r diwrnod hwnnw wedi mynd heibio. Dewiswch un diweddarach.' },
  self: {
    en: 'Nobody excuses themselves. Please ask the headteacher or another coordinator.',
    cy: 'Nid oes neb yn esgusodi ei hun. Gofynnwch i’r pennaeth neu i gydlynydd arall.'
  },
  notAsked: {
    en: 'Nothing of the kind is wanted of them now. Please load the page again.',
    cy: 'Nid oes dim o’r fath yn ddisgwyliedig ganddynt nawr. Llwythwch y dudalen eto.'
  },
  excused: { en: '{name} is excused.', cy: 'Mae {name} wedi’i esgusodi.' },
  recalled: { en: 'The excuse of {name} was taken back.', cy: 'Tynnwyd esgusodiad {name} yn ôl.' },
  note: { en: 'Please write the answer first.', cy: 'Ysgrifennwch yr ateb yn gyntaf.' },
  gone: { en: 'This was answered already.', cy: 'Atebwyd hwn eisoes.' },
  answered: { en: 'The answer is recorded.', cy: 'Mae’r ateb wedi’i gofnodi.' },
  file: {
    en: 'This link gives you the school’s signatures as a file. It is for you alone, and good once. The file holds personal data: keep it as such.',
    cy: 'Mae’r ddolen hon yn rhoi llofnodion yr ysgol i chi fel ffeil. I chi yn unig y mae hi, ac unwaith yn unig y mae’n gweithio. Mae’r ffeil yn cynnwys data personol: cadwch hi felly.'
  },
  server: {
    en: 'Whoever looks after the server makes the files with «beadle export»: tables (CSV, XLSX), JSON, or a certificate (PDF).',
    cy: 'Mae pwy bynnag sy’n gofalu am y gweinydd yn gwneud y ffeiliau gyda «beadle export»: tablau (CSV, XLSX), JSON, neu dystysgrif (PDF).'
  },
  stopped: { en: 'Sending stands still.', cy: 'Mae’r anfon wedi’i oedi.' },
  goesOn: { en: 'Sending goes on.', cy: 'Mae’r anfon yn parhau.' },
  running: {
    en: 'The audit has begun. It takes a few minutes; this page tells when it is over.',
    cy: 'Mae’r archwiliad wedi dechrau. Mae’n cymryd ychydig funudau; bydd y dudalen hon yn dweud pan ddaw i ben.'
  },
  noAudit: {
    en: 'The tenant is not audited: beadle.yaml names none.',
    cy: 'Nid yw’r denantiaeth yn cael ei harchwilio: nid yw beadle.yaml yn enwi un.'
  },
  accepted: { en: 'The risk is accepted.', cy: 'Mae’r risg wedi’i derbyn.' },
  withdrawn: { en: 'The risk is no longer accepted.', cy: 'Nid yw’r risg wedi’i derbyn mwyach.' },
  whole: { en: 'Please say who answers for it, and why.', cy: 'Dywedwch pwy sy’n ateb drosti, a pham.' },
  unknown: { en: 'There is nothing of the kind here.', cy: 'Nid oes dim o’r fath yma.' }
} as const satisfies { readonly [name: string]: Text | { readonly one: Text; readonly more: Text } };

/** What is done on the tab. Every one of these asks the table of rights first. */
export function tabActRoutes(tab: Tab, at: RequestHandler, changes: Changes, log: (line: string) => void): Router {
  const { desk } = tab;
  const routes = Router();
  const today = (): string => dateAt(desk.school.timezone, desk.now().toISOString());

  /** What changes something: for whoever may, with what was sent in its shape; everybody who looks on is told. */
  function doing<S extends z.ZodType>(
    path: string,
    action: TabAction,
    shape: S,
    run: (sent: z.output<S>, request: Request, response: Response) => Promise<void>
  ): void {
    routes.post(`/tab/api/${path}`, at, may(tab, action, log, true), async (request, response) => {
      const sent = given(shape, request, response);
      if (sent === undefined) return;
      await run(sent, request, response);
      void changes.look();
    });
  }

  /** Writes down, by ids, that somebody asked for what is not there or not theirs: the answer tells those two apart to nobody. */
  const strange = (response: Response, what: TabAction): void => log(`The tab has nothing of the kind for ${idIn(response)} («${what}»).`);

  const localeIn = (response: Response): Locale => atTabIn(response).locale;
  const done = (response: Response, says: string, more: Omit<Done, 'says'> = {}): void => {
    response.json({ says, ...more } satisfies Done);
  };

  doing('signatures/remind', 'remind', reminds, async (sent, _request, response) => {
    const asking = atTabIn(response);
    const people = 'people' in sent ? sent.people : await openAmong(tab, asking, sent.all);
    const since = desk.now().toISOString();
    const count = await desk.remind(people, asking.person.id);
    if ('people' in sent && !(await areKnown(people))) strange(response, 'remind');
    done(response, count === 0 ? words.nobody[asking.locale] : counted(words.reminded, count, asking.locale), { count, since });
  });

  doing('signatures/take-back', 'remind', takesBack, async ({ since }, _request, response) => {
    const { person, locale } = atTabIn(response);
    const count = (await desk.takeBack?.(person.id, since)) ?? 0;
    done(response, count === 0 ? words.tooLate[locale] : counted(words.takenBack, count, locale), { count });
  });

  const areKnown = async (ids: readonly string[]): Promise<boolean> => {
    const known = new Set((await desk.people()).map(({ id: its }) => its));
    return ids.every(each => known.has(each));
  };

  const wantedOf = async (given: Matter) =>
    (await desk.wanted(given.person)).find(each => matterKey(each) === matterKey(given) && each.standing !== 'left');

  doing('signatures/excuse', 'excuse', excuses, async ({ matter: given, because, until }, _request, response) => {
    const { person, locale } = atTabIn(response);
    if (given.person === person.id) return tabRefused(response, words.self[locale]);
    if (because === '') return tabRefused(response, words.because[locale]);
    if (until !== undefined && until < today()) return tabRefused(response, words.past[locale]);
    const wanted = await wantedOf(given);
    const about = await desk.person(given.person);
    if (!about) strange(response, 'excuse');
    if (!wanted || !about || wanted.standing === 'signed') return tabRefused(response, words.notAsked[locale]);
    await desk.excuse(given, until, because, person.id);
    done(response, fill(words.excused[locale], { name: about.name }));
  });

  doing('signatures/recall', 'excuse', recalls, async ({ matter: given }, _request, response) => {
    const { person, locale } = atTabIn(response);
    const wanted = await wantedOf(given);
    const about = await desk.person(given.person);
    if (!about) strange(response, 'excuse');
    if (wanted?.standing !== 'excused' || !about) return tabRefused(response, words.notAsked[locale]);
    await desk.recall(given, person.id);
    done(response, fill(words.recalled[locale], { name: about.name }));
  });

  doing('signatures/answer', 'answer', answers, async ({ of, note }, _request, response) => {
    const { person, locale } = atTabIn(response);
    if (note === '') return tabRefused(response, words.note[locale]);
    if (!(await desk.tasks()).some(task => task.of.index === of)) return tabRefused(response, words.gone[locale]);
    await desk.settle(of, person.id, note);
    done(response, words.answered[locale]);
  });

  doing('signatures/export', 'export', nothing, async (_sent, _request, response) => {
    const { person, locale } = atTabIn(response);
    const url = await desk.files?.(person.id);
    if (url === undefined) return done(response, words.server[locale]);
    done(response, words.file[locale], { url });
  });

  doing('signatures/pause', 'change-settings', pauses, async ({ paused }, request, response) => {
    const asking = atTabIn(response);
    const key = 'sending.paused';
    const outcome = await changeSetting(tab, asking, { key, value: paused, was: await lastChange(tab, key) });
    if (settled(outcome, request, response)) done(response, words[paused ? 'stopped' : 'goesOn'][asking.locale]);
  });

  doing('audits/run', 'run-audit', nothing, async (_sent, _request, response) => {
    if (!tab.runAudit) return tabRefused(response, words.noAudit[localeIn(response)]);
    await tab.runAudit();
    response.status(202);
    done(response, words.running[localeIn(response)]);
  });

  /** Accepted risks are a setting; here one of them is put in or taken out. */
  const withRisks = async (request: Request, response: Response, change: (risks: readonly Accepted[]) => readonly Accepted[]) => {
    const { accepted } = await tab.settings.audits();
    const key = 'accepted';
    const outcome = await changeSetting(tab, atTabIn(response), { key, value: change(accepted), was: await lastChange(tab, key) });
    return settled(outcome, request, response);
  };

  doing('audits/accept', 'accept-risk', accepts, async (sent, request, response) => {
    if (sent.owner === '' || sent.because === '') return tabRefused(response, words.whole[localeIn(response)]);
    if (await withRisks(request, response, risks => [...risks.filter(({ check }) => check !== sent.check), sent]))
      done(response, words.accepted[localeIn(response)]);
  });

  doing('audits/take-back', 'accept-risk', unaccepts, async ({ check }, request, response) => {
    const { accepted } = await tab.settings.audits();
    if (!accepted.some(each => each.check === check)) return tabRefused(response, words.unknown[localeIn(response)]);
    if (await withRisks(request, response, risks => risks.filter(each => each.check !== check)))
      done(response, words.withdrawn[localeIn(response)]);
  });

  routes.post('/tab/api/incidents/read', at, may(tab, 'read-incident', log), async (request, response) => {
    const sent = given(reads, request, response);
    if (!sent) return;
    const { person, locale } = atTabIn(response);
    const told = await tab.incidents?.read(sent.id, person.id);
    if (!told) {
      // Whether there is such an item is not said: not to whom it is about, and to nobody else.
      log(`An item was asked for that is not for ${person.id}.`);
      return tabProblem(request, response, 404, 'not-there');
    }
    response.json(toldOf(tab, told, locale));
  });

  doing('incidents/add', 'add-note', adds, async ({ id: item, kind, text, to }, request, response) => {
    const { person, locale } = atTabIn(response);
    const added = await tab.incidents?.add(item, person.id, { kind, text, ...(to === undefined ? {} : { to }) });
    if (!added || ('refused' in added && added.refused === 'not-yours')) {
      log(`A note was offered for an item that is not for ${person.id}.`);
      return tabProblem(request, response, 404, 'not-there');
    }
    if ('refused' in added) return tabRefused(response, refusalWords[added.refused][locale]);
    // Whoever handed it on may have it no longer.
    const told = await tab.incidents?.read(item, person.id);
    response.json(told ? toldOf(tab, told, locale) : {});
  });

  routes.post('/tab/api/approvals/read', at, may(tab, 'see-approvals', log), async (request, response) => {
    const sent = given(readsRow, request, response);
    if (!sent) return;
    const behind = await tab.sources.approvals?.read?.(atTabIn(response), sent.row);
    if (behind) return void response.json(behind);
    strange(response, 'see-approvals');
    tabProblem(request, response, 404, 'not-there');
  });

  for (const view of ['approvals', 'registers'] as const) {
    doing(`${view}/act`, `act-${view}`, acts, async (sent, request, response) => {
      const asking = atTabIn(response);
      const source = tab.sources[view];
      if (!source) return tabProblem(request, response, 404, 'not-there');
      const { row, ...rest } = sent;
      const outcome = await source.act(asking, { ...rest, ...(row === undefined ? {} : { row }) }, cellOf(`act-${view}`, asking));
      if (row !== undefined && 'refused' in outcome) strange(response, `act-${view}`);
      if (settled(outcome, request, response)) response.json(outcome.done);
    });
  }

  doing('settings/change', 'change-settings', changesOne, async ({ key, value, was }, request, response) => {
    const asking = atTabIn(response);
    const outcome = await changeSetting(tab, asking, { key, value, was: was === undefined ? undefined : Number(was) });
    if (settled(outcome, request, response)) response.json(await settingsView(tab, asking));
  });

  doing('settings/undo', 'change-settings', undoes, async ({ change }, request, response) => {
    const asking = atTabIn(response);
    const outcome = await undoSetting(tab, asking, Number(change));
    if (settled(outcome, request, response)) response.json(await settingsView(tab, asking));
  });

  /** Whether it was done; otherwise answers why not. */
  function settled<T>(
    outcome: Outcome<T> | { readonly problem: ChangeRefused },
    request: Request,
    response: Response
  ): outcome is { readonly done: T } {
    if ('done' in outcome) return true;
    if ('refused' in outcome) tabRefused(response, outcome.refused);
    else if (outcome.problem === 'not-for-you') refused(request, response, 'change-settings', log);
    else {
      if (outcome.problem === 'not-there') strange(response, 'change-settings');
      tabProblem(request, response, outcome.problem === 'changed' ? 409 : 404, outcome.problem);
    }
    return false;
  }

  return routes;
}
