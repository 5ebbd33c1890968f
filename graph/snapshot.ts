import type { Reading, Readings } from '../core/judge.ts';
import type { Audit, Result } from '../core/tenant/audit.ts';
import type { Licence, Parts, Snapshot, Streams, Vendor } from '../core/tenant/snapshot.ts';
import type { Way } from './http.ts';
import type { PartReader, StreamReader } from './part.ts';

/** What one reading of a tenant needs. */
export interface Reader {
  readonly vendor: Vendor;
  readonly tenant: string;
  readonly way: Way;
  readonly parts: readonly PartReader[];
  readonly streams: readonly StreamReader[];
  readonly now: () => Date;
  /** Told how far each stream has come, for whoever waits. */
  readonly progress?: (stream: keyof Streams, seen: number) => void;
}

/**
 * Reads what an audit wants to see, everything at once, each part on its own, and gives its results. Where the tenant's licences are known, nothing is
 * asked for that they do not bring.
 */
export async function auditTenant(
  audit: Audit,
  reader: Reader
): Promise<{ readonly snapshot: Snapshot; readonly results: readonly Result[] }> {
  const { vendor, tenant, way, now, progress = () => {} } = reader;
  const takenAt = now().toISOString();
  const gate = await licencesOf(reader);
  const without = ({ licences }: { readonly licences?: readonly Licence[] }): string | undefined =>
    gate && licences && !licences.some(licence => gate.includes(licence)) ? licences.join(', ') : undefined;

  const parts: { [P in keyof Parts]?: Reading<Parts[P]> } = {};
  const readParts = audit.parts.map(async part => {
    const by = reader.parts.find(each => each.part === part);
    const lacks = by && without(by);
    const reading: Reading<unknown> = !by ? { unread: 'unsupported' } : lacks ? { unread: 'unlicensed', lacks } : await by.read(way);
    (parts as { [part: string]: Reading<unknown> })[part] = reading;
  });
  const walked = audit.streams.map(async stream => {
    const by = reader.streams.find(each => each.stream === stream);
    const lacks = by && without(by);
    if (!by) return audit.ended(stream, { unread: 'unsupported', seen: 0 });
    if (lacks) return audit.ended(stream, { unread: 'unlicensed', lacks, seen: 0 });
    let seen = 0;
    audit.ended(
      stream,
      await by.walk(way, thing => {
        audit.see(stream, thing);
        seen += 1;
        if (seen % 500 === 0) progress(stream, seen);
      })
    );
  });
  await Promise.all([...readParts, ...walked]);
  const snapshot: Snapshot = { tenant, vendor, takenAt, parts: parts as Readings<Parts> };
  return { snapshot, results: audit.results(snapshot) };
}

/** The tenant's licences; nothing where they could not be read, and then everything is tried. */
async function licencesOf({ parts, way }: Reader): Promise<readonly Licence[] | undefined> {
  const reading = await parts.find(({ part }) => part === 'licences')?.read(way);
  return reading && 'value' in reading ? (reading.value as Parts['licences']) : undefined;
}
