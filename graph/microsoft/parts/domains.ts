import * as z from 'zod';
import { part, type Read } from '../../part.ts';
import { readAll } from '../../reading.ts';
import { graph } from '../manner.ts';
import { rights } from '../rights.ts';

/** Microsoft's way to write «never» where a number of days is due. */
const never = 2_147_483_647;

const shape = z.object({
  id: z.string(),
  isVerified: z.boolean(),
  isRoot: z.boolean(),
  authenticationType: z.string(),
  passwordValidityPeriodInDays: z.int().nullish()
});
const by: Read = { vendor: 'microsoft', rights: [rights.domainReadAll] };

/** The tenant's verified domains and when their passwords run out. */
export const domains = part({
  ...by,
  part: 'domains',
  read: way => {
    const query = { $select: 'id,isDefault,isRoot,isVerified,authenticationType,passwordValidityPeriodInDays' };
    return readAll(way, by, graph('directory', '/domains', query), shape, domain => {
      const days = domain.passwordValidityPeriodInDays;
      if (!domain.isVerified) return [];
      return [
        {
          name: domain.id.toLowerCase(),
          managed: domain.authenticationType === 'Managed',
          root: domain.isRoot,
          ...(days === null || days === undefined ? {} : { passwordDays: days === never ? ('never' as const) : days })
        }
      ];
    });
  }
});
