import type { Mailbox } from './draft.ts';

/** The people whom a line names: by address, by `Name <address>`, or by a name that is known; and what names nobody. */
export function peopleIn(
  line: string,
  known: readonly Mailbox[]
): { readonly found: readonly Mailbox[]; readonly left: readonly string[] } {
  const found: Mailbox[] = [];
  const left: string[] = [];
  for (const part of line.split(/[,;\n]/)) {
    const text = part.trim();
    if (text === '') continue;
    const who = personIn(text, known);
    if (who) found.push(who);
    else left.push(text);
  }
  return { found, left };
}

function personIn(text: string, known: readonly Mailbox[]): Mailbox | undefined {
  const [, name = '', inside] = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(text) ?? [];
  const address = inside ?? (/^[^\s@<>]+@[^\s@<>]+$/.test(text) ? text : undefined);
  if (address === undefined) return known.find(each => each.name.toLowerCase() === text.toLowerCase());
  const who = known.find(each => each.address.toLowerCase() === address.toLowerCase());
  return who ?? { name: name.replace(/^"|"$/g, '').trim() || address, address };
}
