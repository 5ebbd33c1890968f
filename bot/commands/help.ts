import type { Locale, Text } from '../../core/locale.ts';
import { type Answer, buttonsFor, replied, rightsIn, saying } from '../answers.ts';
import { chatCard } from '../cards/chat-parts.ts';
import { heading, paragraph } from '../cards/elements.ts';
import { plain } from '../cards/plain.ts';
import type { Rights } from '../rights.ts';
import type { Reply, Turn } from '../turn.ts';

const words = {
  title: { en: 'What you can ask me', cy: 'Beth y gallwch ei ofyn i mi' },
  hello: { en: 'Hello. I am Beadle.', cy: 'Helo. Beadle ydw i.' },
  thanks: { en: 'You are welcome.', cy: 'Croeso.' },
  not: { en: 'I did not understand that. This is what I can do:', cy: 'Ni ddeallais hynny. Dyma’r hyn y gallaf ei wneud:' },
  all: {
    en: 'Who has not signed, or whether the governors, the parents of a class, or anybody else have; the status of a person; what changed since a day. I remind people, and I excuse somebody until a day: I ask before I do either.',
    cy: 'Pwy sydd heb lofnodi, neu a yw’r llywodraethwyr, rhieni dosbarth, neu unrhyw un arall wedi llofnodi; statws person; beth sydd wedi newid ers diwrnod. Rwy’n atgoffa pobl, ac yn esgusodi rhywun tan ryw ddiwrnod: gofynnaf cyn gwneud y naill na’r llall.'
  },
  examples: {
    en: 'For example: «status of <name>», «remind the governors», «excuse <name> until 1 March because …».',
    cy: 'Er enghraifft: «statws <enw>», «atgoffa’r llywodraethwyr», «esgusodi <enw> tan 1 Mawrth oherwydd …».'
  },
  team: {
    en: 'Who of your team has not signed, the status of one of them, and your own signatures.',
    cy: 'Pwy o’ch tîm sydd heb lofnodi, statws un ohonynt, a’ch llofnodion eich hun.'
  },
  totals: {
    en: 'How many have signed, and whether the governors have; what changed since a day, in numbers; and your own signatures.',
    cy: 'Faint sydd wedi llofnodi, ac a yw’r llywodraethwyr wedi; beth sydd wedi newid ers diwrnod, mewn niferoedd; a’ch llofnodion eich hun.'
  },
  own: {
    en: 'You can ask me what you have signed, what is still open, and who has looked you up.',
    cy: 'Gallwch ofyn i mi beth rydych wedi’i lofnodi, beth sydd ar agor o hyd, a phwy edrychodd ar eich cofnod.'
  }
} satisfies { readonly [word: string]: Text };

/** What can be asked, with buttons. */
export const help: Answer<'help'> = turn => helpWith(turn, words.title);

/** The same after a greeting. */
export const hello: Answer<'hello'> = turn => helpWith(turn, words.hello);

export const thanks: Answer<'thanks'> = ({ locale }) => Promise.resolve([{ text: words.thanks[locale] }]);

/** What is said where nothing was understood: the same buttons, and nothing is done. */
export function notUnderstood(turn: Turn): Promise<readonly Reply[]> {
  return helpWith(turn, words.not);
}

async function helpWith(turn: Turn, title: Text): Promise<readonly Reply[]> {
  const { locale } = turn;
  const rights = await rightsIn(turn);
  const lines = linesFor(rights, locale);
  const card = chatCard(
    locale,
    title[locale],
    [heading(title[locale]), ...lines.map(line => paragraph(plain(line, 600)))],
    [...buttonsFor(rights, locale), ...(await reportButtons(turn)), ...(turn.approvals ? saying(locale, 'approvals') : [])]
  );
  return [replied(card, locale)];
}

/** Everybody can report; whoever deals with reports finds theirs. */
async function reportButtons({ incidents, person, locale }: Turn): Promise<ReturnType<typeof saying>> {
  if (!incidents) return [];
  const deals = (await incidents.waiting(person.id)).length > 0;
  return saying(locale, 'report', ...(deals ? (['items'] as const) : []));
}

function linesFor({ people, totals, changes }: Rights, locale: Locale): readonly string[] {
  if (changes) return [words.all[locale], words.examples[locale]];
  const lines = [...(people === 'team' ? [words.team[locale]] : []), ...(totals ? [words.totals[locale]] : [])];
  return lines.length > 0 ? lines : [words.own[locale]];
}
