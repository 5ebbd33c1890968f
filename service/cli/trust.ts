import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fill } from '../../core/locale.ts';
import { failure } from '../failure.ts';
import { trustFile } from '../trust-file.ts';
import { columns, wrapped } from './columns.ts';
import { command } from './command.ts';
import { trustWords as words } from './trust-words.ts';

/** `beadle trust`: every school of a trust in one line, with numbers and no names. */
export const trust = command({
  path: 'trust',
  summary: 'say of each school of a trust how many people it has, what they have not signed yet, and what is wrong',
  details:
    'It names nobody. A dash stands where nothing is known: nobody signs there, nothing was audited, or the school has not begun.\n' +
    'Exit code: 0 every school can be served, audits ran wherever they are switched on, and they found nothing; 1 there is something to look at.',
  arguments: [],
  options: {
    trust: { kind: 'value', of: 'FILE', says: 'the trust.yaml (default: ./trust.yaml)' },
    json: { kind: 'flag', says: 'print one JSON object a line: a school' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle trust', says: 'where each school stands today' },
    { line: 'beadle trust --json', says: 'for another program' }
  ],
  run: async (_args, { trust: named = trustFile, json, lang }, io) => {
    const path = resolve(io.cwd, named);
    if (!existsSync(path)) throw failure('file-missing', `There is no «${named}» here. Name yours with --trust.`);
    const [{ readTrustFile }, { statesOf, totalsOf }] = await Promise.all([import('../trust.ts'), import('../trust-states.ts')]);
    const read = await readTrustFile(path, named);
    const states = await statesOf(read, io);
    const faulty = states.filter(({ fault }) => fault !== undefined);
    const wrong = states.some(({ audit }) => audit !== undefined && audit.wrong > 0);
    if (json) await io.stdout.write(states.map(state => `${JSON.stringify(state)}\n`).join(''));
    else {
      const number = (value: number | undefined): string => (value === undefined ? '–' : value.toLocaleString('en-GB'));
      const heads = [words.school, words.people, words.outstanding, words.audit, words.wrong].map(each => each[lang]);
      const row = (cells: readonly string[]): string[][] => cells.map((cell, i) => [i === 0 ? cell : cell.padStart(heads[i]!.length)]);
      const total = totalsOf(states);
      const lines = columns([
        row(heads),
        ...states
          .filter(({ fault }) => fault === undefined)
          .map(({ id, people, outstanding, audit }) =>
            row([id, number(people), number(outstanding), audit?.on ?? '–', number(audit?.wrong)])
          ),
        row([words.total[lang], number(total.people), number(total.outstanding), '', number(total.wrong)])
      ]);
      const said = faulty.map(({ fault }) => wrapped(fault!, '')).join('');
      const counted = { name: read.name, schools: states.length, faulty: faulty.length };
      const heading = fill((faulty.length === 0 ? words.heading : words.faulty)[lang], counted, lang);
      const never = states.filter(({ auditDue }) => auditDue).map(({ id }) => id);
      const off = states.filter(({ fault, audit, auditDue }) => fault === undefined && !audit && !auditDue).length;
      const unaudited = [
        ...(never.length > 0 ? [fill(words.never[lang], { count: never.length, ids: never.join(', ') })] : []),
        ...(off > 0 ? [fill(words.off[lang], { count: off })] : [])
      ];
      await io.stdout.write(
        `${heading}\n\n${lines}${unaudited.length === 0 ? '' : `\n${unaudited.map(each => wrapped(each, '')).join('')}`}${said === '' ? '' : `\n${said}`}`
      );
    }
    return faulty.length > 0 || wrong || states.some(({ auditDue }) => auditDue) ? 1 : 0;
  }
});
