import { Marked } from 'marked';
import type { Block } from '../../core/policies/import/document.ts';
import { blocksOfHtml } from './html.ts';

/** The pieces of a Markdown document in reading order. */
export function blocksOfMarkdown(text: string): readonly Block[] {
  const html = new Marked({ async: false }).parse(text.replace(/^\ufeff/, '').replace(/^---\n[\s\S]*?\n---\n/, ''));
  return typeof html === 'string' ? blocksOfHtml(html) : [];
}
