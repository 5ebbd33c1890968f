import type { DutyId } from '../duties.ts';
import type { Text } from '../locale.ts';

/** What can be approved. Closed: each has its questions, its holders and its end. */
export const kinds = [
  'send',
  'external-mail',
  'data-off-site',
  'own-device-photos',
  'account-access',
  'video-conference',
  'equipment'
] as const;
export type Kind = (typeof kinds)[number];

/** What can be asked of whoever wants something. `until` is always the day on which it ends. */
export const fieldIds = ['to', 'what', 'where', 'protection', 'device', 'whose', 'why', 'day', 'time', 'people', 'item', 'until'] as const;
export type FieldId = (typeof fieldIds)[number];

/** One question of a kind, and how long its answer may be in characters. */
export interface Field {
  readonly id: FieldId;
  readonly is: 'line' | 'lines' | 'day' | 'time';
  readonly label: Text;
  readonly most: number;
  readonly optional?: true;
}

/** How what was given comes to its end: by itself, or only once somebody has said that it was brought back or deleted, or that it is over. */
export type Closing = 'by-itself' | 'returned' | 'deleted' | 'over';

/** What a kind is called, what it asks for, how it ends, and which duties it serves. */
export interface About {
  readonly title: Text;
  readonly fields: readonly Field[];
  readonly closing: Closing;
  /** How many different people have to agree. */
  readonly deciders: 1 | 2;
  readonly duties: readonly DutyId[];
}

const line = (id: FieldId, label: Text): Field => ({ id, is: 'line', label, most: 200 });
const lines = (id: FieldId, label: Text): Field => ({ id, is: 'lines', label, most: 1500 });
const day = (id: FieldId, label: Text): Field => ({ id, is: 'day', label, most: 10 });

/** Every kind, as people read it. */
export const about: { readonly [K in Kind]: About } = {
  send: {
    title: { en: 'Sending a message', cy: 'Anfon neges' },
    fields: [
      line('to', { en: 'To whom', cy: 'At bwy' }),
      lines('what', { en: 'What it is about, and why it should go', cy: 'Am beth y mae, a pham y dylai fynd' })
    ],
    closing: 'by-itself',
    deciders: 1,
    duties: ['head-authorises-outside-mail', 'sensitive-mail-authorised']
  },
  'external-mail': {
    title: { en: 'Writing to somebody outside the school', cy: 'Ysgrifennu at rywun y tu allan i’r ysgol' },
    fields: [
      line('to', { en: 'To whom', cy: 'At bwy' }),
      lines('what', { en: 'What about, and why', cy: 'Am beth, a pham' }),
      {
        ...day('until', { en: 'Until which day, if it is more than one message', cy: 'Hyd ba ddiwrnod, os yw’n fwy nag un neges' }),
        optional: true
      }
    ],
    closing: 'by-itself',
    deciders: 1,
    duties: ['head-authorises-outside-mail', 'sensitive-mail-authorised']
  },
  'data-off-site': {
    title: { en: 'Taking data off the site', cy: 'Mynd â data oddi ar y safle' },
    fields: [
      lines('what', { en: 'Which data, and whose', cy: 'Pa ddata, a data pwy' }),
      line('where', { en: 'Where it will be', cy: 'Ble bydd y data' }),
      line('protection', {
        en: 'How it is protected: how it is encrypted, or how paper is locked away',
        cy: 'Sut y’i diogelir: sut y’i hamgryptir, neu sut y cloir papur'
      }),
      day('until', { en: 'When it comes back', cy: 'Pryd y daw yn ôl' })
    ],
    closing: 'returned',
    deciders: 1,
    duties: ['take-data-out-when-authorised']
  },
  'own-device-photos': {
    title: { en: 'Pictures with your own device', cy: 'Lluniau â’ch dyfais eich hun' },
    fields: [
      lines('what', { en: 'On which occasion, and who will be in the pictures', cy: 'Ar ba achlysur, a phwy fydd yn y lluniau' }),
      line('device', { en: 'Which device', cy: 'Pa ddyfais' }),
      day('until', {
        en: 'By when they are moved to the school’s system and deleted from the device',
        cy: 'Erbyn pryd y’u symudir i system yr ysgol a’u dileu o’r ddyfais'
      })
    ],
    closing: 'deleted',
    deciders: 1,
    duties: ['own-device-images-approved']
  },
  'account-access': {
    title: { en: 'Getting into somebody else’s account', cy: 'Mynd i mewn i gyfrif rhywun arall' },
    fields: [
      line('whose', { en: 'Whose account', cy: 'Cyfrif pwy' }),
      lines('why', { en: 'Why it cannot wait, and what is needed', cy: 'Pam na all aros, a beth sydd ei angen' }),
      day('until', { en: 'Until which day', cy: 'Hyd ba ddiwrnod' })
    ],
    closing: 'over',
    deciders: 2,
    duties: []
  },
  'video-conference': {
    title: { en: 'A video conference', cy: 'Cynhadledd fideo' },
    fields: [
      day('day', { en: 'On which day', cy: 'Ar ba ddiwrnod' }),
      { id: 'time', is: 'time', label: { en: 'At what time: 14:05', cy: 'Am faint o’r gloch: 14:05' }, most: 5 },
      lines('people', { en: 'Who takes part', cy: 'Pwy sy’n cymryd rhan' }),
      line('what', { en: 'What for', cy: 'I ba ddiben' })
    ],
    closing: 'by-itself',
    deciders: 1,
    duties: ['video-calls-approved']
  },
  equipment: {
    title: { en: 'Taking out equipment', cy: 'Benthyg offer' },
    fields: [
      line('item', { en: 'What, with its number if it has one', cy: 'Beth, gyda’i rif os oes un' }),
      day('day', { en: 'Out on', cy: 'Allan ar' }),
      day('until', { en: 'Back on', cy: 'Yn ôl ar' })
    ],
    closing: 'returned',
    deciders: 1,
    duties: []
  }
};

/** The mail rules that have nothing more to say of a conversation once the kind was given for it. */
export const satisfies: { readonly [K in Kind]?: readonly string[] } = {
  send: ['head-not-copied', 'outside-not-authorised'],
  'external-mail': ['outside-not-authorised']
};
