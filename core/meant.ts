/** Places at a school by which somebody can be meant. */
export type Place = 'head' | 'coordinator' | 'chair' | 'data-protection-officer';

/** Words by which people mean a place rather than a name, as `foldedWords` gives them. */
const placeWords: { readonly [S in Place]: readonly string[] } = {
  head: [
    'head',
    'headteacher',
    'headmaster',
    'headmistress',
    'principal',
    'pennaeth',
    'prifathro',
    'prifathrawes',
    'phennaeth',
    'bennaeth'
  ],
  coordinator: ['coordinator', 'cydlynydd', 'gydlynydd', 'chydlynydd', 'esafety', 'ediogelwch'],
  chair: ['chair', 'chairman', 'chairwoman', 'chairperson', 'cadeirydd', 'gadeirydd', 'chadeirydd'],
  'data-protection-officer': ['dpo', 'protection', 'spd', 'diogelu']
};

/** Titles say nothing of who somebody is. */
const titles = [
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'sir',
  'madam',
  'prof',
  'professor',
  'rev',
  'reverend',
  'the',
  'and',
  'of',
  'yr',
  'ac'
];

/** An initial says nothing either. */
function isOfName(word: string): boolean {
  return word.length > 1 && titles.indexOf(word) < 0;
}

/** Words of a name without case, accents and signs: `Mrs. O’Brien-Siân` is `mrs obrien sian`. */
function foldedWords(name: string): readonly string[] {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’‘`´.]/g, '')
    .split(/[\s,;:/()&+_"“”<>[\]-]+/)
    .filter(word => word !== '');
}

/** The places that the words of a name mean. */
export function placesIn(name: string): readonly Place[] {
  const words = foldedWords(name);
  const joined = words.join('');
  return (Object.keys(placeWords) as Place[]).filter(place =>
    placeWords[place].some(word => words.indexOf(word) >= 0 || (word.length > 5 && joined.indexOf(word) >= 0))
  );
}

/**
 * The ids of everybody who may be meant by what somebody wrote, and of who holds one of these places. Whoever shares a word of their name with the one that
 * was named is taken to be meant.
 */
export function meantBy(
  written: string,
  places: readonly string[],
  people: readonly { readonly id: string; readonly name: string; readonly roles: readonly string[] }[]
): ReadonlySet<string> {
  const named = foldedWords(written).filter(isOfName);
  const held = new Set<string>([...places, ...placesIn(written)]);
  const meant = new Set<string>();
  for (const { id, name, roles } of people) {
    if (roles.some(role => held.has(role))) meant.add(id);
    const own = foldedWords(name);
    // Written apart or together: `Van Dyke` is `Vandyke`.
    const isSame = named.length > 0 && own.filter(isOfName).join('') === named.join('');
    if (isSame || own.some(word => isOfName(word) && named.indexOf(word) >= 0)) meant.add(id);
  }
  return meant;
}
