import * as z from 'zod';
import { type DirectoryReader, type DirectoryRow, kindByDomain, rowOf, type SourceReading, type Sorting } from '../../directory.ts';
import type { Request, Way } from '../../http.ts';
import type { Read } from '../../part.ts';
import { missing, readAll } from '../../reading.ts';
import { graph } from '../manner.ts';
import { rights } from '../rights.ts';

const user = z.object({
  id: z.string(),
  '@removed': z.object({ reason: z.string().nullish() }).optional(),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  otherMails: z.array(z.string()).nullish(),
  proxyAddresses: z.array(z.string()).nullish(),
  accountEnabled: z.boolean().nullish(),
  userType: z.string().nullish(),
  assignedLicenses: z.array(z.object({ skuId: z.string().nullish() })).nullish()
});
type User = z.output<typeof user>;
const page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional()
});
const sku = z.object({ skuId: z.string().nullish(), skuPartNumber: z.string().nullish() });
const licencesBy: Read = { vendor: 'microsoft', rights: [rights.organizationReadAll] };
const by: Read = { vendor: 'microsoft', rights: [rights.userReadAll, rights.organizationReadAll] };
const $select = 'id,displayName,mail,userPrincipalName,otherMails,proxyAddresses,accountEnabled,userType,assignedLicenses';
const mostPages = 20_000;

/**
 * The accounts of the tenant, with their other addresses: staff or pupil by the licence that they hold, else by their domain. After the first time only what
 * changed is read; where Microsoft has forgotten the mark (410) everything is read again.
 */
export const accounts: DirectoryReader = {
  ...by,
  source: 'microsoft-accounts',
  wanted: () => true,
  read: async (way, sorting, since) => {
    const skus = await readAll(way, licencesBy, graph('directory', '/subscribedSkus', { $select: 'skuId,skuPartNumber' }), sku, each => [
      each
    ]);
    // Without the licences the domain still tells; a mark keeps what was told by licence, so it is not followed then.
    const sure = 'value' in skus;
    const kinds = licenceKinds('value' in skus ? skus.value : []);
    if (since !== undefined && 'value' in skus) {
      const changed = await walked(way, { ...first, url: since }, { sorting, kinds, delta: true, sure });
      if (changed !== 'forgotten') return changed;
    }
    const all = await walked(way, first, { sorting, kinds, delta: false, sure });
    return all === 'forgotten' ? { unread: 'unreachable' } : all;
  }
};

const first = graph('directory', '/users/delta', { $select });

/** `STANDARDWOFFPACK_FACULTY`, `M365EDU_A3_STUDENT`, `M365EDU_A5_STUUSEBNFT`: Microsoft's names for what it sells to schools. */
function licenceKinds(skus: readonly z.output<typeof sku>[]): ReadonlyMap<string, 'staff' | 'pupil'> {
  return new Map(
    skus.flatMap(({ skuId, skuPartNumber }) => {
      const name = (skuPartNumber ?? '').toUpperCase();
      const kind = /(?:^|_)(?:STUDENTS?|STU\w*)(?:_|$)/.test(name)
        ? 'pupil'
        : /(?:^|_)(?:FACULTY|FAC)(?:_|$)/.test(name)
          ? 'staff'
          : undefined;
      return skuId && kind ? [[skuId.toLowerCase(), kind] as const] : [];
    })
  );
}

/** By what accounts are told apart. `sure`: the licences could be read. */
interface Told {
  readonly sorting: Sorting;
  readonly kinds: ReadonlyMap<string, 'staff' | 'pupil'>;
  readonly sure: boolean;
}

/** All pages up to the mark. The same account may come twice: the last word counts. */
async function walked(way: Way, request: Request, told: Told & { readonly delta: boolean }): Promise<SourceReading | 'forgotten'> {
  const { delta } = told;
  const rows = new Map<string, readonly DirectoryRow[]>();
  const gone = new Set<string>();
  const asked = new Set<string>();
  let doubts = 0;
  let url = request.url;
  for (;;) {
    if (asked.has(url) || asked.size >= mostPages) return { unread: 'unreachable' };
    asked.add(url);
    const answer = await way.ask({ ...request, url });
    if ('unread' in answer) {
      // The mark is too old, or Microsoft moved the tenant: it says so with 410, or with 400 and a code of its own.
      if (delta && (answer.status === 410 || answer.status === 400)) return 'forgotten';
      return missing(answer, by);
    }
    const read = page.safeParse(answer.body).data;
    if (!read) return { unread: 'unreachable' };
    for (const thing of read.value) {
      const given = user.safeParse(thing).data;
      if (!given) return { unread: 'unreachable' };
      // A change should come with all that was asked for.
      if (delta && !given['@removed'] && given.userPrincipalName === undefined) return 'forgotten';
      const made = given['@removed'] ? [] : rowsOf(given, told);
      if (!given['@removed'] && made.length === 0 && isPerson(given)) doubts += 1;
      rows.set(given.id, made);
      if (made.length === 0) gone.add(given.id);
      else gone.delete(given.id);
    }
    const next = read['@odata.nextLink'];
    const mark = read['@odata.deltaLink'];
    if (next === undefined) {
      // An answer that ends without a mark did not end.
      if (mark === undefined) return { unread: 'unreachable' };
      return { rows: [...rows.values()].flat(), ...(delta ? { gone: [...gone] } : {}), next: mark, doubts };
    }
    url = next;
  }
}

function isPerson({ accountEnabled, userType }: User): boolean {
  return accountEnabled !== false && userType !== 'Guest';
}

function rowsOf(given: User, { sorting, kinds, sure }: Told): readonly DirectoryRow[] {
  if (!isPerson(given)) return [];
  const { id, displayName, mail, userPrincipalName, otherMails, proxyAddresses, assignedLicenses } = given;
  const held = new Set((assignedLicenses ?? []).flatMap(({ skuId }) => kinds.get((skuId ?? '').toLowerCase()) ?? []));
  const main = mail ?? userPrincipalName ?? '';
  // Whoever holds both kinds is told apart by the domain.
  const licensed = held.size === 1 ? [...held][0] : undefined;
  const kind = licensed ?? kindByDomain(main, sorting) ?? kindByDomain(userPrincipalName ?? '', sorting);
  if (!kind) return [];
  const name = displayName?.trim();
  return rowOf({ id, kind, ground: licensed ? 'licence' : 'domain', account: id, children: [], ...(name ? { name } : {}) }, [
    mail,
    userPrincipalName,
    ...(proxyAddresses ?? []).flatMap(each => (/^smtp:/i.test(each) ? [each.slice(5)] : [])),
    // A pupil's recovery address is mostly a parent's: without the licences nobody is surely staff.
    ...(kind === 'staff' && sure ? (otherMails ?? []) : [])
  ]);
}
