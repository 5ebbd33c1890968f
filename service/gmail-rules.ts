import * as z from 'zod';
import { type Aim, type Found, type Plan, planOf, planToRemove, type Step } from '../addin/gmail/dlp/plan.ts';
import type { Compiled } from '../addin/gmail/dlp/shapes.ts';
import { google } from '../graph/google/manner.ts';
import type { Request, Unanswered, Way } from '../graph/http.ts';
import { failure } from './failure.ts';
import type { Begun } from './gmail-begun.ts';

const host = 'cloudidentity.googleapis.com';
const policyShape = z.object({
  name: z.string(),
  policyQuery: z.object({ orgUnit: z.string().optional() }).optional(),
  setting: z.object({ type: z.string(), value: z.record(z.string(), z.unknown()).optional() }),
  type: z.string().optional()
});
const unitShape = z.object({ orgUnitId: z.string(), orgUnitPath: z.string() });
const operationShape = z.object({
  done: z.boolean().optional(),
  error: z.object({ code: z.number().optional() }).optional(),
  response: z.object({ name: z.string().optional() }).optional()
});

/** The tenant's rules and lists as they are now. Throws a `Failure` where they cannot be read whole: a plan of half of them would make doubles. */
export async function rulesThere(way: Way): Promise<readonly Found[]> {
  const filter = "setting.type.matches('^settings/(rule\\\\.dlp|detector\\\\..*)$')";
  return (
    await every(way, google('policies', host, '/v1/policies', { filter, pageSize: '100' }), policyShape, 'the rules of Gmail')
  ).flatMap(({ name, policyQuery, setting, type }) =>
    // What Google itself put there cannot be changed.
    type === 'SYSTEM' ? [] : [{ name, type: setting.type, unit: policyQuery?.orgUnit ?? '', value: setting.value ?? {} }]
  );
}

/** Google's ids of the top and of the unit with this path. Throws a `Failure` where there is none. */
export async function unitsFor(way: Way, customer: string, path: string): Promise<{ readonly unit: string; readonly top: string }> {
  const request = google('directory', 'admin.googleapis.com', `/admin/directory/v1/customer/${customer}/orgunits`, {
    type: 'allIncludingParent'
  });
  const units = new Map(
    (await every(way, request, unitShape, 'the organisational units')).map(({ orgUnitPath, orgUnitId }) => [
      orgUnitPath,
      `orgUnits/${orgUnitId.replace(/^id:/, '')}`
    ])
  );
  const unit = units.get(path);
  const top = units.get('/');
  if (unit === undefined || top === undefined)
    throw failure('wrong-config', `The Workspace has no organisational unit «${path}». Put «gmailRules.unit» right in beadle.yaml.`);
  return { unit, top };
}

async function every<T>(way: Way, request: Request, shape: z.ZodType<T>, what: string): Promise<readonly T[]> {
  const all: T[] = [];
  const pages = way.pages(request);
  for (;;) {
    const { done, value } = await pages.next();
    if (done) {
      if (value) throw refusal(value, `read ${what}`);
      return all;
    }
    for (const thing of value) {
      const read = shape.safeParse(thing);
      if (!read.success) throw refusal({ unread: 'unreachable', code: 'other-shape' }, `read ${what}`);
      all.push(read.data);
    }
  }
}

/** What became of an application of a plan. */
export interface Applied {
  readonly done: readonly Step[];
  /** What Google did not keep as it was written, after everything was done. */
  readonly unsettled: readonly Step[];
  /** Somebody asked to stop; running it again goes on where this stopped. */
  readonly stopped: boolean;
}

interface World {
  readonly customer: string;
  readonly sleep: (ms: number) => Promise<void>;
  /** What is remembered until this came to its end, so that the next run knows what nobody has looked at. */
  readonly begun: Begun;
  readonly stop: AbortSignal;
  /** Told after each step, with how many are left. */
  readonly told: (step: Step, left: number) => Promise<void>;
}

/** How often an answer may fail to come before it is given up. */
const mostDoubts = 5;

/**
 * Brings the tenant to what is wanted, one step after the other. Where no answer came to a step it looks at what is there before it goes on, so that
 * nothing is made twice; killed anywhere, the next run does what is left. Throws a `Failure` where Google refuses.
 */
