import { fill, type Locale, type Text } from '../../core/locale.ts';
import type { Remedy } from '../../core/mail/remedy.ts';
import type { Finding, Verdict } from '../../core/mail/review.ts';
import { say } from '../../core/mail/say.ts';

/** How long Outlook lets each text be, in characters. */
export const most = { bar: 150, alert: 500, label: 20, action: 30 } as const;

/** How many findings the alert names; the pane names all. */
const named = 3;

const words = {
  more: { en: 'And {count} more.', cy: '+ {count} arall.' },
  people: {
    en: 'Beadle could not see everybody this goes to. Check who it goes to before you send it.',
    cy: 'Ni allai Beadle weld pawb y mae hwn yn mynd atynt. Gwiriwch at bwy y mae’n mynd cyn ei anfon.'
  },
  unread: {
    en: 'Beadle could not read all of this message. Look it over once more before you send it.',
    cy: 'Ni allai Beadle ddarllen y neges hon i gyd. Edrychwch drosti unwaith eto cyn ei hanfon.'
  },
  stops: { en: 'It cannot be sent like this.', cy: 'Ni ellir ei hanfon fel hyn.' },
  none: {
    en: 'Beadle has no school policy yet. Open the pane and sign in.',
    cy: 'Nid oes gan Beadle bolisi’r ysgol eto. Agorwch y cwarel a mewngofnodwch.'
  },
  noneHere: {
    en: 'Beadle has no school policy yet. Open it once in Outlook on a computer and sign in.',
    cy: 'Nid oes gan Beadle bolisi’r ysgol eto. Agorwch ef unwaith yn Outlook ar gyfrifiadur a mewngofnodwch.'
  },
  old: {
    en: 'The policy here is out of date. Open the pane to renew it.',
    cy: 'Mae’r polisi yma wedi dyddio. Agorwch y cwarel i’w adnewyddu.'
  },
  oldHere: {
    en: 'The policy here is out of date. Open it once in Outlook on a computer to renew it.',
    cy: 'Mae’r polisi yma wedi dyddio. Agorwch ef unwaith yn Outlook ar gyfrifiadur i’w adnewyddu.'
  },
  open: { en: 'Open Beadle', cy: 'Agor Beadle' },
  head: { en: 'Copy in the head', cy: 'Anfon at y pennaeth' },
  show: { en: 'Show me', cy: 'Dangos i mi' }
} as const satisfies { readonly [name: string]: Text };

/** What the button of an alert says, for what the pane then does. */
const labels: { readonly [K in Remedy['kind']]: Text } = {
  'copy-in': { en: 'Copy them in', cy: 'Anfon copi atynt' },
  'move-to-bcc': { en: 'Move to Bcc', cy: 'Symud i Bcc' },
  'remove-recipients': { en: 'Take them out', cy: 'Eu tynnu allan' },
  'replace-recipient': { en: 'Change the address', cy: 'Newid y cyfeiriad' },
  'send-from': { en: 'Change the sender', cy: 'Newid yr anfonwr' },
  'send-later': { en: 'Send it later', cy: 'Anfon yn nes ymlaen' },
  'remove-attachments': { en: 'Take the file off', cy: 'Tynnu’r ffeil' },
  'cut-words': { en: 'Take it out', cy: 'Ei dynnu allan' }
};

/** What the link on the bar says: at most 30 characters. */
export function actionText(locale: Locale): string {
  return words.open[locale];
}

/** The bar while writing: the most important finding, its clause where there is room, and how many more there are. Nothing where all is well. */
export function barText({ findings }: Verdict, locale: Locale): string | undefined {
  const [first, ...others] = parts(findings, locale);
  if (!first) return undefined;
  const more = others.length > 0 ? ` ${fill(words.more[locale], { count: others.length })}` : '';
  const whole = `${first.sentence}${first.clause}${more}`;
  if (whole.length <= most.bar) return whole;
  return `${cut(first.sentence, most.bar - more.length)}${more}`;
}

/** The bar where the device has no policy, or an old one, and no finding. `pane` tells whether the pane can be opened here. */
export function policyText(lack: 'none' | 'old', pane: boolean, locale: Locale): string {
  return words[pane ? lack : lack === 'none' ? 'noneHere' : 'oldHere'][locale];
}

