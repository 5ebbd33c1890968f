import { createHash } from 'node:crypto';
import { join } from 'node:path';
import express, { type Express, type Request, type Response } from 'express';
import type { Behind, Done, PeopleSearch, Session, Settings, TabRole, Told } from '../../../addin/tab/api.ts';
import type { Locale } from '../../../core/locale.ts';
import { tabPolicies } from '../../../service/routes/tab-guard.ts';
import { allowedTo, type Kept, schoolIn } from './school.ts';

/** What the page did: the path below `/tab/api`, and what was sent. */
export interface Asked {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly live: boolean;
}

/** A service that speaks as `addin/tab/api.ts` says, with an invented school behind it and nothing kept: what the page asks is written down. */
export interface FakeService {
  readonly app: Express;
  /** Who sits there; nobody, before somebody came in. */
  role: TabRole | undefined;
  /** What people wrote, everywhere. */
  typed: string | undefined;
  readOnly: boolean;
  /** How they came in. */
  by: Session['by'];
  /** The language that the school knows of whoever sits there. */
  language: Locale;
  /** Said instead of the next answers to this path. */
  readonly refusing: Map<string, number>;
  readonly asked: Asked[];
  /** Something changed: everybody who looks is told. */
  readonly changed: () => void;
  /** The sitting is over. */
  readonly ended: () => void;
  /** How many windows listen for changes. */
  readonly listening: () => number;
  change: (kept: Kept) => Kept;
}

const csrf = 'word-of-this-sitting';
const code = '123456';

