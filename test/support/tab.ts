import type { Server } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import type { Session, TabRole } from '../../addin/tab/api.ts';
import { auditedSchool, type Auditing, auditingOn } from '../../service/auditing.ts';
import type { SchoolIncidents } from '../../service/incidents.ts';
import type { Mail } from '../../service/post.ts';
import { openReports } from '../../service/reporting.ts';
import { tabRoutes } from '../../service/routes/tab.ts';
import { outsideId, type TabLimits, tabLimits } from '../../service/routes/tab-guard.ts';
import { readSchool } from '../../service/school.ts';
import { listen } from '../../service/serve.ts';
import { openSignatures, type Signatures } from '../../service/signatures.ts';
import type { Listed } from '../../service/store/people.ts';
import { changesOf } from '../../service/tab/changes.ts';
import { openTab } from '../../service/tab/open.ts';
import type { Tab, TableSource } from '../../service/tab/tab.ts';
import { freshDatabase } from './database.ts';
import { exampleVersion, person } from './desk.ts';
import { auditedYaml, microsoftLine } from './tenants.ts';

/** One person for each role of the tab, besides those whom it is not for. */
export const tabPeople: readonly Listed[] = [
  person('coordinator', { name: 'Casey Online', roles: ['coordinator'], address: 'esafety@school.example' }),
  person('head', { name: 'Harper Leading', roles: ['head'], address: 'head@school.example' }),
  person('chair', { name: 'Charlie Governing', roles: ['chair'], address: 'chair@governors.example' }),
  person('governor', { name: 'Governor Two', roles: ['governor'], address: 'governor.two@governors.example' }),
  person('officer', { name: 'Pat Privacy', roles: ['data-protection-officer'], address: 'dpo@council.example' }),
  person('manager', { name: 'Morgan Above', roles: ['staff'], address: 'manager@school.example' }),
  person('staff', { name: 'Staff Nine', roles: ['staff'], address: 'staff.nine@school.example' }),
  person('teacher', {
    name: 'Teacher Seven',
    roles: ['staff'],
    address: 'teacher.seven@school.example',
    entraId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'
  }),
  person('nobody', { name: 'Kit Sample', roles: ['pupil'], class: '4B', address: 'kit@pupils.school.example' }),
  person('parent', { name: 'Parent Three', roles: ['parent'], address: 'parent.three@home.example' })
];

/** What the tab answered. */
export interface TabAnswer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly cookies: readonly string[];
  readonly headers: Headers;
}

/** Somebody at the tab: asks as our page does. */
export interface AtTestTab {
  readonly cookie: string;
  readonly csrf: string;
  readonly get: (path: string, more?: { readonly [header: string]: string }) => Promise<TabAnswer>;
  readonly post: (path: string, body?: unknown, more?: { readonly [header: string]: string }) => Promise<TabAnswer>;
}

/** The tab of a school on a database of its own, served on a free port; it is Monday, 23 November 2026, nine o'clock. */
export interface TestTab {
  readonly tab: Tab;
  readonly signatures: Signatures;
  readonly incidents: SchoolIncidents;
  readonly auditing: Auditing;
  readonly clock: { at: number };
  readonly ids: { readonly [key: string]: string };
  /** Where it is reached on this machine. */
  readonly here: string;
  readonly mails: Mail[];
  readonly log: string[];
  readonly audits: { asked: number };
  /** Asks without being signed in, as our page does; `more` replaces headers, an empty one leaves it out. */
  readonly ask: (path: string, body?: unknown, more?: { readonly [header: string]: string }) => Promise<TabAnswer>;
  readonly sit: (role: TabRole | 'teacher' | 'parent', by?: 'teams' | 'link') => Promise<AtTestTab>;
  readonly mailed: (count: number) => Promise<readonly Mail[]>;
  readonly close: () => Promise<void>;
}

const reports = `incidents:
  routes: { accidental-access: { to: [line-manager] } }
  deputies: { line-manager: [staff.nine@school.example], chair: [governor.two@governors.example] }`;

