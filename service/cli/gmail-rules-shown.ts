import type { Plan, Step } from '../../addin/gmail/dlp/plan.ts';
import type { Compiled } from '../../addin/gmail/dlp/shapes.ts';
import { fill, type Locale } from '../../core/locale.ts';
import { columns, wrapped } from './columns.ts';
import { gmailWords } from './gmail-words.ts';

/** What is to be done, what stays, and whose it is not. */
export function planShown({ steps, same, foreign, heldBack }: Plan, lang: Locale): string {
  const word = (name: keyof typeof gmailWords): string => gmailWords[name][lang];
  const rows = [
    ...steps.map(({ does, what, key, stage, why }) => [[word(does)], [word(what)], [key], [stage ? word(stage) : ''], [word(why)]]),
    ...same.map(({ what, key, stage }) => [[word('keep')], [word(what)], [key], [stage ? word(stage) : ''], ['']])
  ];
  return [
    rows.length === 0 ? '' : columns(rows),
    ...(foreign > 0 ? [wrapped(fill(word('foreign'), { count: foreign }), '')] : []),
    ...heldBack.map(({ key, why }) => wrapped(fill(word(why), { rule: key }), ''))
  ].join('');
}

/** What Gmail judges otherwise, and what it does not judge at all. */
export function gapsShown({ rules, unexpressed }: Compiled, lang: Locale): string {
  const word = (name: keyof typeof gmailWords): string => gmailWords[name][lang];
  const differing = rules.flatMap(({ key, differences }) => [
    `  ${key}\n`,
    ...differences.map(({ says, text }) => wrapped(`${word(says)}: ${text[lang]}`, '    ', 96))
  ]);
  const without = unexpressed.map(({ rule, because }) => wrapped(fill(word('because'), { rule, because: because[lang] }), '  ', 98));
  return [
    ...(differing.length > 0 ? [`\n${word('differs')}\n`, ...differing] : []),
    ...(without.length > 0 ? [`\n${word('without')}\n`, ...without] : []),
    `\n${wrapped(word('proven'), '')}`,
    wrapped(word('logged'), '')
  ].join('');
}

/** One line of what was done. */
export function tallyShown(done: readonly Step[], lang: Locale): string {
  const count = (does: Step['does']): number => done.filter(step => step.does === does).length;
  return `${fill(gmailWords.done[lang], { create: count('create'), change: count('change'), remove: count('remove') })}\n`;
}
