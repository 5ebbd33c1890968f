import type { Signatures } from '../signatures.ts';
import { readStamp, stampQuery } from '../ledger/stamp.ts';

/** Milliseconds that an authority may take, and bytes that its reply may have. */
const patience = 20_000;
const most = 64 * 1024;

/** Checkpoints older than this many days are not stamped any more: a stamp says when, and that is long past. */
const daysBack = 7;

/**
 * Has the checkpoints that bear no time stamp yet stamped by the authority at `settings.stamp`, the oldest first, and keeps its replies. Whoever does not
 * answer today is asked tomorrow. Resolves to a static sentence, or nothing where there was nothing to do.
 */
export async function stampCheckpoints({
  database: { db },
  id,
  settings: { stamp },
  now
}: Pick<Signatures, 'database' | 'id' | 'settings' | 'now'>): Promise<string | undefined> {
  if (stamp === undefined) return undefined;
  const bare = await db
    .selectFrom('checkpoint')
    .select(['size', 'text'])
    .where('school', '=', id)
    .where('stamp', 'is', null)
    .where('at', '>', new Date(now().getTime() - daysBack * 86_400_000))
    .orderBy('size')
    .execute();
  let stamped = 0;
  for (const { size, text } of bare) {
    const reply = await replyTo(stampQuery(text), stamp);
    if (!reply || !(await readStamp(reply.bytes, text, reply.query))) continue;
    await db
      .updateTable('checkpoint')
      .set({ stamp: Buffer.from(reply.bytes) })
      .where('school', '=', id)
      .where('size', '=', size)
      .execute();
    stamped += 1;
  }
  if (bare.length === 0) return undefined;
  return stamped === bare.length
    ? `Time stamps: ${stamped}.`
    : `Time stamps: ${stamped} of ${bare.length}; the authority gave no good answer for the others, and is asked again tomorrow.`;
}

async function replyTo(
  query: Uint8Array,
  address: string
): Promise<{ readonly query: Uint8Array; readonly bytes: Uint8Array } | undefined> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' },
      body: Uint8Array.from(query),
      redirect: 'error',
      signal: AbortSignal.timeout(patience)
    });
    const length = Number(response.headers.get('Content-Length') ?? 0);
    if (!response.ok || !response.body || length > most) return undefined;
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body) {
      size += part.length;
      if (size > most) return undefined;
      parts.push(part);
    }
    return { query, bytes: Buffer.concat(parts) };
  } catch {
    return undefined;
  }
}
