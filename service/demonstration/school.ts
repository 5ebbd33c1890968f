import type { Policy } from '../../core/policies/policy.ts';
import { checks } from '../../core/tenant/checks/index.ts';
import { directoryCsv, domains } from './people.ts';

/** The ids under which the invented school is registered nowhere. */
export const registered = {
  tenant: '89abcdef-0123-4567-89ab-cdef01234567',
  client: '01234567-89ab-cdef-0123-456789abcdef',
  project: '123456789012',
  google: '123456789012-demonstration.apps.googleusercontent.com'
} as const;

/** The school's name, and the moment at which its demonstration begins: a Tuesday in term, after the audit of the night and before the first lesson. */
export const schoolName = 'Example Primary School';
export const beginsAt = '2026-11-24T08:40:00.000Z';

/** The files of the invented school by their names, as a real one has them. */
export function filesOf(): { readonly [name: string]: string } {
  const monitoring = checks.filter(({ people }) => people?.monitors).map(({ id }) => id);
  // Only what is reached by https may stand in the file: where it really is reached is put in its place by whoever opens it.
  const origin = 'https://beadle.school.example';
  return {
    'beadle.yaml': `# The invented school of the demonstration. Written anew with each start.
school: { name: ${schoolName}, id: demonstration, timezone: Europe/London, languages: [en, cy], policy: st-norberts }
domains: { staff: [${domains.staff}], pupils: [${domains.pupils}] }
people:
  headteacher: [head@${domains.staff}]
  deputies: [deputy@${domains.staff}]
  coordinator: [esafety@${domains.staff}]
  dsl: [inclusion@${domains.staff}]
  chairOfGovernors: [chair@${domains.governors}]
directory: [{ file: people.csv }]
calendar:
  terms:
    - { from: 2025-09-02, to: 2025-10-24 }
    - { from: 2025-11-03, to: 2025-12-19 }
    - { from: 2026-01-05, to: 2026-02-13 }
    - { from: 2026-02-23, to: 2026-03-27 }
    - { from: 2026-04-13, to: 2026-05-22 }
    - { from: 2026-06-01, to: 2026-07-17 }
    - { from: 2026-09-02, to: 2026-10-23 }
    - { from: 2026-11-02, to: 2026-12-18 }
    - { from: 2027-01-04, to: 2027-02-12 }
    - { from: 2027-02-22, to: 2027-03-25 }
    - { from: 2027-04-12, to: 2027-05-28 }
    - { from: 2027-06-07, to: 2027-07-20 }
    - { from: 2027-09-02, to: 2027-10-22 }
    - { from: 2027-11-01, to: 2027-12-17 }
    - { from: 2028-01-04, to: 2028-02-11 }
    - { from: 2028-02-21, to: 2028-03-31 }
  inset: [2026-09-01, 2027-09-01]
mail: { exempt: [lado@council.example], rules: {} }
signatures:
  policies:
    - { policy: st-norberts, audiences: [staff, supply, governors] }
    - { policy: ./${homePolicy.id}.yaml, audiences: [parents] }
    - { policy: ./${phonesPolicy.id}.yaml, audiences: [staff] }
bot: { origin: "${origin}" }
post: { from: "${schoolName} <aup@${domains.staff}>" }
incidents: {}
audit:
  microsoft: { tenantId: ${registered.tenant}, clientId: ${registered.client} }
  at: "02:00"
  days: [tue]
  support: [it@${domains.staff}]
  reports: { it: each, coordinator: weekly, head: termly, governors: termly }
  dpia: { ${monitoring.map(id => `${id}: { date: 2026-09-07, by: Data Protection Officer }`).join(', ')} }
  accepted:
    - { check: devices-silent, until: 2027-04-12, owner: IT Technician, because: the old laptops in the store are replaced at Easter }
outlook: { origin: "${origin}", clientId: ${registered.client}, tenants: [${registered.tenant}] }
gmail: { origin: "${origin}", project: "${registered.project}", clientId: ${registered.google}, domains: [${domains.staff}] }
`,
    [`${homePolicy.id}.yaml`]: `${JSON.stringify(homePolicy, undefined, 2)}\n`,
    [`${phonesPolicy.id}.yaml`]: `${JSON.stringify(phonesPolicy, undefined, 2)}\n`,
    'people.csv': directoryCsv()
  };
}

