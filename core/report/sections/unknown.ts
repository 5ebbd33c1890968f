import { itemOf } from '../item.ts';
import type { Section } from '../report.ts';
import { isUnknown } from '../words.ts';

const words = {
  says: {
    en: 'Nothing that could not be seen counts as right, and nothing as wrong.',
    cy: 'Nid yw dim na ellid ei weld yn cyfrif fel cywir nac fel anghywir.'
  }
} as const;

/** What could not be judged, and what is missing for it. */
export const unknown: Section = {
  id: 'unknown',
  title: { en: 'What is not known', cy: 'Beth sy’n anhysbys' },
  readers: ['it', 'coordinator'],
  make: (data, locale, reader) => {
    const lines = data.lines.filter(isUnknown);
    if (lines.length === 0) return [];
    return [
      { kind: 'paragraph', text: words.says[locale] },
      { kind: 'items', items: lines.map(line => itemOf(line, data, locale, reader)) }
    ];
  }
};
