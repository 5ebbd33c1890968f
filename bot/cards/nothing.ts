import { fill, type Locale } from '../../core/locale.ts';
import type { Card } from '../turn.ts';
import { cardOf, group, heading, openUrl, paragraph } from './elements.ts';
import { plain } from './plain.ts';
import type { Signed } from './signed.ts';

const words = {
  nothing: { en: 'Nothing to sign', cy: 'Dim i’w lofnodi' },
  now: { en: 'You have nothing to sign at the moment.', cy: 'Nid oes gennych ddim i’w lofnodi ar hyn o bryd.' },
  done: { en: 'What you have signed:', cy: 'Yr hyn rydych wedi’i lofnodi:' },
  line: { en: '{title}, version {version}: {when}', cy: '{title}, fersiwn {version}: {when}' },
  again: { en: 'Read it again', cy: 'Darllen eto' },
  more: { en: 'and {count} more', cy: 'a {count} arall' }
};
const most = 12;

/** Says that there is nothing to sign, and what was signed. */
export function nothing(
  data: { readonly school: string; readonly signed: readonly Signed[]; readonly attention?: readonly string[]; readonly link?: string },
  locale: Locale
): Card {
  const attention = data.attention ?? [];
  return cardOf(
    locale,
    words.now[locale],
    [
      heading(words.nothing[locale]),
      paragraph(plain(data.school), { spacing: 'None' }),
      ...(attention.length > 0
        ? [
            group(
              attention.map(sentence => paragraph(sentence, { weight: 'Bolder' })),
              { style: 'attention' as const }
            )
          ]
        : []),
      paragraph(words.now[locale]),
      ...(data.signed.length > 0 ? [paragraph(words.done[locale], { weight: 'Bolder' })] : []),
      ...data.signed.slice(0, most).map(({ title, version, when, child }) =>
        paragraph(`• ${fill(words.line[locale], { title: child ? `${plain(title)} (${plain(child)})` : plain(title), version, when })}`, {
          spacing: 'Small'
        })
      ),
      ...(data.signed.length > most
        ? [paragraph(`• ${fill(words.more[locale], { count: data.signed.length - most })}`, { spacing: 'Small' })]
        : [])
    ],
    data.link && data.signed.length > 0 ? [openUrl(words.again[locale], data.link)] : []
  );
}
