import type { Text } from '../locale.ts';
import type { NoteKind, Refusal, State } from './entry.ts';
import { standings, uses } from './kinds.ts';

/** How an entry stands, as people read it. */
export const stateWords: { readonly [S in State]: Text } = {
  holds: { en: 'In force', cy: 'Mewn grym' },
  due: { en: 'Due soon', cy: 'I’w wneud yn fuan' },
  overdue: { en: 'Overdue', cy: 'Yn hwyr' },
  replaced: { en: 'Replaced by a later entry', cy: 'Cofnod diweddarach wedi cymryd ei le' },
  ended: { en: 'Ended', cy: 'Wedi dod i ben' }
};

/** What was appended to an entry. */
export const noteWords: { readonly [N in NoteKind]: Text } = {
  note: { en: 'Note', cy: 'Nodyn' },
  corrected: { en: 'Corrected', cy: 'Cywirwyd' },
  ended: { en: 'Ended', cy: 'Daethpwyd â hyn i ben' }
};

/** For what images are used. */
export const useWords: { readonly [U in (typeof uses)[number]]: Text } = {
  website: { en: 'The school’s website', cy: 'Gwefan yr ysgol' },
  'social-media': { en: 'Social media', cy: 'Y cyfryngau cymdeithasol' },
  press: { en: 'The press', cy: 'Y wasg' },
  display: { en: 'Displays in the school', cy: 'Arddangosfeydd yn yr ysgol' },
  learning: { en: 'Learning and records in class', cy: 'Dysgu a chofnodion yn y dosbarth' }
};

/** Whether there is consent. */
export const standingWords: { readonly [S in (typeof standings)[number]]: Text } = {
  given: { en: 'Given', cy: 'Rhoddwyd' },
  withdrawn: { en: 'Withheld or withdrawn', cy: 'Gwrthodwyd neu tynnwyd yn ôl' }
};

/** Why something was not taken, as a sentence that says what to do. `{field}` is the column. */
export const refusalWords: { readonly [R in Refusal]: Text } = {
  'not-kept': {
    en: 'The school does not keep this register here. «registers:» in beadle.yaml says which are kept.',
    cy: 'Nid yw’r ysgol yn cadw’r gofrestr hon yma. Mae «registers:» yn beadle.yaml yn dweud pa rai a gedwir.'
  },
  'field-missing': { en: 'Please fill in «{field}».', cy: 'Llenwch «{field}».' },
  'too-long': { en: 'Please write less in «{field}».', cy: 'Ysgrifennwch lai yn «{field}».' },
  'day-wrong': { en: 'Please choose a day for «{field}».', cy: 'Dewiswch ddiwrnod ar gyfer «{field}».' },
  'day-to-come': {
    en: 'That day is still to come. Please enter for «{field}» what has happened.',
    cy: 'Nid yw’r diwrnod hwnnw wedi dod eto. Cofnodwch yr hyn sydd wedi digwydd ar gyfer «{field}».'
  },
  'until-before': {
    en: '«{field}» is before the day on which it begins. Please choose a later day.',
    cy: 'Mae «{field}» cyn y diwrnod y mae’n dechrau. Dewiswch ddiwrnod diweddarach.'
  },
  'number-wrong': { en: 'Please give a whole number for «{field}».', cy: 'Rhowch rif cyfan ar gyfer «{field}».' },
  'too-many-done': {
    en: 'More are done than there are. Please look at «{field}» again.',
    cy: 'Mae mwy wedi’u gwneud nag sydd i’w gwneud. Edrychwch ar «{field}» eto.'
  },
  'choice-wrong': { en: 'Please choose one of what is offered for «{field}».', cy: 'Dewiswch un o’r hyn a gynigir ar gyfer «{field}».' },
  'note-missing': {
    en: 'Please write a few words: they are kept with the entry.',
    cy: 'Ysgrifennwch ychydig eiriau: fe’u cedwir gyda’r cofnod.'
  },
  'nothing-corrected': {
    en: 'Nothing differs from what stands there. Please change what was wrong.',
    cy: 'Nid oes dim yn wahanol i’r hyn sydd yno. Newidiwch yr hyn a oedd yn anghywir.'
  },
  ended: { en: 'This entry has ended. Please make a new one.', cy: 'Mae’r cofnod hwn wedi dod i ben. Gwnewch un newydd.' },
  'not-yours': { en: 'There is nothing here for you.', cy: 'Nid oes dim yma i chi.' }
};
