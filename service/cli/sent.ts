import { dirname, resolve } from 'node:path';
import { fill, type Locale, type Text } from '../../core/locale.ts';
import { failure } from '../failure.ts';
import type { Way } from '../../graph/http.ts';
import { readSchool, type School } from '../school.ts';
import type { Looked } from '../sent.ts';
import type { Outside } from '../tenants.ts';
import { columns, wrapped } from './columns.ts';
import { command, type Command, type Io } from './command.ts';

const words = {
  source: { en: 'Read: {source}, the last {days} days.', cy: 'Darllenwyd: {source}, y {days} diwrnod diwethaf.' },
  none: { en: 'Nothing new was sent of which a rule speaks.', cy: 'Ni anfonwyd dim byd newydd y mae rheol yn sôn amdano.' },
  rule: { en: 'rule', cy: 'rheol' },
  sent: { en: 'sent', cy: 'anfonwyd' },
  perhaps: { en: 'warned, perhaps sent', cy: 'rhybuddiwyd, efallai anfonwyd' },
  told: { en: '{count} senders got a note. Nobody else was told.', cy: 'Cafodd {count} anfonwr nodyn. Ni ddywedwyd wrth neb arall.' },
  unread: { en: '«{source}» could not be read to its end ({why}).', cy: 'Ni ellid darllen «{source}» i’w ddiwedd ({why}).' },
  nowhere: {
    en: 'No source could be read: nothing is known, which is not the same as nothing sent.',
    cy: 'Ni ellid darllen unrhyw ffynhonnell: nid oes dim yn hysbys, nad yw’r un peth â dim wedi’i anfon.'
  }
} as const satisfies { readonly [name: string]: Text };

/** `beadle sent`: counts what was sent in spite of a rule, where the school switched it on. `world`: how Google is reached, in tests. */
export function sentIn(world?: Outside): Command {
  return command({
    path: 'sent',
    summary: 'count what was sent in spite of a rule, and leave its senders a quiet note; off unless the school switched it on',
    details:
      'Needs «sent:» in beadle.yaml with a dated data-protection assessment, and «audit.google» or «audit.microsoft» as «beadle audit» does. Kept is one record a message:\n' +
      'the day, the rules, a pseudonym; no text, no address, not who sent it. The note goes to the sender alone, never to a manager. Run it once a day.\n' +
      'Exit code: 0 nothing new, 1 something new, 2 a source could not be read.',
    arguments: [],
    options: {
      school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml)' },
      days: { kind: 'value', of: 'DAYS', says: 'how many days to look back, 30 at most', default: '2' },
      json: { kind: 'flag', says: 'print one JSON object' },
      lang: { kind: 'value', of: 'LANG', says: 'the language of the words', choices: ['en', 'cy'], default: 'en' }
    },
    examples: [
      { line: 'beadle sent', says: 'the last two days' },
      { line: 'beadle sent --days 30', says: 'what Google still knows of a month; notes only about the last three days' }
    ],
    run: async (_args, { school: file, days: written, json, lang }, io) => {
      const days = daysIn(written);
      const [
        { lookAtSent, sentSettings },
        { mailboxes, mailLog, messageTrace, needs, rulesLog },
        { workspaceOf, workspaceWay },
        { daysOf, idOf },
        { keysIn },
        store,
        { journalIn },
        { sentScopes },
        { lastKept, sweepFiles }
      ] = await Promise.all([
        import('../sent.ts'),
        import('../sent-sources.ts'),
        import('../google-workspace.ts'),
        import('../signatures.ts'),
        import('../keys.ts'),
        import('../store/sent.ts'),
        import('../store/journal.ts'),
        import('../../graph/google/scopes.ts'),
        import('../sweeping.ts')
      ]);
      const school = await readSchool(file, io);
      const now = io.now();
      const { dayOf } = daysOf(school.config, now);
      const settings = sentSettings(school, dayOf(now.toISOString()));
      const folder = dirname(resolve(io.cwd, school.file!));
      const { policy, config } = school;
      const ofGoogle = settings.from.flatMap(source => (source === 'message-trace' ? [] : [source]));
      const needed = [...new Set(ofGoogle.map(source => needs[source]))].map(right => sentScopes[right]);
      const google = ofGoogle.length > 0 ? (await workspaceWay(workspaceOf(school), needed, io, world)).way : undefined;
      const exchange = settings.from.includes('message-trace') ? await exchangeWay(school, io, world) : undefined;
      const staff = Object.entries(policy.directory).flatMap(([address, known]) =>
        known.some(({ audience }) => audience === 'staff') && config.domains.staff.some(domain => address.endsWith(`@${domain}`))
          ? [address]
          : []
      );
      const looks = {
        'rules-log': () => rulesLog(google!, idOf(config)),
        'mail-log': () => mailLog(google!, policy),
        mailboxes: () => mailboxes(google!, policy, staff),
        'message-trace': () => messageTrace(exchange!, policy)
      };
      const post = settings.tell === 'sender' ? await (await import('../own-post.ts')).ownPost(school, folder, io) : undefined;
      try {
        const looked = await lookAtSent(
          settings.from.map(source => ({ source, look: looks[source]() })),
          { from: new Date(now.getTime() - days * 86_400_000), to: now },
          {
            records: store.sentIn(journalIn(resolve(folder, 'data'))),
            key: (await keysIn(folder)).directory,
            dayOf,
            tell: post && (mail => post.send(mail)),
            school,
            now
          }
        );
        await sweepFiles({ data: resolve(folder, 'data'), kept: lastKept(config, now) });
        await io.stdout.write(json ? jsonOf(looked) : shown(looked, days, lang));
        return looked.unread.length > 0 ? 2 : looked.fresh.length > 0 ? 1 : 0;
      } finally {
        post?.close();
      }
    }
  });
}

