import { defaultAudiences } from '../../../core/policies/audiences.ts';
import { nameWords } from '../../../bot/understand/names.ts';
import type { List, Question, Scope } from '../../../bot/understand/question.ts';
import type { Known } from '../../../bot/understand/understand.ts';

/** Sunday. */
export const today = '2026-11-22';

const names = [
  'Kit Sample',
  'Kit Example',
  'Siân Sample-Jones',
  'Ffion Tester',
  'Will Sample',
  'May Example',
  'Teacher Seven',
  'Governor Two',
  'Gwen Prawf',
  'Mark Late',
  'Beth Prawf',
  'Robin Remington'
];
const words = new Set(names.flatMap(nameWords));

/** What the school of these tests knows. */
export const known: Known = {
  today,
  audiences: defaultAudiences,
  groups: ['Mathematics', 'Kitchen', 'Teachers'],
  classes: ['4A', '4B', '7C', 'Oak'],
  policies: [
    { id: 'st-norberts', title: 'Acceptable Use Policy' },
    { id: 'mobile-devices', title: { en: 'Mobile Devices', cy: 'Dyfeisiau Symudol' } }
  ],
  isName: word => words.has(word),
  terms: [
    { from: '2026-09-01', to: '2026-12-18' },
    { from: '2027-01-04', to: '2027-03-26' }
  ]
};

export const who = (list: List = 'not-signed', scope: Scope = {}): Question => ({ ask: 'who', list, scope });
export const have = (scope: Scope = {}): Question => ({ ask: 'have-they-signed', scope });
export const status = (...name: readonly string[]): Question => ({ ask: 'status-of', name });
export const remind = (list: 'late' | 'not-signed', scope: Scope = {}): Question => ({ ask: 'remind', list, scope });
export const remindOne = (...name: readonly string[]): Question => ({ ask: 'remind', list: 'not-signed', scope: {}, name });
export const changed = (since: string, signed = false): Question => ({ ask: 'changed-since', since, signed });
export const excuse = (name: readonly string[], until?: string, because?: string): Question => ({
  ask: 'excuse',
  ...(name.length > 0 && { name }),
  ...(until !== undefined && { until }),
  ...(because !== undefined && { because })
});
export const recall = (...name: readonly string[]): Question => ({ ask: 'recall', ...(name.length > 0 && { name }) });
export const mine: Question = { ask: 'my-status' };
export const lookups: Question = { ask: 'looked-me-up' };
export const exporting: Question = { ask: 'export' };
export const tasks: Question = { ask: 'tasks' };
export const progress: Question = { ask: 'progress' };
export const help: Question = { ask: 'help' };
export const hello: Question = { ask: 'hello' };
export const thanks: Question = { ask: 'thanks' };
export const nothing = undefined;

export const staff: Scope = { audience: 'staff' };
export const governors: Scope = { audience: 'governors' };
export const supply: Scope = { audience: 'supply' };
export const parents: Scope = { audience: 'parents' };
export const pupils: Scope = { audience: 'pupils' };
