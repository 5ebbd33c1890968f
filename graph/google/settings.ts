import * as z from 'zod';
import type { Reading } from '../../core/judge.ts';
import type { Way } from '../http.ts';
import type { Read } from '../part.ts';
import { readAll } from '../reading.ts';
import { google } from './manner.ts';

/** What one setting is in one place. */
export interface Placed {
  /** The path of the organisational unit, `/` at the top; `group:` and an id where a group has its own. */
  readonly place: string;
  /** Google’s names and values; empty where nobody set anything here or above. */
  readonly value: { readonly [name: string]: unknown };
  readonly byDefault: boolean;
}

const policy = z.object({
  policyQuery: z.object({ orgUnit: z.string().optional(), group: z.string().optional(), sortOrder: z.number().optional() }).optional(),
  setting: z.object({ type: z.string(), value: z.looseObject({}).optional() }),
  type: z.string().optional()
});
const unit = z.object({ orgUnitId: z.string(), orgUnitPath: z.string() });

/** Paths of organisational units by their ids, without Google’s `id:`. */
export async function unitsOf(way: Way, by: Read, customer: string): Promise<Reading<ReadonlyMap<string, string>>> {
  const request = google('directory', 'admin.googleapis.com', `/admin/directory/v1/customer/${customer}/orgunits`, {
    type: 'allIncludingParent'
  });
  const all = await readAll(way, by, request, unit, each => [each]);
  return 'unread' in all
    ? all
    : { value: new Map(all.value.map(({ orgUnitId, orgUnitPath }) => [orgUnitId.replace(/^id:/, ''), orgUnitPath])) };
}

/**
 * The settings of some types, by type (`security.password`), for the top and for every place that has something of its own. Of several in one place the
 * one with the highest order counts; a unit inherits, value by value, what stands above it; policies of units that are gone do not count.
 */
export async function settingsOf(
  way: Way,
  by: Read,
  customer: string,
  types: readonly string[]
): Promise<Reading<{ readonly [type: string]: readonly Placed[] }>> {
  const units = await unitsOf(way, by, customer);
  if ('unread' in units) return units;
  const pattern = types.map(type => type.replaceAll('.', '\\.')).join('|');
  const filter = `setting.type.matches('^settings/(${pattern})$')`;
  const all = await readAll(
    way,
    by,
    google('policies', 'cloudidentity.googleapis.com', '/v1/policies', { filter, pageSize: '100' }),
    policy,
    each => {
      const { orgUnit, group, sortOrder = 0 } = each.policyQuery ?? {};
      const place = group ? `group:${group.split('/').pop()}` : orgUnit ? units.value.get(orgUnit.split('/').pop() ?? '') : '/';
      if (place === undefined) return [];
      return [{ type: each.setting.type.replace(/^settings\//, ''), place, order: sortOrder, value: each.setting.value ?? {} }];
    }
  );
  if ('unread' in all) return all;
  return { value: Object.fromEntries(types.map(type => [type, placed(all.value.filter(each => each.type === type))])) };
}

function placed(given: readonly { readonly place: string; readonly order: number; readonly value: Placed['value'] }[]): readonly Placed[] {
  const own = new Map<string, { readonly order: number; readonly value: Placed['value'] }>();
  for (const { place, order, value } of given) {
    const before = own.get(place);
    if (!before || order >= before.order) own.set(place, { order, value });
  }
  return [...new Set(['/', ...own.keys()])].map(place => {
    const above = place.startsWith('group:') ? ['/', place] : pathsTo(place);
    const set = above.filter(each => own.has(each));
    return { place, value: Object.assign({}, ...set.map(each => own.get(each)!.value)) as Placed['value'], byDefault: set.length === 0 };
  });
}

/** `/a/b` is under `/` and `/a`. */
function pathsTo(place: string): readonly string[] {
  const names = place.split('/').filter(name => name !== '');
  return ['/', ...names.map((_, i) => `/${names.slice(0, i + 1).join('/')}`)];
}

/** A duration as Google writes it, in seconds: `1209600s`. */
export function secondsOf(value: unknown): number | undefined {
  const found = typeof value === 'string' ? /^(\d+)(?:\.\d+)?s$/.exec(value) : null;
  return found ? Number(found[1]) : undefined;
}
