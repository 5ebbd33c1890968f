import type { Step } from './api.ts';
import { button, el, the } from '../dom.ts';
import { inWords, say, spoken } from './speak.ts';
import type { Tour } from './tour.ts';

/** The guided path beside every place: each step says what to do, leads there, and is ticked off once it really happened. */
export function guidePanel(tour: Tour): { readonly update: () => void } {
  let opened: string | undefined;
  let look = '';
  if (matchMedia('(max-width: 64rem)').matches) the<HTMLDetailsElement>('guide-path').open = false;

  function update(): void {
    const { steps, personas, persona } = tour.state();
    const next = steps.find(({ done }) => !done);
    const shown = opened ?? next?.id;
    const now = JSON.stringify([spoken(), steps, shown, persona]);
    if (now === look) return;
    look = now;
    const done = steps.filter(each => each.done).length;
    the('guide-count').textContent = say('guideCount', { done, all: steps.length });
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['focus'] : undefined;
    the('steps').replaceChildren(...steps.map((step, i) => stepNode(step, i + 1, step.id === shown, step === next)));
    if (focused) document.querySelector<HTMLElement>(`[data-focus="${focused}"]`)?.focus();
    the('guide-done').hidden = next !== undefined;
    the('guide-done').textContent = say('guideAll');

    function stepNode(step: Step, number: number, open: boolean, isNext: boolean): HTMLLIElement {
      const who = personas.find(({ id }) => id === step.persona);
      const body = `step-${step.id}`;
      const title = button(
        '',
        { class: 'step-title', 'aria-expanded': String(open), 'aria-controls': body, 'data-focus': `title-${step.id}` },
        () => {
          opened = open ? '' : step.id;
          update();
        }
      );
      title.append(
        el('span', { class: 'step-mark', 'aria-hidden': 'true' }, step.done ? '✓' : String(number)),
        el('span', {}, inWords(step.title), el('span', { class: 'unseen' }, ` (${say(step.done ? 'stepDone' : 'stepOpen')})`))
      );
      return el(
        'li',
        {
          class: `step${step.done ? ' done' : ''}${isNext ? ' next' : ''}`,
          'data-step': step.id,
          ...(isNext ? { 'aria-current': 'step' } : {})
        },
        el('h3', {}, title),
        el(
          'div',
          { id: body, class: 'step-body', hidden: !open },
          el('p', {}, inWords(step.says)),
          ...(step.proof ? [el('p', { class: 'proof' }, inWords(step.proof))] : []),
          el(
            'p',
            { class: 'doing' },
            button(
              say(step.done ? 'showAgain' : 'showMe'),
              { class: step.done ? 'quiet' : 'main', 'data-focus': `go-${step.id}` },
              () => void lead(step)
            ),
            ...(who && who.id !== persona ? [el('span', { class: 'soft' }, say('asWhom', { who: inWords(who.post) }))] : [])
          )
        )
      );
    }
  }

  async function lead(step: Step): Promise<void> {
    opened = undefined;
    if (step.draft) tour.ready.draft = step.draft;
    if (step.words !== undefined) tour.ready.words = step.words;
    await tour.become(step.persona);
    tour.go(step.place);
  }

  return { update };
}
