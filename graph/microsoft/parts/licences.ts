import * as z from 'zod';
import type { Licence } from '../../../core/tenant/snapshot.ts';
import { part, type Read } from '../../part.ts';
import { readAll } from '../../reading.ts';
import { graph } from '../manner.ts';
import { rights } from '../rights.ts';

/** Microsoft's ids of the service plans on which readings depend; its names for whole licences change too often. */
export const plans: { readonly [id: string]: Licence } = {
  '41781fb2-bc02-4b7c-bd55-b576c07bb09d': 'entra-p1',
  'eec0eb4f-6444-4f95-aba0-50c24d67f998': 'entra-p2',
  'c1ec4a95-1f05-45b3-a911-aa3fa01094f5': 'intune',
  '9aaf7827-d63c-4b61-89c3-182f06f82e5c': 'exchange',
  'efb87545-963c-4e0d-99df-69c6916d9eb0': 'exchange'
};

const shape = z.object({
  capabilityStatus: z.string().nullish(),
  servicePlans: z.array(z.object({ servicePlanId: z.string().nullish(), provisioningStatus: z.string().nullish() }))
});
const by: Read = { vendor: 'microsoft', rights: [rights.organizationReadAll] };

/** What the tenant has paid for. */
export const licences = part({
  ...by,
  part: 'licences',
  read: async way => {
    const query = { $select: 'skuId,skuPartNumber,capabilityStatus,servicePlans' };
    const all = await readAll(way, by, graph('directory', '/subscribedSkus', query), shape, ({ capabilityStatus, servicePlans }) =>
      capabilityStatus === 'Enabled' || capabilityStatus === 'Warning'
        ? servicePlans
            .filter(({ provisioningStatus }) => provisioningStatus === 'Success')
            .flatMap(({ servicePlanId }) => plans[servicePlanId ?? ''] ?? [])
        : []
    );
    return 'unread' in all ? all : { value: [...new Set(all.value)] };
  }
});
