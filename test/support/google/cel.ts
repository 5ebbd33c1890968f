import type { Detector } from '../../../addin/gmail/dlp/shapes.ts';

/** A message as a condition of Google's sees it. */
export type Scanned = { readonly [F in 'all_headers' | 'all_content']: string };

/**
 * Interprets the part of Google's expression language that conditions are written in; throws on anything else. Texts are compared without regard to
 * case. `named` gives the detector with a name.
 */
export function holdsFor(condition: string, message: Scanned, named: (name: string) => Detector | undefined): boolean {
  const tokens = condition.match(/'(?:[^'\\]|\\.)*'|&&|\|\||[!(){},.:]|[A-Za-z_]+|\d+|\S/g) ?? [];
  let at = 0;
  const peek = (): string | undefined => tokens[at];
  const take = (wanted?: string): string => {
    const token = tokens[at];
    if (token === undefined || (wanted !== undefined && token !== wanted))
      throw new Error(`expected ${wanted ?? 'something'} at ${at} of ${condition}`);
    at += 1;
    return token;
  };
  const text = (): string => {
    const token = take();
    if (!/^'.+'$/.test(token)) throw new Error(`no text, or an empty one: ${token}`);
    return token.slice(1, -1).replace(/\\(.)/g, '$1');
  };

  function either(): boolean {
    let value = both();
    while (peek() === '||') {
      take();
      const other = both();
      value = value || other;
    }
    return value;
  }
  function both(): boolean {
    let value = one();
    while (peek() === '&&') {
      take();
      const other = one();
      value = value && other;
    }
    return value;
  }
  function one(): boolean {
    if (peek() === '!') {
      take();
      return !one();
    }
    if (peek() === '(') {
      take();
      const value = either();
      take(')');
      return value;
    }
    const field = take();
    if (field !== 'all_headers' && field !== 'all_content') throw new Error(`Gmail is not known to have ${field}`);
    take('.');
    const called = take();
    take('(');
    const argument = text();
    let least: readonly [string, number] = ['minimum_match_count', 1];
    if (peek() === ',') {
      take();
      take('{');
      const name = take();
      take(':');
      least = [name, Number(take())];
      take('}');
    }
    take(')');
    const content = message[field];
    if (called === 'contains') return content.toLowerCase().includes(argument.toLowerCase());
    const detector = named(argument);
    if (!detector) throw new Error(`there is no detector ${argument}`);
    const wanted = called === 'matches_word_list' ? 'words' : called === 'matches_regex_detector' ? 'pattern' : undefined;
    if (detector.kind !== wanted) throw new Error(`${called} is asked of ${detector.kind}`);
    return counted(detector, content, least);
  }

  const value = either();
  if (at !== tokens.length) throw new Error(`${tokens.slice(at).join(' ')} is left over`);
  return value;
}

function counted(detector: Detector, content: string, [name, least]: readonly [string, number]): boolean {
  const found =
    detector.kind === 'pattern'
      ? [...content.matchAll(re2(detector.expression))].map(([match]) => match.toLowerCase())
      : detector.words.flatMap(word => (spaced(content).includes(spaced(word)) ? [word] : []));
  if (name !== 'minimum_match_count' && name !== 'minimum_unique_match_count') throw new Error(`no such count: ${name}`);
  return (name === 'minimum_match_count' ? found.length : new Set(found).size) >= least;
}

/** A pattern that RE2 takes as well: no looking round, no references back. */
export function re2(expression: string): RegExp {
  const [, flags = '', rest = ''] = /^(?:\(\?([i]+)\))?(.*)$/s.exec(expression)!;
  if (/\(\?[=!<]|\\[1-9]|\(\?>/.test(rest)) throw new Error('RE2 does not have it');
  return new RegExp(rest, `g${flags}`);
}

/** Words with one space between and round them, as a list of words is looked for. */
function spaced(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
