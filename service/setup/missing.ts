import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { fill, type Text, type Values } from '../../core/locale.ts';
import type { Config } from '../config.ts';
import { readEnvironment } from '../environment.ts';
import { policyNamed } from '../policy-file.ts';
import { idOf } from '../signatures.ts';
import { reachDatabase } from '../store/database.ts';
import { type Answers, putting } from './questions.ts';
import type { Found } from './writing.ts';

/** What the school's database knows: how many people are there, and which policies were published. */
interface Known {
  readonly people: number;
  readonly published: readonly string[];
}

/**
 * What a school still lacks before people can be asked, each in one line, in the order in which it is done; then how it is started and looked at. `found`: the
 * files as they were written; `by`: how its commands are run. Looks into the database, changes nothing in it, and takes one that does not answer for empty.
 */
export async function missingFor(
  config: Config,
  answers: Answers,
  found: Found,
  { beadle, school }: { readonly beadle: string; readonly school: string }
): Promise<readonly Text[]> {
  const { signatures, outlook, gmail } = config;
  const { start, env } = found;
  const values = { beadle, school };
  const said = (text: Text, more: Values = {}): Text => ({
    en: fill(text.en, { ...values, ...more }, 'en'),
    cy: fill(text.cy, { ...values, ...more }, 'cy')
  });
  const known = signatures && (await knownOf(config, found));
  const lacking = known && (await unpublished(signatures!.policies, known, start.folder));
  const secrets = putting(answers, start).flatMap(({ question: { variable } }) =>
    variable === undefined || variable === 'DATABASE_URL' || env[variable] ? [] : [variable]
  );
  return [
    ...(known?.people === 0 && signatures!.people === undefined ? [said(words.list)] : []),
    ...((outlook || gmail) && config.directory.length === 0 && !config.sources ? [said(words.directory)] : []),
    ...secrets.map(name => said(name === 'BEADLE_SMTP_URL' ? words.server : words.secret, { name })),
    ...(known?.people === 0 ? [said(words.import)] : []),
    ...(lacking && lacking.length > 0 ? [said(words.publish, { names: lacking.join(', ') })] : []),
    said(words.serve),
    said(words.doctor)
  ];
}

async function knownOf(config: Config, { start, env }: Found): Promise<Known> {
  const nothing: Known = { people: 0, published: [] };
  let reached: Awaited<ReturnType<typeof reachDatabase>> | undefined;
  let client: pg.Client | undefined;
  try {
    const environment = readEnvironment(env, start.folder);
    const url = environment.database?.();
    const folder = join(environment.data ?? join(start.folder, '.beadle'), 'database');
    if (url === undefined && !existsSync(folder)) return nothing;
    reached = await reachDatabase({ url, folder });
    client = new pg.Client({ ...reached.connection, application_name: 'beadle (setup)', connectionTimeoutMillis: 10_000 });
    client.on('error', () => {});
    await client.connect();
    const school = idOf(config);
    await client.query("select set_config('beadle.school', $1, false), set_config('default_transaction_read_only', 'on', false)", [school]);
    const people = await client.query('select count(*) as count from person where school = $1 and left_on is null', [school]);
    const versions = await client.query('select distinct policy from version where school = $1', [school]);
    const [counted] = people.rows as { readonly count: unknown }[];
    return { people: Number(counted!.count), published: (versions.rows as { readonly policy: string }[]).map(({ policy }) => policy) };
  } catch {
    return nothing;
  } finally {
    await client?.end().catch(() => {});
    await reached?.close();
  }
}

/** The policies that people are to sign and that nobody published, as `beadle.yaml` names them. */
async function unpublished(
  policies: readonly { readonly policy: string }[],
  { published }: Known,
  folder: string
): Promise<readonly string[]> {
  const ids = await Promise.all(
    policies.map(async ({ policy }) => ({ policy, id: (await policyNamed(policy, folder).catch(() => undefined))?.id }))
  );
  return ids.filter(({ id }) => id === undefined || !published.includes(id)).map(({ policy }) => policy);
}

const words = {
  list: {
    en: 'The list of the people who are asked: write people-to-ask.csv beside beadle.yaml, and name it under «signatures:» as «people:».',
    cy: 'Y rhestr o’r bobl y gofynnir iddynt: ysgrifennwch people-to-ask.csv wrth ymyl beadle.yaml, a’i henwi o dan «signatures:» fel «people:».'
  },
  directory: {
    en: 'Who parents and governors are: name a CSV file under «directory:», or the add-ins know nobody outside the school.',
    cy: 'Pwy yw’r rhieni a’r llywodraethwyr: enwch ffeil CSV o dan «directory:», neu ni fydd yr ategion yn adnabod neb y tu allan i’r ysgol.'
  },
  server: {
    en: 'The mail server: write {name} into beadle.env. Until then mails lie in .beadle/outbox and reach nobody.',
    cy: 'Y gweinydd post: ysgrifennwch {name} yn beadle.env. Tan hynny mae negeseuon yn gorwedd yn .beadle/outbox heb gyrraedd neb.'
  },
  secret: { en: 'A secret: write {name} into beadle.env.', cy: 'Cyfrinach: ysgrifennwch {name} yn beadle.env.' },
  import: {
    en: 'Take over the list of people: {beadle} people import{school}',
    cy: 'Cymerwch y rhestr o bobl drosodd: {beadle} people import{school}'
  },
  publish: {
    en: 'Publish what is signed ({names}): {beadle} publish{school}',
    cy: 'Cyhoeddwch yr hyn a lofnodir ({names}): {beadle} publish{school}'
  },
  serve: { en: 'Start it: {beadle} serve{school}', cy: 'Dechreuwch ef: {beadle} serve{school}' },
  doctor: {
    en: 'See whether all of it works: {beadle} doctor{school}',
    cy: 'Edrychwch a yw’r cyfan yn gweithio: {beadle} doctor{school}'
  }
} as const satisfies { readonly [name: string]: Text };
