import * as z from 'zod';
import { locales } from '../core/locale.ts';
import { actions } from '../core/mail/policy.ts';
import type { Rule } from '../core/mail/rule.ts';
import { rules as everyRule } from '../core/mail/rules/index.ts';
import type { Setting } from '../core/mail/settings.ts';
import { addresses, clock, day, domain, guid, origin, text, timezone } from './config-fields.ts';
import { approvals } from './config-approvals.ts';
import { auditSchema, wrongAudit } from './config-audit.ts';
import { gmail } from './config-gmail.ts';
import { incidents } from './config-incidents.ts';
import { registers } from './config-registers.ts';
import { gmailRules, sent } from './config-sent.ts';
import { bot, post, signatures, wrongSignatures } from './config-signatures.ts';
import { sources } from './config-sources.ts';
import { weekdays } from './weekdays.ts';
import { readYaml, type Written } from './yaml.ts';

/** What `beadle.yaml` says, with the defaults filled in and every address and domain in the form in which they are compared. */
export type Config = z.output<ReturnType<typeof configSchema>>;

/** Reads `beadle.yaml`; `merged` adds what it inherits. Throws a `Failure` that names the line, the key, what was expected and the nearest right key. */
export function readConfig(
  text: string,
  file: string,
  rules: readonly Rule[] = everyRule,
  merged?: (own: unknown) => unknown
): Written<Config> {
  const written = readYaml(text, file, configSchema(rules), 'wrong-config', merged);
  const { staff, pupils } = written.value.domains;
  const both = staff.find(domain => pupils.includes(domain));
  if (both) throw written.at(['domains', 'pupils'], `names ${both}, which is under staff as well. A domain belongs to staff or to pupils.`);
  const { hours, terms } = written.value.calendar;
  hours.forEach(({ from, to }, i) => {
    if (to <= from)
      throw written.at(['calendar', 'hours', i, 'to'], `is ${to}, which is not after ${from}. School hours end on the day they begin.`);
  });
  terms.forEach(({ from, to }, i) => {
    if (to < from) throw written.at(['calendar', 'terms', i, 'to'], `is ${to}, which is before ${from}. A term ends after it begins.`);
  });
  const wrong = written.value.signatures && wrongSignatures(written.value.signatures, written.value.school.languages);
  if (wrong) throw written.at(['signatures', ...wrong.path], wrong.sentence);
  const { sources: named, audit } = written.value;
  if (named && !(named.microsoft ?? named.google ?? audit?.microsoft ?? audit?.google)) {
    throw written.at(['sources'], 'names no tenant, and neither does «audit:». Write «microsoft:» or «google:» under it.');
  }
  const by = written.value.post?.by;
  if ((by === 'microsoft' || by === 'google') && !audit?.[by]) {
    throw written.at(
      ['post', 'by'],
      `is ${by}, but «audit:» names no tenant of ${by === 'google' ? 'Google' : 'Microsoft'}. Write «${by}:» under «audit:».`
    );
  }
  const astray = written.value.audit && wrongAudit(written.value.audit);
  if (astray) throw written.at(['audit', ...astray.path], astray.sentence);
  return written;
}

/** What an editor needs to complete and check `beadle.yaml` while it is written (JSON Schema, draft 7, which every editor reads). */
export function editorSchema(rules: readonly Rule[] = everyRule): object {
  return { title: 'beadle.yaml', ...z.toJSONSchema(configSchema(rules), { io: 'input', unrepresentable: 'any', target: 'draft-7' }) };
}

