import { dateIn } from '../../core/dates.ts';
import { fill, type Locale } from '../../core/locale.ts';
import { changedFor } from '../../core/policies/changes.ts';
import type { Audience } from '../../core/policies/audience.ts';
import { wordsOf } from '../../core/policies/policy.ts';
import { partyWords } from '../../core/policies/signed-text.ts';
import type { SignatureSettings } from '../config-signatures.ts';
import { failure } from '../failure.ts';
import { nearest } from '../nearest.ts';
import type { Previewed } from '../publishing.ts';
import { columns, wrapped } from './columns.ts';
import { command } from './command.ts';
import { confirmed } from './confirm.ts';
import { signingSchool } from './own-signatures.ts';
import { changeWords, publishWords } from './signing-words.ts';

/** `beadle publish`: shows what publishing a policy will do, and publishes it once somebody says yes. */
export const publish = command({
  path: 'publish',
  summary: 'publish a policy as the version that people sign, after showing whom it asks again',
  details:
    'Takes a policy that stands under «signatures:» in beadle.yaml; without one, each of them that is not published as it is.\n' +
    'A major version asks again those whose clauses changed, and ends their signatures. A minor one (--minor) asks nobody.\n' +
    'Exit code: 0 published, or nothing to publish; 1 only shown; 2 a file could not be read.',
  arguments: [{ name: 'POLICY', says: 'as beadle.yaml names it: st-norberts, policy.yaml', optional: true }],
  options: {
    minor: { kind: 'flag', says: 'it only puts slips right: nobody is asked again' },
    yes: { kind: 'flag', says: 'publish without asking' },
    by: { kind: 'value', of: 'ADDRESS', says: 'who publishes it (default: the coordinator)' },
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle publish', says: 'show what would be published, and ask' },
    { line: 'beadle publish policy.yaml --minor', says: 'a slip put right' },
    { line: 'beadle publish st-norberts --yes', says: 'from a script' }
  ],
  run: async ([name], { minor, yes, by, school: file, lang }, io) => {
    const { school, settings } = await signingSchool(file, io);
    const chosen = chosenOf(settings, name, school.file!);
    const [{ actorIn, previewed }, { folderOf, openSignatures }, { policyNamed }, { normalAddress }] = await Promise.all([
      import('../publishing.ts'),
      import('../signatures.ts'),
      import('../policy-file.ts'),
      import('../../core/mail/address.ts')
    ]);
    const policies = await Promise.all(
      chosen.map(async ({ policy, audiences }) => ({ policy: await policyNamed(policy, folderOf(school, io.cwd)), audiences }))
    );
    const signatures = await openSignatures(school, io);
    try {
      const { desk, days } = signatures;
      const today = days.dayOf(io.now().toISOString());
      const actor = actorIn(await desk.people(), today, by === undefined ? undefined : normalAddress(by));
      if (actor === undefined)
        throw failure('wrong-use', `Nobody here has the address «${by}». Leave --by out, or name somebody of the list of people.`);
      let shown = false;
      for (const { policy, audiences } of policies) {
        const next = await previewed(signatures, policy, { minor, audiences });
        const { version, pdfs, last, same, preview } = next;
        const number = `${version.major}.${version.minor}`;
        if (same && name === undefined) {
          await io.stdout.write(`${fill(publishWords.same[lang], { policy: policy.id, number: `${last!.major}.${last!.minor}` })}\n`);
          continue;
        }
        await io.stdout.write(previewText(next, desk.audiences, days.dayOf, lang));
        const agreed = yes || (io.stdout.isTTY && (await confirmed(`\n${fill(publishWords.ask[lang], { number })}`, io)));
        if (!agreed) {
          await io.stdout.write(`\n${(io.stdout.isTTY ? publishWords.left : publishWords.waits)[lang]}\n`);
          shown = true;
          continue;
        }
        await desk.versionStore.publish(version, pdfs, actor);
        const hashes = version.languages.map(language => `${language} ${version.texts[language]!.sha256}`).join(', ');
        await io.stdout.write(`\n${fill(publishWords.done[lang], { number, policy: policy.id, hashes })}\n`);
        if (preview.asks > 0) {
          const date = dateIn(lang, days.nextSchoolDay(today));
          await io.stdout.write(`${fill(publishWords.asked[lang], { date, count: preview.asks })}\n`);
        }
      }
      return shown ? 1 : 0;
    } finally {
      await signatures.close();
    }
  }
});

