import { Document, isMap, isScalar, type Pair, type Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { duties } from '../../core/duties.ts';
import { dateOf } from '../../core/policies/import/dates.ts';
import { type Draft, type DraftClause, takenFrom } from '../../core/policies/import/draft.ts';
import type { Left, LeftOut } from '../../core/policies/import/document.ts';
import { languagesOf } from '../../core/policies/import/language.ts';
import { proposedPositions } from '../../core/policies/stands.ts';

/** What a `policy.yaml` says of where it comes from. */
export interface Source {
  /** The file's name as the person gave it. */
  readonly name: string;
  readonly id: string;
  readonly note?: string;
}

/**
 * A draft as the text of a `policy.yaml` for a person to edit: the clauses with the duties proposed, beside each duty its confidence and the
 * words that led to it, and at the end what was left out. It reads back as a policy as it stands.
 */
export function yamlOf(draft: Draft, source: Source): string {
  const adoptedOn = draft.adopted === undefined ? undefined : dateOf(draft.adopted);
  const reviewDue = draft.review === undefined ? undefined : dateOf(draft.review);
  const content = {
    id: source.id,
    title: draft.title || source.id,
    languages: languagesOf(draft.clauses.map(({ text }) => text)),
    ...(adoptedOn === undefined ? {} : { adoptedOn }),
    ...(reviewDue === undefined ? {} : { reviewDue }),
    clauses: draft.clauses.map(({ id, section, text, binds, duties }) => {
      const taken = duties.filter(({ confidence }) => confidence >= takenFrom).map(({ duty }) => duty);
      const positions = proposedPositions(text, taken);
      return { id, section, text, binds, duties: taken, ...(Object.keys(positions).length === 0 ? {} : { positions }) };
    })
  };
  // A person edits this: what is said twice is written twice.
  const document = new Document(content, { aliasDuplicateObjects: false });
  document.commentBefore = indented([
    `A draft, read from ${source.name}. Nothing in it is settled until a person has read it against the document.`,
    'Beside each duty stand how sure the proposal is, from 0 to 1, and the words that led to it. Take out what is wrong, add what is missing;',
    '«perhaps» names what was too unsure to be put in. No duty at all is right for a clause that asks nothing of anybody.',
    '«positions» says where a clause seems to stand on what schools decide differently; «beadle policy lint» compares them.',
    ...(source.note === undefined ? [] : [source.note])
  ]);
  const paged = draft.clauses.some(({ page }) => page !== undefined && page > 1);
  const whole = document.contents;
  if (isMap(whole)) {
    comment(whole, 'adoptedOn', draft.adopted === undefined ? undefined : `the document says: ${draft.adopted}`);
    comment(whole, 'reviewDue', draft.review === undefined ? undefined : `the document says: ${draft.review}`);
    flow(whole, 'languages');
    const clauses = whole.get('clauses', true);
    if (clauses instanceof YAMLSeq) {
      if (clauses.items.length === 0) clauses.flow = true;
      clauses.items.forEach((item, i) => {
        if (item instanceof YAMLMap) explain(item, draft.clauses[i]!, i > 0, paged);
      });
    }
  }
  const left = leftOut(draft.left);
  if (left.length > 0) document.comment = indented(left);
  return document.toString({ lineWidth: 140, flowCollectionPadding: false });
}

function explain(map: YAMLMap, clause: DraftClause, spaced: boolean, paged: boolean): void {
  if (spaced) map.spaceBefore = true;
  flow(map, 'binds');
  const positions = map.get('positions', true);
  if (positions instanceof YAMLMap) positions.flow = true;
  for (const key of ['id', 'section', 'text']) {
    const value = map.get(key, true);
    // Ids are always quoted, so that 1.10 stays what it is.
    if (isScalar(value) && key === 'id') (value as Scalar).type = 'QUOTE_DOUBLE';
  }
  if (paged && clause.page !== undefined) comment(map, 'id', `page ${clause.page}`);
  const list = map.get('duties', true);
  if (!(list instanceof YAMLSeq)) return;
  const taken = clause.duties.filter(({ confidence }) => confidence >= takenFrom);
  taken.forEach(({ confidence, words }, i) => {
    const item: unknown = list.items[i];
    if (isScalar(item)) item.comment = ` ${confidence.toFixed(2)}: ${words.join(', ')}`;
  });
  const perhaps = clause.duties.filter(({ confidence }) => confidence < takenFrom);
  const hints = perhaps.map(
    ({ duty, confidence, words }) => `perhaps ${duty} (${confidence.toFixed(2)}: ${words.join(', ')}): ${duties[duty].says.en}`
  );
  if (taken.length === 0) {
    list.flow = true;
    hints.unshift('no duty was found');
  }
  if (hints.length > 0 && taken.length === 0) pairOf(map, 'duties').key.commentBefore = indented(hints);
  else if (hints.length > 0) list.comment = indented(hints);
}

const reasons: { readonly [L in LeftOut]: string } = {
  'running-line': 'printed on every page',
  'page-number': 'page numbers',
  contents: 'the list of contents',
  date: 'dates, kept above',
  signature: 'places to sign',
  greeting: 'greetings',
  'column-title': 'titles of columns',
  background: 'what binds nobody'
};

function leftOut(left: readonly Left[]): readonly string[] {
  const lines: string[] = [];
  for (const because of Object.keys(reasons) as LeftOut[]) {
    const texts = [...new Set(left.filter(each => each.because === because).map(({ text }) => text.replace(/\s+/g, ' ')))];
    if (texts.length > 0) lines.push(`Left out, ${reasons[because]}:`, ...texts.map(text => `  ${text}`));
  }
  return lines;
}

function comment(map: YAMLMap, key: string, words: string | undefined): void {
  if (words === undefined || !map.has(key)) return;
  const { value } = pairOf(map, key);
  if (isScalar(value)) value.comment = ` ${words.replace(/\s+/g, ' ')}`;
}

function pairOf(map: YAMLMap, key: string): Pair<Scalar, unknown> {
  return map.items.find(({ key: name }) => isScalar(name) && name.value === key) as Pair<Scalar, unknown>;
}

function flow(map: YAMLMap, key: string): void {
  const list = map.get(key, true);
  if (list instanceof YAMLSeq) list.flow = true;
}

function indented(lines: readonly string[]): string {
  return lines.map(line => ` ${line.replace(/[\r\n]+/g, ' ')}`).join('\n');
}
