import { locales } from '../../core/locale.ts';
import { failure } from '../failure.ts';
import type { School } from '../school.ts';
import type { Signatures } from '../signatures.ts';
import { ledgerRowsOf } from '../store/checkpoints.ts';
import type { WholeLedger } from './export-file.ts';

/** The ledger of a school's database, with its keys and every text that was published. */
export function wholeLedgerOf({ database, id, desk, key }: Pick<Signatures, 'database' | 'id' | 'desk' | 'key'>): WholeLedger {
  return {
    ...ledgerRowsOf(database.db, id, desk.ledger),
    keys: key.published,
    texts: async () =>
      (await desk.versionStore.all()).flatMap(({ policy, major, minor, texts }) =>
        locales.flatMap(language => {
          const signed = texts[language];
          return signed ? [{ policy, major, minor, language, text: signed.text }] : [];
        })
      )
  };
}

/** Throws a `Failure` where there is no school whose signatures could be meant. */
export function ownSchool(school: School): School {
  if (school.file !== undefined) return school;
  throw failure(
    'file-missing',
    'There is no beadle.yaml here, so there is no school whose ledger could be meant. Name it with --school FILE.'
  );
}
