/** Most characters of a name or a title on a card. */
const most = 120;

/**
 * What people wrote, on one line, so that no client takes it for formatting or a link. Signs that mean something in markdown give way to signs that look
 * alike: Teams’ phones show a backslash before them instead of taking it away.
 */
export function plain(words: string, longest: number = most): string {
  return shortened(bare(words.replace(/\s+/g, ' ')), longest);
}

/** As `plain`, with the line ends kept. */
export function plainLines(words: string, longest: number): string {
  return shortened(
    words
      .split(/\r\n|\r|\n/)
      .map(bare)
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    longest
  );
}

function shortened(words: string, longest: number): string {
  const signs = Array.from(words);
  return signs.length <= longest
    ? words
    : `${signs
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

const alike: { readonly [sign: string]: string } = {
  '*': '∗',
  _: 'ˍ',
  '`': 'ˋ',
  '[': '［',
  ']': '］',
  '<': '‹',
  '>': '›',
  '~': '∼',
  '\\': '＼',
  '|': 'ǀ'
};
/** Joins two signs, and is none of a link’s. */
const joiner = '\u2060';

function bare(line: string): string {
  return (
    line
      // Control signs, and those that turn the direction of writing.
      .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/g, ' ')
      .replace(/[*_`[\]<>~\\|]/g, sign => alike[sign] ?? sign)
      .trim()
      // Lists, headings and lines under headings: only where a line begins with them.
      .replace(/^(?=[-+#=]|\d+[.)])/, joiner)
      // What is made a link without being marked as one.
      .replace(/(:)(?=\/\/)|(www)(?=\.)|(@)(?=\S)/gi, sign => `${sign}${joiner}`)
      .replace(/&(?=#?\w+;)/g, `&${joiner}`)
  );
}
