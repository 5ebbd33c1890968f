import { readFileSync } from 'node:fs';
import { judge } from '../../core/judge.ts';
import { readFacts } from '../../core/mail/facts.ts';
import { offensiveLanguage } from '../../core/mail/rules/offensive-language.ts';
import { decide } from '../../core/mail/settings.ts';
import { mail, school } from '../support/mail.ts';

/** A text of the language corpus. `kind` tells words in the open (weak labels) from the tests of other libraries, most of them disguises. */
export interface Sample {
  readonly text: string;
  readonly label: 'clean' | 'profane';
  readonly kind: string;
}

export function samplesIn(shared: URL): readonly Sample[] {
  return readFileSync(new URL('corpora/language/dev.jsonl', shared), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Sample);
}

/** First names given in England and Wales, as they were registered. */
export function firstNamesIn(shared: URL): readonly string[] {
  const rows = readFileSync(new URL('corpora/uk/ons-first-names-2006-2021.csv', shared), 'utf8').trim().split('\n').slice(1);
  return rows.map(row => row.split(',')[0]!.replace(/"/g, ''));
}

/** Whether the rule, as it is by default, finds anything in a text. */
export function isFlagged(text: string): boolean {
  const judged = judge(offensiveLanguage, readFacts(mail({ text }), school), decide(offensiveLanguage.settings));
  return 'answer' in judged && judged.answer.length > 0;
}

/** What `offensive-language` does on the language corpus, in lines to print. */
export async function languageFigures(shared: URL): Promise<readonly string[]> {
  const samples = samplesIn(shared);
  const names = firstNamesIn(shared);
  const share = (says: string, of: readonly string[]): string => {
    const flagged = of.filter(isFlagged).length;
    return `${says}: ${flagged} of ${of.length} flagged (${((flagged / of.length) * 100).toFixed(1)} %)`;
  };
  const texts = (label: Sample['label'], kind?: string): readonly string[] =>
    samples.filter(sample => sample.label === label && (!kind || sample.kind === kind)).map(({ text }) => text);
  return [
    share('clean words and sentences', texts('clean')),
    share('first names of England and Wales', names),
    share(
      'the same in lower case',
      names.map(name => name.toLowerCase())
    ),
    share('disguises and insults of other libraries’ tests', texts('profane', 'library-test')),
    share('listed terms (weak labels)', texts('profane', 'listed-term'))
  ];
}
