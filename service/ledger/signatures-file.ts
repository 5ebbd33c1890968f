import type { Locale, Text } from '../../core/locale.ts';
import type { Signatures } from '../signatures.ts';
import { objectsOf, statusTable } from './status-table.ts';
import { clockOf, csvOf, xlsxOf } from './table-files.ts';

const sheet: Text = { en: 'Signatures', cy: 'Llofnodion' };

/** Where every signature stands, or every one under a policy, as a file; and how many there are. */
export async function signaturesFile(
  format: 'csv' | 'xlsx' | 'json',
  { desk, school, now, id }: Pick<Signatures, 'desk' | 'school' | 'now' | 'id'>,
  { policy, lang }: { readonly policy?: string | undefined; readonly lang: Locale }
): Promise<{ readonly content: string | Buffer; readonly count: number }> {
  const { people, versions } = await desk.remembered();
  const wanted = (await desk.wanted()).filter(each => policy === undefined || each.policy === policy);
  const table = statusTable({ wanted, people, versions, audiences: desk.audiences }, lang);
  const clock = clockOf(school.config.school.timezone);
  const content =
    format === 'json'
      ? `${JSON.stringify({ school: id, made: now().toISOString(), signatures: objectsOf(table) }, undefined, 2)}\n`
      : format === 'xlsx'
        ? await xlsxOf(table, clock, sheet[lang])
        : [...csvOf(table, clock)].join('');
  return { content, count: wanted.length };
}
