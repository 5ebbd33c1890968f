import { receiptText, type ReceiptParts } from '../../core/policies/ledger/receipt.ts';
import type { LedgerRow } from '../../core/policies/ledger/rows.ts';
import type { Signatures } from '../signatures.ts';
import { ledgerRowsOf } from '../store/checkpoints.ts';
import { proofsOver } from './proofs.ts';

/** Receipts of entries, at any time after they were recorded. */
export interface Receipts {
  /** What the receipt of a row is made of: with the first checkpoint that covers it and the proof, once there is one. */
  readonly parts: (row: LedgerRow) => Promise<ReceiptParts>;
  /** The receipt as a text to keep; nothing where there is no such entry, or where its personal fields were erased. */
  readonly text: (index: number) => Promise<string | undefined>;
}

/** Receipts from a school's ledger. Keep it for as long as the ledger is open: it remembers what proofs are made of. */
export function receiptsOf({ database, id, desk, key }: Pick<Signatures, 'database' | 'id' | 'desk' | 'key'>): Receipts {
  const { rows } = desk.ledger;
  const proofs = proofsOver(async (from, to) => (await rows(from, to - from)).map(({ leaf }) => leaf));
  const { checkpoints } = ledgerRowsOf(database.db, id, desk.ledger);
  const parts: Receipts['parts'] = async row => {
    const bare = { row, keys: key.published, signer: key.signer };
    const cover = (await checkpoints()).find(({ size }) => size > row.index);
    return cover ? { ...bare, covered: { note: cover.note, proof: await proofs.inclusion(row.index, cover.size) } } : bare;
  };
  return {
    parts,
    text: async index => {
      const [row] = await rows(index, 1);
      return row?.index === index && row.personal !== undefined ? receiptText(await parts(row)) : undefined;
    }
  };
}