export async function bring(way: Way, wanted: Compiled | 'nothing', aim: Aim, world: World): Promise<Applied> {
  const begun = new Set(world.begun.rules);
  const planned = (found: readonly Found[]): Plan =>
    wanted === 'nothing' ? planToRemove(found, aim) : planOf(wanted, found, { ...aim, begun });
  const done: Step[] = [];
  let found = await rulesThere(way);
  let doubts = 0;
  let plan = planned(found);
  // A rule that begins now stays in the log, also when the plan is made again: a step later, or by the next run where this one is killed.
  for (const { does, what, key } of plan.steps) if (does === 'create' && what === 'rule') begun.add(key);
  if (begun.size > 0) await world.begun.keep([...begun]);
  for (;;) {
    const [step] = plan.steps;
    if (!step) break;
    if (world.stop.aborted) return { done, unsettled: [], stopped: true };
    const answer = await doStep(way, step, world.customer);
    if (answer === undefined) {
      doubts += 1;
      if (doubts > mostDoubts)
        throw failure(
          'tenant-refused',
          'Google did not answer again and again. What was done stays; run the same command later, and it goes on from there.'
        );
      await world.sleep(5000 * doubts);
      found = await rulesThere(way);
    } else {
      done.push(step);
      found = after(found, step, answer);
    }
    plan = planned(found);
    if (answer !== undefined) await world.told(step, plan.steps.length);
  }
  if (done.length > 0) plan = planned(await rulesThere(way));
  await world.begun.keep([]);
  return { done, unsettled: plan.steps, stopped: false };
}

/** Does one step: the name that the thing has from then on; nothing where nobody knows whether it was done. */
async function doStep(way: Way, step: Step, customer: string): Promise<string | undefined> {
  const { does, name = '', type, unit, value } = step;
  const body = { customer: `customers/${customer}`, policyQuery: { orgUnit: unit }, setting: { type, value } };
  const answer = await way.ask(
    does === 'create'
      ? google('policyWrites', host, '/v1/policies', {}, { body, once: true })
      : does === 'change'
        ? google('policyWrites', host, `/v1/${name}`, {}, { method: 'PATCH', body, once: true })
        : google('policyWrites', host, `/v1/${name}`, {}, { method: 'DELETE', once: true })
  );
  if ('unread' in answer) {
    // Somebody else may have taken it away meanwhile.
    if (does === 'remove' && answer.status === 404) return name;
    if (answer.code === 'in-doubt' || answer.code === 'deadline' || (does === 'change' && answer.status === 404)) return undefined;
    throw refusal(answer, `${sayings[does]} the ${step.what} «${step.key}»`);
  }
  const operation = operationShape.safeParse(answer.body).data;
  if (operation?.error)
    throw refusal({ unread: 'unsupported', code: String(operation.error.code) }, `${sayings[does]} the ${step.what} «${step.key}»`);
  if (does !== 'create') return name;
  return operation?.done === true && operation.response?.name !== undefined ? operation.response.name : undefined;
}

const sayings = { create: 'make', change: 'change', remove: 'take away' } as const;

function after(found: readonly Found[], { does, type, unit, value = {} }: Step, name: string): readonly Found[] {
  const others = found.filter(each => each.name !== name);
  return does === 'remove' ? others : [...others, { name, type, unit, value }];
}

function refusal({ unread, status, code }: Unanswered, doing: string) {
  const why = [status, code].filter(each => each !== undefined).join(', ');
  const shown = why === '' ? '' : ` (${why})`;
  if (unread === 'forbidden')
    return failure(
      'tenant-refused',
      `Google does not let Beadle ${doing}${shown}. The administrator in «audit.google.admin» must be a super administrator, and the scopes must be delegated to the service account.`
    );
  if (unread === 'unlicensed')
    return failure(
      'tenant-refused',
      `Google does not let Beadle ${doing}${shown}: the edition does not have it, or the Cloud Identity API is switched off.`
    );
  return failure('tenant-refused', `Google did not ${doing}${shown}. What was done before stays; run the same command again.`);
}
