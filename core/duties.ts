import type { Text } from './locale.ts';

/** What can serve a duty. The first that is in place decides how far the duty is kept. */
export type Control = 'mail-rule' | 'tenant-check' | 'approval' | 'incident' | 'register' | 'schedule' | 'signature' | 'guidance';

export interface Duty {
  /** What the duty asks for, in one sentence. */
  readonly says: Text;
  /** What can serve it, strongest first. */
  readonly controls: readonly [Control, ...Control[]];
}

/** The closed list of what clauses ask for. Rules, checks and clauses cite these; a citation that is not listed here does not compile. */
export const duties = {
  'copy-head-on-outside-mail': {
    says: {
      en: 'Copy the headteacher into mail to parents, governors and outside agencies.',
      cy: 'Anfonwch gopi at y pennaeth o bost at rieni, llywodraethwyr ac asiantaethau allanol.'
    },
    controls: ['mail-rule', 'signature']
  },
  'head-authorises-outside-mail': {
    says: { en: 'Have outside mail approved before it is sent.', cy: 'Sicrhewch gymeradwyaeth cyn anfon post allanol.' },
    controls: ['mail-rule', 'approval', 'signature']
  },
  'no-personal-account': {
    says: {
      en: 'Use the school account, never a personal one, for school business.',
      cy: 'Defnyddiwch gyfrif yr ysgol, nid cyfrif personol, ar gyfer gwaith yr ysgol.'
    },
    controls: ['mail-rule', 'tenant-check', 'signature']
  },
  'no-chain-letters': {
    says: { en: 'Do not send on chain letters, hoaxes or jokes.', cy: 'Peidiwch ag anfon llythyrau cadwyn, twyll na jôcs ymlaen.' },
    controls: ['mail-rule', 'signature']
  },
  'own-details-private': {
    says: { en: 'Do not give out your own private contact details.', cy: 'Peidiwch â rhoi eich manylion cyswllt preifat eich hun.' },
    controls: ['mail-rule', 'signature']
  },
  'others-details-private': {
    says: { en: "Do not disclose other people's personal details.", cy: 'Peidiwch â datgelu manylion personol pobl eraill.' },
    controls: ['mail-rule', 'signature']
  },
  'protect-personal-data': {
    says: {
      en: 'Keep personal data secure and share it only with those who may see it.',
      cy: "Cadwch ddata personol yn ddiogel a'i rannu dim ond â'r rhai sydd â hawl i'w weld."
    },
    controls: ['mail-rule', 'tenant-check', 'signature']
  },
  'encrypt-data-off-site': {
    says: {
      en: 'Encrypt or password-protect personal data that leaves the school.',
      cy: "Amgryptiwch neu ddiogelwch â chyfrinair ddata personol sy'n gadael yr ysgol."
    },
    controls: ['mail-rule', 'tenant-check', 'signature']
  },
  'pupil-contact-in-school-hours': {
    says: { en: 'Contact pupils only in school hours.', cy: 'Cysylltwch â disgyblion yn ystod oriau ysgol yn unig.' },
    controls: ['mail-rule', 'signature']
  },
  'professional-contact-with-pupils': {
    says: {
      en: 'Keep contact with pupils professional and through school channels.',
      cy: "Cadwch gysylltiad â disgyblion yn broffesiynol a thrwy sianeli'r ysgol."
    },
    controls: ['mail-rule', 'signature']
  },
  'no-offensive-messages': {
    says: {
      en: 'Do not send offensive, harassing or discriminatory messages.',
      cy: 'Peidiwch ag anfon negeseuon sarhaus, aflonyddol na gwahaniaethol.'
    },
    controls: ['mail-rule', 'signature']
  },
  'sensitive-mail-authorised': {
    says: {
      en: 'Discuss sensitive outside mail with the headteacher before sending it.',
      cy: 'Trafodwch bost allanol sensitif â’r pennaeth cyn ei anfon.'
    },
    controls: ['mail-rule', 'approval', 'signature']
  },
  'pupil-images-stay-in-school': {
    says: {
      en: 'Do not send images of pupils outside the school without consent.',
      cy: 'Peidiwch ag anfon delweddau o ddisgyblion y tu allan i’r ysgol heb ganiatâd.'
    },
    controls: ['mail-rule', 'approval', 'signature']
  },
  'no-pupil-names-with-images': {
    says: {
      en: "Do not put a pupil's name with or in the name of an image.",
      cy: 'Peidiwch â rhoi enw disgybl gyda delwedd nac yn enw ffeil delwedd.'
    },
    controls: ['mail-rule', 'signature']
  },
  'check-recipients': {
    says: {
      en: 'Make sure that mail goes to the right people and to nobody else.',
      cy: 'Sicrhewch fod post yn mynd at y bobl gywir ac at neb arall.'
    },
    controls: ['mail-rule', 'signature']
  }
} as const satisfies { readonly [id: string]: Duty };

export type DutyId = keyof typeof duties;
