import { isOpen } from '../../core/policies/asking.ts';
import type { Standing } from '../../core/policies/standing.ts';
import type { Done, PeoplePage, PeopleSearch, PersonLine, Signatures } from './api.ts';
import { send } from './ask.ts';
import { askFirst } from './dialog.ts';
import { type Children, el } from './dom.ts';
import { done, failed } from './done.ts';
import { choice, line, lines } from './field.ts';
import { button, empty, state } from './pieces.ts';
import type { Screen } from './screen.ts';
import { say, tell } from './speak.ts';
import { type Column, type Looking, table } from './table.ts';

const size = 25;
const named = 5;

/** The people of the signatures: found, put in order, chosen, reminded and excused. */
export interface People {
  readonly drawn: (data: Signatures) => Children;
  readonly renew: (live?: boolean) => Promise<void>;
  /** A link asks for these: a policy and a group. */
  readonly turn: (asked: readonly string[]) => void;
}

/** Nothing is asked for before the view is drawn; `changed` draws it again, `acted` looks again at the numbers. */
export function people(screen: Screen, changed: () => void, acted: () => void): People {
  let [policy = '', audience = ''] = screen.asked;
  let states: readonly Standing[] | undefined;
  let search = '';
  const looking: Looking = { page: 0, sorted: { column: 'state', down: false } };
  let found: PeoplePage | undefined;
  let wrong: string | undefined;
  let asked = 0;
  const chosen = new Map<string, PersonLine>();

  const wanted = (): Omit<PeopleSearch, 'page' | 'size' | 'sort'> => ({
    ...(policy !== '' && { policy }),
    ...(audience !== '' && { audience }),
    ...(states && { states }),
    ...(search !== '' && { search })
  });

  async function renew(live = false): Promise<void> {
    const mine = ++asked;
    const sort = looking.sorted?.column as 'name' | 'due' | 'state' | undefined;
    const answer = await send<PeoplePage>('signatures/people', { ...wanted(), ...(sort && { sort }), page: looking.page, size }, live);
    // Somebody types faster than the service answers: only the last answer counts.
    if (mine !== asked || !screen.here()) return;
    wrong = 'problem' in answer ? answer.problem : undefined;
    if ('value' in answer) found = answer.value;
    changed();
  }

  let later: ReturnType<typeof setTimeout> | undefined;
  const filtered = (): void => {
    looking.page = 0;
    clearTimeout(later);
    later = setTimeout(() => void renew().then(() => found && tell(say('peopleCount', { count: found.total }))), 200);
  };
  void renew();

  function filters({ policies, states: all }: Signatures): HTMLElement {
    const audiences = new Map(
      policies
        .filter(each => policy === '' || each.policy === policy)
        .flatMap(each => each.audiences.map(one => [one.audience, one.title] as const))
    );
    const select = (
      id: string,
      label: string,
      options: readonly (readonly [string, string])[],
      value: string,
      set: (to: string) => void
    ): HTMLElement =>
      choice(id, label, options, value, {
        'data-held': true,
        onchange: event => {
          set((event.target as HTMLSelectElement).value);
          filtered();
          changed();
        }
      }).row;
    const open = all.filter(({ state: id }) => openOnes.includes(id)).map(({ state: id }) => id);
    return el(
      'div',
      { class: 'filters', role: 'search', 'aria-label': say('people') },
      select(
        'people-policy',
        say('policy'),
        [['', say('allPolicies')], ...policies.map(each => [each.policy, each.title] as const)],
        policy,
        to => (policy = to)
      ),
      select('people-audience', say('audience'), [['', say('allAudiences')], ...audiences], audience, to => (audience = to)),
      select(
        'people-state',
        say('state'),
        [['', say('allStates')], ['open', say('openStates')], ...all.map(({ state: id, label }) => [id, label] as const)],
        states === undefined ? '' : states.length > 1 ? 'open' : states[0]!,
        to => (states = to === '' ? undefined : to === 'open' ? open : [to as Standing])
      ),
      line('people-search', say('search'), {
        type: 'search',
        autocomplete: 'off',
        oninput: event => {
          search = (event.target as HTMLInputElement).value.trim();
          filtered();
        }
      }).row
    );
  }

  function drawn(data: Signatures): Children {
    if (data.policies.length === 0) return [];
    const all = [...chosen.values()];
    return [
      el(
        'section',
        { class: 'card', id: 'people', tabindex: '-1' },
        el('h2', {}, say('people')),
        filters(data),
        wrong === undefined ? undefined : el('p', { class: 'wrong', role: 'alert' }, wrong),
        ...(found && found.total > 0 ? listed(found) : []),
        found && found.total === 0 ? empty({ title: say('nobody'), says: say('nobodyText') }) : undefined,
        found ? undefined : el('p', { class: 'waiting' }, say('waiting')),
        all.length > 0 ? bar(all) : found && found.open > 0 && screen.can('remind') ? remindingAll(found.open) : undefined
      )
    ];
  }

  function listed({ people: lines, total }: PeoplePage): readonly Node[] {
    const does = screen.can('excuse') && lines.some(({ excused }) => excused);
    const cols: readonly Column<PersonLine>[] = [
      { id: 'name', title: say('person'), cell: each => el('bdi', {}, nameOf(each)), by: ({ name }) => name },
      { id: 'audience', title: say('audience'), cell: each => each.audience },
      { id: 'policy', title: say('policy'), cell: each => each.policy },
      {
        id: 'state',
        title: say('state'),
        cell: ({ tone, label, says }) => el('div', {}, state(tone, label), says === '' ? '' : el('p', { class: 'soft small' }, says)),
        by: ({ label }) => label
      },
      ...(does
        ? [
            {
              id: 'does',
              title: say('does'),
              cell: (each: PersonLine) => {
                if (!each.excused) return '';
                const again = button(say('recall'), 'plain-button', () => void recalled(each));
                again.setAttribute('aria-label', say('recallOf', { name: nameOf(each) }));
                return again;
              }
            }
          ]
        : [])
    ];
    const acts = screen.can('remind') || screen.can('excuse');
    return table({
      caption: say('peopleCount', { count: total }),
      columns: cols,
      rows: lines,
      key: keyOf,
      looking,
      again: () => {
        changed();
        void renew();
      },
      mark: changed,
      size,
      total,
      ...(acts && {
        ticks: {
          has: (each: PersonLine) => chosen.has(keyOf(each)),
          set: (rows: readonly PersonLine[], on: boolean) => {
            for (const row of rows) {
              if (on) chosen.set(keyOf(row), row);
              else chosen.delete(keyOf(row));
            }
          },
          label: (each: PersonLine) => say('selectOne', { name: nameOf(each) }),
          can: ({ state: standing }: PersonLine) => openOnes.includes(standing)
        }
      })
    });
  }

  function bar(all: readonly PersonLine[]): HTMLElement {
    // Whoever was not asked yet, or did not agree, can be excused and not reminded.
    const open = all.filter(({ state: standing }) => isOpen({ standing }));
    return el(
      'div',
      { class: 'chosen', role: 'group', 'aria-label': say('selectedCount', { count: all.length }), 'data-key': 'chosen' },
      el('strong', {}, say('selectedCount', { count: all.length })),
      open.length > 0 && screen.can('remind') ? button(say('remind'), 'main', () => reminding(open), 'remind') : undefined,
      screen.can('excuse') ? button(say('excuse'), 'quiet', () => excusing(all), 'excuse') : undefined,
      button(
        say('selectNone'),
        'plain-button',
        () => {
          chosen.clear();
          changed();
          document.getElementById('people')?.focus({ preventScroll: true });
        },
        'none'
      )
    );
  }

  function remindingAll(count: number): HTMLElement {
    return el(
      'p',
      { 'data-key': 'all' },
      button(say('remindAll', { count }), 'quiet', () => remindThem({ all: wanted() }, say('remindTitle', { count }), []), 'remind-all')
    );
  }

  function reminding(all: readonly PersonLine[]): void {
    const each = new Map(all.map(one => [one.matter.person, one.name]));
    const [only] = each.values();
    const title = each.size === 1 && only !== undefined ? say('remindOneTitle', { name: only }) : say('remindTitle', { count: each.size });
    remindThem({ people: [...each.keys()] }, title, each.size === 1 ? [] : [...each.values()]);
  }

  function remindThem(
    whom: { readonly people: readonly string[] } | { readonly all: object },
    title: string,
    names: readonly string[]
  ): void {
    askFirst({
      title,
      body: [namesOf(names), el('p', {}, say('remindText'))],
      does: say('remindDo'),
      confirm: async () => {
        const answer = await send<Done>('signatures/remind', whom);
        if ('problem' in answer) return answer.problem;
        const { says, since, count } = answer.value;
        chosen.clear();
        done(says, since === undefined || count === 0 ? undefined : () => void taken(since));
        after();
        return undefined;
      }
    });
  }

  async function taken(since: string): Promise<void> {
    const answer = await send<Done>('signatures/take-back', { since });
    if ('problem' in answer) return failed(answer.problem);
    done(answer.value.says);
    after();
  }

  function excusing(all: readonly PersonLine[]): void {
    const because = lines('excuse-because', say('excuseBecause'), { maxlength: 500, 'aria-required': 'true' }, say('excuseHelp'));
    const until = line('excuse-until', say('excuseUntil'), { type: 'date', min: screen.session.today });
    askFirst({
      title: say('excuseTitle', { count: all.length }),
      body: [namesOf(all.map(nameOf)), because.row, until.row],
      does: say('excuseDo'),
      confirm: async () => {
        if (because.value() === '') {
          because.wrong(say('missing'));
          return say('missingSome');
        }
        const excused: PersonLine[] = [];
        let says = '';
        for (const each of all) {
          const day = until.value();
          const answer = await send<Done>('signatures/excuse', {
            matter: each.matter,
            because: because.value(),
            ...(day !== '' && { until: day })
          });
          if ('problem' in answer) {
            after();
            return answer.problem;
          }
          excused.push(each);
          chosen.delete(keyOf(each));
          says = answer.value.says;
        }
        done(
          excused.length === 1 ? says : say('excusedCount', { count: excused.length }),
          () =>
            void (async () => {
              for (const each of excused) await recalled(each);
            })()
        );
        after();
        return undefined;
      }
    });
  }

  async function recalled({ matter }: PersonLine): Promise<void> {
    const answer = await send<Done>('signatures/recall', { matter });
    if ('problem' in answer) return failed(answer.problem);
    done(answer.value.says);
    after();
  }

  function after(): void {
    acted();
    void renew();
  }

  return {
    drawn,
    renew,
    turn: to => {
      [policy = '', audience = ''] = to;
      states = undefined;
      looking.page = 0;
      void renew().then(() => {
        const place = document.getElementById('people');
        place?.focus({ preventScroll: true });
        place?.scrollIntoView({ block: 'start' });
      });
    }
  };
}

/** Who is still to sign. */
const openOnes: readonly Standing[] = ['due', 'asked', 'opened', 'overdue', 'expired', 'declined'];

function keyOf({ matter: { person, policy, child } }: PersonLine): string {
  return [person, policy, child ?? ''].join(' ');
}

function nameOf({ name, child }: PersonLine): string {
  return child === undefined ? name : say('forChild', { name, child });
}

function namesOf(names: readonly string[]): Node | undefined {
  if (names.length === 0) return undefined;
  return el(
    'ul',
    { class: 'soft' },
    ...names.slice(0, named).map(name => el('li', {}, el('bdi', {}, name))),
    names.length > named ? el('li', {}, say('andMore', { count: names.length - named })) : undefined
  );
}
