import * as z from 'zod';
import type { LockRule } from '../../../core/tenant/snapshot.ts';
import type { Way } from '../../http.ts';
import { part, type Read } from '../../part.ts';
import { readAll } from '../../reading.ts';
import { google } from '../manner.ts';
import { scopes } from '../scopes.ts';
import { unitsOf } from '../settings.ts';

const schemas = ['chrome.users.LockScreen', 'chrome.users.IdleSettingsExtended', 'chrome.users.PinSettings'] as const;
const resolved = z.object({ value: z.object({ policySchema: z.string(), value: z.looseObject({}).optional() }) });
const by: Read = { vendor: 'google', rights: [scopes.chrome, scopes.units] };

/** More units than this are not asked one by one: a school has a few dozen. */
const mostUnits = 300;

/** How Chromebooks lock, by organisational unit. Google shows its password rule for telephones and tablets to nobody. */
export function lockRules(customer: string) {
  return part({
    ...by,
    part: 'lockRules',
    read: async way => {
      const units = await unitsOf(way, by, customer);
      if ('unread' in units) return units;
      if (units.value.size > mostUnits) return { unread: 'unsupported' };
      const all = await Promise.all([...units.value].map(([id, path]) => ruleOf(way, customer, id, path)));
      const unread = all.find(each => 'unread' in each);
      return unread ?? { value: all.flatMap(each => ('value' in each ? each.value : [])) };
    }
  });
}

async function ruleOf(way: Way, customer: string, id: string, path: string) {
  const answers = await Promise.all(
    schemas.map(policySchemaFilter => {
      const body = { policySchemaFilter, policyTargetKey: { targetResource: `orgunits/${id}` }, pageSize: 100 };
      const url = `/v1/customers/${customer}/policies:resolve`;
      return readAll(way, by, google('chrome', 'chromepolicy.googleapis.com', url, {}, { body }), resolved, ({ value }) => [value]);
    })
  );
  const unread = answers.find(each => 'unread' in each);
  if (unread) return unread;
  const said = Object.assign({}, ...answers.flatMap(each => ('value' in each ? each.value.map(({ value }) => value ?? {}) : []))) as {
    readonly [name: string]: unknown;
  };
  const rule: LockRule = {
    id,
    name: path,
    from: 'chrome-policy',
    platform: 'chromeos',
    ...(typeof said['allowScreenLock'] === 'boolean' ? { required: said['allowScreenLock'] } : {}),
    ...numberOf('leastLength', said['pinUnlockMinimumLength']),
    ...minutesOf(said['screenLockDelayAc'], said['screenLockDelayBattery']),
    ...(typeof said['pinUnlockWeakPinsAllowed'] === 'boolean' ? { simpleBlocked: !said['pinUnlockWeakPinsAllowed'] } : {}),
    ...(said['lockOnSleepOrLidClose'] === 'TRUE' || said['lockOnSleepOrLidClose'] === 'FALSE'
      ? { lockOnClose: said['lockOnSleepOrLidClose'] === 'TRUE' }
      : {}),
    assigned: { everyone: path === '/', groups: [path], excluded: [] }
  };
  return { value: [rule] };
}

/** Google writes whole numbers as texts where they might be large. */
function numberOf<K extends 'leastLength'>(name: K, value: unknown): { readonly [N in K]?: number } {
  const number = Number(value);
  return value !== undefined && Number.isInteger(number) && number > 0 ? ({ [name]: number } as { [N in K]: number }) : {};
}

/** The later of the two delays, on the mains and on the battery, in minutes; Google counts milliseconds, and 0 is never. */
function minutesOf(mains: unknown, battery: unknown): { readonly minutes?: number } {
  const delays = [mains, battery].filter(each => each !== undefined).map(Number);
  if (delays.length === 0 || delays.some(delay => !Number.isFinite(delay))) return {};
  return delays.some(delay => delay === 0) ? {} : { minutes: Math.ceil(Math.max(...delays) / 60_000) };
}
