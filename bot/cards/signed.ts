import { fill, type Locale } from '../../core/locale.ts';
import { longest } from '../../core/policies/desk-words.ts';
import type { Card } from '../turn.ts';
import { cardOf, doneHeading, execute, factSet, group, paragraph, subheading, type Element } from './elements.ts';
import { plain, plainLines } from './plain.ts';

/** One signature, as the receipt tells it. */
export interface Signed {
  readonly title: string;
  /** `2.1`. */
  readonly version: string;
  /** The child’s name, where a parent signed. */
  readonly child?: string;
  readonly typedName: string;
  /** As people write it, by the school’s clock. */
  readonly when: string;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  /** Its place in the school’s ledger. */
  readonly index: number;
  readonly question?: string;
}

export const receiptWords = {
  signed: { en: 'Signed. Thank you.', cy: 'Llofnodwyd. Diolch.' },
  child: { en: 'For', cy: 'Ar ran' },
  version: { en: 'Version', cy: 'Fersiwn' },
  when: { en: 'When', cy: 'Pryd' },
  name: { en: 'Signed as', cy: 'Llofnodwyd fel' },
  text: { en: 'SHA-256', cy: 'SHA-256' },
  index: { en: 'Entry no.', cy: 'Cofnod rhif' },
  verify: {
    en: 'Keep the receipt: with it anybody can check, without the internet, what was signed and when (beadle ledger verify).',
    cy: 'Cadwch y dderbynneb: gyda hi gall unrhyw un wirio, heb y rhyngrwyd, beth a lofnodwyd a phryd (beadle ledger verify).'
  },
  mailed: { en: 'It also comes to you by e-mail.', cy: 'Daw atoch drwy e-bost hefyd.' },
  question: { en: 'Your question went to the e-safety coordinator:', cy: 'Anfonwyd eich cwestiwn at y cydlynydd e-ddiogelwch:' },
  left: { en: 'There is more to sign: {count}.', cy: 'Mae rhagor i’w lofnodi: {count}.' },
  goOn: { en: 'Sign the rest', cy: 'Llofnodi’r gweddill' },
  otherwise: { en: 'Your signature was recorded.', cy: 'Cofnodwyd eich llofnod.' }
};

/** The first sixteen digits of a hash, in fours: enough for an eye to compare. */
export function shortHash(sha256: string): string {
  return `${(sha256.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ')}…`;
}

/** The receipt, at once: what was signed, when, as whom, the fingerprint of the text, and how to check it. `left`: signatures still to be given; `mailed`: the receipt goes to their address as well. */
export function signed(
  data: { readonly signed: readonly Signed[]; readonly left: number; readonly mailed: boolean },
  locale: Locale
): Card {
  const questions = Array.from(new Set(data.signed.flatMap(({ question }) => (question === undefined ? [] : [question]))));
  const body: Element[] = [doneHeading(receiptWords.signed[locale]), ...data.signed.map(each => receiptOf(each, locale))];
  if (questions.length > 0)
    body.push(
      group(
        [
          paragraph(receiptWords.question[locale], { weight: 'Bolder' }),
          ...questions.map(question => paragraph(plainLines(question, longest.question), { spacing: 'Small' }))
        ],
        {
          style: 'emphasis'
        }
      )
    );
  body.push(paragraph(`${receiptWords.verify[locale]}${data.mailed ? ` ${receiptWords.mailed[locale]}` : ''}`));
  if (data.left > 0) body.push(paragraph(fill(receiptWords.left[locale], { count: data.left }), { weight: 'Bolder' }));
  return cardOf(locale, receiptWords.otherwise[locale], body, [
    ...(data.left > 0 ? [execute(receiptWords.goOn[locale], 'show', {}, { main: true })] : [])
  ]);
}

/** One signature: its title and its facts. */
export function receiptOf({ title, version, child, typedName, when, sha256, index }: Signed, locale: Locale): Element {
  const fact = (word: 'child' | 'version' | 'when' | 'name' | 'text' | 'index', value: string) => ({
    title: receiptWords[word][locale],
    value
  });
  return group(
    [
      subheading(plain(title)),
      factSet([
        ...(child ? [fact('child', plain(child))] : []),
        fact('version', version),
        fact('when', when),
        fact('name', plain(typedName, longest.name)),
        fact('text', shortHash(sha256)),
        fact('index', String(index))
      ])
    ],
    { separator: true, spacing: 'Medium' }
  );
}
