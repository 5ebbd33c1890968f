import type { Span } from './span.ts';
import { textOf } from './html.ts';
import type { Body } from './message.ts';
import { type Words, wordsOf } from './words.ts';

/** The text of a message, with who wrote which part of it. Every offset in the product is an offset into `text`. */
export interface Prose {
  /** A plain-text body as it is; the readable text of an HTML body. */
  readonly text: string;
  /** What the sender wrote in this message, without the signature, in order. */
  readonly own: readonly Span[];
  /** The sender's own signature, where one can be told. */
  readonly signature: Span | undefined;
  /** Replies and forwarded mail below or between: other people's words, signatures included. */
  readonly quoted: readonly Span[];
  /** All of `text` as words. */
  readonly words: Words;
}

export function proseOf(body: Body): Prose {
  const text = body.format === 'html' ? textOf(body.content) : body.content;
  return { text, own: [{ start: 0, end: text.length }], signature: undefined, quoted: [], words: wordsOf(text) };
}

/** Whether an offset lies in one of the spans. */
export function isIn(spans: readonly Span[], offset: number): boolean {
  return spans.some(span => span.start <= offset && offset < span.end);
}
