import type { Locale } from '../locale.ts';
import type { Item, Report, Tone } from './report.ts';
import { isPage, tame } from './tame.ts';
import { signs } from './toned.ts';

const words = {
  en: { first: 'First of all', whole: 'Read the whole report' },
  cy: { first: 'Yn gyntaf oll', whole: 'Darllen yr adroddiad cyfan' }
} as const;

/** How many things a card names, how long a sentence in it may be (signs), and what Teams takes of a card at most (bytes, with room to spare). */
const most = { items: 3, text: 400 } as const;
export const largestCard = 25 * 1024;

/** An Adaptive Card as plain data. */
export interface ReportCard {
  readonly $schema: string;
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly lang: Locale;
  readonly fallbackText: string;
  readonly body: readonly object[];
  readonly actions?: readonly object[];
}

/** A report as a card of at most `largestCard` bytes: how the school stands, the three things that matter most, and the way to the whole of it. */
export function renderCard(report: Report, whole?: string): ReportCard {
  const { locale, title, subtitle, sections } = report;
  const summary = sections.filter(({ id }) => id === 'summary')[0];
  const blocks = summary ? summary.blocks : [];
  const next = sections.filter(({ id }) => id === 'next')[0];
  const items = (next ? next.blocks : []).reduce<readonly Item[]>(
    (all, block) => (block.kind === 'items' ? all.concat(block.items) : all),
    []
  );
  const body = [
    { type: 'TextBlock', text: plain(title), wrap: true, style: 'heading', size: 'Large', weight: 'Bolder' },
    { type: 'TextBlock', text: plain(subtitle), wrap: true, isSubtle: true, spacing: 'None' },
    ...blocks.reduce<readonly object[]>((all, block) => {
      if (block.kind === 'paragraph') return all.concat([{ type: 'TextBlock', text: plain(block.text), wrap: true }]);
      if (block.kind !== 'facts') return all;
      return all.concat([{ type: 'FactSet', facts: block.facts.map(({ name, value }) => ({ title: plain(name), value: plain(value) })) }]);
    }, []),
    ...(items.length === 0
      ? []
      : [{ type: 'TextBlock', text: words[locale].first, wrap: true, style: 'heading', weight: 'Bolder', spacing: 'Medium' }]),
    ...items.slice(0, most.items).map(itemIn)
  ];
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: locale,
    fallbackText: `${clipped(title)}. ${clipped(subtitle)}.`,
    body,
    ...(whole !== undefined && isPage(whole) ? { actions: [{ type: 'Action.OpenUrl', title: words[locale].whole, url: whole }] } : {})
  };
}

const styles: { readonly [T in Tone]: string } = {
  good: 'good',
  bad: 'attention',
  warn: 'warning',
  unknown: 'accent',
  accepted: 'emphasis',
  plain: 'emphasis'
};

function itemIn({ tone, state, title, says }: Item): object {
  return {
    type: 'Container',
    style: styles[tone],
    items: [
      { type: 'TextBlock', text: `${signs[tone]} ${plain(title)} (${plain(state)})`, wrap: true, weight: 'Bolder' },
      { type: 'TextBlock', text: plain(says), wrap: true, spacing: 'Small' }
    ]
  };
}

/** Text as a card shows it: what stands in it is no mark-up and no date function. */
function plain(text: string): string {
  return clipped(text)
    .replace(/[\\`*_[\]#~>|<]/g, '\\$&')
    .replace(/\{\{/g, '{ {')
    .replace(/^([-+]|\d+\.)(?=\s)/, '\\$1');
}

function clipped(text: string): string {
  const tamed = tame(text);
  return tamed.length <= most.text ? tamed : `${tamed.slice(0, most.text).replace(/[\ud800-\udbff]$/, '')} …`;
}