/** The fake service with the pages of a build. */
export function fakeService(folder: string): FakeService {
  const app = express();
  const streams = new Set<Response>();
  let revision = 1;
  const it: FakeService = {
    app,
    role: undefined,
    typed: undefined,
    readOnly: false,
    language: 'en',
    by: 'link',
    refusing: new Map(),
    asked: [],
    changed: () => {
      revision += 1;
      for (const stream of streams) stream.write(`event: revision\ndata: {"revision":"${revision}"}\n\n`);
    },
    ended: () => {
      it.role = undefined;
      for (const stream of streams) stream.end('event: ended\ndata: {}\n\n');
    },
    listening: () => streams.size,
    change: kept => kept
  };
  const localeOf = (request: Request): Locale => (request.get('Accept-Language')?.startsWith('cy') ? 'cy' : 'en');
  const kept = (request: Request): Kept => it.change(schoolIn(localeOf(request), it.typed));
  const problem = (response: Response, status: number, detail = 'This was refused in the test.'): void =>
    void response.status(status).type('application/problem+json').json({ status, detail });

  app.use(tabPolicies());
  app.get('/tab', (_request, response) => response.sendFile('page.html', { root: join(folder, 'tab') }));
  app.use('/tab/files', express.static(join(folder, 'tab')));
  app.use('/tab/api', (request, response, next) => {
    const path = request.path.slice(1);
    const refused = it.refusing.get(path);
    if (refused !== undefined) return problem(response, refused);
    if (request.method === 'GET') return next();
    if (!request.is('application/json')) return problem(response, 415);
    const proof = request.get('Beadle-Tab');
    if (proof !== (it.role === undefined || path.startsWith('enter/') ? (proof === csrf ? csrf : '1') : csrf))
      return problem(response, 403, 'The proof was missing.');
    express.json()(request, response, error => {
      it.asked.push({ path, body: request.body as Asked['body'], live: request.get('Beadle-Live') !== undefined });
      next(error);
    });
  });
  app.post('/tab/api/enter/teams', (request, response) => {
    const { token } = request.body as { readonly token: string };
    if (token !== 'token-of-teams') return problem(response, 403, 'Teams says that you are somebody else.');
    it.role ??= 'coordinator';
    it.by = 'teams';
    response.json({});
  });
  app.post(['/tab/api/enter/link', '/tab/api/enter/code'], (_request, response) => void response.status(202).json({}));
  app.post('/tab/api/enter/prove', (request, response) => {
    if ((request.body as { readonly code: string }).code !== code) return problem(response, 403, 'This code is wrong or too old.');
    it.role ??= 'coordinator';
    response.json({});
  });
  app.use('/tab/api', (_request, response, next) => (it.role === undefined ? problem(response, 401, 'Please sign in.') : next()));
  app.post('/tab/api/leave', (_request, response) => {
    it.role = undefined;
    response.json({});
  });
  app.get('/tab/api/session', (_request, response) => {
    const session: Session = {
      person: { name: it.typed ?? 'Person One', initials: 'PO' },
      school: { name: 'Ysgol Enghraifft', timezone: 'Europe/London', languages: ['en', 'cy'] },
      roles: [it.role!],
      ...allowedTo(it.role!),
      language: it.language,
      csrf,
      now: new Date().toISOString(),
      today: '2026-11-22',
      readOnly: it.readOnly,
      ends: { idle: '2026-11-22T12:00:00Z', latest: '2026-11-22T20:00:00Z' },
      by: it.by
    };
    response.json(session);
  });
  app.get('/tab/api/changes', (request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`event: revision\ndata: {"revision":"${revision}"}\n\n`);
    streams.add(response);
    request.once('close', () => streams.delete(response));
  });
  for (const view of ['today', 'signatures', 'audits', 'mail', 'incidents', 'approvals', 'registers', 'clauses', 'settings'] as const) {
    app.get(`/tab/api/${view}`, (request, response) => {
      if (!allowedTo(it.role!).views.includes(view)) return problem(response, 403, 'This is not for you.');
      const text = JSON.stringify(kept(request)[view]);
      const mark = `"${createHash('sha256').update(text).digest('base64url').slice(0, 12)}"`;
      response.set('ETag', mark);
      if (request.get('If-None-Match') === mark) return void response.status(304).end();
      response.type('json').send(text);
    });
  }
  app.post('/tab/api/signatures/people', (request, response) => {
    const { page, size, states, search = '', sort } = request.body as PeopleSearch;
    const all = kept(request)
      .people.filter(each => !states || states.includes(each.state))
      .filter(each => each.name.toLowerCase().includes(search.toLowerCase()));
    if (sort === 'name') all.sort((a, b) => a.name.localeCompare(b.name));
    response.json({
      total: all.length,
      page,
      people: all.slice(page * size, (page + 1) * size),
      open: all.filter(({ state }) => state !== 'signed' && state !== 'excused').length
    });
  });
  app.post(['/tab/api/incidents/read', '/tab/api/incidents/add'], (request, response) => {
    const { text, kind } = request.body as { readonly text?: string; readonly kind?: string };
    const told = kept(request).told;
    const answer: Told =
      text === undefined ? told : { ...told, notes: [...told.notes, { kind: kind!, label: 'Note', when: 'now', by: 'Person One', text }] };
    response.json(answer);
  });
  app.post('/tab/api/approvals/read', (request, response) => {
    const cy = localeOf(request) === 'cy';
    const value = it.typed ?? 'Marks of class 4B\nand nothing else';
    const answer: Behind = {
      title: cy ? 'Gliniadur (AB-1)' : 'Laptop (AB-1)',
      facts: [{ name: cy ? 'Pa ddata, a data pwy' : 'Which data, and whose', value }]
    };
    response.json(answer);
  });
  app.post(['/tab/api/settings/change', '/tab/api/settings/undo'], (request, response) => {
    const { key } = request.body as { readonly key?: string };
    const { settings } = kept(request);
    const answer: Settings =
      key === undefined
        ? settings
        : { ...settings, history: [{ ...settings.history[0]!, id: 'c2', key, undo: true }, ...settings.history] };
    response.json(answer);
  });
  app.post(/^\/tab\/api\/.+/, (request, response) => {
    const says = localeOf(request) === 'cy' ? 'Wedi’i wneud.' : 'Done as you asked.';
    const answer: Done = {
      says,
      ...(request.path.endsWith('/remind') && { since: '2026-11-22T09:00:00.000Z' }),
      ...(request.path.endsWith('/export') && { url: '/sign/export/once' })
    };
    response.json(answer);
  });
  return it;
}
