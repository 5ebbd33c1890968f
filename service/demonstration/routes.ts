import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import helmet from 'helmet';
import * as z from 'zod';
import { type Became, type Links, paths, type StepId } from '../../addin/demonstration/api.ts';
import { isLoopback } from '../../bot/places.ts';
import { locales, type Text } from '../../core/locale.ts';
import { wordsOf } from '../../core/policies/policy.ts';
import { readers } from '../../core/report/report.ts';
import { reportDataOf } from '../report-data.ts';
import { reportPages, reportText } from '../reports.ts';
import { problem } from '../routes/problem.ts';
import { addressOf } from '../sign.ts';
import { connectorRoutes, said, since } from './chats.ts';
import { type Generation, goals, type Open } from './generation.ts';
import { wordsAt } from './mailbox.ts';
import { people } from './people.ts';
import { conversationOf, type Eyes, personaOf } from './personas.ts';
import { proofs } from './steps.ts';

/** Milliseconds for which a question waits for something new, and between two looks at the database meanwhile. */
const patience = { all: 25_000, look: 1000 } as const;

const persona = z.enum(['teacher', 'head', 'coordinator', 'chair', 'parent', 'it']);
const addresses = z.array(z.string().max(2000)).max(500);
const draft = z.object({
  to: addresses,
  cc: addresses,
  bcc: addresses,
  subject: z.string().max(1000),
  body: z.string().max(100_000),
  attachments: z.array(z.string().max(300)).max(50).exactOptional()
});
const shapes = {
  clock: z.union([z.strictObject({ days: z.int().min(1).max(400) }), z.strictObject({ to: z.enum(goals) })]),
  persona: z.strictObject({ persona }) satisfies z.ZodType<Became>,
  seen: z.strictObject({ step: z.string().max(40) }),
  sent: draft.extend({
    by: z.enum(['outlook', 'gmail']),
    persona,
    warned: z.array(z.string().max(100)).max(60),
    remedied: z.boolean(),
    left: z.boolean()
  }),
  said: z.union([
    z.strictObject({ text: z.string().trim().min(1).max(4000) }),
    z.strictObject({
      replyToId: z.string().min(1).max(100),
      execute: z.strictObject({ verb: z.string().min(1).max(100), data: z.record(z.string(), z.unknown()) }),
      automatic: z.boolean().exactOptional()
    })
  ]),
  gmail: z.strictObject({
    draft,
    endpoint: z.enum(['home', 'compose', 'actions', 'message']),
    parameters: z.record(z.string().max(100), z.string().max(2000)).exactOptional()
  })
};

const titles: { readonly [R in (typeof readers)[number]]: Text } = {
  it: { en: 'For IT support', cy: 'I gymorth TG' },
  coordinator: { en: 'For the coordinator', cy: 'I’r cydlynydd' },
  head: { en: 'For the headteacher', cy: 'I’r pennaeth' },
  governors: { en: 'For the governors', cy: 'I’r llywodraethwyr' }
};