/** The way to Exchange, by the application that audits use. Throws a `Failure` where the school names none. */
async function exchangeWay(school: School, io: Io, world: Outside | undefined): Promise<Way> {
  const settings = school.config.audit;
  if (!settings?.microsoft)
    throw failure('wrong-config', `${school.file} names no Microsoft 365. Write «audit: { microsoft: … }»: «beadle init» shows how.`);
  const [{ wayTo }, { readEnvironment }] = await Promise.all([import('../tenants.ts'), import('../environment.ts')]);
  const tenant = { vendor: 'microsoft', id: settings.microsoft.tenantId, parts: [], streams: [] } as const;
  return wayTo(tenant, { settings, environment: readEnvironment(io.env, io.cwd), stop: io.stop, world });
}

/** `beadle sent`. */
export const sent = sentIn();

function daysIn(written: string): number {
  if (/^\d{1,2}$/.test(written) && Number(written) >= 1 && Number(written) <= 30) return Number(written);
  throw failure('wrong-use', `«${written}» is no number of days from 1 to 30.`);
}

function countsOf({ fresh }: Looked): readonly (readonly [rule: string, sent: number, perhaps: number])[] {
  const counts = new Map<string, [number, number]>();
  for (const { rules, went } of fresh) {
    for (const rule of rules) {
      const count = counts.get(rule) ?? [0, 0];
      count[went === 'sent' ? 0 : 1] += 1;
      counts.set(rule, count);
    }
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, [gone, perhaps]]) => [rule, gone, perhaps] as const);
}

function shown(looked: Looked, days: number, lang: Locale): string {
  const { source, told, unread } = looked;
  const counts = countsOf(looked);
  return [
    ...(source === undefined ? [wrapped(words.nowhere[lang], '')] : [`${fill(words.source[lang], { source, days })}\n`]),
    ...(source !== undefined && counts.length === 0 ? [`${words.none[lang]}\n`] : []),
    counts.length === 0
      ? ''
      : columns([
          [[words.rule[lang]], [words.sent[lang]], [words.perhaps[lang]]],
          ...counts.map(([rule, gone, perhaps]) => [[rule], [String(gone)], [String(perhaps)]])
        ]),
    ...(told > 0 ? [`${fill(words.told[lang], { count: told })}\n`] : []),
    ...unread.map(({ source: from, why }) => wrapped(fill(words.unread[lang], { source: from, why: why.code ?? why.unread }), ''))
  ].join('');
}

function jsonOf(looked: Looked): string {
  return `${JSON.stringify({
    source: looked.source,
    rules: Object.fromEntries(countsOf(looked).map(([rule, gone, perhaps]) => [rule, { sent: gone, perhaps }])),
    told: looked.told,
    unread: looked.unread.map(({ source, why }) => ({ source, why: why.unread, code: why.code }))
  })}\n`;
}