/** The schema of `beadle.yaml`, of which `trust.yaml` may say any part. What a school may decide of a rule is read from the rule itself. */
export function configSchema(rules: readonly Rule[]) {
  return z.strictObject({
    school: z
      .strictObject({
        name: text('the school’s name', 'Example Primary School'),
        id: text('a name that never changes', 'school.example').optional().meta({
          description: 'Under which the school’s signatures are kept; the first staff domain where it is left out. Never change it.'
        }),
        timezone: timezone.default('Europe/London'),
        languages: z.array(z.enum(locales)).min(1, { error: 'needs at least one language: en, cy.' }).default(['en', 'cy']),
        policy: text('one of Beadle’s policies by its name, or a policy.yaml', 'st-norberts').optional()
      })
      .meta({ description: 'The school, and the policy that it adopted.' }),
    domains: z
      .strictObject({
        staff: z.array(domain).min(1, { error: 'needs at least one domain: [school.example].' }),
        pupils: z.array(domain).default([])
      })
      .meta({ description: 'Whole mail domains. A sub-domain is a domain of its own.' }),
    people: z
      .strictObject({
        headteacher: addresses('The headteacher. The first address is the one that is copied in; the others count as well.'),
        deputies: addresses('Who may be copied in instead of the head.'),
        coordinator: addresses('The e-safety coordinator.'),
        dsl: addresses('The designated safeguarding lead.'),
        chairOfGovernors: addresses('The chair of governors.')
      })
      .prefault({})
      .meta({ description: 'Addresses by post.' }),
    directory: z
      .array(z.strictObject({ file: text('a CSV file beside beadle.yaml', 'people.csv') }))
      .default([])
      .meta({ description: 'Who an address belongs to: CSV with the columns address,audience,name,household.' }),
    sources: sources.optional(),
    calendar: z
      .strictObject({
        hours: z
          .array(z.strictObject({ days: z.array(z.enum(weekdays)).min(1, { error: 'needs at least one day.' }), from: clock, to: clock }))
          .default([{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '17:00' }])
          .meta({ description: 'School hours, by the school’s own clock.' }),
        terms: z
          .array(z.strictObject({ from: day, to: day }))
          .default([])
          .meta({ description: 'First and last day of each term. None: every week counts as term.' }),
        closed: z.array(day).default([]).meta({ description: 'Single days without school inside a term.' }),
        inset: z.array(day).default([]).meta({ description: 'Training days: nobody is asked or reminded.' })
      })
      .prefault({})
      .meta({ description: 'When the school is open.' }),
    mail: z
      .strictObject({
        rules: z
          .strictObject(Object.fromEntries(rules.map(rule => [rule.id, ruleSchema(rule)])))
          .prefault({})
          .meta({ description: 'What the school decided of each rule. What is not said here is the rule’s own default.' }),
        exempt: addresses(
          'Addresses to which the head is never copied in: the designated officer, a union. They are never named to anybody.'
        ),
        whenUnsure: z
          .enum(['allow', 'confirm'])
          .default('confirm')
          .meta({ description: 'What happens when a message could not be judged.' }),
        retention: z.int().min(31).max(3650).optional().meta({
          description:
            'Days for which is kept what was seen in mail, what was sent anyway, what people said of addresses, and mails as files.',
          default: 90
        })
      })
      .prefault({})
      .meta({ description: 'The rules for outgoing mail.' }),
    signatures: signatures.optional(),
    bot: bot.optional(),
    post: post.optional(),
    incidents: incidents.optional(),
    approvals: approvals.optional(),
    registers: registers.optional(),
    audit: auditSchema().optional(),
    outlook: z
      .strictObject({
        origin: origin.meta({ description: 'Where «beadle serve» is reached from outside, by HTTPS.' }),
        clientId: guid.meta({ description: 'The application (client) id under which Beadle is registered in Microsoft Entra.' }),
        tenants: z
          .array(guid)
          .min(1, { error: 'needs at least one directory (tenant) id.' })
          .meta({ description: 'The directory (tenant) ids of the organisations whose people may ask.' }),
        days: z
          .int()
          .min(2)
          .max(90)
          .default(14)
          .meta({ description: 'How many days a device trusts what it fetched before it says that it is old.' }),
        header: z.boolean().default(false).meta({
          description: 'Whether each message that was judged bears a header for the mail-flow rules of «beadle outlook mail-flow».'
        })
      })
      .optional()
      .meta({ description: 'The add-in for Outlook. Without it «beadle serve» shows the page to try Beadle on, and no more.' }),
    gmail: gmail.optional(),
    gmailRules: gmailRules.optional(),
    sent: sent.optional()
  });
}

function ruleSchema(rule: Rule) {
  return z
    .strictObject({
      action: z
        .enum([...actions, 'off'])
        .optional()
        .meta({ description: 'What it asks of the sender.', default: rule.action }),
      ...Object.fromEntries(Object.entries(rule.settings).map(([name, setting]) => [name, settingSchema(setting)]))
    })
    .optional()
    .meta({ description: rule.title.en });
}

function settingSchema(setting: Setting): z.ZodType {
  const about = { description: setting.says, default: setting.default };
  switch (setting.kind) {
    case 'flag':
      return z.boolean().optional().meta(about);
    case 'count':
      return z.int().min(setting.least).max(setting.most).optional().meta(about);
    case 'choice':
      return z.enum(setting.of).optional().meta(about);
    case 'choices':
      return z.array(z.enum(setting.of)).optional().meta(about);
    case 'list':
      return z.array(z.string().min(1)).optional().meta(about);
  }
}
