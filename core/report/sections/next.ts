import { dateIn } from '../../dates.ts';
import { fill } from '../../locale.ts';
import { itemOf } from '../item.ts';
import type { Section } from '../report.ts';
import { isOpen } from '../words.ts';

const weight = { high: 0, medium: 1, low: 2 } as const;
const words = {
  none: { en: 'There is nothing to put right.', cy: 'Nid oes dim i’w gywiro.' },
  more: {
    en: 'And {count} more, of less weight: they stand in the coordinator’s report.',
    cy: 'A {count} arall, llai pwysig: maent yn adroddiad y cydlynydd.'
  },
  ranOut: { en: 'The risk that {owner} accepted ran out on {date}.', cy: 'Daeth y risg a dderbyniodd {owner} i ben ar {date}.' }
} as const;

/** What should be put right, what matters most first. The head is told of the five that do. */
export const next: Section = {
  id: 'next',
  title: { en: 'What to do next', cy: 'Beth i’w wneud nesaf' },
  readers: ['it', 'coordinator', 'head'],
  make: (data, locale, reader) => {
    const open = data.lines.filter(isOpen).sort((a, b) => weight[a.check.severity] - weight[b.check.severity]);
    if (open.length === 0) return data.lines.length === 0 ? [] : [{ kind: 'paragraph', text: words.none[locale] }];
    const shown = reader === 'head' ? open.slice(0, 5) : open;
    const items = shown.map(line => {
      const { ranOut } = line.result;
      const item = itemOf(line, data, locale, reader);
      if (!ranOut) return item;
      return { ...item, notes: [...item.notes, fill(words.ranOut[locale], { owner: ranOut.owner, date: dateIn(locale, ranOut.until) })] };
    });
    const left = open.length - shown.length;
    return [
      { kind: 'items', items },
      ...(left > 0 ? [{ kind: 'paragraph' as const, text: fill(words.more[locale], { count: left }) }] : [])
    ];
  }
};
