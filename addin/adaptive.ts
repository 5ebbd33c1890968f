import { AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction, SerializationContext, SubmitAction, Versions } from 'adaptivecards';
import type { Input } from 'adaptivecards';
import { hostConfig } from './card-look.ts';

/** A card as the service sends it. */
export type CardData = { readonly [name: string]: unknown };

/** What a button of a card asks for: its verb, and its data with what was typed. */
export interface Pressed {
  readonly verb: string;
  readonly data: { readonly [name: string]: unknown };
}

/** A card that was drawn. `typed` gives what stands in its inputs now, to be put into the same card in another language. */
export interface Drawn {
  readonly element: HTMLElement;
  readonly typed: () => { readonly [id: string]: string };
}

/** What a card needs of the page on which it is drawn. */
export interface CardPage {
  /** What was typed before, by the ids of inputs. */
  readonly typed?: { readonly [id: string]: string };
  /** A screen for many, which proposes nobody's words to the next. */
  readonly shared?: boolean;
  /** Says to a screen reader that so many inputs are wrong. */
  readonly wrong: (count: number) => void;
}

/** Draws a card. What is missing or wrong is said, marked at its input, and the first of it gets the focus. */
export function drawn(card: CardData, { typed = {}, shared = false, wrong: tellWrong }: CardPage, pressed: (what: Pressed) => void): Drawn {
  // Our cards are written without markdown, so nothing of a card is ever read as HTML.
  AdaptiveCard.onProcessMarkdown = (_text, result) => {
    result.didProcess = false;
  };
  const adaptive = new AdaptiveCard();
  adaptive.hostConfig = new HostConfig(hostConfig(parseFloat(getComputedStyle(document.documentElement).fontSize) || 16));
  adaptive.parse(filled(card, typed), new SerializationContext(Versions.v1_5));
  adaptive.onExecuteAction = action => {
    if (action instanceof OpenUrlAction) {
      if (action.url && /^https?:/.test(action.url)) window.open(action.url, '_blank', 'noopener');
    } else if (action instanceof ExecuteAction) pressed({ verb: action.verb, data: dataOf(action) });
  };
  const element = adaptive.render() ?? document.createElement('div');
  const inputs = adaptive.getAllInputs();
  for (const input of inputs) prepared(input, shared);
  const pointOut = (): void => {
    const wrong = inputs.filter(marked);
    if (wrong.length === 0) return;
    controlOf(wrong[0]!)?.focus();
    tellWrong(wrong.length);
  };
  // The renderer lets no click of a button rise: it is seen on its way down, and looked at once the renderer is done with it.
  element.addEventListener(
    'click',
    event => {
      if (event.target instanceof Element && event.target.closest('.ac-pushButton')) setTimeout(pointOut);
    },
    true
  );
  // The renderer takes the words away as soon as something is right.
  for (const event of ['input', 'change']) element.addEventListener(event, () => inputs.forEach(marked));
  return {
    element,
    typed: () => Object.fromEntries(inputs.flatMap(input => (input.id ? [[input.id, String(input.value ?? '')]] : [])))
  };
}

function dataOf(action: SubmitAction): Pressed['data'] {
  return typeof action.data === 'object' ? { ...action.data } : {};
}

/** The card with what was typed before in its inputs. */
function filled(value: unknown, typed: { readonly [id: string]: string }): unknown {
  if (Array.isArray(value)) return value.map(each => filled(each, typed));
  if (value === null || typeof value !== 'object') return value;
  const inside = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, name === 'data' ? each : filled(each, typed)]));
  const id = inside['id'];
  if (typeof inside['type'] !== 'string' || !inside['type'].startsWith('Input.') || typeof id !== 'string') return inside;
  return typed[id] === undefined ? inside : { ...inside, value: typed[id] };
}

function prepared(input: Input, shared: boolean): void {
  const control = controlOf(input);
  if (!control) return;
  if (input.id === 'name' || shared) control.setAttribute('autocomplete', shared ? 'off' : 'name');
  if (input.isRequired && control instanceof HTMLTextAreaElement) control.setAttribute('aria-required', 'true');
}

/** The one thing of an input that takes the focus. */
function controlOf(input: Input): HTMLElement | null {
  return input.renderedElement?.querySelector<HTMLElement>('input, textarea, select') ?? null;
}

/** Marks an input that is wrong, and ties the sentence to it, which the renderer does for some kinds only. Whether it is wrong. */
function marked({ renderedElement }: Input): boolean {
  const wrong = renderedElement?.querySelector('.ac-input-validation-failed') !== null;
  const carrier = renderedElement?.querySelector('[aria-labelledby]');
  const sentence = wrong ? carrier?.getAttribute('aria-labelledby')?.split(' ').pop() : undefined;
  for (const control of renderedElement?.querySelectorAll('input, textarea, select') ?? []) {
    if (wrong) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
    if (sentence && control !== carrier) control.setAttribute('aria-describedby', sentence);
    else control.removeAttribute('aria-describedby');
  }
  return wrong;
}
