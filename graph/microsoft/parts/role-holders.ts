import * as z from 'zod';
import { part, type Read } from '../../part.ts';
import { readAll } from '../../reading.ts';
import { graph } from '../manner.ts';
import { rights } from '../rights.ts';

/** Microsoft's id of the role that may change everything. */
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';

const shape = z.object({
  displayName: z.string().nullish(),
  roleTemplateId: z.string().nullish(),
  members: z.array(z.object({ id: z.string() })).nullish()
});
const by: Read = { vendor: 'microsoft', rights: [rights.roleManagementReadDirectory] };

/** Who holds which role of the directory at this moment. */
export const roleHolders = part({
  ...by,
  part: 'roleHolders',
  read: way =>
    readAll(
      way,
      by,
      graph('directory', '/directoryRoles', { $expand: 'members($select=id)' }),
      shape,
      ({ displayName, roleTemplateId, members }) =>
        (members ?? []).map(({ id }) => ({
          account: id,
          role: displayName ?? roleTemplateId ?? '',
          all: roleTemplateId === globalAdministrator
        }))
    )
});
