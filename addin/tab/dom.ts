import { tame } from '../../core/report/tame.ts';

type Act = (event: Event) => void;
export type Given = { readonly [name: string]: string | number | boolean | undefined | Act };
export type Children = readonly (Node | string | undefined)[];

/** What happens to an element, by the name of the event. It is kept beside the element, so that a fresh drawing can hand its own over. */
const acts = new WeakMap<Element, Map<string, Act>>();
const svgSpace = 'http://www.w3.org/2000/svg';

/**
 * A new element with its attributes, what it does (`onclick: …`) and its children. Text becomes text nodes: nothing that a person wrote is ever read as
 * HTML.
 */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, given: Given = {}, ...children: Children): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), given, children);
}

/** The same for a drawing. */
export function svg<K extends keyof SVGElementTagNameMap>(tag: K, given: Given = {}, ...children: Children): SVGElementTagNameMap[K] {
  return filled(document.createElementNS(svgSpace, tag), given, children);
}

function filled<E extends Element>(element: E, given: Given, children: Children): E {
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'function') actOn(element, name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter(child => child !== undefined).map(child => (typeof child === 'string' ? tamed(child) : child)));
  return element;
}

/** What people wrote, line by line, without what turns the direction of writing for all that stands beside it. */
function tamed(text: string): string {
  return text.split('\n').map(tame).join('\n');
}

function actOn(element: Element, event: string, act: Act): void {
  const own = acts.get(element) ?? new Map<string, Act>();
  acts.set(element, own);
  if (!own.has(event)) element.addEventListener(event, happened => acts.get(element)?.get(event)?.(happened));
  own.set(event, act);
}

/** The element of the page with this id. Throws where the page lacks it: that is a defect of ours. */
export function the<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element as E;
}

/**
 * Puts a fresh drawing where an older one stands and touches only what differs: the focus, what is being typed, what was unfolded and how far somebody
 * scrolled stay as they are. Elements are known again by `data-key` or `id`, others by their place. What stands in a field belongs to whoever types,
 * unless it is marked with `data-held`.
 */
export function patch(place: Element, fresh: Children): void {
  const wanted = fresh.filter(child => child !== undefined).map(child => (typeof child === 'string' ? new Text(tamed(child)) : child));
  const keys = new Set(wanted.map(node => (node instanceof Element ? keyOf(node) : undefined)));
  const stays = (node: ChildNode): boolean => node instanceof Element && keyOf(node) !== undefined && keys.has(keyOf(node));
  const keyed = new Map<string, Element>();
  for (const child of [...place.children]) {
    const key = keyOf(child);
    if (key === undefined) continue;
    if (keys.has(key)) keyed.set(key, child);
    else child.remove();
  }
  let at: ChildNode | null = place.firstChild;
  for (const node of wanted) {
    const key = node instanceof Element ? keyOf(node) : undefined;
    const known: ChildNode | undefined = key === undefined ? (at && alike(at, node) ? at : undefined) : keyed.get(key);
    if (!known || !alike(known, node)) {
      place.insertBefore(node, at);
      continue;
    }
    // Whatever is moved loses the focus: what stands before it and is not wanted goes instead.
    while (at && at !== known && !stays(at)) at = gone(at);
    if (known === at) at = at.nextSibling;
    else moved(place, known, at);
    renew(known, node);
  }
  while (at) at = gone(at);
}

function gone(node: ChildNode): ChildNode | null {
  const next = node.nextSibling;
  node.remove();
  return next;
}

/** Newer browsers move an element with its focus. */
function moved(
  place: Element & { readonly moveBefore?: (node: Node, before: Node | null) => void },
  node: Node,
  before: Node | null
): void {
  if (place.moveBefore) place.moveBefore(node, before);
  else place.insertBefore(node, before);
}

function keyOf(element: Element): string | undefined {
  return element.getAttribute('data-key') ?? (element.id || undefined);
}

function alike(a: Node, b: Node): boolean {
  if (a.nodeType !== b.nodeType || a.nodeName !== b.nodeName) return false;
  return !(a instanceof Element && b instanceof Element) || keyOf(a) === keyOf(b);
}

function renew(old: ChildNode, fresh: Node): void {
  if (!(old instanceof Element) || !(fresh instanceof Element)) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }
  for (const { name } of [...old.attributes])
    if (!fresh.hasAttribute(name) && !(name === 'open' && old.tagName === 'DETAILS')) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value && !(name === 'open' && old.tagName === 'DETAILS')) old.setAttribute(name, value);
  }
  const own = acts.get(fresh);
  for (const [event, act] of own ?? []) actOn(old, event, act);
  for (const event of acts.get(old)?.keys() ?? []) if (!own?.has(event)) acts.get(old)?.delete(event);
  if (old instanceof HTMLTextAreaElement) return;
  patch(old, [...fresh.childNodes]);
  if (!old.hasAttribute('data-held')) return;
  if (old instanceof HTMLInputElement && fresh instanceof HTMLInputElement) {
    old.checked = fresh.checked;
    old.indeterminate = fresh.indeterminate;
    if (old !== document.activeElement && old.type !== 'checkbox' && old.type !== 'radio') old.value = fresh.value;
  }
  if (old instanceof HTMLSelectElement && fresh instanceof HTMLSelectElement) old.value = fresh.value;
}
