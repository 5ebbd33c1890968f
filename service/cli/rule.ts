import { readFile } from 'node:fs/promises';
import { rules } from '../../core/mail/rules/index.ts';
import { checks } from '../../core/tenant/checks/index.ts';
import { builtFolder } from '../built.ts';
import { failure } from '../failure.ts';
import { nearest } from '../nearest.ts';
import { columns } from './columns.ts';
import { command } from './command.ts';

/** `beadle rule`: the rules and checks there are, or the page of one of them. */
export const rule = command({
  path: 'rule',
  summary: 'list the mail rules and the checks of audits, or show the page of one',
  arguments: [{ name: 'RULE', says: 'the rule’s or check’s id', optional: true }],
  options: { lang: { kind: 'value', of: 'LANG', says: 'the language of the page', choices: ['en', 'cy'], default: 'en' } },
  examples: [
    { line: 'beadle rule', says: 'every rule with what it asks by default, and every check with how serious it is' },
    { line: 'beadle rule head-not-copied', says: 'one rule’s page' },
    { line: 'beadle rule second-factor-missing', says: 'one check’s page' },
    { line: 'beadle rule head-not-copied --lang cy', says: 'the same in Welsh' }
  ],
  run: async ([id], { lang }, io) => {
    const all = [
      ...rules.map(({ id, action: weight, title }) => ({ id, weight, title, folder: 'rules' })),
      ...checks.map(({ id, severity: weight, title }) => ({ id, weight, title, folder: 'checks' }))
    ];
    if (id === undefined) {
      await io.stdout.write(columns(all.map(({ id, weight, title }) => [[id], [weight], [title[lang]]])));
      return 0;
    }
    const found = all.find(each => each.id === id);
    if (!found) {
      const close = nearest(
        id,
        all.map(each => each.id)
      );
      throw failure(
        'wrong-use',
        `There is no rule or check «${id}».${close === undefined ? ' «beadle rule» lists them.' : ` Did you mean «${close}»?`}`
      );
    }
    await io.stdout.write(await readFile(`${builtFolder()}${found.folder}/${id}${lang === 'en' ? '' : `.${lang}`}.md`, 'utf8'));
    return 0;
  }
});
