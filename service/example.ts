import { defaultLadder } from '../core/policies/asking.ts';
import { defaultAudiences } from '../core/policies/audiences.ts';
import { actions } from '../core/mail/policy.ts';
import type { Rule } from '../core/mail/rule.ts';
import { rules as everyRule } from '../core/mail/rules/index.ts';
import type { Setting } from '../core/mail/settings.ts';
import { checks } from '../core/tenant/checks/index.ts';
import { packs as packNames } from '../core/tenant/expectations.ts';
import { expectationsOf } from '../core/tenant/packs.ts';
import { defaultRetention } from './config-signatures.ts';

/** The names under which a school's files are written and looked for. */
export const fileNames = { config: 'beadle.yaml', schema: 'beadle.schema.json', people: 'people.csv', asked: 'people-to-ask.csv' } as const;

/** A `beadle.yaml` to begin with: an invented school, every key with a comment, every rule with its settings and their defaults. */
export function exampleConfig(rules: readonly Rule[] = everyRule): string {
  return `# yaml-language-server: $schema=./${fileNames.schema}
# What this school decided. Every key that is commented out shows its default; take the «# » away to decide otherwise.
# «beadle check mail.eml» judges by this file when it lies in the folder you are in; «--school FILE» names another.

school:
  name: Example Primary School
  timezone: Europe/London
  languages: [en, cy]          # in which people are spoken to: en, cy
  policy: st-norberts          # one of Beadle’s own policies, or your own: ./policy.yaml («beadle policy import» writes it)

# Whole mail domains. A sub-domain is a domain of its own: write it down as well.
domains:
  staff: [school.example]
  pupils: [pupils.school.example]

# Addresses by post. The first address of each is the one that is written to; the others count as well.
people:
  headteacher: [head@school.example]
  deputies: []                 # may be copied in instead of the head
  coordinator: [esafety@school.example]
  dsl: []                      # the designated safeguarding lead
  chairOfGovernors: []

# Who an address belongs to: CSV with the columns address,audience,name,household.
# audience: staff, governor, parent, pupil or agency. People with the same household live together.
# Or an export of SIMS, Arbor, Bromcom or ScholarPack as it is: «beadle people --check FILE» says what is read of it.
directory:
  - file: ${fileNames.people}

# Who is who at Microsoft 365 or Google Workspace, read each night; the lists above go before it. Tenants are those of «audit:» where none is named here.
# «beadle directory --rights» says what it needs, «beadle directory --check» what it would change.
# sources:
#   groups: []                   # what the members of a group are: [{ group: governors@school.example, audience: governor }]
#   units: []                    # what the people of a unit of Google are: [{ unit: /Staff, audience: staff }]
#   contacts: agency             # what the shared contacts of Google are; not read where it is left out
#   parents: true                # from School Data Sync and Google Classroom
#   at: "03:30"

# When the school is open, by its own clock.
calendar:
  hours:
    - { days: [mon, tue, wed, thu, fri], from: "08:00", to: "17:00" }
  terms: []                    # - { from: 2026-09-01, to: 2026-12-18 }; none: every week counts as term
  closed: []                   # single days without school inside a term: [2026-10-26]
  inset: []                    # training days, on which nobody is asked or reminded: [2026-09-01]

mail:
  # The head is never copied in to mail to these addresses, and they are never named to anybody: whistle-blowing, the designated officer, a union.
  exempt: [lado@council.example]
  # What happens when a message could not be judged: allow or confirm.
  whenUnsure: confirm
  # What each rule asks of the sender: ${actions.join(', ')} or off.
  rules:
${rules.map(ruleLines).join('\n')}

# Who signs what. Take the «# » away to ask people; «beadle publish» and «beadle people» come next.
# signatures:
#   people: ${fileNames.asked}    # who is asked; without it whoever «beadle people» was given
#   policies:
#     - { policy: st-norberts, audiences: [staff, governors] }    # ${defaultAudiences.map(({ id }) => id).join(', ')}
#   audiences:                 # what is otherwise than usual, and your own
#     staff: { renewal: yearly, fields: [job-title], deadlines: { now: 14, joiner: 5, renewal: 20 } }
#   reminders: { days: [${defaultLadder.days.join(', ')}], then: ${defaultLadder.then}, cap: ${defaultLadder.cap}, escalateAfter: ${defaultLadder.escalateAfter}, at: "08:00" }    # days after the due date
#   retention: { ${Object.entries(defaultRetention)
    .map(([id, years]) => `${id}: ${years}`)
    .join(', ')} }    # years after somebody left
#   checkpointsTo: []          # who gets the daily checkpoint besides the head, the chair and the data protection officer
#   origin: https://beadle.school.example    # where people without Teams sign

# The bot in Teams. Its password belongs into the environment: BEADLE_BOT_PASSWORD.
# bot:
#   appId: 01234567-89ab-cdef-0123-456789abcdef        # the application (client) id of its registration
#   tenantId: 89abcdef-0123-4567-89ab-cdef01234567     # the school’s directory (tenant) id
#   type: SingleTenant         # or UserAssignedMSI: a managed identity of Azure, which needs no password
#   origin: https://beadle.school.example
#   perSecond: 20              # messages in a second, at most (1 to 50)
#   install: false             # true: at night the app is installed in Teams for whoever is to sign («beadle permissions» has the rights)

# Mail that Beadle sends: links, codes, receipts. The server belongs into the environment: BEADLE_SMTP_URL.
# post:
#   from: Example Primary School <aup@school.example>
#   by: smtp                   # or microsoft (Mail.Send), or google (gmail.send): by the tenant under «audit:», in the sender’s name

# Audits of Microsoft 365 and Google Workspace: «beadle permissions» says which rights they need, «beadle audit» runs one. Nothing is ever changed.
# Microsoft: BEADLE_GRAPH_SECRET, BEADLE_GRAPH_CERTIFICATE (a PEM file with key and certificate), BEADLE_GRAPH_ASSERTION_FILE (a federated token) or
# BEADLE_GRAPH_MANAGED_IDENTITY=1 in the environment. Google: BEADLE_GOOGLE_KEY, the file of the service account’s key.
# audit:
#   microsoft: { tenantId: 89abcdef-0123-4567-89ab-cdef01234567, clientId: 01234567-89ab-cdef-0123-456789abcdef }
#   google: { customer: C0123abcd, admin: admin@school.example }
#   pack: school               # whose numbers hold: ${packNames.join(', ')}
#   expects:                   # where the school decided otherwise; the numbers here are those of «school»
${Object.entries(expectationsOf('school', {}))
  .map(([topic, value]) => `#     ${topic}: ${value}`)
  .join('\n')}
