import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { draftOf, takenFrom } from '../../core/policies/import/draft.ts';
import { linesOfText } from '../../service/documents/text.ts';
import { type Aligned, aligned } from './align.ts';

/** What a school's own document becomes, held against the inventory of its clauses. */
export interface ImportFigure {
  readonly document: string;
  readonly rows: number;
  readonly clauses: number;
  /** Rows that found their clause. */
  readonly found: number;
  /** Rows that would have found one among the clauses of another document, by chance. */
  readonly byChance: number;
  /** Clauses that no row asks for. */
  readonly spare: number;
  readonly medianWords: number;
  /** Duties of matched clauses, and of the rows they were matched to. */
  readonly right: number;
  readonly proposed: number;
  readonly wanted: number;
  /** Duties of the rows that found no clause. */
  readonly lost: number;
  /** The same for whom matched clauses bind. */
  readonly partiesRight: number;
  readonly partiesProposed: number;
  readonly partiesWanted: number;
}

/** Imports the five documents and holds them against `clauses.csv` and `test/corpus/clause-duties.csv`. */
export function importsMeasured(shared: URL): readonly ImportFigure[] {
  const folder = new URL('policies/', shared);
  const truth = truthOf();
  const rows = readCsv(new URL('clauses.csv', folder));
  const documents = readdirSync(folder)
    .filter(name => /^\d+\.txt$/.test(name))
    .sort()
    .map(name => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      return { name: name.slice(0, -4), draft: draftOf({ kind: 'lines', lines: linesOfText(text) }) };
    });
  return documents.map(({ name, draft }, index) => {
    const own = rows.filter(row => row['document'] === name);
    const paraphrases = own.map(row => row['paraphrase']!);
    const others = documents.filter((_, i) => i !== index).flatMap(other => other.draft.clauses.map(({ text }) => text));
    const texts = draft.clauses.map(({ text }) => text);
    const found = aligned(paraphrases, texts);
    const chance = aligned(paraphrases, others.slice(0, texts.length));
    const lengths = texts.map(text => text.split(' ').length).sort((a, b) => a - b);
    return {
      document: name,
      rows: own.length,
      clauses: texts.length,
      found: found.filter(({ clause }) => clause >= 0).length,
      byChance: chance.filter(({ clause }) => clause >= 0).length,
      spare: texts.length - new Set(found.map(({ clause }) => clause).filter(clause => clause >= 0)).size,
      medianWords: lengths[lengths.length >> 1] || 0,
      ...partiesHeld(
        own.map(row => (row['binds'] ?? '').split('|')),
        draft.clauses.map(({ binds }) => binds),
        found
      ),
      ...dutiesHeld(
        own.map(row => truth.get(row['id']!) || []),
        draft.clauses.map(clause => clause.duties.filter(({ confidence }) => confidence >= takenFrom).map(({ duty }) => duty)),
        found
      )
    };
  });
}

function partiesHeld(truth: readonly (readonly string[])[], proposals: readonly (readonly string[])[], found: readonly Aligned[]) {
  const { right, proposed, wanted } = dutiesHeld(truth, proposals, found);
  return { partiesRight: right, partiesProposed: proposed, partiesWanted: wanted };
}

function dutiesHeld(truth: readonly (readonly string[])[], proposals: readonly (readonly string[])[], found: readonly Aligned[]) {
  let right = 0;
  let proposed = 0;
  let wanted = 0;
  let lost = 0;
  proposals.forEach((duties, clause) => {
    const asked = new Set(truth.filter((_, row) => found[row]!.clause === clause).flat());
    if (!found.some(match => match.clause === clause)) return;
    right += duties.filter(duty => asked.has(duty)).length;
    proposed += duties.length;
    wanted += asked.size;
  });
  truth.forEach((duties, row) => {
    if (found[row]!.clause < 0) lost += duties.length;
  });
  return { right, proposed, wanted, lost };
}

function truthOf(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    readCsv(new URL('../corpus/clause-duties.csv', import.meta.url)).map(row => [
      row['id'] ?? '',
      (row['duties'] ?? '').split(/[ ;|]+/).filter(duty => duty !== '' && duty !== 'guidance')
    ])
  );
}

function readCsv(file: URL): readonly { readonly [column: string]: string }[] {
  return parse(readFileSync(file, 'utf8'), { columns: true });
}

/** What the bench prints of the import: a line a document, and the total. */
export async function importFigures(shared: URL): Promise<readonly string[]> {
  const figures = importsMeasured(shared);
  const total = figures.reduce((all, each) => ({
    document: 'all',
    rows: all.rows + each.rows,
    clauses: all.clauses + each.clauses,
    found: all.found + each.found,
    byChance: all.byChance + each.byChance,
    spare: all.spare + each.spare,
    medianWords: Math.max(all.medianWords, each.medianWords),
    right: all.right + each.right,
    proposed: all.proposed + each.proposed,
    wanted: all.wanted + each.wanted,
    lost: all.lost + each.lost,
    partiesRight: all.partiesRight + each.partiesRight,
    partiesProposed: all.partiesProposed + each.partiesProposed,
    partiesWanted: all.partiesWanted + each.partiesWanted
  }));
  return [
    'A row is found where half of its paraphrase, weighed by how rare its words are, stands in a clause; rows and clauses keep the document’s order,',
    'and a clause takes one row for each ten words and four at most. «By chance»: the same against as many clauses of the other documents.',
    'Duties and whom they bind are compared clause by clause, over the clauses with rows. The lists were made with these texts at hand.',
    ...[...figures, total].flatMap(linesOf)
  ];
}

function linesOf(figure: ImportFigure): readonly string[] {
  const { document, rows, clauses, found, byChance, spare, medianWords, right, proposed, wanted, lost } = figure;
  const { partiesRight, partiesProposed, partiesWanted } = figure;
  return [
    `${document}  ${part(found, rows)} of ${rows} rows found (${part(byChance, rows)} by chance) in ${clauses} clauses; ${spare} clauses without a row, ` +
      `${document === 'all' ? 'at most ' : ''}${medianWords} words in the median`,
    `     duties: precision ${part(right, proposed)}, recall ${part(right, wanted)} (${part(right, wanted + lost)} with the rows not found)  ` +
      `whom: precision ${part(partiesRight, partiesProposed)}, recall ${part(partiesRight, partiesWanted)}`
  ];
}

function part(count: number, of: number): string {
  return of === 0 ? 'n/a' : (count / of).toFixed(3);
}
