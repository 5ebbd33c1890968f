import { button, el } from '../dom.ts';
import { ask } from './ask.ts';
import { type CardData, type Drawn, drawn, type Pressed } from './card.ts';
import { askForLink, enterCode } from './enter.ts';
import { said, saying } from './field.ts';
import { receiptButtons } from './receipt.ts';
import { chosenLocale, say, speak, tell } from './speak.ts';
import { clausesOf, type OpenText, openText } from './text.ts';
import { show, showProblem, showWaiting } from './view.ts';

/** Where somebody stands, as the service says it. */
interface State {
  readonly level: 'read' | 'sign';
  readonly school: string;
  readonly language: 'en' | 'cy';
  readonly name?: string;
  readonly class?: string;
  readonly canProve: boolean;
  readonly texts: readonly Listed[];
}

interface Listed {
  readonly policy: string;
  readonly title: string;
  readonly version: string;
  readonly languages: readonly string[];
  readonly children: readonly string[];
  readonly changes: readonly string[];
  readonly asked: boolean;
}

/** What happens around a sitting: on a kiosk somebody else comes next. */
export interface Around {
  /** A signature was given, and the receipt shown. */
  readonly signed: () => void;
  /** Somebody is done. */
  readonly left: () => void;
  /** Where a visitor wants their receipt; the school keeps no such address. */
  readonly receiptTo?: string;
  /** Many people use this screen. */
  readonly shared: boolean;
}

/** Whoever sits here reads and signs. Without somebody the page asks for a link; `because` says why, where it is known. */
export async function sit(around: Around, because?: string): Promise<void> {
  showWaiting();
  const answer = await ask<State>('/sign/api/state');
  if ('problem' in answer) {
    if (answer.status === 401) return askForLink(because);
    return showProblem(answer.problem, () => void sit(around, because));
  }
  const state = answer.value;
  if (chosenLocale() === undefined && document.documentElement.lang !== state.language) {
    speak(state.language);
    return sit(around, because);
  }
  if (state.level === 'read') return reading(state, around);
  signing(state, around);
}

/** Whoever came from Teams reads here, and signs there. */
function reading(state: State, around: Around): void {
  show(
    el('h1', {}, say('readTitle', { school: state.school })),
    ...(state.texts.length === 0 ? [said('p', 'nothing')] : [said('p', 'readText', { class: 'lead' })]),
    ...textsOf(state.texts, () => {}),
    ...(state.canProve && state.texts.some(({ asked }) => asked)
      ? [
          el(
            'details',
            { class: 'card' },
            said('summary', 'signHere'),
            said('p', 'signHereText'),
            saying('signHereDo', { class: 'main' }, () => enterCode(undefined, () => void sit(around)))
          )
        ]
      : [])
  );
}

function signing(state: State, around: Around): void {
  document.body.classList.remove('receipted');
  const texts = state.texts.filter(({ asked }) => asked);
  const place = el('section', { id: 'sign', tabindex: '-1' });
  const count = el('p', { class: 'soft count' });
  let opened = 0;
  const counted = (): void => {
    opened += 1;
    count.textContent = say('readCount', { count: opened, all: texts.length });
    if (opened < texts.length) return tell(count.textContent);
    count.remove();
    void askCard(place, state, around);
  };
  count.textContent = texts.length > 1 ? say('readCount', { count: 0, all: texts.length }) : '';
  show(
    el('h1', {}, texts.length > 0 ? say('hello', { name: state.name ?? '', school: state.school }) : state.school),
    ...(state.class === undefined ? [] : [el('p', {}, el('a', { href: '/class' }, say('classMode', { class: state.class })))]),
    el('div', { id: 'texts' }, ...textsOf(texts, counted)),
    count,
    place,
    leaving(around)
  );
  if (texts.length === 0) void askCard(place, state, around);
}

function leaving(around: Around): HTMLElement {
  return el(
    'p',
    { class: 'leave' },
    saying('leave', { class: 'quiet' }, () => {
      void ask('/sign/api/leave', {}).then(() => around.left());
    })
  );
}

/** Says that somebody is done; their texts and names leave the screen. */
export function goodbye(): void {
  show(said('h1', 'left'));
}

