import type { Incidents, Told, Waiting } from './api.ts';
import { send } from './ask.ts';
import { askFirst, covers } from './dialog.ts';
import { type Children, el, the } from './dom.ts';
import { done } from './done.ts';
import { choice, lines } from './field.ts';
import { lasting } from './moment.ts';
import { button, empty, tag } from './pieces.ts';
import { type Screen, showing, type Shown, top } from './screen.ts';
import { say, tell } from './speak.ts';

const tick = 15 * 1000;

/**
 * What waits for whoever looks, without a word of what it is; what it says is read only after «my screen is private», and stands in no address and no
 * title.
 */
export function incidents(screen: Screen): Shown {
  let wanted = screen.asked[0];
  let told: Told | undefined;
  let touched = Date.now();
  const ahead = Date.parse(screen.session.now) - Date.now();

  const view = showing<Incidents>(screen, say('incidents'), 'incidents', data => {
    queueMicrotask(() => {
      const asked = data.items.find(({ reference }) => reference === wanted);
      wanted = undefined;
      if (asked && !told) reading(asked.id, asked.reference, data.private);
    });
    return [
      top(say('incidents')),
      told ? toldOf(told) : undefined,
      data.items.length > 0
        ? el(
            'section',
            { class: 'card', 'data-key': 'list' },
            el('h2', {}, say('waitForYou')),
            el('ul', { class: 'items' }, ...data.items.map(each => waitingOf(each, data.private)))
          )
        : empty(data.empty ?? { title: say('noIncidents'), says: '' })
    ];
  });

  function waitingOf({ id, reference, when, closed, clock }: Waiting, ask: Incidents['private']): HTMLElement {
    const tone = closed ? 'plain' : (clock?.tone ?? 'unknown');
    const act = button(say('readIt'), 'quiet', () => reading(id, reference, ask));
    act.setAttribute('aria-label', say('readItOf', { reference }));
    return el(
      'li',
      { class: tone, 'data-key': id },
      el('h3', {}, say('reference', { reference })),
      tag(say(closed ? 'closedState' : 'openState'), closed ? 'plain' : tone),
      el('p', { class: 'soft small' }, say('reportedOn', { when })),
      clock && !closed ? el('p', {}, clockOf(clock)) : undefined,
      told?.id === id ? undefined : el('p', {}, act)
    );
  }

  function clockOf({ until, says }: NonNullable<Waiting['clock']>): HTMLElement {
    const left = Date.parse(until) - Date.now() - ahead;
    const tone = left <= 0 ? 'bad' : left < 24 * 60 * 60 * 1000 ? 'warn' : 'unknown';
    return el(
      'span',
      { class: `clock ${tone}`, role: 'timer' },
      el('strong', {}, say(left <= 0 ? 'clockOver' : 'clockLeft', { time: lasting(left) })),
      el('span', { class: 'small' }, says)
    );
  }

  function reading(id: string, reference: string, ask: Incidents['private']): void {
    askFirst({
      title: ask.title,
      body: [el('p', {}, say('reference', { reference })), el('p', {}, ask.says)],
      does: ask.yes,
      no: ask.no,
      confirm: async () => {
        const answer = await send<Told>('incidents/read', { id, private: true });
        if ('problem' in answer) return answer.problem;
        told = answer.value;
        touched = Date.now();
        queueMicrotask(() => {
          view.again();
          the('told').focus({ preventScroll: true });
          the('told').scrollIntoView({ block: 'start' });
        });
        return undefined;
      }
    });
  }

  function cover(): void {
    told = undefined;
    tell(say('covered'));
    view.again();
    the('view').focus({ preventScroll: true });
  }

  function toldOf(each: Told): HTMLElement {
    const { reference, category, reporter, facts, what, steps, notes, clock, closed, when } = each;
    const known: readonly (readonly [string, string])[] = [
      [say('category'), category],
      [say('reporter'), reporter],
      ...facts.map(({ name, value }) => [name, value] as const)
    ];
    return el(
      'section',
      { class: 'card told', id: 'told', tabindex: '-1', 'aria-labelledby': 'told-title' },
      el(
        'div',
        { class: 'top' },
        el('h2', { id: 'told-title' }, say('reference', { reference })),
        button(say('hide'), 'quiet', cover, 'cover')
      ),
      el('p', { class: 'soft small' }, say('reportedOn', { when })),
      clock && !closed ? el('p', {}, clockOf(clock)) : undefined,
      el('dl', { class: 'known' }, ...known.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))),
      el('h3', {}, say('whatHappened')),
      el('p', { class: 'typed' }, what),
      steps.length > 0 ? el('h3', {}, say('steps')) : undefined,
      steps.length > 0 ? el('ol', { class: 'steps' }, ...steps.map(step => el('li', {}, step))) : undefined,
      el('h3', {}, say('notes')),
      notes.length === 0
        ? el('p', { class: 'soft' }, say('noNotes'))
        : el(
            'ol',
            { class: 'history' },
            ...notes.map(({ label, when: noted, by, text, to }) =>
              el(
                'li',
                {},
                el('p', {}, el('strong', {}, label), to === undefined ? '' : ` ${say('handedTo', { name: to })}`),
                text === '' ? undefined : el('p', { class: 'typed' }, text),
                el('p', { class: 'soft small' }, say('byWhom', { by, when: noted }))
              )
            )
          ),
      ...(screen.can('add-note') && each.kinds.length > 0 ? adding(each) : [])
    );
  }

  let kind = '';

  function adding({ id, kinds, handOnTo }: Told): Children {
    const now = kinds.find(each => each.kind === kind) ?? kinds[0]!;
    const pick = choice(
      'note-kind',
      say('noteKind'),
      kinds.map(each => [each.kind, each.label] as const),
      now.kind,
      {
        'data-held': true,
        onchange: event => {
          kind = (event.target as HTMLSelectElement).value;
          view.again();
        }
      }
    );
    const text = lines('note-text', say('noteText'), { maxlength: 4000 }, say('noteHelp'));
    const to = now.needsTo
      ? choice(
          'note-to',
          say('noteTo'),
          handOnTo.map(each => [each.id, each.name] as const)
        )
      : undefined;
    const wrong = el('p', { class: 'wrong', role: 'alert', 'data-key': 'note-wrong' }, noteWrong);
    return [
      el('h3', {}, say('addNote')),
      el(
        'form',
        { class: 'form', novalidate: true, 'data-key': 'note', onsubmit: event => void noted(event, id, now) },
        pick.row,
        to?.row,
        text.row,
        wrong,
        el(
          'div',
          { class: 'row' },
          el('button', { type: 'submit', class: 'main', 'aria-disabled': noting ? 'true' : undefined }, say('noteDo'))
        )
      )
    ];
  }

  let noting = false;
  let noteWrong = '';

  async function noted(event: Event, id: string, { kind: chosen, needsText, needsTo }: Told['kinds'][number]): Promise<void> {
    event.preventDefault();
    if (noting) return;
    const typed = the<HTMLTextAreaElement>('note-text');
    const text = typed.value.trim();
    if (needsText && text === '') {
      noteWrong = say('missing');
      view.again();
      typed.focus();
      return;
    }
    noting = true;
    noteWrong = '';
    view.again();
    const answer = await send<Told>('incidents/add', {
      id,
      kind: chosen,
      text,
      ...(needsTo && { to: the<HTMLSelectElement>('note-to').value })
    });
    noting = false;
    if ('problem' in answer) {
      noteWrong = answer.problem;
      return view.again();
    }
    if (told?.id !== id) return;
    told = answer.value;
    kind = '';
    typed.value = '';
    done(say('noteDone'));
    view.again();
    view.renew();
  }

  const touch = (): void => void (touched = Date.now());
  const events = ['pointerdown', 'keydown', 'wheel', 'touchmove'];
  for (const event of events) addEventListener(event, touch, { passive: true });
  const counting = setInterval(() => {
    if (told && Date.now() - touched > covers) cover();
    else view.again();
  }, tick);
  return {
    renew: live => {
      view.renew(live);
      // Somebody else may have added to what is read here.
      if (told) void refreshed(told.id);
    },
    turn: asked => {
      wanted = asked[0];
      view.again();
    },
    leave: () => {
      clearInterval(counting);
      for (const event of events) removeEventListener(event, touch);
      told = undefined;
    }
  };

  async function refreshed(id: string): Promise<void> {
    const answer = await send<Told>('incidents/read', { id, private: true }, true);
    if (!('value' in answer) || told?.id !== id) return;
    told = answer.value;
    view.again();
  }
}
