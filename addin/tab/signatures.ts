import type { AudienceCount, Done, PolicyCount, Signatures, SignTask } from './api.ts';
import { send } from './ask.ts';
import { columns, legend, strip } from './chart.ts';
import { askFirst } from './dialog.ts';
import { el, type Children } from './dom.ts';
import { done, failed } from './done.ts';
import { lines } from './field.ts';
import { people } from './people.ts';
import { button, card, empty, facts, state, way } from './pieces.ts';
import { printing, type Screen, showing, type Shown, top } from './screen.ts';
import { say } from './speak.ts';

/** How many have signed, by policy and group, who has not, and what can be done about it. */
export function signatures(screen: Screen): Shown {
  let by: 'weeks' | 'days' = 'weeks';
  const lists = screen.can('list-people');
  const list = lists
    ? people(
        screen,
        () => view.again(),
        () => view.renew()
      )
    : undefined;
  const view = showing<Signatures>(screen, say('signatures'), 'signatures', data => {
    const points = data.trend[by];
    return [
      top(say('signatures'), screen.can('export') ? button(say('export'), 'quiet', exporting, 'export') : undefined, printing()),
      data.empty ? empty(data.empty) : undefined,
      ...data.policies.map(policy => policyOf(policy, data, lists)),
      data.tasks.length > 0
        ? card(say('tasks'), el('ul', { class: 'items' }, ...data.tasks.map(task => taskOf(task, screen, () => view.renew()))))
        : undefined,
      ...(list?.drawn(data) ?? []),
      data.sending ? sendingOf(data.sending, screen, () => view.renew()) : undefined,
      points.length > 0
        ? el(
            'section',
            { class: 'card', 'data-key': 'trend' },
            el(
              'div',
              { class: 'top' },
              el('h2', {}, say('trend')),
              el('div', { class: 'row' }, ...(['weeks', 'days'] as const).map(turned))
            ),
            columns(
              say(by === 'weeks' ? 'byWeek' : 'byDay'),
              say(by === 'weeks' ? 'week' : 'day'),
              points.map(({ label }) => label),
              [{ title: say('signedOn'), look: 'good', values: points.map(({ signed }) => signed) }]
            )
          )
        : undefined
    ];
  });

  function turned(each: 'weeks' | 'days'): HTMLElement {
    return el(
      'button',
      {
        type: 'button',
        class: by === each ? 'main' : 'quiet',
        'data-key': each,
        'aria-pressed': String(by === each),
        onclick: () => {
          by = each;
          view.again();
        }
      },
      say(each === 'weeks' ? 'byWeek' : 'byDay')
    );
  }

  return {
    renew: live => {
      view.renew(live);
      void list?.renew(live);
    },
    turn: asked => list?.turn(asked)
  };
}

function policyOf({ policy, title, version, audiences }: PolicyCount, { states }: Signatures, lists: boolean): HTMLElement {
  return el(
    'section',
    { class: 'card', 'data-key': `policy-${policy}` },
    el('h2', {}, title),
    el('p', { class: 'soft small' }, version),
    el(
      'ul',
      { class: 'bars' },
      ...audiences.map(each =>
        el(
          'li',
          { 'data-key': each.audience },
          lists ? wayTo(policy, title, each) : el('span', {}, each.title),
          strip({
            label: each.title,
            parts: states.map(({ state: id, tone, label }) => ({ tone, label, value: each.states[id] ?? 0 }))
          }),
          el('span', { class: 'said' }, each.says)
        )
      )
    ),
    legend(states.filter(({ state: id }) => audiences.some(each => (each.states[id] ?? 0) > 0)))
  );
}

function wayTo(policy: string, title: string, { audience, title: says }: AudienceCount): HTMLElement {
  const link = way(`signatures/${policy}/${audience}`, says);
  link.setAttribute('title', say('showPeople'));
  link.setAttribute('aria-label', say('showPeopleOf', { audience: says, policy: title }));
  return link;
}

const taskWords = { question: 'question', declined: 'declined', late: 'late' } as const;

function taskOf(task: SignTask, screen: Screen, again: () => void): HTMLElement {
  const { of, kind, person, when, policy, text } = task;
  const act = button(say('answer'), 'quiet', () => answering(task, again));
  act.setAttribute('aria-label', say('answerTo', { person }));
  return el(
    'li',
    { class: kind === 'question' ? 'unknown' : 'warn', 'data-key': `task-${of}` },
    el('h3', {}, el('bdi', {}, person)),
    state(kind === 'question' ? 'unknown' : 'warn', say(taskWords[kind])),
    el('p', { class: 'soft small' }, `${policy}, ${when}`),
    text === '' ? undefined : el('p', { class: 'typed' }, text),
    screen.can('answer') ? el('p', {}, act) : undefined
  );
}

function answering({ of, person, text }: SignTask, again: () => void): void {
  const note = lines('answer-note', say('answerText'), { maxlength: 2000, 'aria-required': 'true' }, say('answerHelp'));
  askFirst({
    title: say('answerTo', { person }),
    body: [text === '' ? undefined : el('p', { class: 'typed soft' }, text), note.row],
    does: say('answer'),
    confirm: async () => {
      if (note.value() === '') {
        note.wrong(say('missing'));
        return say('missingSome');
      }
      const answer = await send<Done>('signatures/answer', { of, note: note.value() });
      if ('problem' in answer) return answer.problem;
      done(answer.value.says);
      again();
      return undefined;
    }
  });
}

function exporting(): void {
  askFirst({
    title: say('exportTitle'),
    body: [el('p', {}, say('exportText'))],
    does: say('exportDo'),
    confirm: async () => {
      const answer = await send<Done>('signatures/export', {});
      if ('problem' in answer) return answer.problem;
      const { says, url } = answer.value;
      done(says, undefined, url === undefined ? undefined : { url, says: say('download') });
      return undefined;
    }
  });
}

function sendingOf(sending: NonNullable<Signatures['sending']>, screen: Screen, again: () => void): HTMLElement {
  const { waiting, sent, failed: lost, paused, says } = sending;
  const press = async (): Promise<void> => {
    const answer = await send<Done>('signatures/pause', { paused: !paused });
    if ('problem' in answer) return failed(answer.problem);
    done(answer.value.says);
    again();
  };
  const children: Children = [
    el('p', {}, says),
    facts([
      { label: say('waitingToGo'), value: String(waiting), tone: paused ? 'warn' : 'plain' },
      { label: say('sent'), value: String(sent), tone: 'plain' },
      { label: say('notSent'), value: String(lost), tone: lost > 0 ? 'bad' : 'plain' }
    ]),
    screen.can('remind') ? button(say(paused ? 'goOnSending' : 'pause'), 'quiet', () => void press(), 'pause') : undefined
  ];
  return card(say('sending'), ...children);
}
