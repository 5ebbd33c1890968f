import { readFile } from 'node:fs/promises';
import { rules } from '../../core/mail/rules/index.ts';
import { builtFolder } from '../built.ts';
import { failure } from '../failure.ts';
import { nearest } from '../nearest.ts';
import { columns } from './columns.ts';
import { command } from './command.ts';

/** `beadle rule`: the rules there are, or the page of one of them. */
export const rule = command({
  path: 'rule',
  summary: 'list the mail rules, or show the page of one',
  arguments: [{ name: 'RULE', says: 'the rule’s id', optional: true }],
  options: { lang: { kind: 'value', of: 'LANG', says: 'the language of the page', choices: ['en', 'cy'], default: 'en' } },
  examples: [
    { line: 'beadle rule', says: 'every rule, with what it asks by default' },
    { line: 'beadle rule head-not-copied', says: 'one rule’s page' },
    { line: 'beadle rule head-not-copied --lang cy', says: 'the same in Welsh' }
  ],
  run: async ([id], { lang }, io) => {
    if (id === undefined) {
      await io.stdout.write(columns(rules.map(({ id, action, title }) => [[id], [action], [title[lang]]])));
      return 0;
    }
    if (!rules.some(rule => rule.id === id)) {
      const close = nearest(
        id,
        rules.map(rule => rule.id)
      );
      throw failure(
        'wrong-use',
        `There is no rule «${id}».${close === undefined ? ' «beadle rule» lists them.' : ` Did you mean «${close}»?`}`
      );
    }
    await io.stdout.write(await readFile(`${builtFolder()}rules/${id}${lang === 'en' ? '' : `.${lang}`}.md`, 'utf8'));
    return 0;
  }
});
