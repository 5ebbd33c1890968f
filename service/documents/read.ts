import { extname } from 'node:path';
import iconv from 'iconv-lite';
import type { Block, PolicyDocument } from '../../core/policies/import/document.ts';
import { failure } from '../failure.ts';
import { linesOfText } from './text.ts';

/** A document that was read, and a sentence for the person where it was not quite what its ending says. */
export interface ReadDocument {
  readonly document: PolicyDocument;
  readonly note?: string;
}

/**
 * Reads a school's document. `name` is what the person called it, its ending says what it is. Throws a `Failure` for what is of no known format,
 * scanned, locked, damaged or empty. Large readers are loaded only where they are needed.
 */
export async function readDocument(name: string, bytes: Uint8Array): Promise<ReadDocument> {
  const ending = extname(name).toLowerCase();
  switch (ending) {
    case '.txt': {
      const { text, note } = decoded(name, bytes);
      return nonEmpty(name, { document: { kind: 'lines', lines: linesOfText(text) }, ...note });
    }
    case '.md':
    case '.markdown': {
      const { text, note } = decoded(name, bytes);
      const { blocksOfMarkdown } = await import('./markdown.ts');
      return nonEmpty(name, { document: { kind: 'blocks', blocks: unlessTooDeep(name, () => blocksOfMarkdown(text)) }, ...note });
    }
    case '.html':
    case '.htm': {
      const { text, note } = decoded(name, bytes, charsetOf(bytes));
      const { blocksOfHtml } = await import('./html.ts');
      return nonEmpty(name, { document: { kind: 'blocks', blocks: unlessTooDeep(name, () => blocksOfHtml(text)) }, ...note });
    }
    case '.docx':
      return nonEmpty(name, { document: await docx(name, bytes) });
    case '.pdf':
      return { document: await pdf(name, bytes) };
    case '.doc':
    case '.odt':
    case '.rtf':
    case '.pages':
      throw failure(
        'unknown-format',
        `«${name}» is in a format that cannot be read here. Open it where it was written, save it as .docx or PDF, and import that.`
      );
    default:
      throw failure('unknown-format', `«${name}» ends in nothing that can be imported. Give a .txt, .md, .docx, .pdf or .html file.`);
  }
}

/** The readers of pages go down into what is nested; nobody nests so deep that they cannot come back. */
function unlessTooDeep(name: string, blocks: () => readonly Block[]): readonly Block[] {
  try {
    return blocks();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw failure('file-unreadable', `«${name}» is nested too deep to be a document that people read. Check that it is the right file.`);
  }
}

function nonEmpty(name: string, read: ReadDocument): ReadDocument {
  const { document } = read;
  if ((document.kind === 'lines' ? document.lines : document.blocks).length === 0)
    throw failure('file-unreadable', `«${name}» holds no text. Check that it is the right file.`);
  return read;
}

async function docx(name: string, bytes: Uint8Array): Promise<PolicyDocument> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    // An Office file with a password is an old-style container round the encrypted new one.
    const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw locked
      ? failure(
          'file-unreadable',
          `«${name}» is protected with a password. Open it in Word, take the password off (File, Info, Protect Document), save it and import it again.`
        )
      : failure('unknown-format', `«${name}» is an old Word document in spite of its ending. Open it in Word and save it as .docx.`);
  }
  const { blocksOfDocx } = await import('./docx.ts');
  const blocks = await blocksOfDocx(bytes).catch(() => {
    throw failure('file-unreadable', `«${name}» is damaged, or no Word document. Open it in Word and save it again as .docx.`);
  });
  return { kind: 'blocks', blocks };
}

async function pdf(name: string, bytes: Uint8Array): Promise<PolicyDocument> {
  const { linesOfPdf } = await import('./pdf.ts');
  const lines = await linesOfPdf(bytes).catch((error: unknown) => {
    throw error instanceof Error && error.name === 'PasswordException'
      ? failure('file-unreadable', `«${name}» is protected with a password. Save a copy without one and import that.`)
      : failure('file-unreadable', `«${name}» is damaged, or no PDF. Make the PDF again from the document it came from.`);
  });
  const letters = lines.reduce((sum, { text }) => sum + text.replace(/[^\p{L}]/gu, '').length, 0);
  if (letters < 40) {
    throw failure(
      'file-unreadable',
      `«${name}» holds pictures of pages and no text, as a scanner makes them. Import the document it was printed from, or have the text recognised first.`
    );
  }
  return { kind: 'lines', lines };
}

function decoded(name: string, bytes: Uint8Array, declared?: string): { readonly text: string; readonly note: { readonly note?: string } } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return { text: iconv.decode(buffer, 'utf-16'), note: {} };
  if (buffer.includes(0))
    throw failure('file-unreadable', `«${name}» is no text, whatever its ending says. Check that it is the right file.`);
  if (declared && !/^utf-?8$/i.test(declared) && iconv.encodingExists(declared)) return { text: iconv.decode(buffer, declared), note: {} };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(buffer), note: {} };
  } catch {
    const note = `«${name}» is not UTF-8. It was read as Windows text: if letters look wrong in the result, save it as UTF-8 and import it again.`;
    return { text: iconv.decode(buffer, 'windows-1252'), note: { note } };
  }
}

/** The charset that a page says it has, in its first kilobyte. */
function charsetOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  return /<meta[^>]{0,200}charset\s*=\s*["']?([a-z0-9_-]{2,40})/i.exec(head)?.[1];
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}
