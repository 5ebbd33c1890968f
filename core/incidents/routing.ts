import { meantBy, placesIn } from '../meant.ts';
import type { Category, Subject } from './incident.ts';

/** To whom a report may go. */
export const posts = ['line-manager', 'coordinator', 'head', 'chair', 'data-protection-officer'] as const;
export type Post = (typeof posts)[number];

/** To whom the reports of a category go: the first of `to` who can be reached and may have it, and each of `also` besides. */
export interface Route {
  readonly to: readonly Post[];
  readonly also: readonly Post[];
}

export type Routes = { readonly [C in Category]: Route };

/** Where schools disagree this is what holds unless `beadle.yaml` says otherwise (`platform/acknowledgements.md`, A2, 17). */
export const defaultRoutes: Routes = {
  'accidental-access': { to: ['coordinator', 'head'], also: [] },
  'offensive-mail': { to: ['coordinator', 'head'], also: [] },
  'lost-device': { to: ['coordinator', 'head'], also: ['data-protection-officer'] },
  virus: { to: ['coordinator', 'head'], also: [] },
  'misdirected-mail': { to: ['data-protection-officer', 'coordinator', 'head'], also: ['head'] },
  'password-known': { to: ['coordinator', 'head'], also: [] },
  misuse: { to: ['head', 'chair'], also: [] },
  'data-breach': { to: ['data-protection-officer', 'head', 'coordinator'], also: ['head'] },
  'suspicious-mail': { to: ['coordinator', 'head'], also: [] },
  other: { to: ['coordinator', 'head'], also: [] }
};

/** Somebody who may get a report, or is meant by one. */
export interface Reachable {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** The id of their line manager. */
  readonly manager?: string;
  /** `YYYY-MM-DD`. */
  readonly leftOn?: string;
}

/** Who stands in for whom, and who is away. */
export interface Cover {
  readonly routes: Routes;
  /** Ids of who gets what a post would get while nobody who holds it can, in order. */
  readonly deputies: { readonly [P in Post]?: readonly string[] };
  /** First and last day, `YYYY-MM-DD`. */
  readonly away: readonly { readonly person: string; readonly from: string; readonly until: string }[];
  /** The date by the school's clock. */
  readonly today: string;
}

/** What decides where a report goes. */
export interface Matter {
  readonly category: Category;
  readonly about?: string;
  readonly aboutRoles: readonly Subject[];
  /** Whoever reports: nobody gets their own report to deal with. */
  readonly reporter: string;
}

/**
 * Everybody whom a report may be about, and whoever made it: none of them gets it, nor ever reads it. Rather one too many than the one who is meant.
 */
export function barred(matter: Matter, people: readonly Reachable[]): ReadonlySet<string> {
  const out = new Set<string>([matter.reporter]);
  meantBy(matter.about ?? '', matter.aboutRoles, people).forEach(id => out.add(id));
  return out;
}

/** Whom a report is about by their place: as it was ticked, as it was written, and by the places of everybody who may be meant by name. */
function placesOf(matter: Matter, people: readonly Reachable[], out: ReadonlySet<string>): ReadonlySet<string> {
  const places = new Set<string>([...matter.aboutRoles, ...placesIn(matter.about ?? '')]);
  for (const { id, roles } of people) if (id !== matter.reporter && out.has(id)) for (const role of roles) places.add(role);
  return places;
}

/**
 * To whom a report goes: ids, the first of whom deals with it; none where nobody may have it. Never to whom it is about and never to who made it. About the
 * head it goes to the chair of governors, and nobody whom the head manages hears of it; about the coordinator to the head.
 */
export function routeOf(matter: Matter, people: readonly Reachable[], cover: Cover): readonly string[] {
  const out = barred(matter, people);
  const places = placesOf(matter, people, out);
  const { to, also } = cover.routes[matter.category];
  const aboutHead = places.has('head');
  const chain: readonly Post[] = aboutHead ? ['chair'] : places.has('coordinator') ? ['head', 'chair'] : [...to, 'head', 'chair'];
  // The data protection officer answers to nobody for what they do as such: a breach is theirs whomever it is about.
  const officer = [...to, ...also].filter(post => post === 'data-protection-officer');
  const besides: readonly Post[] = aboutHead ? officer : places.has('coordinator') ? [...officer, ...also] : also;
  const first = firstOf(chain, matter, people, cover, out);
  if (first.length === 0) return [];
  return Array.from(new Set([...first, ...flat(besides.map(post => holdersOf(post, matter, people, cover, out)))]));
}

/** To whom whoever deals with a report may hand it on: everybody with a post, none of whom it is about or who made it. */
export function handOnTo(matter: Matter, from: string, people: readonly Reachable[], cover: Cover): readonly string[] {
  const out = barred(matter, people);
  const aboutHead = placesOf(matter, people, out).has('head');
  const allowed: readonly Post[] = aboutHead
    ? ['chair', 'data-protection-officer']
    : ['coordinator', 'head', 'chair', 'data-protection-officer'];
  const ids = flat(allowed.map(post => [...heldBy(post, matter, people), ...(cover.deputies[post] ?? [])]));
  return Array.from(new Set(ids)).filter(id => id !== from && isThere(id, people, cover, out));
}

function firstOf(
  chain: readonly Post[],
  matter: Matter,
  people: readonly Reachable[],
  cover: Cover,
  out: ReadonlySet<string>
): readonly string[] {
  for (const post of chain) {
    const found = holdersOf(post, matter, people, cover, out);
    if (found.length > 0) return found;
  }
  return [];
}

/** Who gets what goes to a post: everybody who holds it and is there, else the first deputy who is. */
function holdersOf(post: Post, matter: Matter, people: readonly Reachable[], cover: Cover, out: ReadonlySet<string>): readonly string[] {
  const there = heldBy(post, matter, people).filter(id => isThere(id, people, cover, out));
  if (there.length > 0) return there;
  return (cover.deputies[post] ?? []).filter(id => isThere(id, people, cover, out)).slice(0, 1);
}

function heldBy(post: Post, matter: Matter, people: readonly Reachable[]): readonly string[] {
  if (post !== 'line-manager') return people.filter(({ roles }) => roles.indexOf(post) >= 0).map(({ id }) => id);
  const reporter = people.filter(({ id }) => id === matter.reporter)[0];
  return reporter && reporter.manager !== undefined ? [reporter.manager] : [];
}

function isThere(id: string, people: readonly Reachable[], { away, today }: Cover, out: ReadonlySet<string>): boolean {
  const person = people.filter(each => each.id === id)[0];
  if (!person || out.has(id)) return false;
  if (person.leftOn !== undefined && person.leftOn < today) return false;
  return !away.some(each => each.person === id && each.from <= today && today <= each.until);
}

function flat(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.reduce((all, list) => [...all, ...list], []);
}
