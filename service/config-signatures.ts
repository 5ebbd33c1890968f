import * as z from 'zod';
import { type Locale, locales, type Text } from '../core/locale.ts';
import { defaultLadder } from '../core/policies/asking.ts';
import { type Audience, fields, renewals, type Who } from '../core/policies/audience.ts';
import { type AudienceChange, audiencesWith, defaultAudiences } from '../core/policies/audiences.ts';
import { roles } from '../core/policies/person.ts';
import { parties } from '../core/policies/policy.ts';
import { addresses, clock, guid, isAddress, origin, text, url } from './config-fields.ts';
import { nearest } from './nearest.ts';

const years = z.int().min(0).max(50);
const schoolDays = z.int().min(1).max(200);

const words = z.strictObject({ en: text('a text', 'Science staff').optional(), cy: text('a text', 'Staff gwyddoniaeth').optional() });

const one = z.union([
  z.strictObject({ role: z.enum(roles) }),
  z.strictObject({ group: text('the name of a group of the school', 'Science') })
]);
const some = z.union([one, ...combined(one).options]);

/** Three deep is enough for any school, and an editor shows it better than what goes on for ever. */
const who = z.union([some, ...combined(some).options]).meta({ title: 'people by role or group', examples: ['{ role: governor }'] });

function combined<T extends z.ZodType<Who>>(of: T) {
  return z.union([z.strictObject({ any: z.array(of).min(1) }), z.strictObject({ all: z.array(of).min(1) }), z.strictObject({ not: of })]);
}

const audience = z.strictObject({
  title: words.optional(),
  who: who.optional(),
  binds: z
    .array(z.enum(parties))
    .min(1, { error: 'needs at least one party of the policy: staff.' })
    .optional()
    .meta({ description: 'Whom of the policy’s parties they are.' }),
  consent: words.optional().meta({ description: 'The sentence that they agree to, word for word, in each language of the school.' }),
  fields: z.array(z.enum(fields)).optional().meta({ description: 'What they fill in besides their name.' }),
  renewal: z.enum(renewals).optional().meta({ description: 'Whether they sign once, when a clause of theirs changed, or yearly as well.' }),
  per: z.enum(['person', 'child']).optional().meta({ description: 'child: a parent signs for each child.' }),
  deadlines: z
    .strictObject({ now: schoolDays.optional(), joiner: schoolDays.optional(), renewal: schoolDays.optional() })
    .optional()
    .meta({ description: 'School days to sign in: everybody when a policy is published, a joiner, the yearly renewal.' })
});

const audienceId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .meta({ title: 'the id of an audience in lower case letters', examples: ['staff'] });

/** What `beadle.yaml` says of signatures. */
export const signatures = z
  .strictObject({
    people: text('a CSV file beside beadle.yaml', 'people-to-ask.csv')
      .optional()
      .meta({ description: 'Who is asked: a CSV file that «beadle people» reads.' }),
    policies: z
      .array(
        z.strictObject({
          policy: text('one of Beadle’s policies by its name, or a policy.yaml', 'st-norberts'),
          audiences: z.array(z.string()).min(1, { error: 'needs at least one audience: [staff].' })
        })
      )
      .default([])
      .meta({ description: 'What is signed, and by whom.' }),
    audiences: z
      .record(audienceId, audience)
      .default({})
      .meta({ description: 'What is otherwise than usual of an audience, and audiences of the school’s own.' }),
    reminders: z
      .strictObject({
        days: z
          .array(z.int().min(-90).max(90))
          .default([...defaultLadder.days])
          .meta({ description: 'Days after the due date; before it where negative.' }),
        then: z.enum(['weekly', 'never']).default(defaultLadder.then).meta({ description: 'What follows the last of these.' }),
        cap: z.int().min(0).max(20).default(defaultLadder.cap).meta({ description: 'Reminders of one asking, at most.' }),
        escalateAfter: z
          .int()
          .min(1)
          .max(365)
          .default(defaultLadder.escalateAfter)
          .meta({ description: 'Days after the due date from which on the line manager, or else the coordinator, is told.' }),
        at: clock
          .default('08:00')
          .meta({ description: 'From when on people are asked and reminded on a school day, by the school’s clock.' })
      })
      .prefault({}),
    retention: z
      .record(audienceId, years)
      .default({})
      .meta({ description: 'Years for which what somebody signed is kept after they left, by audience.' }),
    checkpointsTo: addresses('Who gets the daily checkpoint besides the head, the chair of governors and the data protection officer.'),
    stamp: url.optional().meta({
      description:
        'A time-stamping authority (RFC 3161) that is asked once a day to stamp the checkpoint. It gets a hash, and nothing else.'
    }),
    origin: origin
      .optional()
      .meta({ description: 'Where the pages to sign on are reached from outside; that of the bot or of Outlook where it is left out.' })
  })
  .meta({ description: 'Who signs what. Without it nobody is asked.' });

