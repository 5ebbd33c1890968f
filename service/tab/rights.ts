import { type TabAction, tabActions, type TabRole, type View, views } from '../../addin/tab/api.ts';
import type { Person } from '../../core/policies/person.ts';

/**
 * How much of something somebody gets: `all`; `team`, of the people they manage; `totals`, numbers that name nobody; `own`, what is theirs or came to them;
 * `no`.
 */
export type Cell = 'all' | 'team' | 'totals' | 'own' | 'no';

/** Who may what. The one place in which it stands: routes ask it, a page in `docs/` shows it, a test tries every cell. */
export const rights: { readonly [A in TabAction]: { readonly [R in TabRole]: Cell } } = {
  'see-today': row('all', 'all', 'all', 'all', 'all', 'all', 'own', 'own'),
  'see-signatures': row('all', 'totals', 'totals', 'totals', 'no', 'no', 'team', 'no'),
  'list-people': row('all', 'no', 'no', 'no', 'no', 'no', 'team', 'no'),
  remind: row('all', 'no', 'no', 'no', 'no', 'no', 'no', 'no'),
  excuse: row('all', 'no', 'no', 'no', 'no', 'no', 'no', 'no'),
  answer: row('all', 'no', 'no', 'no', 'no', 'no', 'no', 'no'),
  export: row('all', 'no', 'no', 'no', 'no', 'no', 'no', 'no'),
  'see-audits': row('all', 'all', 'totals', 'totals', 'no', 'all', 'no', 'no'),
  'run-audit': row('all', 'no', 'no', 'no', 'no', 'all', 'no', 'no'),
  'accept-risk': row('all', 'all', 'no', 'no', 'no', 'no', 'no', 'no'),
  'see-mail': row('totals', 'totals', 'totals', 'totals', 'totals', 'no', 'no', 'no'),
  'see-incidents': row('own', 'own', 'own', 'own', 'own', 'no', 'own', 'own'),
  'read-incident': row('own', 'own', 'own', 'own', 'own', 'no', 'own', 'own'),
  'add-note': row('own', 'own', 'own', 'own', 'own', 'no', 'own', 'own'),
  'see-approvals': row('all', 'all', 'all', 'no', 'totals', 'no', 'own', 'own'),
  'act-approvals': row('own', 'own', 'own', 'no', 'no', 'no', 'own', 'own'),
  'see-registers': row('all', 'all', 'totals', 'totals', 'all', 'no', 'own', 'own'),
  'act-registers': row('all', 'all', 'no', 'no', 'no', 'no', 'own', 'own'),
  'see-clauses': row('all', 'all', 'all', 'all', 'all', 'all', 'no', 'no'),
  'see-settings': row('all', 'all', 'all', 'no', 'all', 'all', 'no', 'no'),
  'change-settings': row('all', 'all', 'own', 'no', 'no', 'no', 'no', 'no')
};

/** In the order of the columns; nobody may anything. */
function row(
  coordinator: Cell,
  head: Cell,
  chair: Cell,
  governor: Cell,
  officer: Cell,
  it: Cell,
  manager: Cell,
  staff: Cell
): { readonly [R in TabRole]: Cell } {
  return { coordinator, head, chair, governor, officer, it, manager, staff, nobody: 'no' };
}

const order: readonly Cell[] = ['all', 'team', 'totals', 'own', 'no'];

/** How much of something somebody gets who is several things at once: the most of it. */
export function allowed(action: TabAction, roles: readonly TabRole[]): Cell {
  return roles.map(role => rights[action][role]).reduce<Cell>((a, b) => (order.indexOf(a) <= order.indexOf(b) ? a : b), 'no');
}

/** All that somebody may do at all. */
export function actionsOf(roles: readonly TabRole[]): readonly TabAction[] {
  return tabActions.filter(action => allowed(action, roles) !== 'no');
}

/** The views that somebody may open, in the order of the navigation. */
export function viewsOf(roles: readonly TabRole[]): readonly View[] {
  return views.filter(view => allowed(`see-${view}`, roles) !== 'no');
}

const posts = [
  ['coordinator', 'coordinator'],
  ['head', 'head'],
  ['chair', 'chair'],
  ['governor', 'governor'],
  ['data-protection-officer', 'officer'],
  ['staff', 'staff'],
  ['supply', 'staff']
] as const;

/**
 * What somebody is on the tab, read off the list of people as it is now: nobody keeps a right by having come in before it was taken away. `support`: the
 * addresses of whoever looks after the school's IT. Pupils, parents and visitors are nobody here, and so is whoever has left.
 */
export function tabRolesOf(
  person: Person,
  { people, support, today }: { readonly people: readonly Person[]; readonly support: readonly string[]; readonly today: string }
): readonly TabRole[] {
  if (person.leftOn !== undefined && person.leftOn < today) return ['nobody'];
  const found = posts.filter(([role]) => person.roles.includes(role)).map(([, role]): TabRole => role);
  if (person.address !== undefined && support.includes(person.address)) found.push('it');
  // A parent may be named as somebody’s manager by a slip of the list.
  if (found.length > 0 && people.some(({ id, manager }) => manager === person.id && id !== person.id)) found.push('manager');
  return found.length > 0 ? [...new Set(found)] : ['nobody'];
}
