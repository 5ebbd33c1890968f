import type { Mail, MailRule } from './api.ts';
import { columns } from './chart.ts';
import { el } from './dom.ts';
import { choice } from './field.ts';
import { card, empty, more, way } from './pieces.ts';
import { printing, type Screen, showing, type Shown, top } from './screen.ts';
import { say } from './speak.ts';
import { type Column, type Looking, plainTable, table } from './table.ts';

/** How often each rule spoke, by rule and by week; never by whom. */
export function mail(screen: Screen): Shown {
  const looking: Looking = { page: 0 };
  let only = screen.asked[0] ?? '';
  const view = showing<Mail>(screen, say('mail'), 'mail', ({ rules, weeks, says, empty: none }) => {
    const one = rules.find(({ rule }) => rule === only);
    const pick = choice(
      'mail-rule',
      say('rule'),
      [['', say('allRules')], ...rules.map(({ rule, title }) => [rule, title] as const)],
      only,
      {
        onchange: event => {
          only = (event.target as HTMLSelectElement).value;
          view.again();
        },
        'data-held': true
      }
    );
    return [
      top(say('mail'), printing()),
      el('p', { class: 'lead', 'data-key': 'lead' }, says),
      none ? empty(none) : undefined,
      weeks.length > 0 && rules.length > 0
        ? card(
            say('warningsByWeek'),
            el('div', { class: 'filters' }, pick.row),
            columns(
              one?.title ?? say('allRules'),
              say('week'),
              weeks.map(({ label }) => label),
              [{ title: say('warned'), look: 'series-5', values: one?.weeks ?? weeks.map(({ warned }) => warned) }]
            )
          )
        : undefined,
      rules.length > 0
        ? card(
            say('byRule'),
            ...table({
              caption: say('warnings'),
              columns: ruleColumns(rules),
              rows: rules,
              key: ({ rule }) => rule,
              looking,
              again: () => view.again()
            }),
            weeks.length > 0
              ? more(
                  say('byRuleAndWeek'),
                  el(
                    'div',
                    { class: 'wide', tabindex: '0', role: 'region', 'aria-label': say('byRuleAndWeek') },
                    plainTable(
                      say('byRuleAndWeek'),
                      [say('rule'), ...weeks.map(({ label }) => label)],
                      rules.map(rule => [rule.title, ...weeks.map((_, i) => rule.weeks[i] ?? 0)])
                    )
                  )
                )
              : undefined
          )
        : undefined
    ];
  });
  return {
    ...view,
    turn: asked => {
      only = asked[0] ?? '';
      view.again();
    }
  };
}

function ruleColumns(rules: readonly MailRule[]): readonly Column<MailRule>[] {
  const looked = rules.some(({ sent }) => sent !== undefined);
  const all: readonly Column<MailRule>[] = [
    { id: 'rule', title: say('rule'), cell: ({ title, url }) => way(url, title), by: ({ title }) => title },
    { id: 'warned', title: say('warned'), cell: ({ warned }) => String(warned), by: ({ warned }) => warned, number: true }
  ];
  if (!looked) return all;
  return [
    ...all,
    {
      id: 'sent',
      title: say('sentAnyway'),
      cell: ({ sent }) => (sent === undefined ? say('notLooked') : String(sent)),
      by: ({ sent }) => sent ?? -1,
      number: true
    }
  ];
}