/** What `beadle.yaml` says of the bot in Teams. Its password stands in the environment. */
export const bot = z
  .strictObject({
    appId: guid.optional().meta({
      description: 'The application (client) id of the bot’s registration in Microsoft Entra; without it the bot answers this machine only.'
    }),
    tenantId: guid.optional().meta({ description: 'The directory (tenant) id of the school: nobody else is answered.' }),
    type: z
      .enum(['SingleTenant', 'UserAssignedMSI'])
      .default('SingleTenant')
      .meta({ description: 'How the registration proves itself: by BEADLE_BOT_PASSWORD, or as a managed identity of Azure.' }),
    origin: origin.meta({ description: 'Where «beadle serve» is reached from outside, by HTTPS.' }),
    catalogueId: guid.optional().meta({
      description:
        'The id that the organisation’s catalogue gave the app for Teams (Teams admin center, Manage apps); links in cards open the tab by it.'
    }),
    install: z.boolean().default(false).meta({
      description:
        'Whether the app is installed in Teams, at night, for people who are to sign and never had it. Needs two rights for the bot’s registration.'
    }),
    perSecond: z.int().min(1).max(50).default(30).meta({ description: 'Messages in a second, at most; Teams allows 50 in a tenant.' })
  })
  .meta({ description: 'The bot in Teams.' });

/** What `beadle.yaml` says of mail that Beadle sends. The server stands in the environment. */
export const post = z
  .strictObject({
    from: z
      .string()
      .trim()
      .refine(isSender)
      .meta({ title: 'a sender', examples: ['Example Primary School <aup@school.example>'] }),
    by: z.enum(['smtp', 'microsoft', 'google']).default('smtp').meta({
      description:
        'By the mail server of BEADLE_SMTP_URL, or by the tenant under «audit:»: Microsoft Graph (Mail.Send) or Gmail (gmail.send).'
    })
  })
  .meta({ description: 'Mail that Beadle sends: links, codes, receipts.' });

function isSender(written: string): boolean {
  const [, inside] = /^[^<>\r\n]*<([^<>]*)>$/.exec(written) ?? [];
  return isAddress(inside ?? written) && !/[\r\n]/.test(written);
}

/** What `beadle.yaml` says of signatures, with the defaults filled in. */
export type SignatureSettings = z.output<typeof signatures>;
/** What it says of the bot. */
export type BotRegistration = z.output<typeof bot>;

/** What is wrong of what is each right by itself: where, below `signatures`, and a sentence. */
export function wrongSignatures(
  { policies, audiences, retention }: SignatureSettings,
  languages: readonly Locale[]
): { readonly path: readonly (string | number)[]; readonly sentence: string } | undefined {
  const known = [...new Set([...defaultAudiences.map(({ id }) => id), ...Object.keys(audiences)])];
  const unknown = (id: string): string => {
    const near = nearest(id, known);
    return near
      ? `names «${id}», which is no audience. Did you mean «${near}»?`
      : `names «${id}», which is no audience. Known: ${known.join(', ')}.`;
  };
  for (const [i, { policy, audiences: named }] of policies.entries()) {
    if (policies.findIndex(other => other.policy === policy) < i) {
      return { path: ['policies', i, 'policy'], sentence: `is «${policy}», which stands there already. Put its audiences into one list.` };
    }
    for (const [j, id] of named.entries()) if (!known.includes(id)) return { path: ['policies', i, 'audiences', j], sentence: unknown(id) };
  }
  for (const id of Object.keys(retention)) if (!known.includes(id)) return { path: ['retention', id], sentence: unknown(id) };
  for (const [id, { title, consent }] of Object.entries(audiences)) {
    for (const [name, said] of Object.entries({ title, consent })) {
      const missing = said && languages.find(language => said[language] === undefined);
      if (missing)
        return {
          path: ['audiences', id, name],
          sentence: `lacks its ${missing === 'cy' ? 'Welsh' : 'English'} text. Write «${missing}: …».`
        };
    }
  }
  return undefined;
}

/** The audiences of a school as its `beadle.yaml` changed them. */
export function audiencesOf({ audiences }: SignatureSettings): readonly Audience[] {
  const changes = Object.entries(audiences).map(([id, { title, consent, ...rest }]): readonly [string, AudienceChange] => [
    id,
    { ...rest, title: title && whole(title), consent: consent && whole(consent) }
  ]);
  return audiencesWith(Object.fromEntries(changes));
}

/** In a language that the school does not use the other words stand in. */
function whole(said: { readonly [L in Locale]?: string | undefined }): Text {
  const any = locales.map(locale => said[locale]).find(each => each !== undefined) ?? '';
  return { en: said.en ?? any, cy: said.cy ?? any };
}

/** Years for which a school keeps what somebody signed, after they left. */
export const defaultRetention: { readonly [audience: string]: number } = {
  staff: 6,
  governors: 6,
  supply: 3,
  contractors: 3,
  visitors: 1,
  pupils: 1,
  parents: 1
};

/** Years for which what an audience signed is kept; six for one of the school's own that says nothing. */
export function retentionOf({ retention }: Pick<SignatureSettings, 'retention'>, audience: string): number {
  return retention[audience] ?? defaultRetention[audience] ?? 6;
}
