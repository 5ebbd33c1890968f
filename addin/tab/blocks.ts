import type { Block, Item } from '../../core/report/report.ts';
import { bars } from './chart.ts';
import { el, type Children } from './dom.ts';
import { facts, state, way } from './pieces.ts';
import { plainTable } from './table.ts';

/** What a section of the report is made of, drawn as the tab draws it. */
export function blocks(all: readonly Block[]): Children {
  return all.map(block => {
    switch (block.kind) {
      case 'paragraph':
        return el('p', {}, block.text);
      case 'facts':
        return facts(block.facts.map(({ name, value, tone }) => ({ label: name, value, tone })));
      case 'table':
        return plainTable(block.caption, block.columns, block.rows);
      case 'bars':
        return bars(block);
      case 'items':
        return el(
          'ol',
          { class: 'items' },
          ...block.items.map(each => el('li', { class: each.tone, 'data-key': each.title }, ...inItem(each)))
        );
    }
  });
}

/** One thing to read about: its title, its state, a sentence, notes, where to read on. */
export function inItem({ tone, state: says, title, says: sentence, notes, links }: Item): Children {
  return [
    el('h3', {}, title),
    state(tone, says),
    el('p', {}, sentence),
    ...notes.map(note => el('p', { class: 'soft small' }, note)),
    links.length === 0 ? undefined : el('p', { class: 'row small' }, ...links.map(({ text, url }) => way(url, text)))
  ];
}