/** What the page shows of the demonstration, and what it does with it. `current` is the one of the moment; `reset` begins another. */
export function demonstrationRoutes(
  { built, log }: { readonly built: string; readonly log: (line: string) => void },
  current: () => Generation,
  reset: () => boolean
): Router {
  const routes = Router();
  const page = join(built, 'demonstration');
  const hasPage = existsSync(join(page, 'page.html'));
  const known = new Set(people.flatMap(({ entraId }) => (entraId === undefined ? [] : [conversationOf(entraId)])));

  if (hasPage) {
    routes.get(['/', '/cy'], ownPage, (_request, response) =>
      response.set('Cache-Control', 'no-cache').sendFile('page.html', { root: page, cacheControl: false })
    );
  }
  routes.use('/demonstration', fromHere);
  // The bot speaks here, and no browser does.
  routes.use(
    '/demonstration/connector',
    (request, response, next) => (request.get('Origin') === undefined ? next() : refused(response, 403)),
    (_request, _response, next) => next()
  );
  routes.use((request, response, next) => {
    if (!request.path.startsWith('/demonstration/connector/')) return next();
    const { keeping, clock } = current();
    connectorRoutes({ keeping, now: clock.now, isKnown: id => known.has(id) })(request, response, next);
  });
  routes.use(paths.files, ownPage, express.static(page, { index: false, redirect: false, cacheControl: false, setHeaders: noCache }));
  routes.get(`${paths.addin}{*file}`, ownPage, addin(join(built, 'outlook')));
  routes.use('/demonstration', noStore, express.json({ limit: '512kb', type: 'application/json' }), ownPageOnly);

  routes.get(paths.state, async (request, response) => {
    const after = Number(request.query['after']);
    const before = current();
    if (request.query['after'] !== undefined && Number.isInteger(after))
      await waited(before, () => before.keeping.revision() !== after || current() !== before, request);
    response.json(await current().state());
  });
  routes.get('/demonstration/keys', async (_request, response) => response.json(await current().issuer.keys()));
  routes.get('/demonstration/letters/:id/:n/:name', (request, response) => {
    const file = current().files.get(request.originalUrl.split('?')[0]!);
    if (!file) return refused(response, 404);
    response.set('Content-Security-Policy', readOnly).type(file.type).send(file.content);
  });
  routes.post(paths.reset, async (_request, response) => {
    if (await current().shared()) return problem(response, 409, shared);
    if (reset()) response.status(202).json({});
    else refused(response, 409);
  });

  routes.post(
    paths.clock,
    opened(async (request, response) => {
      const to = taken(shapes.clock, request, response);
      if (!to) return;
      const happened = await current().move(to);
      if (happened) response.json(happened);
      else refused(response, 409);
    })
  );
  routes.post(
    paths.persona,
    opened(async (request, response) => {
      const became = taken(shapes.persona, request, response);
      if (!became) return;
      current().keeping.change(kept => void (kept.persona = became.persona));
      response.status(204).end();
    })
  );
  routes.post(
    paths.sent,
    opened(async (request, response) => {
      const mail = taken(shapes.sent, request, response);
      if (!mail) return;
      if (mail.left && mail.remedied && mail.warned.length > 0) did('write');
      if (mail.by === 'gmail' && mail.left) did('gmail');
      response.status(204).end();
    })
  );
  routes.post(
    paths.seen,
    opened(async (request, response) => {
      const seen = taken(shapes.seen, request, response);
      if (!seen) return;
      if (seen.step === 'audit' || seen.step === 'report') did('audit');
      if (seen.step === 'tab') did('tab');
      response.status(204).end();
    })
  );
  routes.get(
    paths.links,
    opened(async (_request, response, open) => void response.json(await linksOf(open)))
  );
  routes.get(
    '/demonstration/report/:reader/:locale',
    opened(async (request, response, { auditing }) => {
      const reader = readers.find(each => each === request.params['reader']);
      const [locale, format] = String(request.params['locale']).split('.');
      const language = locales.find(each => each === locale);
      const last = await auditing.audits.last(auditing.tenants);
      if (!reader || !language || last.length === 0) return refused(response, 404);
      const data = await reportDataOf(auditing, last, language);
      did('audit');
      response.set('Content-Security-Policy', readOnly);
      if (format === 'pdf') {
        const bytes = await reportPages(data, reader, language, last[0]!.run.at.toISOString());
        return void response.type('application/pdf').send(Buffer.from(bytes));
      }
      response.type('text/html').send(reportText('html', data, reader, language));
    })
  );
  routes.get(
    '/demonstration/policy/:policy/:major/:minor/:file',
    opened(async (request, response, { signatures }) => {
      const { policy, major, minor, file } = request.params as { readonly [name: string]: string };
      const language = locales.find(each => file === `${each}.pdf`);
      const pdf = language && (await signatures.desk.versionStore.pdf(policy!, Number(major), Number(minor), language));
      if (!pdf) return refused(response, 404);
      response.type('application/pdf').send(pdf);
    })
  );
  routes.get(
    paths.tab,
    opened(async (request, response, { signatures }) => {
      const asked = personaOf(typeof request.query['persona'] === 'string' ? request.query['persona'] : current().keeping.now.persona);
      const person = asked && (await signatures.desk.people()).find(({ address }) => address === asked.address);
      if (!person) return refused(response, 404);
      const [{ letIn }, { sittingsOf }, { tabSittingsOf }] = await Promise.all([
        import('../routes/tab-guard.ts'),
        import('../tab/sittings.ts'),
        import('../store/tab.ts')
      ]);
      const sittings = sittingsOf(tabSittingsOf(signatures.database.db, signatures.id), signatures.now);
      await letIn(request, response, { sittings, origin: signatures.origin } as unknown as Parameters<typeof letIn>[2], person.id, 'link');
      did('tab');
      response.redirect(302, '/tab');
    })
  );
  routes.get(
    paths.chat,
    chatting(async (request, response, eyes) => {
      const after = Number(request.query['after'] ?? 0) || 0;
      const before = current();
      if (request.query['after'] !== undefined)
        await waited(before, () => since(before.keeping, eyes, after).activities.length > 0 || current() !== before, request);
      const chat = since(current().keeping, eyes, after);
      const conversation = conversationOf(eyes.entraId!);
      const { looked } = current().keeping.now;
      if ((looked[conversation] ?? 0) < chat.watermark) current().keeping.change(kept => void (kept.looked[conversation] = chat.watermark));
      response.json(chat);
    })
  );
  routes.post(
    paths.chat,
    chatting(async (request, response, eyes) => {
      const words = taken(shapes.said, request, response);
      if (!words) return;
      const { keeping, clock, places } = current();
      const answer = await said(keeping, eyes, words, { origin: places().itself, now: clock.now });
      const asks = 'text' in words && /sign|llofnod/i.test(words.text) && /who|pwy|not|n['’]t|heb/i.test(words.text);
      if (asks && eyes.id === 'coordinator') did('ask');
      response.json(answer);
    })
  );
  routes.post(
    paths.gmail,
    opened(async (request, response, { surfaces }) => {
      const asked = taken(shapes.gmail, request, response);
      if (!asked) return;
      const shown = await surfaces.gmailFor(mailer(), asked, current().clock.now());
      if (shown.status === 200 && asked.endpoint === 'compose') did('gmail');
      response.json(shown);
    })
  );
  routes.get(
    paths.outlook,
    opened(async (_request, response, { surfaces }) => void response.json(await surfaces.outlookFor(mailer())))
  );
  routes.use('/demonstration', (_request, response) => refused(response, 404));
  routes.use('/demonstration', failed(log));
  return routes;

  function did(step: StepId & keyof typeof proofs): void {
    const { keeping } = current();
    if (!keeping.now.done[step]) keeping.change(kept => void (kept.done[step] = proofs[step]));
  }

  /** Who writes mail: whoever one is, where they have a mailbox of the school's. */
  function mailer(): Eyes {
    const eyes = personaOf(current().keeping.now.persona)!;
    return eyes.entraId === undefined ? personaOf('teacher')! : eyes;
  }

  function opened(does: (request: Request, response: Response, open: Open) => Promise<void>): RequestHandler {
    return async (request, response) => {
      const open = current().open();
      if (open) return does(request, response, open);
      response.set('Retry-After', '2');
      refused(response, 503);
    };
  }

  function chatting(does: (request: Request, response: Response, eyes: Eyes) => Promise<void>): RequestHandler {
    return opened((request, response) => {
      const eyes = personaOf(String(request.params['persona']));
      return eyes?.entraId === undefined ? Promise.resolve(refused(response, 404)) : does(request, response, eyes);
    });
  }

  async function linksOf({ signatures, auditing }: Open): Promise<Links> {
    const { desk, links, origin } = signatures;
    const all = await desk.people();
    const sign = async (id: string) => {
      const { name, address } = personaOf(id)!;
      const person = all.find(each => each.address === address)!;
      return { persona: id as Eyes['id'], name, href: addressOf(origin, '/sign', await links.issue('sign', person.id)) };
    };
    const teacher = all.find(({ address }) => address === personaOf('teacher')!.address)!;
    const past = await auditing.audits.past();
    return {
      sign: [await sign('parent'), await sign('teacher'), await sign('chair')],
      kiosk: addressOf(origin, '/kiosk', await links.issue('kiosk')),
      report: addressOf(origin, '/report', await links.issue('sign', teacher.id)),
      tab: paths.tab,
      tryPage: '/try',
      rules: '/rules',
      checks: '/checks',
      reports: readers.map(reader => ({
        reader,
        title: titles[reader],
        html: { en: `/demonstration/report/${reader}/en`, cy: `/demonstration/report/${reader}/cy` },
        pdf: `/demonstration/report/${reader}/en.pdf`
      })),
      audits: [...past].reverse().map(({ at, ...counts }) => ({ at: at.toISOString(), words: wordsAt(at, current().offsets), ...counts })),
      policies: (await desk.versions()).map(({ policy, title, major, minor, languages }) => ({
        title: { en: wordsOf(title, 'en', languages), cy: wordsOf(title, 'cy', languages) },
        version: `${major}.${minor}`,
        pdf: Object.fromEntries(languages.map(language => [language, `/demonstration/policy/${policy}/${major}/${minor}/${language}.pdf`]))
      }))
    };
  }
}

/** Waits until something is so, the page goes away or it has waited long enough; the ledger is looked at meanwhile, which other pages write into. */
async function waited(of: Generation, isSo: () => boolean, request: Request): Promise<void> {
  const until = Date.now() + patience.all;
  const { socket } = request;
  while (!isSo() && Date.now() < until && !socket.destroyed) {
    await of.keeping.changed(of.keeping.revision(), patience.look);
    await of.look().catch(() => {});
  }
}

function taken<S extends z.ZodType>(shape: S, request: Request, response: Response): z.output<S> | undefined {
  const read = shape.safeParse(request.body);
  if (read.success) return read.data;
  refused(response, 400);
  return undefined;
}

const sentences: { readonly [status: number]: string } = {
  400: 'The page sent something that is not understood here. Load it again.',
  403: 'The demonstration answers its own page on this machine alone.',
  404: 'There is no such thing in the demonstration.',
  409: 'That is not possible at this moment. Wait until the demonstration is ready, and try again.',
  415: 'Send JSON, with the type application/json.',
  503: 'The demonstration is being prepared. Try again in a moment.'
};

const shared = 'Another Beadle on this machine shows the same demonstration. End it there, and try again.';

function refused(response: Response, status: number): void {
  problem(response, status, sentences[status]!);
}

/** Answers programs and browsers of this machine alone, by its own name: a name of somebody else's that leads here is none. */
const fromHere: RequestHandler = (request, response, next) => {
  const { remoteAddress = '' } = request.socket;
  const local = remoteAddress === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(remoteAddress);
  const direct = request.headers['x-forwarded-for'] === undefined && request.headers['forwarded'] === undefined;
  if (local && direct && isLoopback(`http://${request.get('Host') ?? ''}/`)) next();
  else refused(response, 403);
};

/** What changes something comes from the page itself: no other site can set the header. */
const ownPageOnly: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  const site = request.get('Sec-Fetch-Site');
  const origin = request.get('Origin');
  const own = origin === undefined || (URL.canParse(origin) && new URL(origin).host === request.get('Host'));
  if (request.get('X-Beadle') !== '1' || !own || (site !== undefined && site !== 'same-origin')) return refused(response, 403);
  if (!request.is('application/json')) return refused(response, 415);
  next();
};

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

