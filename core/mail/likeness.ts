import { localOf, mailboxOf } from './address.ts';
import { nameWords, plain } from './directory.ts';
import type { Person } from './facts.ts';

/** Words that name a post or a place in school, in English and Welsh: two mailboxes that share only these are not one person's. */
const posts: ReadonlySet<string> = new Set(
  (
    'academy admin administrator admissions attendance bursar chair class clerk college contact deputy dsl enquiries finance governor governors ' +
    'head headteacher helpdesk home info it library me my mail email gmail myself nursery office personal primary private pta reception ' +
    'receptionist safeguarding school secretary senco site staff support teacher team the work year ' +
    'athrawes athro dosbarth pennaeth swyddfa ysgol'
  ).split(' ')
);

/**
 * Whether a private mailbox seems to be that of the same person as a school mailbox: by both names where both are shown, else by the private
 * address's local part (`jteacher82` of J. Teacher, `kit.sample` of Kit Sample). A given name or a surname alone is never enough.
 */
export function seemOnePerson(ofSchool: Person, ofHome: Person): boolean {
  const name = fullNameOf(ofSchool);
  const shown = nameWords(ofHome.name);
  if (name && shown.length > 1 && !shown.every(word => posts.has(word))) return areOneName(name, shown);
  const home = lettersIn(ofHome.address);
  const school = lettersIn(ofSchool.address);
  const joined = home.join('');
  if (name && isMadeOf(home, joined, name[0]!, name[name.length - 1]!)) return true;
  if (school.every(word => posts.has(word)) || joined !== school.join('')) return false;
  return school.length > 1 ? joined.length > 4 : !name && joined.length > 5;
}

/** The letters of a mailbox's local part, without sub-address and figures: `kit.sample09+school` is `kitsample`. */
export function localKey(address: string): string {
  return lettersIn(address).join('');
}

function fullNameOf(person: Person): readonly string[] | undefined {
  const names = [person.name, ...person.known.map(({ name = '' }) => name)].map(nameWords);
  const found = names.concat([lettersIn(person.address)]).filter(words => words.length > 1 && !words.every(word => posts.has(word)))[0];
  return found;
}

function areOneName(a: readonly string[], b: readonly string[]): boolean {
  const [firstA, lastA] = [a[0]!, a[a.length - 1]!];
  const [firstB, lastB] = [b[0]!, b[b.length - 1]!];
  return (lastA === lastB && areOneGivenName(firstA, firstB)) || (lastA === firstB && areOneGivenName(firstA, lastB));
}

function areOneGivenName(a: string, b: string): boolean {
  return a === b || ((a.length === 1 || b.length === 1) && a[0] === b[0]);
}

function isMadeOf(words: readonly string[], joined: string, given: string, surname: string): boolean {
  if (given.length > 1 && surname.length > 2) {
    if (joined === given + surname || joined === surname + given) return true;
    if (words.indexOf(given) >= 0 && words.indexOf(surname) >= 0) return true;
  }
  if (surname.length < 4) return false;
  const initial = given[0]!;
  if (joined === initial + surname || joined === surname + initial) return true;
  if (given.length > 1 || words.length !== 2) return false;
  return (words[0]![0] === initial && words[1] === surname) || (words[1]![0] === initial && words[0] === surname);
}

function lettersIn(address: string): readonly string[] {
  return plain(localOf(mailboxOf(address)).slice(0, 64))
    .split(/[^a-z]+/)
    .filter(word => word !== '');
}
