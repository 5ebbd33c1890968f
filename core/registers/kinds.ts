import type { DutyId } from '../duties.ts';
import type { Text } from '../locale.ts';

/** The registers that a school may keep. Closed: each has its columns, its subject and its end. */
export const kinds = ['training', 'policy-review', 'password-change', 'monitoring-activity', 'image-consent'] as const;
export type Kind = (typeof kinds)[number];

/** What can stand in an entry. `until` is always the day by which it is to be done again, reviewed or over. */
export const fieldIds = [
  'what',
  'policy',
  'child',
  'scope',
  'use',
  'standing',
  'why',
  'day',
  'until',
  'by',
  'ordered',
  'who',
  'done',
  'of',
  'evidence'
] as const;
export type FieldId = (typeof fieldIds)[number];

/** For what images of a child may be used. */
export const uses = ['website', 'social-media', 'press', 'display', 'learning'] as const;
/** Whether consent was given, or was withheld or taken back. */
export const standings = ['given', 'withdrawn'] as const;

/** One column of a register. `is` `names`: one name a line. */
export interface Field {
  readonly id: FieldId;
  readonly is: 'line' | 'lines' | 'names' | 'day' | 'number' | 'use' | 'standing';
  readonly label: Text;
  readonly most: number;
  readonly optional?: true;
}

/** What a register is called, what stands in it, and which duties it serves. */
export interface About {
  readonly title: Text;
  readonly fields: readonly Field[];
  /** By which a later entry takes the place of an earlier one. */
  readonly subject: readonly FieldId[];
  /** It falls due again once a year where no day is named. */
  readonly yearly: boolean;
  /** The day of an entry may be still to come. */
  readonly ahead: boolean;
  /** As a register, which says what was done. */
  readonly duties: readonly DutyId[];
  /** As a schedule, which says in time what is to be done. */
  readonly schedules: readonly DutyId[];
}

const line = (id: FieldId, label: Text): Field => ({ id, is: 'line', label, most: 200 });
const lines = (id: FieldId, label: Text): Field => ({ id, is: 'lines', label, most: 1500 });
const day = (id: FieldId, label: Text): Field => ({ id, is: 'day', label, most: 10 });
const count = (id: FieldId, label: Text): Field => ({ id, is: 'number', label, most: 6 });
const optional = (field: Field): Field => ({ ...field, optional: true });

/** Every register, as people read it. */
export const about: { readonly [K in Kind]: About } = {
  training: {
    title: { en: 'Training', cy: 'Hyfforddiant' },
    fields: [
      line('what', { en: 'What was taught', cy: 'Beth a ddysgwyd' }),
      line('by', { en: 'Who gave it', cy: 'Pwy a’i rhoddodd' }),
      day('day', { en: 'On which day', cy: 'Ar ba ddiwrnod' }),
      { id: 'who', is: 'names', label: { en: 'Who attended, one name a line', cy: 'Pwy a fynychodd, un enw i bob llinell' }, most: 8000 },
      optional(day('until', { en: 'When it is due again', cy: 'Pryd y mae i’w wneud eto' })),
      optional(line('evidence', { en: 'Where the evidence is kept', cy: 'Ble cedwir y dystiolaeth' }))
    ],
    subject: ['what'],
    yearly: true,
    ahead: false,
    duties: ['train-staff'],
    schedules: []
  },
  'policy-review': {
    title: { en: 'Reviews of policies', cy: 'Adolygiadau polisi' },
    fields: [
      line('policy', { en: 'Which policy', cy: 'Pa bolisi' }),
      day('day', { en: 'When it was adopted', cy: 'Pryd y’i mabwysiadwyd' }),
      optional(day('until', { en: 'When it is reviewed next', cy: 'Pryd yr adolygir ef nesaf' })),
      line('by', { en: 'Who reviewed it', cy: 'Pwy a’i hadolygodd' })
    ],
    subject: ['policy'],
    yearly: true,
    ahead: false,
    duties: [],
    schedules: ['review-policy']
  },
  'password-change': {
    title: { en: 'Changing passwords', cy: 'Newid cyfrineiriau' },
    fields: [
      line('scope', { en: 'Whose passwords', cy: 'Cyfrineiriau pwy' }),
      day('day', { en: 'From which day', cy: 'O ba ddiwrnod' }),
      day('until', { en: 'Until which day', cy: 'Hyd ba ddiwrnod' }),
      optional(count('done', { en: 'How many are done', cy: 'Faint sydd wedi’u gwneud' })),
      optional(count('of', { en: 'Of how many', cy: 'O faint' }))
    ],
    subject: ['scope'],
    yearly: false,
    ahead: true,
    duties: [],
    schedules: []
  },
  'monitoring-activity': {
    title: { en: 'Monitoring', cy: 'Monitro' },
    fields: [
      line('what', {
        en: 'Which log or which store was looked at: nothing of what was found',
        cy: 'Ar ba log neu storfa yr edrychwyd: dim o’r hyn a ganfuwyd'
      }),
      lines('why', { en: 'Why', cy: 'Pam' }),
      day('day', { en: 'On which day', cy: 'Ar ba ddiwrnod' }),
      line('by', { en: 'Who looked', cy: 'Pwy a edrychodd' }),
      line('ordered', { en: 'Who ordered it', cy: 'Pwy a’i gorchmynnodd' }),
      optional(day('until', { en: 'When it is due again', cy: 'Pryd y mae i’w wneud eto' }))
    ],
    subject: ['what'],
    yearly: false,
    ahead: false,
    duties: ['monitor-use', 'monitor-lawfully'],
    schedules: []
  },
  'image-consent': {
    title: { en: 'Consent to images', cy: 'Cydsyniad i ddelweddau' },
    fields: [
      line('child', { en: 'Which child', cy: 'Pa blentyn' }),
      { id: 'use', is: 'use', label: { en: 'For what', cy: 'Ar gyfer beth' }, most: 20 },
      { id: 'standing', is: 'standing', label: { en: 'Given or withdrawn', cy: 'Rhoddwyd neu tynnwyd yn ôl' }, most: 20 },
      line('by', { en: 'By whom', cy: 'Gan bwy' }),
      day('day', { en: 'On which day', cy: 'Ar ba ddiwrnod' }),
      optional(day('until', { en: 'Until which day', cy: 'Hyd ba ddiwrnod' }))
    ],
    subject: ['child', 'use'],
    yearly: false,
    ahead: false,
    duties: ['consent-for-images'],
    schedules: []
  }
};
