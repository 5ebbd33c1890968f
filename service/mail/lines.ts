/** A line with its end, or a piece of one that is too long to be held; `opens` says that it begins a line. */
export interface Line {
  readonly bytes: Buffer;
  readonly opens: boolean;
}

const longest = 1 << 20;

/** Cuts a stream of bytes into lines, each with its line feed. A line longer than 1 MB comes in pieces, so that memory stays flat. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  let rest: Buffer = Buffer.alloc(0);
  let opens = true;
  for await (const chunk of chunks) {
    const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const lines: Line[] = [];
    let start = 0;
    for (let end = bytes.indexOf(10, start); end >= 0; end = bytes.indexOf(10, start)) {
      lines.push({ bytes: bytes.subarray(start, end + 1), opens });
      start = end + 1;
      opens = true;
    }
    rest = bytes.subarray(start);
    if (rest.length > longest) {
      lines.push({ bytes: rest, opens });
      rest = Buffer.alloc(0);
      opens = false;
    }
    yield lines;
  }
  if (rest.length > 0) yield [{ bytes: rest, opens }];
}
