import * as z from 'zod';
import { part, type Read } from '../../part.ts';
import { readAll } from '../../reading.ts';
import { google } from '../manner.ts';
import { scopes } from '../scopes.ts';

const shape = z.object({
  domainName: z.string(),
  isPrimary: z.boolean().optional(),
  verified: z.boolean().optional(),
  domainAliases: z.array(z.object({ domainAliasName: z.string(), verified: z.boolean().optional() })).optional()
});
const by: Read = { vendor: 'google', rights: [scopes.domains] };

/** The verified domains of a Google tenant and their aliases. Passwords run out by organisational unit there, not by domain. */
export function domains(customer: string) {
  return part({
    ...by,
    part: 'domains',
    read: way =>
      readAll(way, by, google('directory', 'admin.googleapis.com', `/admin/directory/v1/customer/${customer}/domains`), shape, domain =>
        [
          { name: domain.domainName, verified: domain.verified },
          ...(domain.domainAliases ?? []).map(alias => ({ name: alias.domainAliasName, verified: alias.verified }))
        ]
          .filter(({ verified }) => verified !== false)
          .map(({ name }) => ({ name: name.toLowerCase(), managed: true, root: true }))
      )
  });
}
