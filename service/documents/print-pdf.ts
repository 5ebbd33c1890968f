import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Content, StyleDictionary, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Locale } from '../../core/locale.ts';

/** A document to be printed, and what is said of it. */
export interface Print {
  readonly title: string;
  readonly language: Locale;
  /** When what it says was made, ISO 8601: not when it is printed, so that it is the same each time. */
  readonly at: string;
  readonly content: readonly Content[];
  readonly styles?: StyleDictionary;
  /** Left, top, right, bottom, in points. */
  readonly margins?: readonly [left: number, top: number, right: number, bottom: number];
  /** A file within the file. */
  readonly attached?: { readonly name: string; readonly description: string; readonly text: string };
  /** The line at the foot of a page. */
  readonly footer: (page: number, pages: number) => string;
}

const roboto = dirname(createRequire(import.meta.url).resolve('pdfmake/fonts/Roboto/Roboto-Regular.ttf'));
const file = (style: string): string => join(roboto, `Roboto-${style}.ttf`);
const fonts = {
  Roboto: { normal: file('Regular'), bold: file('Medium'), italics: file('Italic'), bolditalics: file('MediumItalic') }
};

/**
 * A4 pages as PDF, with their fonts in them (Roboto, which has the letters of Welsh). The same document gives the same bytes with the same version of Beadle
 * and of Node. Nothing is fetched, and no file but the fonts is read.
 */
export async function printPdf({
  title,
  language,
  at,
  content,
  styles = {},
  margins = [64, 64, 64, 72],
  attached,
  footer
}: Print): Promise<Buffer> {
  const { default: pdfmake } = await import('pdfmake');
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(path => path.startsWith(roboto));
  const definition: TDocumentDefinitions = {
    version: '1.7',
    pageSize: 'A4',
    pageMargins: [...margins],
    language: language === 'cy' ? 'cy' : 'en-GB',
    displayTitle: true,
    info: { title, creator: 'Beadle', producer: 'Beadle', creationDate: new Date(at) },
    defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.3 },
    styles,
    content: [...content],
    ...(attached ? { files: { [attached.name]: { ...dataOf(attached.text, at), description: attached.description } } } : {}),
    footer: (page, pages) => ({ text: footer(page, pages), alignment: 'center', fontSize: 8, color: '#555555', margin: [64, 24, 64, 0] })
  };
  return pdfmake.createPdf(definition).getBuffer();
}

function dataOf(text: string, at: string) {
  const made = new Date(at);
  return { src: `data:application/json;base64,${Buffer.from(text).toString('base64')}`, creationDate: made, modifiedDate: made };
}
