import type { Locale } from '../../locale.ts';
import { cueWords } from './cues.ts';

const welsh = ' y yr yn a ac i o ar am gan gyda mae yw nad ni na eu ein eich bod bydd neu rhaid ysgol ';
const english = ' the of and to in is are be for with by must will should not or on that school ';

/** The languages a text is written in, the one that it uses more first. */
export function languagesOf(texts: readonly string[]): readonly [Locale, ...Locale[]] {
  let en = 0;
  let cy = 0;
  for (const text of texts) {
    const words = cueWords(text);
    const inWelsh = words.filter(word => welsh.indexOf(` ${word} `) >= 0).length;
    const inEnglish = words.filter(word => english.indexOf(` ${word} `) >= 0).length;
    if (inWelsh > inEnglish) cy += 1;
    else en += 1;
  }
  const fewer = Math.min(en, cy);
  if (fewer * 4 < texts.length) return cy > en ? ['cy'] : ['en'];
  return cy > en ? ['cy', 'en'] : ['en', 'cy'];
}
