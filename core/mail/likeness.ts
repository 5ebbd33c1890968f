import { localOf, mailboxOf } from './address.ts';
import { nameWords, plain } from './directory.ts';
import type { Person } from './facts.ts';

/** Words that name a post or a place in school, in English and Welsh: two mailboxes that share only these are not one person's. */
const posts: ReadonlySet<string> = new Set(
  (
    'academy admin administrator admissions attendance bursar chair clerk deputy dsl enquiries finance governor governors head headteacher ' +
    'home info it library me my mail nursery office personal primary pta reception safeguarding school secretary senco staff support teacher team ' +
    'the work year pennaeth swyddfa ysgol'
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
  if (name && ((home.length > 1 && areOneName(name, home)) || isMadeOf(joined, name[0]!, name[name.length - 1]!))) return true;
  if (school.every(word => posts.has(word)) || joined !== school.join('')) return false;
  return school.length > 1 ? joined.length > 4 : !name && joined.length > 5;
}

/** The letters of a mailbox's local part, without sub-address and figures: `kit.sample09+school` is `kitsample`. */
export function localKey(address: string): string {
  return lettersIn(address).join('');
}

function fullNameOf(person: Person): readonly string[] | undefined {
  const names = [person.name, ...person.known.map(({ name = '' }) => name)].map(nameWords);
  return names.concat([lettersIn(person.address)]).filter(words => words.length > 1 && !words.every(word => posts.has(word)))[0];
}

function areOneName(a: readonly string[], b: readonly string[]): boolean {
  const [firstA, lastA] = [a[0]!, a[a.length - 1]!];
  const [firstB, lastB] = [b[0]!, b[b.length - 1]!];
  return (lastA === lastB && areOneGivenName(firstA, firstB)) || (lastA === firstB && areOneGivenName(firstA, lastB));
}

function areOneGivenName(a: string, b: string): boolean {
  return a === b || ((a.length === 1 || b.length === 1) && a[0] === b[0]);
}

function isMadeOf(joined: string, given: string, surname: string): boolean {
  const initial = given[0]!;
  const isWhole = given.length > 1 && surname.length > 2 && (joined === given + surname || joined === surname + given);
  return isWhole || (surname.length > 3 && (joined === initial + surname || joined === surname + initial));
}

function lettersIn(address: string): readonly string[] {
  return plain(localOf(mailboxOf(address)).slice(0, 64))
    .split(/[^a-z]+/)
    .filter(word => word !== '');
}
