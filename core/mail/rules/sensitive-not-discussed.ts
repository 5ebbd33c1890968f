import { type Approver, copyIn, knowsOfIt, outsideOf } from '../outside.ts';
import { rule, some } from '../rule.ts';
import { sensitiveIn } from '../sensitive.ts';

const whoShouldKnow: readonly Approver[] = ['head', 'deputy', 'dsl'];

/** What is sensitive goes outside the school only with the headteacher or the designated safeguarding lead knowing of it. */
export const sensitiveNotDiscussed = rule({
  id: 'sensitive-not-discussed',
  title: { en: 'Something sensitive goes outside the school', cy: 'Mae rhywbeth sensitif yn mynd y tu allan i’r ysgol' },
  duties: ['sensitive-mail-authorised', 'protect-personal-data'],
  action: 'confirm',
  reads: ['recipients', 'sender', 'school', 'subject', 'prose'],
  settings: {},
  messages: {
    sensitive: {
      en: 'This looks sensitive and goes outside the school. Discuss it with the headteacher or the safeguarding lead first, and copy them in.',
      cy: 'Mae hwn yn edrych yn sensitif ac yn mynd y tu allan i’r ysgol. Trafodwch ef yn gyntaf â’r pennaeth neu’r arweinydd diogelu, ac anfonwch gopi atynt.'
    }
  },
  judge: facts => {
    const { recipients, sender, school, subject, prose } = facts;
    if (sender.audience !== 'staff' || recipients.some(who => who.exempt)) return [];
    const outside = outsideOf(recipients);
    if (outside.length === 0 || knowsOfIt(whoShouldKnow, facts) || isAskedAlready(facts)) return [];
    const evidence = some(sensitiveIn(subject, prose));
    if (!evidence) return [];
    const remedy = copyIn(whoShouldKnow, school);
    return [remedy ? { message: 'sensitive', evidence, remedy } : { message: 'sensitive', evidence }];
  }
});

/** Whether `outside-not-authorised` says the same of this message. */
function isAskedAlready(facts: Parameters<typeof knowsOfIt>[1]): boolean {
  const other = facts.school.rules['outside-not-authorised'];
  if (!other || other.action === 'off' || (other['scope'] !== 'all' && other['scope'] !== 'sensitive')) return false;
  return !knowsOfIt((other['approvers'] as readonly Approver[] | undefined) || ['head', 'deputy'], facts);
}
