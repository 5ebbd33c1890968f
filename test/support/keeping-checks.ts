import { type Check, check, survey } from '../../core/tenant/check.ts';
import type { Parts, Streams, Vendor } from '../../core/tenant/snapshot.ts';
import type { PartReader, StreamReader } from '../../graph/part.ts';

const said = { en: 'x', cy: 'x' };

/** A check for each part and each stream that keeps what it is given, so that a test can look at it. */
export function keepingChecks(
  vendor: Vendor,
  readers: { readonly parts: readonly PartReader[]; readonly streams: readonly StreamReader[] }
) {
  const shown = {
    title: said,
    duties: ['strong-passwords'] as const,
    severity: 'low' as const,
    vendors: [vendor] as const,
    topics: [],
    messages: {},
    pages: {}
  };
  const parts: { [part: string]: unknown } = {};
  const things: { [stream: string]: unknown[] } = {};
  const ofParts = readers.parts.map(({ part }) =>
    check({
      ...shown,
      id: part,
      reads: [part],
      judge: given => {
        parts[part] = given[part];
        return { state: 'pass', message: 'x' };
      }
    })
  );
  const ofStreams = readers.streams.map(({ stream }) =>
    survey({
      ...shown,
      id: stream,
      reads: [],
      walks: stream,
      begin: (): unknown[] => (things[stream] = []),
      see: (all, thing) => void all.push(thing),
      judge: () => ({ state: 'pass', message: 'x' })
    })
  );
  const checks: readonly Check[] = [...ofParts, ...ofStreams];
  return { checks, parts: parts as { [P in keyof Parts]?: Parts[P] }, things: things as { [S in keyof Streams]?: Streams[S][] } };
}
