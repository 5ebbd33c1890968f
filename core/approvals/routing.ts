import { meantBy } from '../meant.ts';
import type { Kind } from './kinds.ts';

/** Who may decide, by their place. */
export const posts = ['line-manager', 'coordinator', 'head', 'chair', 'data-protection-officer'] as const;
export type Post = (typeof posts)[number];

export type Holders = { readonly [K in Kind]: readonly Post[] };

/** Who decides unless `beadle.yaml` says otherwise. Getting into an account takes two, so that nobody does it alone. */
export const defaultHolders: Holders = {
  send: ['head'],
  'external-mail': ['head'],
  'data-off-site': ['head'],
  'own-device-photos': ['head'],
  'account-access': ['head', 'data-protection-officer', 'coordinator', 'chair'],
  'video-conference': ['head'],
  equipment: ['head']
};

/** Somebody who may decide, or is meant by what is asked. */
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
  readonly holders: Holders;
  /** Ids of who decides what a post would decide while nobody who holds it is there, in order. */
  readonly delegates: { readonly [P in Post]?: readonly string[] };
  /** First and last day, `YYYY-MM-DD`. */
  readonly away: readonly { readonly person: string; readonly from: string; readonly until: string }[];
  /** The date by the school's clock. */
  readonly today: string;
}

/** What decides to whom a request goes. */
export interface Matter {
  readonly kind: Kind;
  readonly asker: string;
  /** Whom it is about, as the asker names them: whose account it is. */
  readonly whose?: string;
  readonly deciders: number;
}

/** Whoever never decides this request: who asks, and everybody who may be meant. */
export function barred({ asker, whose }: Pick<Matter, 'asker' | 'whose'>, people: readonly Reachable[]): ReadonlySet<string> {
  const out = new Set<string>([asker]);
  if (whose !== undefined) meantBy(whose, [], people).forEach(id => out.add(id));
  return out;
}

/**
 * To whom a request goes: the ids of everybody who may decide it; none where there are not enough of them. Never to who asks and never to who is meant. What
 * the head asks for, or what is about the head, goes to the chair of governors.
 */
export function routeOf(matter: Matter, people: readonly Reachable[], cover: Cover): readonly string[] {
  const out = barred(matter, people);
  const ofHead = people.some(({ id, roles }) => out.has(id) && roles.indexOf('head') >= 0);
  const usual: readonly Post[] = [...cover.holders[matter.kind], 'head', 'chair'];
  // The head manages all the others but these: nobody who answers to the head decides about them.
  const chain = ofHead ? (['chair', 'data-protection-officer'] as const) : usual;
  const found: string[] = [];
  for (const post of chain) {
    if (found.length >= matter.deciders) break;
    for (const id of holdersOf(post, matter, people, cover, out)) if (found.indexOf(id) < 0) found.push(id);
  }
  return found.length >= matter.deciders ? found : [];
}

/** Who decides for a post: everybody who holds it and is there, else the first delegate who is. */
function holdersOf(post: Post, matter: Matter, people: readonly Reachable[], cover: Cover, out: ReadonlySet<string>): readonly string[] {
  const isThere = (id: string): boolean => {
    const person = people.filter(each => each.id === id)[0];
    if (!person || out.has(id) || (person.leftOn !== undefined && person.leftOn < cover.today)) return false;
    return !cover.away.some(each => each.person === id && each.from <= cover.today && cover.today <= each.until);
  };
  const there = heldBy(post, matter, people).filter(isThere);
  return there.length > 0 ? there : (cover.delegates[post] ?? []).filter(isThere).slice(0, 1);
}

function heldBy(post: Post, { asker }: Matter, people: readonly Reachable[]): readonly string[] {
  if (post !== 'line-manager') return people.filter(({ roles }) => roles.indexOf(post) >= 0).map(({ id }) => id);
  const who = people.filter(({ id }) => id === asker)[0];
  return who && who.manager !== undefined ? [who.manager] : [];
}
