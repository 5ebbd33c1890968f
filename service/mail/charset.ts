/** What windows-1252 means by the bytes 0x80 to 0x9f; where it means nothing, a space. */
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * Puts the characters right that Node 20 decodes wrongly: its `TextDecoder('windows-1252')`, which stands behind ISO-8859-1 and ASCII as well,
 * hands out the control characters U+0080 to U+009F for the bytes that mean quotes, dashes and the euro. No mail means those control
 * characters, so they are read as those bytes, wherever they come from. Every character keeps its offset.
 */
export function repaired(text: string): string {
  return control.test(text) ? text.replace(controls, found => meant(found)) : text;
}

const control = /[\u0080-\u009f]/;
const controls = /[\u0080-\u009f]/g;

function meant(found: string): string {
  const character = upper[found.charCodeAt(0) - 0x80]!;
  return character === ' ' ? found : character;
}
