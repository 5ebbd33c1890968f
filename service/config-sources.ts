import * as z from 'zod';
import { audiences } from '../core/mail/policy.ts';
import { address, clock, guid } from './config-fields.ts';

const kind = z.enum(audiences.filter(audience => audience !== 'outsider'));

/** What `beadle.yaml` says of where it is known who is who. Secrets stand in the environment, as for audits. */
export const sources = z
  .strictObject({
    microsoft: z
      .strictObject({ tenantId: guid, clientId: guid })
      .optional()
      .meta({ description: 'Microsoft 365; that of «audit:» where it is left out.' }),
    google: z
      .strictObject({
        customer: z
          .string()
          .trim()
          .regex(/^C[0-9a-z]{4,24}$/i)
          .meta({ title: 'a customer id', examples: ['C0123abcd'] }),
        admin: address
      })
      .optional()
      .meta({ description: 'Google Workspace; that of «audit:» where it is left out.' }),
    groups: z
      .array(z.strictObject({ group: address, audience: kind }))
      .default([])
      .meta({ description: 'What the members of a group are, those of the groups in it too.' }),
    units: z
      .array(
        z.strictObject({
          unit: z
            .string()
            .trim()
            .regex(/^\//)
            .meta({ title: 'a unit’s path', examples: ['/Staff'] })
            .transform(written => written.toLowerCase().replace(/(.)\/+$/, '$1')),
          audience: kind
        })
      )
      .default([])
      .meta({ description: 'What the people of an organisational unit of Google are, and of those below it.' }),
    contacts: kind.optional().meta({ description: 'What the shared contacts of Google are; they are not read where it is left out.' }),
    parents: z.boolean().default(true).meta({ description: 'Whether parents are read: School Data Sync, Google Classroom.' }),
    at: clock.default('03:30').meta({ description: 'When it is read each night, by the school’s clock.' })
  })
  .meta({ description: 'Who is who at Microsoft or Google, read each night. The lists under «directory:» go before it.' });

/** What it says, with the defaults filled in. */
export type Sources = z.output<typeof sources>;