#   off: []                    # checks that do not run: [devices-silent]; «beadle rule» lists them
#   accepted:                  # risks that the school lives with until a day
#     - { check: devices-silent, until: 2027-04-01, owner: Head of IT, because: the old laptops are replaced at Easter }
#   dpia:                      # these look at what people do, and run only once their data-protection assessment is dated
${checks
  .filter(({ people }) => people?.monitors)
  .map(({ id }) => `#     ${id}: { date: 2026-11-01, by: Data Protection Officer }`)
  .join('\n')}
#   at: "02:00"                # when, by the school’s clock
#   days: [mon]                # and on which days
#   support: []                # who looks after the school’s IT
#   reports: { it: each, coordinator: weekly, head: termly, governors: termly }    # how often each is sent the report: each, weekly, termly or never

# The add-in for Outlook, once «beadle serve» can be reached by HTTPS and Beadle is registered in Microsoft Entra. Take the «# » away and put your own in.
# outlook:
#   origin: https://beadle.school.example
#   clientId: 01234567-89ab-cdef-0123-456789abcdef     # the application (client) id
#   tenants: [89abcdef-0123-4567-89ab-cdef01234567]    # whose people may ask: directory (tenant) ids
#   days: 14                   # how long a device trusts what it fetched (2 to 90)
#   header: false              # mark each message that was judged, for the rules of «beadle outlook mail-flow»

# The add-on for Gmail, once «beadle serve» can be reached by HTTPS. «beadle setup google» leads through it.
# gmail:
#   origin: https://beadle.school.example
#   project: "123456789012"    # the number of the school’s own project in Google Cloud
#   clientId: 123456789012-abc.apps.googleusercontent.com    # «gcloud workspace-add-ons get-authorization» prints it
#   domains: []                # whose people may ask, where that is not the domains above: the Workspace’s own domain
#   audience: []               # further addresses for which Google may make its tokens

# Gmail’s own rules, which ask before a mail leaves, on phones too: «beadle gmail plan» shows them, «beadle gmail apply» writes them. Needs audit.google.
# gmailRules:
#   unit: /Staff               # the organisational unit of the staff
#   confidential: []           # whole domains that no rule looks at and anybody may read; public bodies and unions are left alone anyhow

# What was sent in spite of a rule, counted by «beadle sent». This is monitoring: off unless a data-protection assessment is dated here.
# sent:
#   dpia: { date: 2026-11-01, by: Data Protection Officer }
#   from: [rules-log]          # the first that can be read of rules-log, mail-log, mailboxes (Google), message-trace (Exchange)
#   tell: sender               # who gets a quiet note: sender or nobody, never a manager
`;
}

function ruleLines(rule: Rule): string {
  const settings = Object.entries(rule.settings).map(
    ([name, setting]) => `    #   ${column(`${name}: ${valueOf(setting)}`)}# ${saysOf(setting)}`
  );
  return [`    # ${rule.title.en}.`, `    # ${rule.id}:`, `    #   action: ${rule.action}`, ...settings].join('\n');
}

function column(text: string): string {
  return `${text} `.padEnd(31);
}

function valueOf(setting: Setting): string {
  return Array.isArray(setting.default) ? `[${setting.default.join(', ')}]` : String(setting.default);
}

function saysOf(setting: Setting): string {
  switch (setting.kind) {
    case 'count':
      return `${setting.says} (${setting.least} to ${setting.most})`;
    case 'choice':
      return `${setting.says} (${setting.of.join(' or ')})`;
    case 'choices':
      return `${setting.says} (of ${setting.of.join(', ')})`;
    default:
      return setting.says;
  }
}

/** A `people.csv` to begin with, of invented people. */
export const examplePeople = `address,audience,name,household
parent.one@family.example,parent,Parent One,h1
parent.two@family.example,parent,Parent Two,h1
parent.three@home.example,parent,Parent Three,h2
parent.four@home.example,parent,Parent Four,h3
governor.one@governors.example,governor,Governor One,
worker.one@council.example,agency,Agency Worker One,
kit.sample@pupils.school.example,pupil,Kit Sample,h1
`;
