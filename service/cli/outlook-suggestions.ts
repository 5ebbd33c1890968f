import type { Locale } from '../../core/locale.ts';
import type { Audience } from '../../core/mail/policy.ts';
import { failure } from '../failure.ts';
import { nearest } from '../nearest.ts';
import { keysIn } from '../keys.ts';
import { type Asked, decidable, type Suggestions } from '../store/suggestions.ts';
import { columns } from './columns.ts';
import { command, type Io } from './command.ts';
import { outlookSchool, schoolOption } from './outlook-school.ts';
import { audienceWords, outlookWords } from './outlook-words.ts';

/** `beadle outlook suggestions`: who staff say that unknown addresses are. */
export const outlookSuggestions = command({
  path: 'outlook suggestions',
  summary: 'say who staff think that unknown addresses are',
  details:
    'An address stands here as its keyed hash: it never left the sender’s machine. Each person counts\n' +
    'once. What is accepted counts as part of the directory on a device once it fetches the policy again.',
  arguments: [],
  options: {
    ...schoolOption,
    all: { kind: 'flag', says: 'also what was decided already' },
    json: { kind: 'flag', says: 'print one JSON object a line' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle outlook suggestions', says: 'what waits for a decision' },
    { line: 'beadle outlook suggestions accept 0123456789abcdef parent', says: 'from now on it is a parent’s' },
    { line: 'beadle outlook suggestions refuse 0123456789abcdef', says: 'it stays unknown' }
  ],
  run: async (_args, { school: file, all, json, lang }, io) => {
    const suggestions = await suggestionsOf(file, io);
    const asked = (await suggestions.all()).filter(({ decision }) => all || decision === undefined);
    if (json) await io.stdout.write(asked.map(each => `${JSON.stringify({ ...each, decision: decisionOf(each) })}\n`).join(''));
    else await io.stdout.write(asked.length === 0 ? `${outlookWords.noSuggestions[lang]}\n` : tableOf(asked, lang));
    return 0;
  }
});

/** `beadle outlook suggestions accept`: takes an address into the directory, by its hash. */
export const outlookAccept = command({
  path: 'outlook suggestions accept',
  summary: 'take an address into the directory by its hash',
  arguments: [
    { name: 'HASH', says: 'as «beadle outlook suggestions» shows it' },
    { name: 'AUDIENCE', says: decidable.join(', ') }
  ],
  options: schoolOption,
  examples: [{ line: 'beadle outlook suggestions accept 0123456789abcdef governor', says: 'from now on it is a governor’s' }],
  run: async ([written = '', audience = ''], { school: file }, io) => {
    const hash = hashOf(written);
    const accepted = decidable.find(each => each === audience.toLowerCase());
    if (!accepted) {
      const near = nearest(audience, decidable);
      throw failure(
        'wrong-use',
        `«${audience}» is no audience.${near ? ` Did you mean «${near}»?` : ` There are: ${decidable.join(', ')}.`}`
      );
    }
    const suggestions = await suggestionsOf(file, io);
    await known(suggestions, hash);
    await suggestions.decide({ hash, accepted }, io.now());
    await io.stdout.write(`${hash} counts as ${accepted} from now on. Devices learn it when they fetch the policy next.\n`);
    return 0;
  }
});

/** `beadle outlook suggestions refuse`: leaves an address unknown, or takes it out of the directory again. */
export const outlookRefuse = command({
  path: 'outlook suggestions refuse',
  summary: 'leave an address unknown, or unknown again',
  arguments: [{ name: 'HASH', says: 'as «beadle outlook suggestions» shows it' }],
  options: schoolOption,
  examples: [{ line: 'beadle outlook suggestions refuse 0123456789abcdef', says: 'it stays unknown' }],
  run: async ([written = ''], { school: file }, io) => {
    const hash = hashOf(written);
    const suggestions = await suggestionsOf(file, io);
    await known(suggestions, hash);
    await suggestions.decide({ hash, refused: true }, io.now());
    await io.stdout.write(`${hash} stays unknown.\n`);
    return 0;
  }
});

async function suggestionsOf(file: string | undefined, io: Io): Promise<Suggestions> {
  const { kept } = await outlookSchool(file, io);
  return kept.suggestions((await keysIn(kept.folder)).directory);
}

function hashOf(written: string): string {
  const hash = written.trim().toLowerCase();
  if (/^[0-9a-f]{16}$/.test(hash)) return hash;
  throw failure('wrong-use', 'A hash has 16 signs from 0 to 9 and a to f, as «beadle outlook suggestions» shows it.');
}

/** A hash that nobody spoke of is a slip of the keyboard, and would stay in the directory unseen. */
async function known(suggestions: Suggestions, hash: string): Promise<void> {
  const hashes = (await suggestions.all()).map(each => each.hash);
  if (hashes.includes(hash)) return;
  const near = nearest(hash, hashes);
  throw failure(
    'wrong-use',
    `Nobody has spoken of ${hash}.${near ? ` Did you mean ${near}?` : ' «beadle outlook suggestions --all» shows what there is.'}`
  );
}

function decisionOf({ decision }: Asked): Audience | 'refused' | null {
  return decision === undefined ? null : 'accepted' in decision ? decision.accepted : 'refused';
}

function tableOf(asked: readonly Asked[], lang: Locale): string {
  const rows = asked.map(each => [
    [each.hash],
    [
      Object.entries(each.said)
        .sort(([, a], [, b]) => b - a)
        .map(([audience, count]) => `${audienceWords[audience as Audience][lang]} ${count}`)
        .join(', ')
    ],
    [outlookWords[each.provider ? 'yes' : 'no'][lang]],
    [decisionWords(each, lang)]
  ]);
  return columns([(['address', 'said', 'provider', 'decided'] as const).map(head => [outlookWords[head][lang]]), ...rows]);
}

function decisionWords(asked: Asked, lang: Locale): string {
  const decision = decisionOf(asked);
  if (decision === null) return '–';
  return decision === 'refused' ? outlookWords.refused[lang] : audienceWords[decision][lang];
}
