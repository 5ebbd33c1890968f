import * as z from 'zod';
import type { Check } from '../core/tenant/check.ts';
import { checks as everyCheck } from '../core/tenant/checks/index.ts';
import { packs } from '../core/tenant/expectations.ts';
import { addresses, address, clock, day, guid, text } from './config-fields.ts';
import { weekdays } from './weekdays.ts';

/** How often a reader gets the report: after each audit, the first of a week, the first of a term, or never. */
export const rhythms = ['each', 'weekly', 'termly', 'never'] as const;
export type Rhythm = (typeof rhythms)[number];

function within(least: number, most: number, description: string) {
  return z.int().min(least).max(most).optional().meta({ description });
}

/** What a school may expect of passwords and locks; what it leaves out is as its pack says. */
const expects = z
  .strictObject({
    passwordDays: z
      .union([z.int().min(1).max(730), z.enum(['never', 'any'])])
      .optional()
      .meta({ description: 'Days after which a password runs out; never: none may; any: the school does not mind.' }),
    passwordLength: within(6, 64, 'Characters of a password, at least.'),
    lockoutAttempts: within(1, 50, 'Wrong passwords after which an account is locked.'),
    lockoutSeconds: within(5, 18_000, 'For how many seconds it is locked, at least.'),
    deviceLength: within(4, 16, 'Characters of the code that unlocks a device, at least.'),
    lockMinutes: within(1, 240, 'Minutes after which a device that nobody touches locks.'),
    deviceAttempts: within(3, 50, 'Wrong codes after which a device locks for good or wipes itself.'),
    sessionHours: within(1, 8760, 'Hours after which people sign in again.'),
    fewestAdmins: within(1, 50, 'People who may change everything, at least.'),
    mostAdmins: within(1, 50, 'People who may change everything, at most.'),
    silentDays: within(1, 365, 'Days within which a device must have been heard of.'),
    secondFactorFor: z.enum(['nobody', 'admins', 'staff', 'everybody']).optional().meta({ description: 'Who needs a second factor.' }),
    ownDevices: z.enum(['never', 'allowed']).optional().meta({ description: 'Whether people may use devices of their own.' })
  })
  .prefault({})
  .meta({ description: 'What the school expects, where it decided otherwise than its pack.' });

/** What `beadle.yaml` says of audits. Secrets stand in the environment. */
export function auditSchema(checks: readonly Check[] = everyCheck) {
  const id = z.enum(checks.map(check => check.id));
  const monitoring = checks.filter(({ people }) => people?.monitors);
  const dated = z
    .strictObject({ date: day, by: text('who made the assessment', 'Data Protection Officer') })
    .optional()
    .meta({ description: 'When the data-protection assessment for this check was made, and by whom.' });
  return z
    .strictObject({
      microsoft: z
        .strictObject({
          tenantId: guid.meta({ description: 'The school’s directory (tenant) id.' }),
          clientId: guid.meta({
            description: 'The application (client) id under which Beadle reads; of a managed identity, its client id.'
          })
        })
        .optional()
        .meta({ description: 'Microsoft 365. Beadle proves itself by BEADLE_GRAPH_… in the environment.' }),
      google: z
        .strictObject({
          customer: z
            .string()
            .trim()
            .regex(/^C[0-9a-z]{4,24}$/i)
            .meta({ title: 'a customer id', examples: ['C0123abcd'] }),
          admin: address.meta({ description: 'The administrator in whose name settings are read.' }),
          clientId: z.union([z.string().trim(), z.int()]).transform(String).optional().meta({
            title: 'the number of the service account',
            description: 'Its unique id, to which scopes are delegated; else its key says it.'
          })
        })
        .optional()
        .meta({ description: 'Google Workspace. Beadle proves itself by the key in BEADLE_GOOGLE_KEY.' }),
      pack: z.enum(packs).default('school').meta({ description: 'Whose numbers hold where the school says nothing.' }),
      expects,
      off: z.array(id).default([]).meta({ description: 'Checks that do not run.' }),
      accepted: z
        .array(
          z.strictObject({
            check: id,
            until: day,
            owner: text('who answers for it', 'Head of IT'),
            because: text('why the school accepts it', 'The old laptops are replaced at Easter')
          })
        )
        .default([])
        .meta({ description: 'Risks that the school lives with until a day.' }),
      dpia: z
        .strictObject(Object.fromEntries(monitoring.map(check => [check.id, dated])))
        .prefault({})
        .meta({ description: 'Checks that look at what people do run only once their data-protection assessment is dated here.' }),
      at: clock.default('02:00').meta({ description: 'When audits run, by the school’s clock.' }),
      days: z
        .array(z.enum(weekdays))
        .min(1, { error: 'needs at least one day: [mon].' })
        .default(['mon'])
        .meta({ description: 'On which days audits run.' }),
      support: addresses('Who looks after the school’s IT.'),
      reports: z
        .strictObject({
          it: z.enum(rhythms).default('each').meta({ description: 'To «support».' }),
          coordinator: z.enum(rhythms).default('weekly').meta({ description: 'To «people.coordinator».' }),
          head: z.enum(rhythms).default('termly').meta({ description: 'To «people.headteacher».' }),
          governors: z.enum(rhythms).default('termly').meta({ description: 'To «people.chairOfGovernors».' })
        })
        .prefault({})
        .meta({ description: 'How often each reader is sent the report: each, weekly, termly or never.' })
    })
    .meta({ description: 'Audits of Microsoft 365 and Google Workspace. Without it nothing is audited.' });
}

/** What `beadle.yaml` says of audits, with the defaults filled in. */
export type AuditSettings = z.output<ReturnType<typeof auditSchema>>;

/** What is wrong of what is each right by itself: where, below `audit`, and a sentence. */
export function wrongAudit({
  microsoft,
  google,
  expects: { fewestAdmins, mostAdmins }
}: AuditSettings): { readonly path: readonly (string | number)[]; readonly sentence: string } | undefined {
  if (!microsoft && !google) return { path: [], sentence: 'names no tenant. Write «microsoft:» or «google:» under it.' };
  if (fewestAdmins !== undefined && mostAdmins !== undefined && mostAdmins < fewestAdmins) {
    return { path: ['expects', 'mostAdmins'], sentence: `is ${mostAdmins}, which is fewer than fewestAdmins, ${fewestAdmins}.` };
  }
  return undefined;
}
