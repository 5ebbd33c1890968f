import { fill, type Locale } from '../../core/locale.ts';
import { roleWords } from '../../core/policies/desk-words.ts';
import type { Person } from '../../core/policies/person.ts';
import type { Card } from '../turn.ts';
import { chatCard } from './chat-parts.ts';
import { execute, heading, paragraph } from './elements.ts';
import { plain } from './plain.ts';

/** Teams shows six buttons before it hides the rest behind a menu. */
const most = 6;

const words = {
  which: { en: 'Whom do you mean?', cy: 'Pwy ydych chi’n ei feddwl?' },
  several: { en: 'Several people fit «{name}».', cy: 'Mae sawl un yn cyfateb i «{name}».' },
  more: {
    en: 'There are {count} more: type more of the name to find them.',
    cy: 'Mae {count} arall: teipiwch fwy o’r enw i ddod o hyd iddynt.'
  },
  class: { en: 'class {name}', cy: 'dosbarth {name}' }
};

/** Who of several people is meant, one button a person. `data` goes with each button besides the person. */
export function choice(name: string, people: readonly Person[], data: object, locale: Locale): Card {
  const shown = people.slice(0, most);
  const lead = fill(words.several[locale], { name: plain(name, 60) });
  return chatCard(
    locale,
    words.which[locale],
    [
      heading(words.which[locale]),
      paragraph(lead),
      ...(people.length > most ? [paragraph(fill(words.more[locale], { count: people.length - most }))] : [])
    ],
    shown.map(person => execute(labelOf(person, shown, locale), 'chat-person', { ...data, person: person.id }))
  );
}

/** A name with what tells it from another one like it: what somebody is and their class; the address where that is alike too. */
function labelOf(person: Person, among: readonly Person[], locale: Locale): string {
  const label = withRole(person, locale);
  const alike = among.some(other => other.id !== person.id && withRole(other, locale) === label);
  return alike && person.address !== undefined ? `${label}, ${person.address.slice(0, 80)}` : label;
}

function withRole({ name, roles, class: of }: Person, locale: Locale): string {
  const [role] = roles;
  const parts = [role && roleWords[role][locale], of !== undefined && fill(words.class[locale], { name: of })].filter(Boolean);
  return `${name.slice(0, 80)}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
}
