import { button, el } from '../dom.ts';
import { say } from './speak.ts';

/** A card of a Workspace add-on, as far as ours has one (`google.apps.card.v1`). */
export interface Card {
  readonly header?: { readonly title: string; readonly subtitle?: string; readonly imageUrl?: string; readonly imageAltText?: string };
  readonly sections?: readonly Section[];
  readonly fixedFooter?: { readonly primaryButton: CardButton };
}

interface Section {
  readonly header?: string;
  readonly collapsible?: boolean;
  readonly uncollapsibleWidgetsCount?: number;
  readonly widgets: readonly Widget[];
}

interface Widget {
  readonly decoratedText?: { readonly topLabel?: string; readonly text: string };
  readonly textParagraph?: { readonly text: string };
  readonly buttonList?: { readonly buttons: readonly CardButton[] };
}

export interface CardButton {
  readonly text: string;
  readonly altText?: string;
  readonly color?: object;
  readonly onClick: {
    readonly openLink?: { readonly url: string };
    readonly action?: { readonly function: string; readonly parameters?: readonly { readonly key: string; readonly value: string }[] };
  };
}

/** Draws a card in the panel beside a draft; `pressed` is told of a button that asks the endpoint. What is not known is said, not passed over. */
export function cardNode({ header, sections = [], fixedFooter }: Card, pressed: (what: CardButton) => void): HTMLElement {
  const node = el('div', { class: 'g-card' });
  if (header) {
    const icon = el('img', { src: iconOf(header.imageUrl), alt: '', width: '36', height: '36' });
    node.append(
      el(
        'header',
        { class: 'g-header' },
        icon,
        el('div', {}, el('h2', {}, header.title), ...(header.subtitle ? [el('p', { class: 'soft' }, header.subtitle)] : []))
      )
    );
  }
  node.append(...sections.map(section => sectionNode(section, pressed)));
  if (fixedFooter) node.append(el('footer', { class: 'g-footer' }, buttonNode(fixedFooter.primaryButton, pressed)));
  return node;
}

/** The image stands at the school’s own address, which this machine is not. */
function iconOf(url: string | undefined): string {
  try {
    return new URL(url ?? '').pathname;
  } catch {
    return '/try/beadle.svg';
  }
}

function sectionNode(
  { header, collapsible, uncollapsibleWidgetsCount = 0, widgets }: Section,
  pressed: (what: CardButton) => void
): HTMLElement {
  const drawn = widgets.map(widget => widgetNode(widget, pressed));
  const node = el('section', { class: 'g-section' }, ...(header ? [el('h3', {}, ...simple(header))] : []));
  if (!collapsible) node.append(...drawn);
  else {
    const more = el('details', {}, el('summary', {}, say('showMore')), ...drawn.slice(uncollapsibleWidgetsCount));
    node.append(...drawn.slice(0, uncollapsibleWidgetsCount), more);
  }
  return node;
}

function widgetNode({ decoratedText, textParagraph, buttonList }: Widget, pressed: (what: CardButton) => void): HTMLElement {
  if (textParagraph) return el('p', {}, ...simple(textParagraph.text));
  if (decoratedText) {
    const { topLabel, text } = decoratedText;
    return el('p', { class: 'g-decorated' }, ...(topLabel ? [el('small', {}, topLabel)] : []), el('span', {}, ...simple(text)));
  }
  if (buttonList) return el('p', { class: 'g-buttons' }, ...buttonList.buttons.map(each => buttonNode(each, pressed)));
  throw new TypeError('a card has a widget that this page cannot draw');
}

function buttonNode(drawn: CardButton, pressed: (what: CardButton) => void): HTMLElement {
  const { text, altText, color, onClick } = drawn;
  const label = altText ? { 'aria-label': altText.includes(text) ? altText : `${text}: ${altText}` } : {};
  if (onClick.openLink) {
    const href = pathOf(onClick.openLink.url);
    return el('a', { class: 'g-button', href, target: '_blank', rel: 'noopener', ...label }, text);
  }
  return button(text, { class: color ? 'g-button g-main' : 'g-button', ...label }, () => pressed(drawn));
}

/** Pages of ours are served here as well. */
function pathOf(url: string): string {
  const { origin, pathname, protocol } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return '#gmail';
  return origin === location.origin || /^\/(?:cy\/)?(?:rules|checks)\b/.test(pathname) ? pathname : url;
}

/** Simple HTML as Google reads it: bold, new lines, and signs by their numbers. Anything else is shown as it is written. */
function simple(html: string): readonly (Node | string)[] {
  const parts: (Node | string)[] = [];
  const pattern = /<b>(.*?)<\/b>|<br\s*\/?>/g;
  let at = 0;
  for (const found of html.matchAll(pattern)) {
    parts.push(decoded(html.slice(at, found.index)));
    parts.push(found[1] === undefined ? el('br') : el('b', {}, decoded(found[1])));
    at = found.index + found[0].length;
  }
  parts.push(decoded(html.slice(at)));
  return parts;
}

function decoded(text: string): string {
  return text.replace(/&#(\d{1,6});/g, (_, number: string) => String.fromCodePoint(Number(number)));
}
