import type { Server } from 'node:http';
import express from 'express';
import type { IncidentDesk } from '../../core/incidents/desk.ts';
import { signedTextOf } from '../../core/policies/signed-text.ts';
import type { Clause } from '../../core/policies/policy.ts';
import type { Version } from '../../core/policies/version.ts';
import { createHash } from 'node:crypto';
import { addressOf, type Limits, limits as usual, type SignPages } from '../../service/sign.ts';
import { linksIn, type Links } from '../../service/links.ts';
import type { Mail } from '../../service/post.ts';
import { signRoutes } from '../../service/routes/sign.ts';
import { tryRoutes } from '../../service/routes/try.ts';
import { listen } from '../../service/serve.ts';
import type { Listed } from '../../service/store/people.ts';
import { welcomed } from '../../service/visits.ts';
import { school } from './database.ts';
import { freshDesk, person, type TestDesk } from './desk.ts';

/** The pages to sign of a school, served on a free port, and the mails that they sent. */
export interface TestPages {
  readonly at: TestDesk;
  readonly links: Links;
  readonly origin: string;
  readonly mails: readonly Mail[];
  readonly log: readonly string[];
  /** The newest code that was mailed, once it was; `after`: how many mails there were before. */
  readonly code: (after?: number) => Promise<string>;
  /** Waits until so many mails were sent. */
  readonly mailed: (count: number) => Promise<readonly Mail[]>;
  readonly close: () => Promise<void>;
}

/** People of every kind: a parent of two, the teacher of a class and its pupils, a governor, somebody without an address. */
export const people: readonly Listed[] = [
  person('parent', { name: 'Parent Three', roles: ['parent'], address: 'parent.three@home.example' }),
  person('kit', { name: 'Kit Sample', roles: ['pupil'], class: '4B' }),
  person('sam', { name: 'Sam Sample', roles: ['pupil'], class: '4B' }),
  person('robin', { name: 'Robin Other', roles: ['pupil'], class: '5A' }),
  person('teacher', { name: 'Teacher Seven', roles: ['staff'], class: '4B', address: 'teacher.seven@school.example' }),
  person('governor', { name: 'Governor Two', roles: ['governor'], address: 'governor.two@governors.example', language: 'cy' }),
  person('nowhere', { name: 'Parent Without', roles: ['parent'] }),
  person('coordinator', { name: 'E-safety Coordinator', roles: ['coordinator'], address: 'esafety@school.example' })
];

const clauses: readonly Clause[] = [
  clause(
    '1',
    'Passwords',
    'Keep your password to yourself and lock the screen when you leave it.',
    'Cadwch eich cyfrinair i chi’ch hun a chlowch y sgrin pan fyddwch yn ei gadael.'
  ),
  clause(
    '2',
    'Passwords',
    'Tell the school at once if somebody else knows your password.',
    'Dywedwch wrth yr ysgol ar unwaith os yw rhywun arall yn gwybod eich cyfrinair.'
  ),
  clause('E-mail.1', 'E-mail', 'Write to people as you would speak to them.', 'Ysgrifennwch at bobl fel y byddech yn siarad â nhw.')
];

function clause(id: string, section: string, en: string, cy: string): Clause {
  return { id, section, text: { en, cy }, binds: ['staff', 'governor', 'visitor', 'pupil', 'parent'], duties: [] };
}

/** A version of a policy that everybody signs, with its real texts. */
export function everybodys(more: Partial<Version> = {}): Version {
  const bare = {
    policy: 'online-safety',
    major: 1,
    minor: 0,
    title: { en: 'Online safety', cy: 'Diogelwch ar-lein' },
    languages: ['en', 'cy'] as const,
    clauses,
    ...more
  };
  const text = (locale: 'en' | 'cy') => {
    const words = signedTextOf({ ...bare, languages: ['en', 'cy'] }, locale);
    return { text: words, sha256: createHash('sha256').update(words).digest('hex'), pdfSha256: 'b'.repeat(64) };
  };
  return {
    publishedAt: '2026-11-20T09:00:00.000Z',
    audiences: ['staff', 'governors', 'visitors', 'supply', 'contractors', 'pupils', 'parents'],
    ...bare,
    languages: ['en', 'cy'],
    texts: { en: text('en'), cy: text('cy') }
  };
}

/** Serves the pages of a school with these versions. Everybody is asked. `folder`: what the build wrote, where pages are looked at. */
export async function signPages(
  options: {
    readonly folder?: string;
    readonly versions?: readonly Version[];
    readonly limits?: Partial<Limits>;
    readonly origin?: string;
    /** What can be reported, of the desk that was made. */
    readonly incidents?: (at: TestDesk) => IncidentDesk;
  } = {}
): Promise<TestPages> {
  const { folder = '/nowhere', versions = [everybodys()], limits = {} } = options;
  const at = await freshDesk({ people: family(), versions, teams: false });
  await at.desk.peopleStore.put(family(at.ids));
  await askEverybody(at);
  const links = linksIn(at.database.db, school, () => new Date(at.clock.at));
  const mails: Mail[] = [];
  const log: string[] = [];
  const app = express();
  const { server, port } = await listen(app, [0]);
  const origin = options.origin ?? `http://127.0.0.1:${port}`;
  const pages: SignPages = {
    desk: at.desk,
    ...(options.incidents && { incidents: options.incidents(at) }),
    links,
    post: { send: mail => Promise.resolve(void mails.push(mail)) },
    origin,
    languages: ['en', 'cy'],
    welcome: visit => welcomed(at.desk, visit)
  };
  app.use(signRoutes(folder, pages, line => void log.push(line), { ...usual, ...limits }));
  app.use(tryRoutes(folder));
  const mailed = async (count: number): Promise<readonly Mail[]> => {
    for (let i = 0; i < 1000 && mails.length < count; i += 1) await new Promise(resolve => setTimeout(resolve, 10));
    return mails;
  };
  return {
    at,
    links,
    origin: `http://127.0.0.1:${port}`,
    mails,
    log,
    mailed,
    code: async (after = 0) => {
      const [, first, second] = /(\d{3}) (\d{3})/.exec((await mailed(after + 1)).slice(after).pop()?.text ?? '') ?? [];
      return `${first}${second}`;
    },
    close: () => closed(server)
  };
}

/** The people; the parent with their children, once these have ids. */
function family(ids?: TestDesk['ids']): readonly Listed[] {
  return people.map(each => (ids && each.key === 'parent' ? { ...each, children: [ids['kit']!, ids['sam']!] } : each));
}

/** Records that everybody was asked, as the daily plan does. */
export async function askEverybody({ desk }: Pick<TestDesk, 'desk'>): Promise<void> {
  const at = desk.now().toISOString();
  const wanted = await desk.wanted();
  await desk.ledger.addAll(
    wanted
      .filter(({ standing }) => standing === 'due' || standing === 'expired')
      .map(({ person: id, policy, child, major, audience, year }) => ({
        entry: {
          kind: 'asked',
          at,
          person: id,
          policy,
          ...(child === undefined ? {} : { child }),
          major,
          audience,
          ...(year === undefined ? {} : { year }),
          due: '2026-12-11'
        }
      }))
  );
}

/** A link for somebody, as their mail bears it. */
export async function mailedLink({ links, origin, at }: TestPages, key: string): Promise<string> {
  return addressOf(origin, '/sign', await links.issue('sign', at.ids[key]!));
}

function closed(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
