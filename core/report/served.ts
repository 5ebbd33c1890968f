import { about as approvalAbout, kinds as approvalKinds } from '../approvals/kinds.ts';
import type { Control } from '../duties.ts';
import { categories, categoryWords } from '../incidents/incident.ts';
import type { Text } from '../locale.ts';
import { about as registerAbout, kinds as registerKinds } from '../registers/kinds.ts';

const child: Text = { en: 'Whom to speak to about a child', cy: 'Â phwy i siarad am blentyn' };

/** What serves a duty, where it is a way to report, an approval or a register: `incident/virus`, `approval/send`, `register/training`; `incident`: the lead. */
export function servedBy(by: string): { readonly control: Control; readonly title: Text } | undefined {
  if (by === 'incident') return { control: 'incident', title: child };
  const [control, name] = by.split('/');
  const category = categories.filter(each => control === 'incident' && each === name)[0];
  if (category) return { control: 'incident', title: categoryWords[category] };
  const approval = approvalKinds.filter(each => control === 'approval' && each === name)[0];
  if (approval) return { control: 'approval', title: approvalAbout[approval].title };
  const register = registerKinds.filter(each => control === 'register' && each === name)[0];
  return register && { control: 'register', title: registerAbout[register].title };
}
