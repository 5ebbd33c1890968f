import { type TabAction, tabActions, tabRoles, type TabRole } from '../../addin/tab/api.ts';
import { rights } from './rights.ts';

const actions: { readonly [A in TabAction]: string } = {
  'see-today': 'see what needs them today',
  'see-signatures': 'see who has signed',
  'list-people': 'see it by name',
  remind: 'remind, and take that back',
  excuse: 'excuse somebody, and take that back',
  answer: 'answer questions and refusals',
  export: 'take the records out',
  'see-audits': 'see audits',
  'run-audit': 'ask for an audit now',
  'accept-risk': 'accept a risk, and take that back',
  'see-mail': 'see how often mail rules spoke',
  'see-incidents': 'see that an item waits for them',
  'read-incident': 'read it',
  'add-note': 'add a note, hand it on, close it',
  'see-approvals': 'see approvals',
  'act-approvals': 'ask for approvals, decide on them',
  'see-registers': 'see registers',
  'act-registers': 'enter something',
  'see-clauses': 'see every clause with its evidence',
  'see-settings': 'see settings and their history',
  'change-settings': 'change settings, and undo that'
};

const columns: { readonly [R in TabRole]: string } = {
  coordinator: 'coordinator',
  head: 'head',
  chair: 'chair',
  governor: 'governor',
  officer: 'data protection officer',
  it: 'IT support',
  manager: 'line manager',
  staff: 'staff',
  nobody: 'everybody else'
};

/** The table of rights as it stands in `docs/rights.md`. */
export function rightsTable(): string {
  const head = `| may | ${tabRoles.map(role => columns[role]).join(' | ')} |`;
  const line = `| --- |${tabRoles.map(() => ' --- |').join('')}`;
  const rows = tabActions.map(
    action => `| ${actions[action]} | ${tabRoles.map(role => (rights[action][role] === 'no' ? '–' : rights[action][role])).join(' | ')} |`
  );
  return `${[head, line, ...rows].join('\n')}\n`;
}
