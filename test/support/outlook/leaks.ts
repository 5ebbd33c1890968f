import { gunzipSync } from 'node:zlib';
import type { Sent } from './server.ts';
import type { Draft } from './shapes.ts';

/** Words that stand in every web request anyway. */
const harmless = /^(?:beadle|outlook|office|school|example|message|teacher|accept|browser|content|family)$/;

/** What of a draft must not leave the browser: its addresses and names, its longer words, the names of its files. All in lower case. */
export function secretsOf({
  from,
  to = [],
  cc = [],
  bcc = [],
  subject = '',
  text = '',
  html = '',
  attachments = []
}: Partial<Draft>): readonly string[] {
  const people = [...(from ? [from] : []), ...to, ...cc, ...bcc];
  const words =
    [subject, text, html.replace(/<[^>]*>/g, ' ')]
      .join(' ')
      .toLowerCase()
      .match(/[a-zÀ-ſ]{6,}/g) ?? [];
  return [
    ...people.map(({ address }) => address.toLowerCase()),
    ...people.map(({ name = '' }) => name.toLowerCase()),
    ...words.filter(word => !harmless.test(word)),
    ...attachments.map(({ name }) => name.toLowerCase())
  ].filter(secret => secret.length > 4);
}

/** Which of the secrets can be read in what left the browser: as they are, percent-encoded, in base64 or packed. */
export function leaksIn(sent: readonly Sent[], refused: readonly string[], secrets: ReadonlySet<string>): readonly string[] {
  const words = new Set([...secrets].filter(secret => /^[a-zÀ-ſ]+$/.test(secret)));
  const others = [...secrets].filter(secret => !words.has(secret));
  const texts = [...sent.map(wholeOf), ...refused];
  const found = new Set<string>();
  for (const text of new Set(texts.flatMap(formsOf))) {
    for (const [word] of text.matchAll(/[a-zÀ-ſ]{5,}/g)) if (words.has(word)) found.add(`${word} in ${text.slice(0, 200)}`);
    for (const secret of others) if (text.includes(secret)) found.add(`${secret} in ${text.slice(0, 200)}`);
  }
  return [...found];
}

function wholeOf({ method, host, path, headers, body }: Sent): string {
  const bytes = body();
  const unpacked = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  return `${method} ${host}${path}\n${headers}\n${unpacked.toString()}`;
}

/** A text in every way in which somebody could read it, in lower case. */
function formsOf(text: string): readonly string[] {
  const plain = text.replace(/%[0-9a-f]{2}/gi, sign => String.fromCharCode(parseInt(sign.slice(1), 16))).replace(/\+/g, ' ');
  const unescaped = text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  const packed = (text.match(/[A-Za-z0-9+/_-]{8,}/g) ?? []).map(run => Buffer.from(run, 'base64').toString());
  return [text, plain, unescaped, packed.join('\n')].map(form => form.toLowerCase());
}
