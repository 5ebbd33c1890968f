import type { Text } from '../locale.ts';

/**
 * What can be reported. Closed: each has its route, its steps and its words. A worry about a child is none of them: it is not stored here, see
 * `safeguarding.ts`.
 */
export const categories = [
  'accidental-access',
  'offensive-mail',
  'lost-device',
  'virus',
  'misdirected-mail',
  'password-known',
  'misuse',
  'data-breach',
  'suspicious-mail',
  'other'
] as const;
export type Category = (typeof categories)[number];

/** What can be said of one mail by whoever received it, in the order in which it is asked. */
export const mailCategories = ['offensive-mail', 'suspicious-mail', 'misdirected-mail', 'other'] as const satisfies readonly Category[];

/** Each category as people say it. */
export const categoryWords: { readonly [C in Category]: Text } = {
  'accidental-access': { en: 'Something unsuitable came up on a screen', cy: 'Daeth rhywbeth anaddas ar sgrin' },
  'offensive-mail': { en: 'An offensive or threatening message', cy: 'Neges sarhaus neu fygythiol' },
  'lost-device': { en: 'A lost or stolen device', cy: 'Dyfais a gollwyd neu a ddygwyd' },
  virus: { en: 'A virus, or a link that should not have been opened', cy: 'Feirws, neu ddolen na ddylid bod wedi’i hagor' },
  'misdirected-mail': { en: 'A message sent to the wrong person', cy: 'Neges a anfonwyd at y person anghywir' },
  'password-known': { en: 'Somebody else knows a password', cy: 'Mae rhywun arall yn gwybod cyfrinair' },
  misuse: { en: 'Somebody breaks the school’s rules on computers', cy: 'Mae rhywun yn torri rheolau’r ysgol ar gyfrifiaduron' },
  'data-breach': { en: 'Personal data lost, seen or changed', cy: 'Data personol wedi’i golli, ei weld neu ei newid' },
  'suspicious-mail': { en: 'A suspicious message, a hoax or a chain letter', cy: 'Neges amheus neu ffug, neu lythyr cadwyn' },
  other: { en: 'Something that is not in this list', cy: 'Rhywbeth nad yw yn y rhestr hon' }
};

/** Whom a report may be about by their place at the school, so that it passes them by without anybody being looked up. */
export const subjects = ['head', 'coordinator', 'chair', 'data-protection-officer'] as const;
export type Subject = (typeof subjects)[number];

/** How the places are called whom a report can pass by. */
export const subjectWords: { readonly [S in Subject]: Text } = {
  head: { en: 'The headteacher', cy: 'Y pennaeth' },
  coordinator: { en: 'The e-safety coordinator', cy: 'Y cydlynydd e-ddiogelwch' },
  chair: { en: 'The chair of governors', cy: 'Cadeirydd y llywodraethwyr' },
  'data-protection-officer': { en: 'The data protection officer', cy: 'Y swyddog diogelu data' }
};

/** What somebody reports. */
export interface Report {
  readonly category: Category;
  /** When it was noticed: `YYYY-MM-DD`, and `HH:MM` by the school's clock where it is known. */
  readonly day: string;
  readonly time?: string;
  readonly what: string;
  /** Whom it is about, as the reporter names them. */
  readonly about?: string;
  /** Whom it is about by their place. */
  readonly aboutRoles: readonly Subject[];
  /** Which device. */
  readonly device?: string;
  /** Whether data of people was lost, seen by others or changed, or may have been. */
  readonly personal: boolean;
}

/** Most characters of what is typed. */
export const longest = { what: 4000, about: 120, device: 200, note: 2000 } as const;

/** Why something was not taken. */
export const refusals = [
  'what-missing',
  'too-long',
  'day-wrong',
  'day-to-come',
  'time-wrong',
  'note-missing',
  'not-yours',
  'closed',
  'nobody'
] as const;
export type Refusal = (typeof refusals)[number];

/** Each as a sentence that says what to do. */
export const refusalWords: { readonly [R in Refusal]: Text } = {
  'what-missing': { en: 'Please write in a few words what happened.', cy: 'Ysgrifennwch mewn ychydig eiriau beth ddigwyddodd.' },
  'too-long': { en: 'Please write less: what you typed is too long.', cy: 'Ysgrifennwch lai: mae’r hyn a deipioch yn rhy hir.' },
  'day-wrong': { en: 'Please choose the day on which it was noticed.', cy: 'Dewiswch y diwrnod y sylwyd arno.' },
  'day-to-come': {
    en: 'That time is still to come. Please choose when it was noticed.',
    cy: 'Nid yw’r amser hwnnw wedi dod eto. Dewiswch pryd y sylwyd arno.'
  },
  'time-wrong': { en: 'Please give the time as 14:05, or leave it out.', cy: 'Rhowch yr amser fel 14:05, neu gadewch ef allan.' },
  'note-missing': {
    en: 'Please write a few words: they are kept with the item.',
    cy: 'Ysgrifennwch ychydig eiriau: fe’u cedwir gyda’r eitem.'
  },
  'not-yours': { en: 'There is nothing here for you.', cy: 'Nid oes dim yma i chi.' },
  closed: { en: 'This item is closed.', cy: 'Mae’r eitem hon ar gau.' },
  nobody: { en: 'Please choose to whom it goes.', cy: 'Dewiswch at bwy yr aiff.' }
};

/** What is kept of an incident after it was reported, in the order in which it happened. Nothing of it is changed. */
export const noteKinds = ['note', 'handed-on', 'told-regulator', 'no-need-to-tell', 'closed'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** Whether a text is a time `HH:MM`. */
export function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** What is wrong with a report, if anything is. `today` is the date by the school's clock. */
export function wrongReport(report: Report, today: string, isDay: (day: string) => boolean): Refusal | undefined {
  if (report.what.trim() === '') return 'what-missing';
  if (report.what.length > longest.what || (report.about ?? '').length > longest.about || (report.device ?? '').length > longest.device)
    return 'too-long';
  if (!isDay(report.day)) return 'day-wrong';
  if (report.day > today) return 'day-to-come';
  return report.time !== undefined && !isTime(report.time) ? 'time-wrong' : undefined;
}
