import type { Text } from '../core/locale.ts';

/** What the bot says of itself, where no command and no action has the word. */
export const sentences = {
  hello: {
    en: 'Hello. I am Beadle. I ask you to sign the school’s policies, and I answer what you ask about them. Write «help» to see what I can do.',
    cy: 'Helo. Beadle ydw i. Byddaf yn gofyn i chi lofnodi polisïau’r ysgol, ac yn ateb eich cwestiynau amdanynt. Ysgrifennwch «help» i weld beth y gallaf ei wneud.'
  },
  stranger: {
    en: 'We do not know you yet. Please tell your IT support, so that they can add you to the school’s list of people.',
    cy: 'Nid ydym yn eich adnabod eto. Rhowch wybod i’ch cymorth TG, fel y gallant eich ychwanegu at restr pobl yr ysgol.'
  },
  inPrivate: {
    en: 'Please talk to me in private: open a chat with me and write there.',
    cy: 'Siaradwch â mi yn breifat, os gwelwch yn dda: agorwch sgwrs gyda mi ac ysgrifennwch yno.'
  },
  notUnderstood: {
    en: 'I did not understand that. Write «help» to see what I can do.',
    cy: 'Ni ddeallais hynny. Ysgrifennwch «help» i weld beth y gallaf ei wneud.'
  },
  oldCard: {
    en: 'This card is out of date. Write «help» to go on.',
    cy: 'Mae’r cerdyn hwn wedi dyddio. Ysgrifennwch «help» i fynd ymlaen.'
  },
  tooOld: {
    en: 'This Teams is too old to show that without leaving it in the chat. Please use a newer Teams, or the school’s page to report.',
    cy: 'Mae’r Teams hwn yn rhy hen i ddangos hynny heb ei adael yn y sgwrs. Defnyddiwch Teams mwy newydd, neu dudalen yr ysgol i roi gwybod.'
  },
  done: { en: 'Done.', cy: 'Wedi’i wneud.' },
  below: { en: 'The answer is below.', cy: 'Mae’r ateb isod.' },
  failed: {
    en: 'That did not work. Please try again in a moment. If it happens again, tell your IT support this code: {code}.',
    cy: 'Ni weithiodd hynny. Rhowch gynnig arall arni ymhen ychydig. Os bydd yn digwydd eto, rhowch y cod hwn i’ch cymorth TG: {code}.'
  }
} satisfies { readonly [name: string]: Text };
