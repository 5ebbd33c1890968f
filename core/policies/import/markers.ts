/** What stands before an item: a bullet's sign, or a number or letter with the style in which it is written. */
export interface Marker {
  /** Items of one list have one style: `•`, `1.`, `(a)`, `1.1`. */
  readonly style: string;
  /** As printed, without brackets and full stop; a bullet has none. */
  readonly number?: string;
  /** The letters it takes, blanks after it included. */
  readonly length: number;
}

const bullets = '•·●▪■◦○‣⁃∙–—−-*➢➤►▶✓✔❖❑□☐\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076\uf0a8';
const numbered = /^(\()?(\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivx]{1,5}|[A-Z]|[IVX]{1,5})([.):])?[ \u00a0\t]+/;

/** The marker with which a line begins. A bullet before a number (`- 28. I will`) counts as the number. */
export function markerOf(text: string): Marker | undefined {
  const bullet = bulletOf(text);
  const rest = bullet > 0 ? text.slice(bullet) : text;
  const number = numberOf(rest);
  if (number) return { ...number, length: bullet + number.length };
  return bullet > 0 ? { style: text.charAt(0), length: bullet } : undefined;
}

function bulletOf(text: string): number {
  const sign = text.charAt(0);
  if (sign === '' || (bullets.indexOf(sign) < 0 && !/^o[ \u00a0\t]+[A-Z\t]/.test(text))) return 0;
  let end = 1;
  while (isBlank(text.charCodeAt(end))) end += 1;
  // «-5» and «*note» are words; the signs of symbol fonts need no blank.
  return end > 1 || sign.charCodeAt(0) >= 0xf000 || sign === '•' ? end : 0;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0;
}

function numberOf(text: string): Marker | undefined {
  const found = numbered.exec(text);
  if (!found) return undefined;
  const [all, open, number, close] = found;
  const digits = /^\d/.test(number!);
  const dots = number!.split('.').length - 1;
  // «I will», «A pupil» and «12 pupils» are no items; «1.2 Staff» is one, «1.5 metres» is not.
  if (open && close !== ')') return undefined;
  if (!close && !(dots > 0 && /^[A-Z]/.test(text.slice(all.length)))) return undefined;
  if (!digits && close === ':') return undefined;
  const form = digits ? '1.1.1.1.1'.slice(0, dots * 2 + 1) : /^[ivx]+$/i.test(number!) && number !== 'x' ? 'i' : 'a';
  const style = `${open || ''}${/^[A-Z]/.test(number!) ? form.toUpperCase() : form}${dots > 0 ? '' : close}`;
  return { style, number: number!, length: all.length };
}