/** What parents sign for each child: short, and in both languages. */
export const homePolicy: Policy = {
  id: 'home-and-school',
  title: { en: 'Home and school online', cy: 'Cartref ac ysgol ar-lein' },
  languages: ['en', 'cy'],
  adoptedOn: '2026-09',
  clauses: [
    {
      id: '1',
      section: '',
      text: {
        en: 'We talk with our child about what they do online, and about what to do when something worries them.',
        cy: 'Rydym yn siarad â’n plentyn am yr hyn y mae’n ei wneud ar-lein, ac am beth i’w wneud pan fydd rhywbeth yn ei boeni.'
      },
      binds: ['parent'],
      duties: ['inform-parents']
    },
    {
      id: '2',
      section: '',
      text: {
        en: 'We put no pictures of other people’s children from the school online.',
        cy: 'Nid ydym yn rhoi lluniau o blant pobl eraill o’r ysgol ar-lein.'
      },
      binds: ['parent'],
      duties: []
    },
    {
      id: '3',
      section: '',
      text: {
        en: 'If something that happened online upsets us, we speak to the school first.',
        cy: 'Os bydd rhywbeth a ddigwyddodd ar-lein yn peri gofid i ni, byddwn yn siarad â’r ysgol yn gyntaf.'
      },
      binds: ['parent'],
      duties: []
    },
    {
      id: '4',
      section: '',
      text: {
        en: 'Our child uses the school’s account for school work, and keeps its password to themselves.',
        cy: 'Mae ein plentyn yn defnyddio cyfrif yr ysgol ar gyfer gwaith ysgol, ac yn cadw ei gyfrinair iddo’i hun.'
      },
      binds: ['parent'],
      duties: []
    }
  ]
};

/** What staff are asked to sign since this morning. */
export const phonesPolicy: Policy = {
  id: 'phones-and-pictures',
  title: { en: 'Phones and pictures', cy: 'Ffonau a lluniau' },
  languages: ['en', 'cy'],
  adoptedOn: '2026-11',
  clauses: [
    {
      id: '1',
      section: '',
      text: {
        en: 'My own phone stays out of sight while pupils are with me.',
        cy: 'Mae fy ffôn fy hun yn aros o’r golwg tra bydd disgyblion gyda mi.'
      },
      binds: ['staff', 'head', 'coordinator'],
      duties: ['phones-away-from-pupils']
    },
    {
      id: '2',
      section: '',
      text: {
        en: 'I take pictures of pupils with the school’s cameras and tablets alone.',
        cy: 'Rwy’n tynnu lluniau o ddisgyblion â chamerâu a llechi’r ysgol yn unig.'
      },
      binds: ['staff', 'head', 'coordinator'],
      duties: ['no-images-on-own-devices']
    },
    {
      id: '3',
      section: '',
      text: {
        en: 'Pictures go onto the school’s network the same day, and off the device.',
        cy: 'Mae lluniau’n mynd ar rwydwaith yr ysgol yr un diwrnod, ac oddi ar y ddyfais.'
      },
      binds: ['staff', 'head', 'coordinator'],
      duties: ['images-stored-on-network']
    }
  ]
};

/** The policy as it was last year: two clauses fewer, and one that said less. Whoever signed that is asked again. */
export function lastYears(policy: Policy): Policy {
  const own = policy.clauses.filter(({ binds }) => binds.includes('staff') && binds.includes('governor'));
  const [gone, shorter] = [own[0]?.id, own[1]?.id];
  return {
    ...policy,
    clauses: policy.clauses
      .filter(({ id }) => id !== gone)
      .map(clause =>
        clause.id === shorter
          ? {
              ...clause,
              text:
                policy.languages.length > 1
                  ? { en: 'There is an agreement to sign.', cy: 'Mae cytundeb i’w lofnodi.' }
                  : 'There is an agreement to sign.'
            }
          : clause
      )
  };
}
