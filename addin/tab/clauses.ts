import type { ClauseLine, Clauses } from './api.ts';
import { el } from './dom.ts';
import { choice, line } from './field.ts';
import { empty, facts, state, way } from './pieces.ts';
import { printing, type Screen, showing, type Shown, top } from './screen.ts';
import { say } from './speak.ts';
import { finds } from './table.ts';

/** Every clause of the policy with how far it is kept, and by what. */
export function clauses(screen: Screen): Shown {
  let level = '';
  let search = '';
  let wanted = screen.asked[0];
  const view = showing<Clauses>(screen, say('clauses'), 'clauses', data => {
    const fits = finds(search);
    const seen = data.clauses.filter(each => (level === '' || each.kept === level) && fits(each.id, each.text, each.section ?? ''));
    const levels = choice(
      'clause-level',
      say('level'),
      [['', say('allLevels')], ...data.totals.map(({ kept, label }) => [kept, label] as const)],
      level,
      {
        onchange: event => {
          level = (event.target as HTMLSelectElement).value;
          view.again();
        },
        'data-held': true
      }
    );
    const find = line('clause-find', say('findClause'), {
      type: 'search',
      autocomplete: 'off',
      oninput: event => {
        search = (event.target as HTMLInputElement).value;
        view.again();
      }
    });
    queueMicrotask(() => {
      if (wanted !== undefined && reveal(wanted)) wanted = undefined;
    });
    return [
      top(say('clauses'), printing()),
      el('p', { class: 'lead', 'data-key': 'lead' }, `${data.title}. ${data.says}`),
      data.empty ? empty(data.empty) : undefined,
      data.totals.length > 0 ? facts(data.totals.map(({ label, tone, count }) => ({ label, tone, value: String(count) }))) : undefined,
      data.clauses.length > 0 ? el('div', { class: 'filters', 'data-key': 'filters' }, levels.row, find.row) : undefined,
      data.clauses.length > 0
        ? el(
            'p',
            { class: 'soft small', role: 'status', 'data-key': 'count' },
            say('clausesShown', { count: seen.length, all: data.clauses.length })
          )
        : undefined,
      data.clauses.length > 0 && seen.length === 0 ? empty({ title: say('noClause'), says: say('noClauseText') }) : undefined,
      ...sectionsOf(seen).map(([title, all], i) =>
        el(
          'section',
          { class: 'card', 'data-key': `section-${i}-${title}` },
          el('h2', {}, title === '' ? data.title : title),
          el('ul', { class: 'items' }, ...all.map(each => clauseOf(each, screen)))
        )
      )
    ];
  });
  return {
    ...view,
    turn: asked => {
      wanted = asked[0];
      level = '';
      search = '';
      view.again();
    }
  };
}

/** Clauses that follow one another under the same heading. */
function sectionsOf(all: readonly ClauseLine[]): readonly (readonly [string, readonly ClauseLine[]])[] {
  const sections: [string, ClauseLine[]][] = [];
  for (const each of all) {
    const last = sections[sections.length - 1];
    if (last && last[0] === (each.section ?? '')) last[1].push(each);
    else sections.push([each.section ?? '', [each]]);
  }
  return sections;
}

function clauseOf({ id, text, label, tone, partly, couldBe, serves }: ClauseLine, { session }: Screen): HTMLElement {
  return el(
    'li',
    { class: tone, 'data-key': id, 'data-clause': id, tabindex: '-1' },
    el('h3', {}, id),
    state(tone, partly ? `${label}, ${say('partly')}` : label),
    el('p', {}, text),
    serves.length > 0
      ? el(
          'ul',
          { class: 'serves small' },
          ...serves.map(({ title, evidence, url, leads }) => {
            const mine = leads !== undefined && session.views.some(view => view === leads.split('/')[0]);
            return el('li', {}, url === undefined ? title : way(url, title), ': ', mine ? way(leads, evidence) : evidence);
          })
        )
      : undefined,
    couldBe === '' || couldBe === label ? undefined : el('p', { class: 'soft small' }, say('couldBe', { level: couldBe }))
  );
}

function reveal(id: string): boolean {
  const found = [...document.querySelectorAll<HTMLElement>('[data-clause]')].find(({ dataset }) => dataset['clause'] === id);
  found?.focus({ preventScroll: true });
  found?.scrollIntoView({ block: 'center' });
  return found !== undefined;
}