/** What the dialog at Send shows: plain, and as the little Markdown that newer Outlooks read. Both at most 500 characters. */
export interface Alert {
  readonly plain: string;
  readonly markdown: string;
  /** What the button that opens the pane says: at most 20 characters. */
  readonly label: string;
}

/** Puts a verdict that asks or blocks into the words of the dialog: each finding with its clause, and what could not be judged. */
export function alertOf(verdict: Verdict, locale: Locale): Alert {
  const found = parts(verdict.findings, locale);
  const notes = unsureOf(verdict, locale).concat(verdict.action === 'block' ? [words.stops[locale]] : []);
  const [first] = verdict.findings;
  return {
    plain: fitted(found, shown => plainly(shown, found.length - shown.length, notes, locale)),
    markdown: fitted(found, shown => marked(shown, found.length - shown.length, notes, locale)),
    label: labelOf(first && first.remedy, locale)
  };
}

interface Part {
  readonly sentence: string;
  /** With a space before and a full stop behind, or empty. */
  readonly clause: string;
}

/** Findings in words, each sentence once. */
function parts(findings: readonly Finding[], locale: Locale): readonly Part[] {
  const all: Part[] = [];
  for (const finding of findings) {
    const { sentence, clause } = say(finding, locale);
    if (!all.some(part => part.sentence === sentence)) all.push({ sentence, clause: clause && ` ${clause}.` });
  }
  return all;
}

/** The sentence for what should have been read and was not, if anything. */
function unsureOf({ unjudged }: Verdict, locale: Locale): readonly string[] {
  const unsure = unjudged.filter(({ because }) => because !== 'unsupported' && because !== 'not-read');
  if (unsure.length === 0) return [];
  return [words[unsure.every(each => 'part' in each && each.part === 'recipients') ? 'people' : 'unread'][locale]];
}

/** As many findings as have room, at least one, however much of it must go. */
function fitted(found: readonly Part[], text: (shown: readonly Part[]) => string): string {
  for (let count = Math.min(found.length, named); count > 1; count -= 1) {
    const whole = text(found.slice(0, count));
    if (whole.length <= most.alert) return whole;
  }
  const one = text(found.slice(0, 1));
  const [first] = found;
  // Escaping can double a text.
  return one.length <= most.alert || !first ? one : cut(text([{ sentence: cut(first.sentence, most.alert / 5), clause: '' }]), most.alert);
}

function plainly(shown: readonly Part[], left: number, notes: readonly string[], locale: Locale): string {
  const more = left > 0 && shown.length > 0 ? [fill(words.more[locale], { count: left })] : [];
  return [...shown.map(({ sentence, clause }) => sentence + clause), ...more, ...notes].join('\n\n');
}

function marked(shown: readonly Part[], left: number, notes: readonly string[], locale: Locale): string {
  const [first, ...others] = shown;
  const more = left > 0 && first ? [fill(words.more[locale], { count: left })] : [];
  // Outlook ends each item of a list with a carriage return.
  const list = [...others.map(({ sentence, clause }) => sentence + clause), ...more].map(line => `- ${escaped(line)}\r`).join('');
  return [
    ...(first ? [`**${escaped(first.sentence)}**${escaped(first.clause)}`] : []),
    ...(list ? [list] : []),
    ...notes.map(escaped)
  ].join('\n\n');
}

/** With a backslash before whatever Outlook's Markdown would take for a mark. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#~|]/g, '\\$&');
}

function labelOf(remedy: Remedy | undefined, locale: Locale): string {
  if (!remedy) return words.show[locale];
  return ('head' in remedy ? words.head : labels[remedy.kind])[locale];
}

/** At most so many characters: whole sentences where one fits, else whole words and three dots. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length);
  const sentence = Math.max(start.lastIndexOf('. '), start.lastIndexOf('? '), start.lastIndexOf('! ')) + 1;
  if (sentence > length / 3) return start.slice(0, sentence);
  const word = start.lastIndexOf(' ', length - 1);
  return `${start.slice(0, word > 0 ? word : length - 1).replace(/[,;:]$/, '')}…`;
}