function chosenOf({ policies }: SignatureSettings, name: string | undefined, file: string): SignatureSettings['policies'] {
  if (policies.length === 0) {
    throw failure(
      'wrong-config',
      `${file} names no policy to sign. Write under «signatures:»: policies: [{ policy: st-norberts, audiences: [staff] }]`
    );
  }
  if (name === undefined) return policies;
  const found = policies.filter(({ policy }) => policy === name || policy.replace(/^\.[\\/]/, '') === name.replace(/^\.[\\/]/, ''));
  if (found.length > 0) return found;
  const known = policies.map(({ policy }) => policy);
  const near = nearest(name, known);
  throw failure(
    'wrong-use',
    `«${name}» does not stand under «signatures:» in ${file}. ${near ? `Did you mean «${near}»?` : `There stand: ${known.join(', ')}.`}`
  );
}

/** Clauses whose words are shown, at most. */
const most = 20;

function previewText(
  { version, last, preview }: Previewed,
  audiences: readonly Audience[],
  dayOf: (instant: string) => string,
  lang: Locale
): string {
  const { title, policy, major, minor, languages } = version;
  const parts = [
    `${fill(publishWords.heading[lang], { title: wordsOf(title, lang, languages), policy, number: `${major}.${minor}` })}\n`,
    last
      ? `${fill(publishWords.follows[lang], { last: `${last.major}.${last.minor}`, date: dateIn(lang, dayOf(last.publishedAt)) })}\n`
      : `${publishWords.first[lang]}\n`,
    '\n',
    audienceTable(preview, audiences, lang)
  ];
  if (preview.audiences.every(({ wanted }) => wanted === 0)) parts.push('\n', wrapped(publishWords.nobody[lang], ''));
  if (last) parts.push('\n', changesText(preview, version, last, lang), forEach(preview, version.audiences, audiences, lang));
  if (preview.warnings.length > 0) {
    parts.push(`\n${publishWords.think[lang]}\n`, ...preview.warnings.map(warning => wrapped(warning[lang], '  ').replace(/^ {2}/, '! ')));
  }
  return parts.join('');
}

function audienceTable({ audiences: counts }: Previewed['preview'], audiences: readonly Audience[], lang: Locale): string {
  const heads = [publishWords.audience, publishWords.wanted, publishWords.asks, publishWords.ends].map(words => words[lang]);
  const rows = counts.map(({ audience, wanted, asks, ends }) => [
    audiences.find(({ id }) => id === audience)?.title[lang] ?? audience,
    ...[wanted, asks, ends].map((count, i) => String(count).padStart(heads[i + 1]!.length))
  ]);
  return columns([heads, ...rows].map(row => row.map(cell => [cell])));
}

function changesText(
  { changes }: Previewed['preview'],
  version: Previewed['version'],
  last: NonNullable<Previewed['last']>,
  lang: Locale
): string {
  if (changes.length === 0) return `${publishWords.unchanged[lang]}\n`;
  const lines = changes.slice(0, most).map(({ kind, before, after, concerns }) => {
    const was = before && wordsOf(before.text, lang, last.languages);
    const is = after && wordsOf(after.text, lang, version.languages);
    const id = before && after && before.id !== after.id ? `${before.id} → ${after.id}` : (after ?? before)!.id;
    const parties = concerns.map(party => partyWords[party][lang]).join(', ');
    const head = `  ${changeWords[kind][lang]}: ${id}${parties === '' ? '' : ` (${parties})`}\n`;
    if (kind === 'reworded') return head + worded(publishWords.was[lang], was!) + worded(publishWords.now[lang], is!);
    return kind === 'added' ? head + wrapped(is!, '      ') : kind === 'removed' ? head + wrapped(was!, '      ') : head;
  });
  const left = changes.length - most;
  return `${publishWords.changed[lang]}\n${lines.join('')}${left > 0 ? `  ${fill(publishWords.more[lang], { count: left })}\n` : ''}`;
}

function worded(label: string, text: string): string {
  return wrapped(`${label}: ${text}`, '      ');
}

function forEach({ changes }: Previewed['preview'], ids: readonly string[], audiences: readonly Audience[], lang: Locale): string {
  if (changes.length === 0) return '';
  return ids
    .flatMap(id => audiences.find(audience => audience.id === id) ?? [])
    .map(({ title, binds }) => {
      const lines = changedFor(binds, changes).map(line => wrapped(line[lang], '  '));
      return `\n${fill(publishWords.forAudience[lang], { audience: title[lang] })}\n${lines.join('')}`;
    })
    .join('');
}
