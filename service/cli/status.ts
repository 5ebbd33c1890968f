import { dateIn } from '../../core/dates.ts';
import { fill, type Locale } from '../../core/locale.ts';
import type { Audience } from '../../core/policies/audience.ts';
import { wordsOf } from '../../core/policies/policy.ts';
import { type Standing, standings, type Wanted } from '../../core/policies/standing.ts';
import type { Version } from '../../core/policies/version.ts';
import { columns, wrapped } from './columns.ts';
import { command } from './command.ts';
import { signingSchool } from './own-signatures.ts';
import { standingHeads, statusWords } from './signing-words.ts';

/** `beadle status`: how many signatures of each policy are wanted and given, by audience. */
export const status = command({
  path: 'status',
  summary: 'say how many signatures are wanted and given, policy by policy and audience by audience',
  details: 'It names nobody.\nExit code: 0 every signature that is wanted is given, 1 some are not.',
  arguments: [],
  options: {
    json: { kind: 'flag', says: 'print one JSON object a line: a policy and an audience' },
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
    lang: { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' }
  },
  examples: [
    { line: 'beadle status', says: 'where the school stands today' },
    { line: 'beadle status --json', says: 'for another program' }
  ],
  run: async (_args, { json, school: file, lang }, io) => {
    const [{ school }, { openSignatures }] = await Promise.all([signingSchool(file, io), import('../signatures.ts')]);
    const signatures = await openSignatures(school, io);
    try {
      const { desk, days } = signatures;
      const [versions, wanted] = await Promise.all([desk.versions(), desk.wanted()]);
      const counts = countsOf(versions, desk.audiences, wanted);
      if (json) {
        const lines = counts.map(({ version: { policy, major, minor }, audience, wanted: all, by }) =>
          JSON.stringify({ policy, version: `${major}.${minor}`, audience, wanted: all, ...by })
        );
        await io.stdout.write(lines.map(line => `${line}\n`).join(''));
      } else if (versions.length === 0) await io.stdout.write(`${statusWords.none[lang]}\n`);
      else {
        const tables = versions.map(version =>
          tableOf(
            version,
            counts.filter(count => count.version === version),
            desk.audiences,
            days.dayOf(version.publishedAt),
            lang
          )
        );
        await io.stdout.write(`${tables.join('\n')}\n${wrapped(statusWords.proves[lang], '')}`);
      }
      return counts.every(({ wanted: all, by }) => by.signed + by.excused === all) ? 0 : 1;
    } finally {
      await signatures.close();
    }
  }
});

type By = { readonly [S in Standing]: number };

/** How many stand where, of one audience of one policy. Who left is counted beside those who are wanted. */
interface Count {
  readonly version: Version;
  readonly audience: string;
  readonly wanted: number;
  readonly by: By;
}

function countsOf(versions: readonly Version[], audiences: readonly Audience[], wanted: readonly Wanted[]): readonly Count[] {
  const tally = new Map<string, { [S in Standing]: number }>();
  for (const { policy, audience, standing } of wanted) {
    const key = `${policy} ${audience}`;
    const by = tally.get(key) ?? zero();
    by[standing] += 1;
    tally.set(key, by);
  }
  return versions.flatMap(version =>
    audiences
      .filter(({ id }) => version.audiences.includes(id) || tally.has(`${version.policy} ${id}`))
      .map(({ id }): Count => {
        const by = tally.get(`${version.policy} ${id}`) ?? zero();
        return { version, audience: id, wanted: wantedOf(by), by };
      })
  );
}

function zero(): { [S in Standing]: number } {
  return { due: 0, asked: 0, opened: 0, signed: 0, declined: 0, excused: 0, overdue: 0, expired: 0, left: 0 };
}

function wantedOf(by: By): number {
  return standings.reduce((sum, standing) => sum + (standing === 'left' ? 0 : by[standing]), 0);
}

/** The order in which columns stand: done first, what is lost last. */
const order = [
  'signed',
  'opened',
  'asked',
  'due',
  'expired',
  'overdue',
  'declined',
  'excused',
  'left'
] as const satisfies readonly Standing[];

function tableOf(version: Version, counts: readonly Count[], audiences: readonly Audience[], publishedOn: string, lang: Locale): string {
  const { title, languages, major, minor } = version;
  const heading = fill(statusWords.heading[lang], {
    title: wordsOf(title, lang, languages),
    number: `${major}.${minor}`,
    date: dateIn(lang, publishedOn)
  });
  const used = order.filter(standing => standing === 'signed' || counts.some(({ by }) => by[standing] > 0));
  const heads = [statusWords.audience[lang], statusWords.wanted[lang], standingHeads.signed[lang], '  %'].concat(
    used.slice(1).map(standing => standingHeads[standing][lang])
  );
  const row = (label: string, all: number, by: By): readonly string[] => [
    label,
    ...[
      String(all),
      String(by.signed),
      all === 0 ? '–' : String(Math.floor((by.signed / all) * 100)),
      ...used.slice(1).map(each => String(by[each]))
    ].map((cell, i) => cell.padStart(heads[i + 1]!.length))
  ];
  const rows = counts.map(({ audience, wanted, by }) => row(audiences.find(({ id }) => id === audience)!.title[lang], wanted, by));
  if (counts.length > 1) {
    const sums = zero();
    for (const { by } of counts) for (const standing of standings) sums[standing] += by[standing];
    rows.push(row(statusWords.total[lang], wantedOf(sums), sums));
  }
  const nobody = counts.every(({ wanted }) => wanted === 0) ? wrapped(statusWords.nobody[lang], '') : '';
  return `${heading}\n\n${columns([heads, ...rows].map(each => each.map(cell => [cell])))}${nobody}`;
}
