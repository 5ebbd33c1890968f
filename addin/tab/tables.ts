import type { Act, Acting, Behind, Done, Row, Table, Tables } from './api.ts';
import { formOf } from './asking.ts';
import { send } from './ask.ts';
import { askFirst } from './dialog.ts';
import { el, the } from './dom.ts';
import { done } from './done.ts';
import { line } from './field.ts';
import { button, card, empty, state } from './pieces.ts';
import { printing, type Screen, showing, type Shown, top } from './screen.ts';
import { say } from './speak.ts';
import { type Column, finds, type Looking, table } from './table.ts';

/** From so many rows on a table can be searched. */
const many = 10;

/** A view that its own part of the service fills: approvals, registers. What can be done with a row stands in it. */
export function tables(screen: Screen, view: 'approvals' | 'registers'): Shown {
  const looks = new Map<string, Looking & { search: string }>();
  const acts = screen.can(view === 'approvals' ? 'act-approvals' : 'act-registers');
  const shown = showing<Tables>(screen, say(view), view, ({ says, tables: all, begin, private: before, empty: none }) => [
    top(say(view), printing()),
    el('p', { class: 'lead', 'data-key': 'lead' }, says),
    acts && begin.length > 0
      ? card(
          say(view === 'approvals' ? 'beginApproval' : 'beginRegister'),
          el('div', { class: 'row' }, ...begin.map(act => button(act.label, 'quiet', () => acting(act, 'begin'), `begin-${act.id}`)))
        )
      : undefined,
    none ? empty(none) : undefined,
    ...all.map(each => card(each.title, ...bodyOf(each, before)))
  ]);

  function bodyOf(each: Table, before: Tables['private']): readonly Node[] {
    if (each.rows.length === 0) return [empty(each.empty ?? { title: say('none'), says: '' })];
    const looking = looks.get(each.id) ?? { page: 0, search: '' };
    looks.set(each.id, looking);
    const fits = finds(looking.search);
    const search = line(`find-${each.id}`, say('find'), {
      type: 'search',
      autocomplete: 'off',
      oninput: event => {
        looking.search = (event.target as HTMLInputElement).value;
        looking.page = 0;
        shown.again();
      }
    });
    return [
      ...(each.rows.length > many ? [el('div', { class: 'filters' }, search.row)] : []),
      ...table({
        caption: each.title,
        columns: columnsOf(each, before),
        rows: each.rows.filter(({ cells }) => fits(...cells)),
        key: ({ id }) => id,
        looking,
        again: () => shown.again()
      })
    ];
  }

  function columnsOf({ id, columns, rows }: Table, before: Tables['private']): readonly Column<Row>[] {
    const all = columns.map(
      (title, i): Column<Row> => ({
        id: String(i),
        title,
        // The tone is of the row: it stands at its last cell that says how things are.
        cell: ({ cells, tone }) =>
          i === columns.length - 1 && tone !== 'plain' ? state(tone, cells[i] ?? '') : el('bdi', {}, cells[i] ?? ''),
        by: ({ cells }) => cells[i] ?? ''
      })
    );
    // Reading changes nothing: whoever may do nothing here may still read.
    const actsOf = (row: Row): readonly Act[] => row.acts.filter(({ reads }) => acts || reads === 'only');
    if (rows.every(row => actsOf(row).length === 0)) return all;
    return [
      ...all,
      {
        id: 'acts',
        title: say('does'),
        cell: row =>
          el(
            'div',
            { class: 'row' },
            ...actsOf(row).map(act => {
              const made = button(
                act.label,
                'quiet',
                () => (act.reads && before ? reading(act, id, row, before) : acting(act, id, row)),
                act.id
              );
              made.setAttribute('aria-label', `${act.label}: ${row.cells[0] ?? ''}`);
              return made;
            })
          )
      }
    ];
  }

  /** Shows what stands behind a row, once somebody has said that nobody else sees it, and then goes on to what is done with it. */
  function reading(act: Act, of: string, row: Row, before: NonNullable<Tables['private']>): void {
    let behind: Behind | undefined;
    askFirst({
      title: before.title,
      body: [el('p', { class: 'soft' }, row.cells.join(' · ')), el('p', {}, before.says)],
      does: before.yes,
      no: before.no,
      confirm: async () => {
        const answer = await send<Behind>(`${view}/read`, { row: row.id, private: true });
        if ('problem' in answer) return answer.problem;
        behind = answer.value;
        return undefined;
      },
      after: () => {
        if (!behind || !screen.here()) return;
        if (act.reads === 'only') told(behind);
        else acting(act, of, row, behind);
        the('behind').focus();
      }
    });
  }

  function told(behind: Behind): void {
    askFirst({
      title: behind.title,
      body: [behindOf(behind)],
      does: say('close'),
      no: { none: true },
      covered: say('coveredAsked'),
      confirm: () => Promise.resolve(undefined)
    });
  }

  function acting(act: Act, of: string, row?: Row, behind?: Behind): void {
    const form = formOf(act.fields, {}, `act-${act.id}`);
    askFirst({
      title: act.sure ?? act.label,
      body: [row ? el('p', { class: 'soft' }, row.cells.join(' · ')) : undefined, behind ? behindOf(behind) : undefined, ...form.rows],
      does: act.does ?? act.label,
      ...(behind && { covered: say('coveredAsked') }),
      confirm: async () => {
        const typed = form.read();
        if ('wrong' in typed) return typed.wrong;
        const body: Acting = { table: of, ...(row && { row: row.id }), act: act.id, fields: typed.fields };
        const answer = await send<Done>(`${view}/act`, body);
        if ('problem' in answer) return answer.problem;
        done(answer.value.says, undefined, answer.value.url === undefined ? undefined : { url: answer.value.url, says: say('download') });
        shown.renew();
        return undefined;
      }
    });
  }
  return shown;
}

/** What stands behind a row, as it was written. */
function behindOf({ facts }: Behind): HTMLElement {
  return el(
    'dl',
    { class: 'known', id: 'behind', tabindex: '-1' },
    ...facts.map(({ name, value }) => el('div', {}, el('dt', {}, name), el('dd', { class: 'typed' }, value)))
  );
}
