import type { Transaction } from 'kysely';
import type { Person, Role } from '../../core/policies/person.ts';
import type { Config } from '../config.ts';
import { mailFor } from '../mails.ts';
import type { Post } from '../post.ts';
import type { Signatures } from '../signatures.ts';
import { signedNow } from '../store/checkpoints.ts';
import type { Tables } from '../store/tables.ts';

/** A checkpoint on its way to one address. */
export interface CheckpointMail {
  readonly size: number;
  readonly to: string;
}

const witnesses: readonly Role[] = ['head', 'chair', 'data-protection-officer'];

/** Signs what the ledger is today, and hands the mails about it to `queue` in the same transaction. Resolves to how many entries it covers, or nothing where nothing was added since. */
export async function checkpointToday(
  {
    database,
    desk,
    id,
    key,
    days,
    school,
    settings,
    now
  }: Pick<Signatures, 'database' | 'desk' | 'id' | 'key' | 'days' | 'school' | 'settings' | 'now'>,
  queue: (trx: Transaction<Tables>, mails: readonly CheckpointMail[]) => Promise<void>
): Promise<number | undefined> {
  const people = await desk.people();
  const today = days.dayOf(now().toISOString());
  const to = witnessesOf(people, school.config, settings.checkpointsTo, today);
  const fresh = await signedNow(database.db, id, { signer: key.signer, now: now(), date: today }, (trx, { size }) =>
    queue(
      trx,
      to.map(address => ({ size, to: address }))
    )
  );
  return fresh?.size;
}

/** Where checkpoints go: the head, the chair of governors, the data protection officer, and whom the school named besides; each address once. */
export function witnessesOf(
  people: readonly Person[],
  { people: posts }: Pick<Config, 'people'>,
  besides: readonly string[],
  today: string
): readonly string[] {
  const instead: { readonly [R in Role]?: readonly string[] } = {
    head: posts.headteacher.slice(0, 1),
    chair: posts.chairOfGovernors.slice(0, 1)
  };
  const to = witnesses.flatMap(role => {
    const known = people.filter(({ roles, leftOn }) => roles.includes(role) && (leftOn === undefined || leftOn >= today));
    const addresses = known.flatMap(({ address }) => address ?? []);
    return addresses.length > 0 ? addresses : (instead[role] ?? []);
  });
  return [...new Set([...to, ...besides])];
}

/** Sends one. The checkpoint is attached as it was signed. */
export async function sendCheckpoint(
  { database, id, school, now }: Pick<Signatures, 'database' | 'id' | 'school' | 'now'>,
  post: Pick<Post, 'send'>,
  { size, to }: CheckpointMail
): Promise<void> {
  const row = await database.db
    .selectFrom('checkpoint')
    .select('text')
    .where('school', '=', id)
    .where('size', '=', size)
    .executeTakeFirstOrThrow();
  const { languages, name } = school.config.school;
  await post.send(
    mailFor('checkpoint', {
      to,
      language: languages[0]!,
      languages,
      values: { school: name },
      files: [{ name: `checkpoint-${size}.txt`, type: 'text/plain; charset=utf-8', content: row.text }]
    })
  );
  await database.db.updateTable('checkpoint').set({ sent_at: now() }).where('school', '=', id).where('size', '=', size).execute();
}
