const months = [
  'january ionawr',
  'february chwefror',
  'march mawrth',
  'april ebrill',
  'may mai',
  'june mehefin',
  'july gorffennaf',
  'august awst',
  'september medi',
  'october hydref',
  'november tachwedd',
  'december rhagfyr'
];

/** A date as people write it, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exactly as it says; nothing where it holds no year. Days come before months. */
export function dateOf(written: string): string | undefined {
  const words = written
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
  const year = words.map(yearOf).filter(found => found !== undefined)[0];
  if (year === undefined) return undefined;
  const named = words
    .map(word => months.findIndex(names => word.length >= 3 && names.split(' ').some(name => name.slice(0, word.length) === word)))
    .filter(at => at >= 0)[0];
  const figures = words.filter(word => /^\d{1,2}(?:st|nd|rd|th|ain|af|fed)?$/.test(word)).map(word => Number(/^\d+/.exec(word)![0]));
  const iso = /^\d{4}$/.test(words[0] || '');
  if (named !== undefined) return dated(year, named + 1, figures[0]);
  const [first, second] = figures;
  if (iso && first !== undefined) return dated(year, first, second);
  if (first !== undefined && second !== undefined && second <= 12) return dated(year, second, first);
  if (first !== undefined && first <= 12) return dated(year, first, undefined);
  return String(year);
}

function yearOf(word: string): number | undefined {
  return /^(?:19|20)\d\d$/.test(word) ? Number(word) : undefined;
}

function dated(year: number, month: number, day: number | undefined): string {
  if (month < 1 || month > 12) return String(year);
  return day !== undefined && day >= 1 && day <= 31 ? `${year}-${two(month)}-${two(day)}` : `${year}-${two(month)}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