/** Opens it. `more`: lines of `beadle.yaml`. */
export async function freshTab(
  options: {
    readonly more?: string;
    readonly limits?: Partial<TabLimits>;
    readonly readOnly?: boolean;
    readonly sources?: { readonly approvals?: TableSource; readonly registers?: TableSource };
    readonly keysAt?: string;
    readonly folder?: string;
    readonly people?: readonly Listed[];
    readonly version?: Parameters<typeof exampleVersion>[0];
  } = {}
): Promise<TestTab> {
  const { more = '', limits = {}, sources = {}, keysAt, readOnly = false, folder = '/nowhere', people = tabPeople } = options;
  const cwd = await mkdtemp(join(tmpdir(), 'beadle-tab-'));
  await writeFile(
    join(cwd, 'beadle.yaml'),
    auditedYaml(`${microsoftLine}\n  support: [it@school.example]\n`, `signatures: {}\n${reports}\n${more}`)
  );
  const clock = { at: Date.parse('2026-11-23T09:00:00Z') };
  const now = (): Date => new Date(clock.at);
  const app = express();
  const { server, port } = await listen(app, [0]);
  const here = `http://127.0.0.1:${port}`;
  const database = await freshDatabase();
  const env = { DATABASE_URL: database.url, BEADLE_GRAPH_SECRET: 'x' };
  const school = await readSchool(undefined, { cwd, now });
  const signatures = await openSignatures(school, { cwd, env, now, origin: here, teams: false });
  const { desk } = signatures;
  const first = await desk.peopleStore.put(people);
  const ids = Object.fromEntries(people.map(({ key }, i) => [key, first[i]!]));
  await desk.peopleStore.put(people.map(each => (each.key === 'teacher' ? { ...each, manager: ids['manager']! } : each)));
  await desk.versionStore.publish(exampleVersion(options.version), { en: Buffer.from('%PDF') }, first[0]!);
  const incidents = await openReports(signatures, cwd);
  const auditing = auditingOn(auditedSchool(school), signatures, { cwd });
  const mails: Mail[] = [];
  const log: string[] = [];
  const audits = { asked: 0 };
  const tab = openTab({
    signatures,
    desk,
    incidents,
    auditing,
    runAudit: () => Promise.resolve(void (audits.asked += 1)),
    post: { send: mail => Promise.resolve(void mails.push(mail)) },
    sources,
    readOnly,
    ...(keysAt === undefined ? {} : { keysAt })
  });
  app.use(
    tabRoutes(folder, tab, line => void log.push(line), {
      limits: { ...tabLimits, proving: 1000, provingAll: 1000, each: 10_000, sitting: 10_000, ...limits },
      changes: changesOf(tab.revision, { every: 20 })
    })
  );

  const ask: TestTab['ask'] = async (path, body, given = {}) => {
    const headers = {
      ...(body !== undefined && { 'Content-Type': 'application/json', Origin: tab.origin, 'Beadle-Tab': '1' }),
      'Sec-Fetch-Site': 'same-origin',
      'Accept-Language': 'en',
      ...given
    };
    const response = await fetch(here + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== '')),
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) })
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
    return {
      status: response.status,
      body: isJson ? JSON.parse(text) : text,
      cookies: response.headers.getSetCookie(),
      headers: response.headers
    };
  };

  const sit: TestTab['sit'] = async (role, by = 'link') => {
    const { secret } = await tab.sittings.begin(role === 'it' ? outsideId('it@school.example') : ids[role]!, by);
    const cookie = `${tab.origin.startsWith('https:') ? '__Host-' : ''}beadle-tab=${secret}`;
    const { body } = await ask('/tab/api/session', undefined, { Cookie: cookie });
    const { csrf } = body as Session;
    return {
      cookie,
      csrf,
      get: (path, headers = {}) => ask(`/tab/api/${path}`, undefined, { Cookie: cookie, ...headers }),
      post: (path, body = {}, headers = {}) => ask(`/tab/api/${path}`, body, { Cookie: cookie, 'Beadle-Tab': csrf, ...headers })
    };
  };

  return {
    tab,
    signatures,
    incidents,
    auditing,
    clock,
    ids,
    here,
    mails,
    log,
    audits,
    ask,
    sit,
    mailed: async count => {
      for (let i = 0; i < 300 && mails.length < count; i += 1) await new Promise(resolve => setTimeout(resolve, 10));
      return mails;
    },
    close: async () => {
      await closed(server);
      await signatures.close();
      await rm(cwd, { recursive: true, force: true });
    }
  };
}

function closed(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
