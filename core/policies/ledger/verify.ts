import { fill, type Text } from '../../locale.ts';
import { fromHex, hex, utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';
import { type Checkpoint, isSignedBy, originOf, previousOf, readCheckpoint, type SignedCheckpoint } from './checkpoint.ts';
import { dated, type FaultCode, faultOf, type LedgerFault, unproved } from './faults.ts';
import type { Hashes, VerifySignature } from './hashes.ts';
import { entriesOf, isHash, isIndex, isObject, objectOf } from './json.ts';
import { keyChain, type PublishedKey } from './key-chain.ts';
import { asLeaf, commitment, isShallow, type Leaf, leafHash, noLeaf, personalFields, personalOf } from './leaf.ts';
import type { LedgerRow } from './rows.ts';
import { noMarks, nothingSeen } from './seen.ts';
import { appended, emptyRange, rootOf, same } from './tree.ts';

/** An entry as an export holds it: values out of JSON, nothing of them believed. */
export interface ExportedEntry {
  readonly leaf: unknown;
  readonly public: unknown;
  readonly personal?: unknown;
  readonly salt?: unknown;
}

/** A text that was signed, as an export holds it. */
export interface ExportedText {
  readonly policy: string;
  readonly major: number;
  readonly minor: number;
  readonly language: string;
  readonly text: string;
}

/** What a ledger is verified against. */
export interface Against {
  readonly hashes: Hashes;
  readonly verify: VerifySignature;
  /** The school whose ledger it should be. */
  readonly school: string;
  /** The keys that lie with the ledger, oldest first. */
  readonly keys: readonly PublishedKey[];
  /** The name of a key that is known from elsewhere: one of the ledger's keys has to be it. */
  readonly key?: string;
  /** Checkpoints that somebody kept elsewhere, out of a mail for one. */
  readonly witnesses?: readonly SignedCheckpoint[];
}

/** What was found. Nothing is wrong where `faults` is zero. */
export interface LedgerReport {
  readonly school: string;
  readonly entries: number;
  /** How many of each kind. */
  readonly kinds: { readonly [kind: string]: number };
  /** Entries whose personal fields were erased. */
  readonly erased: number;
  readonly checkpoints: number;
  /** How many entries the last checkpoint that verified covers, and its day. */
  readonly covered: number;
  readonly coveredOn?: string;
  /** How many of the checkpoints that were kept elsewhere are this ledger's. */
  readonly witnessed: number;
  /** The leaf of the last entry, and the root of the tree, as 64 hexadecimal digits. */
  readonly head: string;
  readonly root: string;
  /** The names of the keys, the oldest first. */
  readonly keys: readonly string[];
  readonly faults: number;
  readonly first?: LedgerFault;
  /** What is no fault and should be known. */
  readonly notes: readonly Text[];
  readonly unproved: readonly Text[];
}

/** Takes a ledger in from its beginning, entry by entry, each checkpoint after the last entry that it covers. What it keeps in mind hardly grows. */
export interface Verifying {
  readonly entry: (row: ExportedEntry) => void;
  /** The same for a row of the database, whose columns have to agree with the leaf as well. */
  readonly row: (row: LedgerRow) => void;
  readonly checkpoint: (note: string) => void;
  readonly text: (text: ExportedText) => void;
  /** Something that only the caller could see. */
  readonly fault: (fault: LedgerFault) => void;
  readonly report: () => LedgerReport;
}

/** Begins to verify a ledger. */
export function verifying({ hashes, verify, school, keys: published, key, witnesses = [] }: Against): Verifying {
  const { sha256, hmac } = hashes;
  const keys = keyChain(published, hashes, verify);
  const kinds: { [kind: string]: number } = {};
  const texts: { [name: string]: string | undefined } = {};
  /** Texts that were opened: by whom, which and when; of erased entries only which and when. */
  const opened = nothingSeen();
  const openedByErased = nothingSeen();
  /** Entries without their personal fields, of which no later entry said yet that they were erased. */
  const unexplained = noMarks();
  let range = emptyRange;
  let next = 0;
  let head = noLeaf;
  let erased = 0;
  let checkpoints = 0;
  let last: { readonly note: string; readonly checkpoint: Checkpoint } | undefined;
  let covered: Checkpoint | undefined;
  let oldestKey = 0;
  let witnessed = 0;
  let faults = 0;
  let first: LedgerFault | undefined;
  let unjudged = 0;
  let notErased = 0;
  let backwards = 0;
  let latest = '';

  function fault(found: LedgerFault): void {
    faults += 1;
    if (!first) first = found;
  }
  const wrong = (code: FaultCode, index: number, values = {}): void => fault(faultOf(code, values, index));

  if (!keys) fault(faultOf('wrong-keys'));
  else if (key !== undefined && !keys.some(({ name }) => name === key)) fault(faultOf('other-key', { key }));

  function entry(row: ExportedEntry): void {
    const leaf = asLeaf(row.public);
    if (leaf && leaf.index !== next) {
      wrong('gap', next, { found: leaf.index });
      // Goes on from there, so that one missing entry is one fault; not to a place so far away that marking it would fill the memory.
      if (leaf.index > next && leaf.index < 2 * range.size + 1000000) next = leaf.index;
    }
    const index = next;
    next += 1;
    if (!leaf || !isHash(row.leaf)) {
      wrong('unreadable', index);
      range = appended(range, fromHex(isHash(row.leaf) ? row.leaf : noLeaf)!, sha256);
      head = isHash(row.leaf) ? row.leaf : noLeaf;
      return;
    }
    if (leaf.school !== school) wrong('other-school', index);
    if (leaf.prev !== head) wrong('broken-chain', index);
    const hash = leafHash(canonical(leaf), sha256);
    if (hex(hash) !== row.leaf) wrong('changed-entry', index);
    head = row.leaf;
    range = appended(range, hash, sha256);
    const { kind, at } = leaf.entry;
    kinds[kind] = (kinds[kind] || 0) + 1;
    if (at < latest) backwards += 1;
    else latest = at;
    if (!Object.prototype.hasOwnProperty.call(personalFields, kind)) wrong('unknown-kind', index);
    else follow(leaf, index, personalIn(leaf, row, index));
    witness();
  }

  /** The personal fields, where they are there and are those that were recorded. */
  function personalIn(
    { entry: { kind, ...rest } }: Leaf,
    row: ExportedEntry,
    index: number
  ): { readonly [field: string]: unknown } | undefined {
    const own = personalOf(kind).filter(field => rest[field] !== undefined);
    if (row.personal === undefined && row.salt === undefined) {
      if (own.length === 0) return {};
      erased += 1;
      unexplained.set(index);
      if (!own.every(field => isHash(rest[field]))) wrong('changed-entry', index);
      return undefined;
    }
    if (row.personal === undefined || row.salt === undefined) {
      wrong('half-erased', index);
      return undefined;
    }
    const salt = isHash(row.salt) ? fromHex(row.salt) : undefined;
    const personal = row.personal;
    const isWhole =
      salt !== undefined &&
      isObject(personal) &&
      isShallow(personal) &&
      Object.keys(personal).length === own.length &&
      own.every(field => personal[field] !== undefined && commitment(field, personal[field], salt, hmac) === rest[field]);
    if (isWhole) return personal;
    wrong('changed-personal', index);
    return undefined;
  }

  /** What an entry says has to follow from those before it. */
  function follow({ entry: open }: Leaf, index: number, personal: { readonly [field: string]: unknown } | undefined): void {
    switch (open.kind) {
      case 'published':
        for (const [language, text] of entriesOf(isObject(open['texts']) ? open['texts'] : {}))
          texts[nameOf(open, language)] = String(text);
        break;
      case 'opened':
        if (texts[nameOf(open, open['language'])] !== open['text']) wrong('never-published', index);
        if (personal) opened.add(matterHash(open, personal, open.at));
        else openedByErased.add(matterHash(open, {}, open.at));
        break;
      case 'signed':
        if (texts[nameOf(open, open['language'])] !== open['text']) wrong('never-published', index);
        if (personal && opened.has(matterHash(open, personal, open['openedAt']))) break;
        if (!personal || openedByErased.has(matterHash(open, {}, open['openedAt']))) unjudged += 1;
        else wrong('never-opened', index);
        break;
      case 'erased':
        for (const of of Array.isArray(open['of']) ? (open['of'] as readonly unknown[]) : [undefined]) {
          if (!isIndex(of) || of >= index) wrong('wrong-erasure', index);
          else if (!unexplained.clear(of)) notErased += 1;
        }
        break;
      default:
    }
  }

  function matterHash(open: Leaf['entry'], { person, child }: { readonly [field: string]: unknown }, at: unknown): Uint8Array {
    return sha256(utf8(canonical([person, child, open['policy'], open['text'], at])));
  }

  function row({ index, prev, leaf, at, kind, public: text, personal, salt }: LedgerRow): void {
    const open = objectOf(text);
    const own = personal === undefined ? undefined : objectOf(personal) || null;
    const inside = asLeaf(open);
    entry({ leaf, public: open, ...(own === undefined ? {} : { personal: own }), ...(salt === undefined ? {} : { salt }) });
    if (!inside) return;
    const { entry: said } = inside;
    if (inside.index !== index || inside.prev !== prev || said.at !== at || said.kind !== kind || canonical(open) !== text)
      wrong('other-columns', next - 1);
  }

  function checkpoint(note: string): void {
    checkpoints += 1;
    const read = readCheckpoint(note);
    if (!read) return wrong('checkpoint-unreadable', next - 1);
    const { size, root, date, head: own, previous, school: named } = read.checkpoint;
    const before = faults;
    const say = (code: FaultCode): void => fault(faultOf(code, { size, date: dated(date), count: range.size }));
    if (originOf(named) !== originOf(school)) say('checkpoint-school');
    if (size !== range.size) say('checkpoint-misplaced');
    else if (!same(root, rootOf(range, sha256)) || own !== head) say('checkpoint-root');
    if (previous !== previousOf(last && last.note, sha256) || (last && (last.checkpoint.date > date || last.checkpoint.size > size)))
      say('checkpoint-order');
    const signer = keys ? keys.findIndex((each, i) => i >= oldestKey && isSignedBy(read, each, hashes, verify)) : -1;
    if (signer < 0) say('checkpoint-signature');
    else oldestKey = signer;
    last = { note, checkpoint: read.checkpoint };
    if (faults === before) covered = read.checkpoint;
  }

  /** Compares with what somebody kept of the ledger at this size. */
  function witness(): void {
    for (const { checkpoint: kept } of witnesses) {
      if (kept.size !== range.size) continue;
      if (originOf(kept.school) === originOf(school) && same(kept.root, rootOf(range, sha256))) witnessed += 1;
      else fault(faultOf('witness-differs', { size: kept.size, date: dated(kept.date) }));
    }
  }
  witness();

  function text({ policy, major, minor, language, text: words }: ExportedText): void {
    const name = nameOf({ policy, major, minor }, language);
    if (texts[name] === hex(sha256(utf8(words)))) return;
    fault(faultOf('other-text', { policy, version: `${major}.${minor}`, language }));
  }

  function report(): LedgerReport {
    let late = faults;
    let firstOf = first;
    const lateFault = (found: LedgerFault): void => {
      late += 1;
      const { index } = found;
      if (!firstOf || (index !== undefined && firstOf.index !== undefined && index < firstOf.index)) firstOf = found;
    };
    const missing = unexplained.first();
    if (missing !== undefined) {
      lateFault(faultOf('missing-personal', {}, missing));
      late += unexplained.count() - 1;
    }
    for (const { checkpoint: kept } of witnesses) {
      if (kept.size > range.size) lateFault(faultOf('witness-longer', { size: kept.size, date: dated(kept.date), count: range.size }));
    }
    return {
      school,
      entries: range.size,
      kinds,
      erased,
      checkpoints,
      covered: covered ? covered.size : 0,
      ...(covered ? { coveredOn: covered.date } : {}),
      witnessed,
      head,
      root: hex(rootOf(range, sha256)),
      keys: (keys || []).map(({ name }) => name),
      faults: late,
      ...(firstOf ? { first: firstOf } : {}),
      notes: notesOf({ uncovered: range.size - (covered ? covered.size : 0), unjudged, notErased, backwards }),
      unproved
    };
  }

  return { entry, row, checkpoint, text, fault, report };
}

/** A version's text in one language. */
function nameOf(open: { readonly [field: string]: unknown }, language: unknown): string {
  return canonical([open['policy'], open['major'], open['minor'], language]);
}

const noteWords = {
  uncovered: {
    en: 'Entries at the end that no checkpoint covers yet: {count}. They are chained, but nobody outside has a witness of them.',
    cy: 'Cofnodion ar y diwedd nad oes pwynt gwirio yn eu cwmpasu eto: {count}. Maent yn y gadwyn, ond nid oes gan neb y tu allan dystiolaeth ohonynt.'
  },
  unjudged: {
    en: 'Signatures of which it can no longer be seen whether the text was opened before, because personal fields were erased: {count}.',
    cy: 'Llofnodion na ellir gweld bellach a agorwyd y testun o’u blaen, am fod meysydd personol wedi’u dileu: {count}.'
  },
  notErased: {
    en: 'Entries that are said to be erased and still hold their personal fields: {count}. Have them erased again.',
    cy: 'Cofnodion y dywedir eu bod wedi’u dileu ond sy’n dal i gynnwys eu meysydd personol: {count}. Trefnwch eu dileu eto.'
  },
  backwards: {
    en: 'How often the server’s clock was set back: {count}. The order of the entries stands; their times may not.',
    cy: 'Pa mor aml y trowyd cloc y gweinydd yn ôl: {count}. Mae trefn y cofnodion yn sefyll; efallai nad yw eu hamserau.'
  }
} as const satisfies { readonly [note: string]: Text };

function notesOf(counts: { readonly [N in keyof typeof noteWords]: number }): readonly Text[] {
  return (Object.keys(noteWords) as (keyof typeof noteWords)[])
    .filter(note => counts[note] > 0)
    .map(note => {
      const values = { count: counts[note] };
      return { en: fill(noteWords[note].en, values), cy: fill(noteWords[note].cy, values) };
    });
}
