import { type Category, categoryWords, longest, type Subject, subjects, subjectWords } from '../../core/incidents/incident.ts';
import { clockRuns } from '../../core/incidents/clock.ts';
import { safeguarding } from '../../core/incidents/safeguarding.ts';
import { steps } from '../../core/incidents/steps.ts';
import { fill, type Locale, type Text } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { chatCard } from './chat-parts.ts';
import { execute, group, heading, paragraph, textInput, toggle } from './elements.ts';

/** What stands in the form already. */
export interface ReportTyped {
  readonly what?: string;
  readonly day?: string;
  readonly time?: string;
  readonly about?: string;
  readonly device?: string;
  readonly aboutRoles?: readonly Subject[];
  readonly personal?: boolean;
}

const words = {
  now: { en: 'First of all', cy: 'Yn gyntaf oll' },
  what: { en: 'What happened', cy: 'Beth ddigwyddodd' },
  missing: { en: 'Please write in a few words what happened.', cy: 'Ysgrifennwch mewn ychydig eiriau beth ddigwyddodd.' },
  day: { en: 'When it was noticed', cy: 'Pryd y sylwyd arno' },
  time: { en: 'At what time, if you know it: 14:05', cy: 'Am faint o’r gloch, os gwyddoch: 14:05' },
  device: { en: 'Which device, if any', cy: 'Pa ddyfais, os oes un' },
  about: { en: 'Whom it is about, if anybody', cy: 'Am bwy y mae, os am rywun' },
  aboutLead: {
    en: 'Tick it if it is about one of these. Then they do not get it and never see it.',
    cy: 'Ticiwch os yw am un o’r rhain. Yna ni fyddant yn ei gael nac yn ei weld byth.'
  },
  personal: {
    en: 'Data about people may have been lost, seen by others or changed',
    cy: 'Gall data am bobl fod wedi’i golli, ei weld gan eraill neu ei newid'
  },
  send: { en: 'Send the report', cy: 'Anfon yr adroddiad' },
  back: { en: 'Something else', cy: 'Rhywbeth arall' }
};

/** The form of one category. `once` names this form, so that pressing twice reports once; `lead` is whom to speak to about a child. */
export function reportForm(
  data: { readonly category: Category; readonly once: string; readonly today: string; readonly lead: Text },
  locale: Locale,
  more: { readonly attention?: string; readonly typed?: ReportTyped } = {}
): Card {
  const { category, once, today, lead } = data;
  const { attention, typed = {} } = more;
  return chatCard(
    locale,
    categoryWords[category][locale],
    [
      heading(categoryWords[category][locale]),
      ...(attention ? [group([paragraph(attention, { weight: 'Bolder' })], { style: 'attention' as const })] : []),
      group(
        [
          paragraph(words.now[locale], { weight: 'Bolder' }),
          ...steps[category].reporter.map(step => paragraph(step[locale], { spacing: 'Small' }))
        ],
        { style: 'emphasis' }
      ),
      paragraph(fill(safeguarding.reminder[locale], { lead }, locale)),
      textInput('what', words.what[locale], longest.what, { lines: true, missing: words.missing[locale], value: typed.what }),
      { type: 'Input.Date', id: 'day', label: words.day[locale], value: typed.day ?? today },
      textInput('time', words.time[locale], 5, { value: typed.time }),
      textInput('device', words.device[locale], longest.device, { value: typed.device }),
      textInput('about', words.about[locale], longest.about, { value: typed.about }),
      paragraph(words.aboutLead[locale]),
      ...subjects.map(subject => toggle(subject, subjectWords[subject][locale], { ticked: typed.aboutRoles?.includes(subject) ?? false })),
      // Where data is gone by the nature of the thing there is nothing to ask.
      ...(clockRuns(category, false) ? [] : [toggle('personal', words.personal[locale], { ticked: typed.personal ?? false })])
    ],
    [
      execute(words.send[locale], 'report-send', { category, once, in: locale }, { main: true }),
      execute(words.back[locale], 'report-choose', { in: locale }, { inputs: 'none' })
    ]
  );
}
