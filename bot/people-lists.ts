import { fill, type Locale, type Text } from '../core/locale.ts';
import type { Desk, ListRead } from '../core/policies/desk.ts';
import { dayOf } from './when.ts';

const words = {
  taken: {
    en: 'List of people, {date}: {added} new, {changed} changed, {left} left.',
    cy: 'Rhestr pobl, {date}: {added} newydd, {changed} wedi newid, {left} wedi gadael.'
  },
  refused: {
    en: 'The list of people was not taken over on {date}, because {left} would leave by it. Ask IT support whether the list is whole.',
    cy: 'Ni dderbyniwyd y rhestr pobl ar {date}, am y byddai {left} yn gadael yn ei sgil. Gofynnwch i’r tîm TG a yw’r rhestr yn gyflawn.'
  },
  unreadable: {
    en: 'The list of people could not be read on {date}, so nobody new is asked. Ask IT support to run «beadle people».',
    cy: 'Nid oedd modd darllen y rhestr pobl ar {date}, felly ni ofynnir i neb newydd. Gofynnwch i’r tîm TG redeg «beadle people».'
  }
} satisfies { readonly [O in ListRead['outcome']]: Text };

/** A list that was read, in a sentence for the coordinator; nothing where it said nothing new. */
export function listLine(read: ListRead, locale: Locale, timezone: string): string | undefined {
  const { at, outcome, added, changed, left } = read;
  if (outcome === 'taken' && added + changed + left === 0) return undefined;
  return fill(words[outcome][locale], { date: dayOf(locale, timezone, at), added, changed, left });
}

/** What is wrong with the last list, if something is. */
export async function listTrouble({ lists, school }: Pick<Desk, 'lists' | 'school'>, locale: Locale): Promise<string | undefined> {
  const [last] = (await lists?.()) ?? [];
  return last && last.outcome !== 'taken' ? listLine(last, locale, school.timezone) : undefined;
}
