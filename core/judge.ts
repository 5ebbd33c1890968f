/** A part that was read, or the reason why it was not; `lacks` names the permission or licence. Never an empty stand-in for what could not be seen. */
export type Reading<T> = { readonly value: T } | { readonly unread: Unread; readonly lacks?: string };

/**
 * Why a part was not read: the surface cannot show it (`unsupported`), the vendor says no (`forbidden`), the licence lacks it
 * (`unlicensed`), or it should have been there and did not come (`unreachable`).
 */
export type Unread = 'forbidden' | 'unlicensed' | 'unreachable' | 'unsupported';
export type Readings<Parts> = { readonly [P in keyof Parts]?: Reading<Parts[P]> };

/** Why a rule or check did not judge. `fault` is a defect of ours; the others name the part that was missing. */
export type Unjudged = { readonly because: Unread | 'not-read'; readonly part: string } | { readonly because: 'fault' };

/** Hands `unit` the parts that it reads and returns its answer, or says why it could not judge. Never throws. */
export function judge<Parts, P extends keyof Parts & string, With, Answer>(
  unit: { readonly reads: readonly P[]; readonly judge: (parts: Pick<Parts, P>, by: With) => Answer },
  readings: Readings<Parts>,
  by: With
): { readonly answer: Answer } | { readonly unjudged: Unjudged } {
  try {
    const parts: { [N in P]?: Parts[N] } = {};
    for (const part of unit.reads) {
      const reading: Reading<Parts[P]> | undefined = readings[part];
      if (!reading) return { unjudged: { because: 'not-read', part } };
      if ('unread' in reading) return { unjudged: { because: reading.unread, part } };
      parts[part] = reading.value;
    }
    return { answer: unit.judge(parts as Pick<Parts, P>, by) };
  } catch {
    return { unjudged: { because: 'fault' } };
  }
}