/** The texts. One alone is opened at once; of several each when somebody asks for it. */
function textsOf(texts: readonly Listed[], opened: () => void): readonly HTMLElement[] {
  return texts.map((listed, i) => {
    const { policy, title, version, children, changes } = listed;
    const place = el('div', { class: 'open' });
    const article = el(
      'article',
      { class: 'card text', 'aria-labelledby': `text-${i}` },
      el('h2', { id: `text-${i}` }, title),
      el('p', { class: 'soft' }, version),
      ...(children.length > 0 ? [el('p', {}, say('children', { names: children.join(', ') }))] : []),
      ...(changes.length > 0
        ? [
            el(
              'section',
              { class: 'changes' },
              said('h3', 'changed'),
              el('ul', { role: 'list' }, ...changes.map(line => el('li', {}, line)))
            )
          ]
        : []),
      place
    );
    const open = async (): Promise<void> => {
      const answer = await openText(policy);
      if ('problem' in answer) {
        place.replaceChildren(
          el('p', { class: 'wrong' }, answer.problem),
          saying('again', { class: 'main' }, () => void open())
        );
        tell(answer.problem);
        return;
      }
      const other = answer.value.language !== document.documentElement.lang;
      place.replaceChildren(...(other ? [said('p', 'onlyIn', { class: 'soft' })] : []), ...toTheEnd(answer.value), clausesOf(answer.value));
      if (texts.length > 1) tell(say('opened'));
      opened();
    };
    if (texts.length === 1) void open();
    else place.append(button(say('read', { title }), { class: 'main' }, () => void open()));
    return article;
  });
}

/** Past a long text there is a way to the signature, for whoever has read it on paper or signs for the second child. */
function toTheEnd({ sections }: OpenText): readonly HTMLElement[] {
  const place = document.querySelector<HTMLElement>('#sign');
  if (!place || sections.reduce((sum, { clauses }) => sum + clauses.length, 0) < 30) return [];
  const go = (): void => {
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'start' });
  };
  return [el('div', { class: 'beside' }, saying('toSign', { class: 'quiet' }, go))];
}

/** What was typed, kept while the page changes its language. */
let typing: Drawn | undefined;
let typed: { readonly [id: string]: string } = {};

/** Keeps what stands in the inputs for the next card that is drawn. */
export function keepTyped(): void {
  typed = typing?.typed() ?? {};
}

async function askCard(place: HTMLElement, state: State, around: Around): Promise<void> {
  const answer = await ask<{ readonly card: CardData }>('/sign/api/card');
  if ('problem' in answer) {
    place.replaceChildren(
      el('p', { class: 'wrong' }, answer.problem),
      saying('again', { class: 'main' }, () => void askCard(place, state, around))
    );
    return;
  }
  put(place, [answer.value.card], state, around);
}

/** Puts cards into their place; the last one comes back to us. */
function put(place: HTMLElement, cards: readonly CardData[], state: State, around: Around, receipts: readonly string[] = []): void {
  const all = cards.map(card => drawn(card, typed, around.shared, what => void press(place, what, state, around)));
  typed = {};
  typing = all[0];
  place.replaceChildren(
    ...all.map(({ element }) => el('div', { class: 'card adaptive' }, element)),
    // On a screen for many nothing is left behind.
    ...(receipts.length > 0 && !around.shared ? [receiptButtons(receipts)] : [])
  );
}

/** A card while it waits for an answer is not pressed again. */
let pressing = false;

async function press(place: HTMLElement, what: Pressed, state: State, around: Around): Promise<void> {
  if (pressing) return;
  pressing = true;
  place.setAttribute('aria-busy', 'true');
  try {
    const answer = await ask<{ readonly cards: readonly CardData[]; readonly receipts: readonly string[] }>('/sign/api/act', {
      ...what,
      ...(around.receiptTo !== undefined && { receiptTo: around.receiptTo })
    });
    if ('problem' in answer) {
      if (answer.status === 401) return askForLink(answer.problem);
      place.querySelector('.wrong.act')?.remove();
      place.append(el('p', { class: 'wrong act', role: 'alert' }, answer.problem));
      return;
    }
    const { cards, receipts } = answer.value;
    // After a receipt there are other texts to read.
    if (what.verb === 'show' && !document.querySelector('#texts')) return void sit(around);
    put(place, cards, state, around, receipts);
    if (receipts.length > 0) {
      document.body.classList.add('receipted');
      document.querySelector('#texts')?.remove();
      document.querySelector('h1')!.textContent = state.school;
      around.signed();
    }
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'start' });
    tell(place.querySelector('.ac-textBlock')?.textContent ?? '');
  } finally {
    pressing = false;
    place.removeAttribute('aria-busy');
  }
}
