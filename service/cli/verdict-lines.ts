import { fill, type Locale } from '../../core/locale.ts';
import type { Message } from '../../core/mail/message.ts';
import { notJudged } from '../../core/mail/not-judged.ts';
import { proseOf } from '../../core/mail/prose.ts';
import type { Verdict } from '../../core/mail/review.ts';
import type { Evidence } from '../../core/mail/rule.ts';
import { say } from '../../core/mail/say.ts';
import { lineWords, placeWords, verdictWords } from './words.ts';

const most = 5;

/** A verdict as a person reads it in a terminal: what, which clause, where, what puts it right, and the page that says more. No word of the mail. */
export function verdictLines(id: string, verdict: Verdict, message: Message, locale: Locale): string {
  const lines = [`${id}: ${verdictWords[verdict.action][locale]}`];
  for (const finding of verdict.findings) {
    const { sentence, clause, remedy } = say(finding, locale);
    lines.push(
      `  ${finding.action === 'block' ? '✗' : finding.action === 'confirm' ? '!' : 'i'} ${sentence}${clause ? ` (${clause})` : ''}`
    );
    lines.push(`      ${lineWords.where[locale]}: ${placesOf(finding.evidence, message, locale)}`);
    if (remedy) lines.push(`      ${lineWords.remedy[locale]}: ${remedy}`);
    lines.push(`      ${lineWords.page[locale]}: ${pageOf(finding.rule, locale)}`);
  }
  for (const { says, rules } of notJudged(verdict, locale)) lines.push(`  ? ${says} ${rules.join(', ')}.`);
  return `${lines.join('\n')}\n`;
}

/** A verdict as one line of JSON, with the sentences in `locale` put in. */
export function verdictJson(id: string, verdict: Verdict, locale: Locale): string {
  const findings = verdict.findings.map(finding => {
    const { rule, duties, clauses, action, evidence, remedy = null } = finding;
    return { rule, duties, clauses, action, message: say(finding, locale).sentence, evidence, remedy };
  });
  const unjudged = verdict.unjudged.map(each => ({ rule: each.rule, because: each.because, part: 'part' in each ? each.part : null }));
  return `${JSON.stringify({ id, verdict: { action: verdict.action, policy: verdict.policy, findings, unjudged } })}\n`;
}

/** What to type to read the page of a rule. */
function pageOf(rule: string, locale: Locale): string {
  return `beadle rule ${rule}${locale === 'en' ? '' : ` --lang ${locale}`}`;
}

function placesOf(evidence: readonly Evidence[], message: Message, locale: Locale): string {
  const places = evidence.slice(0, most).map(each => placeOf(each, message, locale));
  const left = evidence.length - most;
  return [...new Set(places), ...(left > 0 ? [fill(lineWords.more[locale], { count: left })] : [])].join('; ');
}

function placeOf(evidence: Evidence, message: Message, locale: Locale): string {
  const words = placeWords[evidence.in][locale];
  switch (evidence.in) {
    case 'attachment':
      return `${words} «${evidence.name}»`;
    case 'subject':
      return fill(words, { start: evidence.start + 1, end: evidence.end });
    case 'text': {
      const text = 'value' in message.body ? proseOf(message.body.value).text : '';
      const start = text.lastIndexOf('\n', evidence.start - 1) + 1;
      const line = text.slice(0, start).split('\n').length;
      return fill(words, { line, start: evidence.start - start + 1, end: evidence.end - start });
    }
    default:
      return `${words} ${evidence.address}`;
  }
}
