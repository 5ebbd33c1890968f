/** One element of an XML document. It holds elements or text, never both. */
export interface Element {
  /** With its prefix: `bt:Url`. */
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly Element[];
  readonly text: string;
}

/** Makes an element of its elements, or of its text. */
export function element(name: string, attributes: Element['attributes'] = {}, inside: readonly Element[] | string = []): Element {
  return typeof inside === 'string' ? { name, attributes, children: [], text: inside } : { name, attributes, children: inside, text: '' };
}

/** The document of this element, in UTF-8, two spaces for each step inwards. */
export function writeXml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`;
}

function written({ name, attributes, children, text }: Element, indent: string): string {
  const start = `${indent}<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}`;
  if (children.length > 0) return `${start}>\n${children.map(child => written(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
  return text === '' ? `${start}/>\n` : `${start}>${escaped(text)}</${name}>\n`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`);
}

/** Reads a document as `writeXml` writes it, comments allowed; nothing where it is not well formed. It knows no DTD, CDATA or own entities. */
export function readXml(document: string): Element | undefined {
  const open: { name: string; attributes: Element['attributes']; children: Element[]; text: string }[] = [];
  const roots: Element[] = [];
  let at = 0;
  for (const { 0: token, index } of document.matchAll(/<!--[\s\S]*?-->|<\?[^>]*\?>|<[^<>]*>|[^<>]+/g)) {
    if (index !== at) return undefined;
    at += token.length;
    const parent = open[open.length - 1];
    if (/^<[!?]/.test(token)) continue;
    if (!token.startsWith('<')) {
      if (parent) parent.text += unescaped(token);
      else if (token.trim() !== '') return undefined;
    } else if (token.startsWith('</')) {
      if (!parent || parent.name !== token.slice(2, -1).trim()) return undefined;
      open.pop();
      finish({ ...parent, text: parent.children.length > 0 ? '' : parent.text.trim() });
    } else {
      const inner = token.slice(1, token.endsWith('/>') ? -2 : -1);
      const attributes = attributesIn(inner.replace(/^[^\s]+/, ''));
      const name = /^[\w:.-]+/.exec(inner)?.[0];
      if (!attributes || !name) return undefined;
      if (token.endsWith('/>')) finish({ name, attributes, children: [], text: '' });
      else open.push({ name, attributes, children: [], text: '' });
    }
  }
  return at === document.length && open.length === 0 && roots.length === 1 ? roots[0] : undefined;

  function finish(done: Element): void {
    const parent = open[open.length - 1];
    if (parent) parent.children.push(done);
    else roots.push(done);
  }
}

function attributesIn(text: string): Element['attributes'] | undefined {
  const found: { [name: string]: string } = {};
  const rest = text.replace(/\s+([\w:.-]+)\s*=\s*"([^"]*)"/g, (_, name: string, value: string) => {
    found[name] = unescaped(value);
    return '';
  });
  return rest.trim() === '' ? found : undefined;
}

const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|(\w{2,4}));/g, (whole, code: string | undefined, name: string) =>
    code === undefined ? (entities[name] ?? whole) : String.fromCodePoint(Number(code))
  );
}

/** Every element of this name, with or without its prefix, at or below `root`, in the order of the document. */
export function all(root: Element, name: string): readonly Element[] {
  const here = root.name === name || root.name.endsWith(`:${name}`) ? [root] : [];
  return [...here, ...root.children.flatMap(child => all(child, name))];
}