function noCache(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader('Cache-Control', 'no-cache');
}

/** What a report or a letter may do in a browser: be read. */
const readOnly =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** The page and the add-in in its frames ask this service alone. The renderer of cards names its own policies when it is loaded. */
const ownPage = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      frameSrc: ["'self'"],
      formAction: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'self'"]
    }
  },
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: false
});

const office = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** The add-in as it was built; its pages load the page's own `office.js` in the place of Microsoft's. */
function addin(folder: string): RequestHandler {
  return (request, response) => {
    const file = (request.params['file'] as unknown as readonly string[]).join('/').replace(/^pane\/(?=pane\.)/, '');
    if (!/^[\w./-]+$/.test(file) || file.includes('..') || !existsSync(join(folder, file))) return refused(response, 404);
    response.set('Cache-Control', 'no-cache');
    if (!file.endsWith('.html')) return response.sendFile(file, { root: folder, cacheControl: false });
    response.type('text/html').send(readFileSync(join(folder, file), 'utf8').replaceAll(office, `${paths.files}office.js`));
  };
}

/** The outermost hand: a code in the log, plain words for the person. */
function failed(log: (line: string) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
    if (status >= 400 && status < 500) return refused(response, 400);
    const code = randomUUID().slice(0, 8);
    log(`The demonstration could not answer (${error instanceof Error ? error.name : 'unknown'}, ${code}).`);
    problem(response, 500, `Something went wrong in the demonstration. Try again; the log says more under ${code}.`, { code });
  };
}
