import type { Request } from '../../core/approvals/approval.ts';
import { about, type Field, type Kind } from '../../core/approvals/kinds.ts';
import { refusalWords } from '../../core/approvals/words.ts';
import { fill, type Locale } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { chatCard, type Part } from './chat-parts.ts';
import { execute, group, heading, paragraph, textInput } from './elements.ts';

const words = {
  ask: { en: 'Ask', cy: 'Gofyn' },
  back: { en: 'Something else', cy: 'Rhywbeth arall' },
  outlook: {
    en: 'In Outlook the pane of Beadle asks for one message, and lets it go once it is approved. What is asked here is kept, and Outlook does not know of it.',
    cy: 'Yn Outlook mae cwarel Beadle yn gofyn am un neges, ac yn gadael iddi fynd unwaith y cymeradwyir hi. Cedwir yr hyn a ofynnir yma, ac nid yw Outlook yn gwybod amdano.'
  },
  optional: { en: '{label} (if you like)', cy: '{label} (os dymunwch)' }
};

/** The questions of one kind. `once` names this form, so that pressing twice asks once. */
export function approvalForm(
  { kind, once }: { readonly kind: Kind; readonly once: string },
  locale: Locale,
  more: { readonly attention?: string; readonly typed?: Request['fields'] } = {}
): Card {
  const { attention, typed = {} } = more;
  const { title, fields } = about[kind];
  return chatCard(
    locale,
    title[locale],
    [
      heading(title[locale]),
      ...(attention ? [group([paragraph(attention, { weight: 'Bolder' })], { style: 'attention' as const })] : []),
      ...(kind === 'send' || kind === 'external-mail' ? [paragraph(words.outlook[locale])] : []),
      ...fields.map(field => inputOf(field, locale, typed[field.id]))
    ],
    [
      execute(words.ask[locale], 'approval-ask', { kind, once, in: locale }, { main: true }),
      execute(words.back[locale], 'approval-choose', { in: locale }, { inputs: 'none' })
    ]
  );
}

function inputOf({ id, is, label, most, optional }: Field, locale: Locale, value: string | undefined): Part {
  const says = optional ? fill(words.optional[locale], { label }, locale) : label[locale];
  if (is === 'day') return { type: 'Input.Date', id, label: says, ...(value === undefined ? {} : { value }) };
  const missing = fill(refusalWords['field-missing'][locale], { field: label }, locale);
  return textInput(id, says, most, { ...(is === 'lines' ? { lines: true as const } : {}), ...(optional ? {} : { missing }), value });
}
