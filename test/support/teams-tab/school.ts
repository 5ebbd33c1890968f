import type {
  Audits,
  Clauses,
  Incidents,
  Mail,
  PersonLine,
  Settings,
  Signatures,
  TabAction,
  TabRole,
  Tables,
  Today,
  Told,
  View
} from '../../../addin/tab/api.ts';
import { actionsOf, viewsOf } from '../../../service/tab/rights.ts';
import type { Locale, Text } from '../../../core/locale.ts';

/** What the fake service keeps of an invented school. `say` is put into every place in which people write. */
export interface Kept {
  readonly today: Today;
  readonly signatures: Signatures;
  readonly people: PersonLine[];
  readonly audits: Audits;
  readonly mail: Mail;
  readonly incidents: Incidents;
  readonly told: Told;
  readonly approvals: Tables;
  readonly registers: Tables;
  readonly clauses: Clauses;
  readonly settings: Settings;
}

/** What a role may see and do, as the table of rights says. */
export function allowedTo(role: TabRole): { readonly views: readonly View[]; readonly actions: readonly TabAction[] } {
  return { views: viewsOf([role]), actions: actionsOf([role]) };
}

/** The school, in a language; what people wrote says `typed` where it is given. */
export function schoolIn(locale: Locale, typed?: string): Kept {
  const t = (en: string, cy: string): string => ({ en, cy })[locale] satisfies Text[Locale];
  const wrote = (text: string): string => typed ?? text;
  const roles = ['Teacher', 'Governor', 'Visitor', 'Office'];
  const people = Array.from({ length: 60 }, (_, i): PersonLine => {
    const state = (['overdue', 'asked', 'signed', 'opened', 'excused'] as const)[i % 5]!;
    const look = {
      overdue: ['bad', t('late', 'yn hwyr')],
      asked: ['warn', t('asked', 'gofynnwyd')],
      signed: ['good', t('signed', 'llofnodwyd')],
      opened: ['unknown', t('opened', 'agorwyd')],
      excused: ['accepted', t('excused', 'esgusodwyd')]
    } as const;
    return {
      matter: { person: `p${i}`, policy: 'staff-aup' },
      name: wrote(`${roles[i % 4]} ${i + 1}`),
      audience: t('Staff', 'Staff'),
      policy: wrote(t('Staff acceptable use', 'Defnydd derbyniol staff')),
      state,
      label: look[state][1],
      tone: look[state][0],
      says: t('due 3 December 2026, reminded twice', 'erbyn 3 Rhagfyr 2026, atgoffwyd 2 waith'),
      excused: state === 'excused'
    };
  });
  const clock = {
    until: new Date(Date.now() + 51 * 60 * 60 * 1000).toISOString(),
    minutes: 51 * 60,
    late: false,
    says: t('of the 72 hours to tell the Information Commissioner', 'o’r 72 awr i roi gwybod i’r Comisiynydd Gwybodaeth'),
    tone: 'unknown' as const
  };
  const waiting = [
    { id: 'i1', reference: 'R-7K2M', at: '2026-11-21T15:10:00Z', when: t('yesterday at 15:10', 'ddoe am 15:10'), closed: false, clock },
    { id: 'i2', reference: 'R-3QX9', at: '2026-11-18T09:00:00Z', when: t('18 November 2026', '18 Tachwedd 2026'), closed: true }
  ];
  const weeks = ['2 Nov', '9 Nov', '16 Nov'].map((label, i) => ({ on: `2026-11-0${i + 2}`, label, warned: [14, 9, 4][i]! }));
  return {
    today: {
      greeting: t('Good morning. Sunday, 22 November 2026.', 'Bore da. Dydd Sul, 22 Tachwedd 2026.'),
      needs: [
        {
          kind: 'clock',
          tone: 'bad',
          count: 1,
          says: t('A report has a clock that runs', 'Mae cloc yn rhedeg ar adroddiad'),
          more: t('51 hours are left.', 'Mae 51 awr ar ôl.'),
          leads: 'incidents/R-7K2M'
        },
        {
          kind: 'late',
          tone: 'warn',
          count: 12,
          says: t('12 people are late to sign', 'Mae 12 o bobl yn hwyr yn llofnodi'),
          more: wrote(t('The oldest is from 3 November.', 'Mae’r hynaf o 3 Tachwedd.')),
          leads: 'signatures/staff-aup/staff'
        },
        {
          kind: 'audit',
          tone: 'warn',
          count: 2,
          says: t('2 settings are wrong', 'Mae 2 osodiad yn anghywir'),
          leads: 'audits/passwords-too-short'
        }
      ],
      figures: [
        { id: 'signed', label: t('have signed', 'wedi llofnodi'), value: '38/60', tone: 'good', leads: 'signatures' },
        { id: 'late', label: t('late', 'yn hwyr'), value: '12', tone: 'bad', leads: 'signatures' },
        { id: 'wrong', label: t('settings wrong', 'gosodiadau’n anghywir'), value: '2', tone: 'warn', leads: 'audits' },
        { id: 'warned', label: t('mail warnings this week', 'rhybuddion post yr wythnos hon'), value: '4', tone: 'plain', leads: 'mail' }
      ]
    },
    signatures: {
      policies: [
        {
          policy: 'staff-aup',
          title: wrote(t('Staff acceptable use', 'Defnydd derbyniol staff')),
          version: t('Version 2.1 of 1 September 2026', 'Fersiwn 2.1, 1 Medi 2026'),
          audiences: [
            {
              audience: 'staff',
              title: t('Staff', 'Staff'),
              wanted: 48,
              states: { signed: 31, overdue: 10, asked: 5, opened: 2 },
              says: t('31 of 48 have signed', 'Mae 31 o 48 wedi llofnodi')
            },
            {
              audience: 'governors',
              title: t('Governors', 'Llywodraethwyr'),
              wanted: 12,
              states: { signed: 7, overdue: 2, declined: 1, excused: 2 },
              says: t('7 of 12 have signed', 'Mae 7 o 12 wedi llofnodi')
            }
          ]
        }
      ],
      trend: {
        weeks: [
          { on: '2026-11-02', label: '2 Nov', signed: 12 },
          { on: '2026-11-09', label: '9 Nov', signed: 18 },
          { on: '2026-11-16', label: '16 Nov', signed: 8 }
        ],
        days: [
          { on: '2026-11-19', label: '19 Nov', signed: 3 },
          { on: '2026-11-20', label: '20 Nov', signed: 0 }
        ]
      },
      sending: {
        waiting: 3,
        sent: 41,
        failed: 1,
        paused: false,
        says: t('Messages go out as planned.', 'Mae negeseuon yn mynd allan fel y bwriadwyd.')
      },
      tasks: [
        {
          of: 7,
          kind: 'question',
          person: wrote('Governor Two'),
          at: '2026-11-20T10:00:00Z',
          when: t('20 November 2026', '20 Tachwedd 2026'),
          policy: t('Staff acceptable use', 'Defnydd derbyniol staff'),
          text: wrote('Does clause 4.2 mean my own telephone as well?')
        }
      ],
      states: [
        { state: 'signed', label: t('signed', 'llofnodwyd'), tone: 'good' },
        { state: 'asked', label: t('asked', 'gofynnwyd'), tone: 'unknown' },
        { state: 'opened', label: t('opened', 'agorwyd'), tone: 'unknown' },
        { state: 'overdue', label: t('late', 'yn hwyr'), tone: 'bad' },
        { state: 'declined', label: t('did not agree', 'heb gytuno'), tone: 'warn' },
        { state: 'excused', label: t('excused', 'esgusodwyd'), tone: 'accepted' }
      ]
    },
    people,
    audits: {
      reader: 'coordinator',
      on: '2026-11-21',
      says: t(
        'Of 21 November 2026: 2 to put right, 9 as they should be, 1 not known.',
        'Ar 21 Tachwedd 2026: 2 i’w cywiro, 9 fel y dylent fod, 1 yn anhysbys.'
      ),
      groups: [
        {
          tone: 'bad',
          label: t('To put right', 'I’w cywiro'),
          lines: [
            {
              check: 'passwords-too-short',
              tone: 'bad',
              state: t('wrong', 'anghywir'),
              title: t('Passwords too short', 'Cyfrineiriau rhy fyr'),
              says: t(
                'Passwords of 8 signs are accepted; the policy asks for 12.',
                'Derbynnir cyfrineiriau o 8 nod; mae’r polisi’n gofyn am 12.'
              ),
              notes: [t('Clauses: 3.1, 3.2.', 'Cymalau: 3.1, 3.2.')],
              links: [
                { text: t('About this check', 'Am y gwiriad hwn'), url: `${'https://beadle.school.example'}/checks/passwords-too-short` }
              ],
              change: t('worse', 'gwaeth'),
              acceptable: true,
              subjects: { count: 2, first: [wrote('LAPTOP-OFFICE-3'), 'LAPTOP-OFFICE-4'] }
            },
            {
              check: 'devices-not-encrypted',
              tone: 'warn',
              state: t('wrong in part', 'rhannol anghywir'),
              title: t('Devices not encrypted', 'Dyfeisiau heb eu hamgryptio'),
              says: t('3 of 40 devices are not encrypted.', 'Nid yw 3 o 40 dyfais wedi’u hamgryptio.'),
              notes: [],
              links: [],
              acceptable: true
            }
          ]
        },
        {
          tone: 'good',
          label: t('As they should be', 'Fel y dylent fod'),
          lines: [
            {
              check: 'lock-too-late',
              tone: 'good',
              state: t('all well', 'popeth yn iawn'),
              title: t('Screens lock too late', 'Sgriniau’n cloi’n rhy hwyr'),
              says: t('Screens lock after 5 minutes.', 'Mae sgriniau’n cloi ar ôl 5 munud.'),
              notes: [],
              links: [],
              acceptable: false
            }
          ]
        }
      ],
      sections: [
        {
          id: 'changed',
          title: t('What changed', 'Beth newidiodd'),
          blocks: [
            { kind: 'paragraph', text: t('Since 14 November one thing became worse.', 'Ers 14 Tachwedd mae un peth wedi gwaethygu.') },
            {
              kind: 'table',
              caption: t('Changes', 'Newidiadau'),
              columns: [t('What', 'Beth'), t('Change', 'Newid')],
              rows: [[t('Passwords too short', 'Cyfrineiriau rhy fyr'), t('worse', 'gwaeth')]]
            },
            {
              kind: 'bars',
              caption: t('Coverage', 'Cwmpas'),
              bars: [
                {
                  label: t('Devices', 'Dyfeisiau'),
                  parts: [
                    { tone: 'good', value: 37, label: t('right', 'yn iawn') },
                    { tone: 'bad', value: 3, label: t('wrong', 'yn anghywir') }
                  ]
                }
              ]
            },
            { kind: 'facts', facts: [{ name: t('better', 'gwell'), value: '0', tone: 'good' }] },
            {
              kind: 'items',
              items: [{ tone: 'bad', state: t('wrong', 'anghywir'), title: t('New rule', 'Rheol newydd'), says: 'x', notes: [], links: [] }]
            }
          ]
        }
      ],
      trend: [
        { on: '2026-11-07', label: '7 Nov', right: 9, wrong: 1, unknown: 2 },
        { on: '2026-11-14', label: '14 Nov', right: 10, wrong: 1, unknown: 1 },
        { on: '2026-11-21', label: '21 Nov', right: 9, wrong: 2, unknown: 1 }
      ],
      accepted: [
        {
          check: 'guest-access-open',
          title: t('Guests may come in', 'Caiff gwesteion ddod i mewn'),
          until: '2027-03-31',
          label: t('31 March 2027', '31 Mawrth 2027'),
          over: false,
          owner: wrote('Headteacher'),
          because: wrote(t('Needed by the cluster of schools', 'Ei angen gan y clwstwr o ysgolion')),
          from: 'here'
        },
        {
          check: 'old-clients',
          title: t('Old clients', 'Hen gleientiaid'),
          until: '2026-10-31',
          label: t('31 October 2026', '31 Hydref 2026'),
          over: true,
          owner: 'Headteacher',
          because: t('Until the new scanner is here', 'Nes i’r sganiwr newydd gyrraedd'),
          from: 'file'
        }
      ],
      running: false,
      asks: true
    },
    mail: {
      since: '2026-09-01',
      rules: [
        {
          rule: 'head-not-copied',
          title: t('The head was not copied in', 'Ni chopïwyd y pennaeth'),
          url: '/rules/head-not-copied',
          warned: 17,
          sent: 2,
          weeks: [9, 6, 2]
        },
        {
          rule: 'crowd-in-the-open',
          title: t('A crowd in the open', 'Torf yn yr amlwg'),
          url: '/rules/crowd-in-the-open',
          warned: 10,
          sent: 0,
          weeks: [5, 3, 2]
        }
      ],
      weeks,
      byPerson: false,
      says: t('Counted by rule, never by person.', 'Wedi’u cyfrif fesul rheol, byth fesul person.')
    },
    incidents: {
      items: waiting,
      private: {
        title: t('Is your screen private?', 'A yw eich sgrin yn breifat?'),
        says: t(
          'What you are about to read names people. Make sure that nobody else can see it.',
          'Mae’r hyn rydych ar fin ei ddarllen yn enwi pobl. Gwnewch yn siŵr na all neb arall ei weld.'
        ),
        yes: t('My screen is private', 'Mae fy sgrin yn breifat'),
        no: t('Not now', 'Ddim nawr')
      }
    },
    told: {
      ...waiting[0]!,
      category: t('Lost or stolen device', 'Dyfais ar goll neu wedi’i dwyn'),
      reporter: wrote('Teacher Seven'),
      facts: [
        { name: t('When', 'Pryd'), value: t('yesterday, about 14:30', 'ddoe, tua 14:30') },
        { name: t('Device', 'Dyfais'), value: wrote('LAPTOP-9') }
      ],
      what: wrote('The bag was left on the bus.\nThe laptop was locked.'),
      steps: [
        t('Lock the device from the admin centre.', 'Clowch y ddyfais o’r ganolfan weinyddol.'),
        t('Ask the bus company.', 'Holwch y cwmni bysiau.')
      ],
      notes: [
        {
          kind: 'note',
          label: t('Note', 'Nodyn'),
          when: t('today at 8:10', 'heddiw am 8:10'),
          by: wrote('E-safety Coordinator'),
          text: wrote('Locked at 8:05.')
        }
      ],
      kinds: [
        { kind: 'note', label: t('A note', 'Nodyn'), needsText: true, needsTo: false },
        { kind: 'handed', label: t('Handed on', 'Trosglwyddwyd'), needsText: false, needsTo: true }
      ],
      handOnTo: [{ id: 'head', name: wrote('Headteacher') }]
    },
    approvals: {
      says: t('What was asked of the head, and what was decided.', 'Beth a ofynnwyd i’r pennaeth, a beth a benderfynwyd.'),
      tables: [
        {
          id: 'waiting',
          title: t('Waiting for a decision', 'Yn aros am benderfyniad'),
          columns: [t('What', 'Beth'), t('Who', 'Pwy'), t('State', 'Cyflwr')],
          rows: [
            {
              id: 'a1',
              cells: [wrote(t('Laptop off site', 'Gliniadur oddi ar y safle')), wrote('Teacher Seven'), t('asked', 'gofynnwyd')],
              tone: 'warn',
              acts: [
                { id: 'read', label: t('Read', 'Darllen'), fields: [], reads: 'only' },
                {
                  id: 'permit',
                  label: t('Permit', 'Caniatáu'),
                  does: t('Permit it', 'Ei ganiatáu'),
                  fields: [{ id: 'word', label: t('A word', 'Gair'), kind: 'long', needed: false, most: 400 }],
                  reads: 'first'
                },
                {
                  id: 'give',
                  label: t('Approve', 'Cymeradwyo'),
                  fields: [{ id: 'until', label: t('Until', 'Tan'), kind: 'day', needed: true }]
                },
                {
                  id: 'refuse',
                  label: t('Refuse', 'Gwrthod'),
                  sure: t('Refuse this?', 'Gwrthod hyn?'),
                  fields: [{ id: 'because', label: t('Why', 'Pam'), kind: 'long', needed: true, most: 400 }]
                }
              ]
            }
          ]
        }
      ],
      private: {
        title: t('Is your screen private?', 'A yw eich sgrin yn breifat?'),
        says: t('Make sure that nobody else sees it.', 'Gwnewch yn siŵr nad oes neb arall yn ei gweld.'),
        yes: t('My screen is private: show it', 'Mae fy sgrin yn breifat: ei ddangos'),
        no: t('Not now', 'Nid nawr')
      },
      begin: [
        {
          id: 'ask',
          label: t('Ask for leave', 'Gofyn am ganiatâd'),
          fields: [
            {
              id: 'kind',
              label: t('For what', 'Am beth'),
              kind: 'choice',
              needed: true,
              choices: [{ value: 'send', label: t('External mail', 'Post allanol') }]
            },
            {
              id: 'who',
              label: t('Who', 'Pwy'),
              kind: 'choices',
              needed: true,
              choices: [
                { value: 'a', label: 'A' },
                { value: 'b', label: 'B' }
              ]
            },
            { id: 'sure', label: t('It holds no pupil’s data', 'Nid yw’n dal data disgybl'), kind: 'check', needed: false },
            { id: 'count', label: t('How many', 'Faint'), kind: 'number', needed: false },
            {
              id: 'note',
              label: t('Note', 'Nodyn'),
              kind: 'text',
              needed: false,
              most: 200,
              help: t('No names, please.', 'Dim enwau, os gwelwch yn dda.')
            }
          ]
        }
      ]
    },
    registers: {
      says: t('What the school keeps a list of.', 'Beth mae’r ysgol yn cadw rhestr ohono.'),
      tables: [
        {
          id: 'training',
          title: t('Training', 'Hyfforddiant'),
          columns: [t('Who', 'Pwy'), t('When', 'Pryd'), t('State', 'Cyflwr')],
          rows: Array.from({ length: 30 }, (_, i) => ({
            id: `t${i}`,
            cells: [wrote(`Teacher ${i + 1}`), t(`${i + 1} September 2026`, `${i + 1} Medi 2026`), t('done', 'wedi’i wneud')],
            tone: 'good' as const,
            acts: []
          }))
        },
        {
          id: 'equipment',
          title: t('Equipment', 'Offer'),
          columns: [t('What', 'Beth')],
          rows: [],
          empty: { title: t('Nothing is out', 'Does dim allan'), says: t('All equipment is in school.', 'Mae’r holl offer yn yr ysgol.') }
        }
      ],
      begin: []
    },
    clauses: {
      title: wrote(t('Staff acceptable use', 'Defnydd derbyniol staff')),
      says: t('A signature proves notice, not behaviour.', 'Mae llofnod yn profi rhybudd, nid ymddygiad.'),
      totals: [
        { kept: 'enforced', label: t('enforced', 'wedi’i orfodi'), tone: 'good', count: 1 },
        { kept: 'checked', label: t('checked', 'wedi’i wirio'), tone: 'good', count: 1 },
        { kept: 'signed-only', label: t('signed only', 'wedi’i lofnodi’n unig'), tone: 'unknown', count: 1 }
      ],
      clauses: [
        {
          id: '3.1',
          section: t('Passwords', 'Cyfrineiriau'),
          text: wrote(t('Use a password of twelve signs.', 'Defnyddiwch gyfrinair o ddeuddeg nod.')),
          kept: 'checked',
          label: t('checked', 'wedi’i wirio'),
          tone: 'good',
          partly: true,
          couldBe: t('checked', 'wedi’i wirio'),
          serves: [
            {
              control: 'tenant-check',
              title: t('Passwords too short', 'Cyfrineiriau rhy fyr'),
              evidence: t('wrong', 'anghywir'),
              url: '/checks/passwords-too-short',
              leads: 'audits/passwords-too-short'
            }
          ]
        },
        {
          id: '4.2',
          section: t('E-mail', 'E-bost'),
          text: t('Copy the head in when you write to parents.', 'Copïwch y pennaeth pan fyddwch yn ysgrifennu at rieni.'),
          kept: 'enforced',
          label: t('enforced', 'wedi’i orfodi'),
          tone: 'good',
          partly: false,
          couldBe: t('enforced', 'wedi’i orfodi'),
          serves: [
            {
              control: 'mail-rule',
              title: t('The head was not copied in', 'Ni chopïwyd y pennaeth'),
              evidence: t('spoke 17 times since 1 September', 'siaradodd 17 gwaith ers 1 Medi'),
              url: '/rules/head-not-copied',
              leads: 'mail/head-not-copied'
            }
          ]
        },
        {
          id: '5',
          text: t('Be kind online.', 'Byddwch yn garedig ar-lein.'),
          kept: 'signed-only',
          label: t('signed only', 'wedi’i lofnodi’n unig'),
          tone: 'unknown',
          partly: false,
          couldBe: t('reported', 'wedi’i adrodd'),
          serves: []
        }
      ]
    },
    settings: {
      says: t('What is not here stands in beadle.yaml.', 'Mae’r hyn nad yw yma yn beadle.yaml.'),
      groups: [
        {
          id: 'reminders',
          title: t('Reminders', 'Atgoffa'),
          says: t('When people are reminded.', 'Pryd yr atgoffir pobl.'),
          settings: [
            {
              key: 'reminders.days',
              title: t('Days', 'Diwrnodau'),
              help: t('Days after the question.', 'Diwrnodau ar ôl gofyn.'),
              shown: '3, 7',
              value: [3, 7],
              from: 'file',
              fields: [{ id: 'day', label: t('Days', 'Diwrnodau'), kind: 'number', needed: true, most: 90 }],
              many: true,
              editable: true
            },
            {
              key: 'reminders.cap',
              title: t('At most', 'Ar y mwyaf'),
              help: t('How many reminders somebody gets.', 'Faint o negeseuon atgoffa y mae rhywun yn eu cael.'),
              shown: '4',
              value: 4,
              from: 'here',
              base: '3',
              changed: { by: wrote('E-safety Coordinator'), when: t('20 November 2026', '20 Tachwedd 2026') },
              fields: [{ id: 'cap', label: t('At most', 'Ar y mwyaf'), kind: 'number', needed: true, most: 20 }],
              many: false,
              editable: true
            }
          ]
        },
        {
          id: 'away',
          title: t('Absence', 'Absenoldeb'),
          says: t('Who is away.', 'Pwy sydd i ffwrdd.'),
          settings: [
            {
              key: 'away',
              title: t('Away', 'I ffwrdd'),
              help: t('From the first day to the last.', 'O’r diwrnod cyntaf i’r olaf.'),
              shown: wrote('head@school.example'),
              value: [{ who: 'head@school.example', from: '2026-12-01', until: '2026-12-05' }],
              from: 'usual',
              fields: [
                { id: 'who', label: t('Who', 'Pwy'), kind: 'text', needed: true },
                { id: 'from', label: t('From', 'O'), kind: 'day', needed: true },
                { id: 'until', label: t('Until', 'Tan'), kind: 'day', needed: true }
              ],
              many: true,
              editable: true
            }
          ]
        }
      ],
      history: [
        {
          id: 'c1',
          key: 'reminders.cap',
          title: t('At most', 'Ar y mwyaf'),
          by: wrote('E-safety Coordinator'),
          at: '2026-11-20T10:00:00Z',
          when: t('20 November 2026', '20 Tachwedd 2026'),
          before: '3',
          after: wrote('4'),
          undo: true
        }
      ]
    }
  };
}
