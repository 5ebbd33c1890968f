import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import { onAction } from '../../addin/gmail/on-action.ts';
import { onCompose } from '../../addin/gmail/on-compose.ts';
import type {
  Activity,
  Demonstration,
  Draft,
  GmailAsked,
  Links,
  Mail,
  Outlook,
  PersonaId,
  Said,
  State,
  StepId
} from '../../addin/demonstration/api.ts';
import { paths } from '../../addin/demonstration/api.ts';
import { devicePolicyOf } from '../../core/mail/device.ts';
import { listen, pagesFrom } from '../../service/serve.ts';
import { school } from './mail.ts';

/** A service behind the page of the demonstration that does just enough: it keeps what it was told, and answers from memory. */
export interface FakeDemonstration {
  readonly origin: string;
  /** What the page sent, oldest first. */
  readonly mails: readonly Mail[];
  readonly seen: readonly StepId[];
  readonly resets: () => number;
  /** Changes what the page is told next. */
  readonly change: (more: Partial<Demonstration>) => void;
  /** Lets the service be as if it were starting still, or ready. */
  readonly start: (step: number | 'ready' | 'failed') => void;
  readonly close: () => Promise<void>;
}

const key = '000102030405060708090a0b0c0d0e0f';
const draft: Draft = {
  to: ['parent.three@home.example'],
  cc: [],
  bcc: [],
  subject: 'Swimming on Friday',
  body: 'Dear Parent Three,\n\nplease remember the swimming kit.'
};

const persona = (id: PersonaId, name: string, en: string, cy: string, address: string, chat = true) =>
  ({ id, name, post: { en, cy }, address, chat, language: 'en', unread: 0 }) as const;
const personas = [
  persona('teacher', 'Teacher Seven', 'teacher', 'athro', 'teacher.seven@school.example'),
  persona('head', 'Headteacher', 'headteacher', 'pennaeth', 'head@school.example'),
  persona('coordinator', 'Safety Coordinator', 'e-safety coordinator', 'cydlynydd e-ddiogelwch', 'esafety@school.example'),
  persona('parent', 'Parent Three', 'parent', 'rhiant', 'parent.three@home.example', false),
  persona('it', 'IT Technician', 'IT support', 'cymorth TG', 'it@school.example')
];

const step = (id: StepId, en: string, cy: string, more: Partial<Demonstration['steps'][number]>): Demonstration['steps'][number] => ({
  id,
  title: { en, cy },
  says: { en: `What to do: ${en.toLowerCase()}.`, cy: `Beth i’w wneud: ${cy.toLowerCase()}.` },
  persona: 'teacher',
  place: 'outlook',
  done: false,
  ...more
});

const beginning: Demonstration = {
  ready: true,
  revision: 1,
  school: {
    name: 'Example Primary School',
    staff: 45,
    governors: 12,
    parents: 160,
    pupils: 200,
    signed: 171,
    wanted: 217,
    overdue: 9,
    declined: 2,
    audits: 3,
    right: 60,
    wrong: 7,
    unknown: 4
  },
  clock: {
    now: '2026-11-24T08:40:00+00:00',
    words: { en: 'Tuesday 24 November 2026, 08:40', cy: 'Dydd Mawrth 24 Tachwedd 2026, 08:40' },
    moved: 0,
    to: [
      {
        id: 'morning',
        title: { en: 'Next morning', cy: 'Bore trannoeth' },
        at: '2026-11-25T08:40:00+00:00',
        words: { en: 'Wednesday 25 November 2026', cy: 'Dydd Mercher 25 Tachwedd 2026' }
      },
      {
        id: 'week',
        title: { en: 'A week on', cy: 'Wythnos ymlaen' },
        at: '2026-12-01T08:40:00+00:00',
        words: { en: 'Tuesday 1 December 2026', cy: 'Dydd Mawrth 1 Rhagfyr 2026' }
      },
      {
        id: 'renewal',
        title: { en: 'To the yearly renewal', cy: 'I’r adnewyddu blynyddol' },
        at: '2027-09-01T08:40:00+01:00',
        words: { en: 'Wednesday 1 September 2027', cy: 'Dydd Mercher 1 Medi 2027' }
      }
    ]
  },
  persona: 'teacher',
  personas,
  steps: [
    step('write', 'Write to a parent', 'Ysgrifennu at riant', { draft }),
    step('gmail', 'The same in Gmail', 'Yr un peth yn Gmail', { place: 'gmail', draft }),
    step('sign', 'Sign a card', 'Llofnodi cerdyn', { place: 'chat' }),
    step('ask', 'Ask who has not signed', 'Holi pwy sydd heb lofnodi', {
      place: 'chat',
      persona: 'coordinator',
      words: 'who has not signed?'
    }),
    step('parent', 'Sign as a parent', 'Llofnodi fel rhiant', { place: 'sign', persona: 'parent' }),
    step('tab', 'Look at the dashboard', 'Edrych ar y dangosfwrdd', { place: 'tab', persona: 'head' }),
    step('audit', 'Let the next audit run', 'Gadael i’r archwiliad nesaf redeg', { place: 'audits', persona: 'it' }),
    step('renewal', 'Go to the yearly renewal', 'Mynd i’r adnewyddu blynyddol', { place: 'clock', persona: 'coordinator' })
  ],
  inbox: [
    {
      id: 'letter-1',
      at: '2026-11-24T08:12:00+00:00',
      words: { en: 'today, 08:12', cy: 'heddiw, 08:12' },
      from: { name: 'Parent Three', address: 'parent.three@home.example' },
      to: [{ name: 'Teacher Seven', address: 'teacher.seven@school.example' }],
      subject: 'Swimming',
      body: 'Good morning,\n\nis there swimming on Friday?\n\nParent Three',
      ours: false,
      attachments: []
    }
  ],
  sent: 214,
  happened: [],
  bot: 'http://127.0.0.1:8080/api/messages'
};

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Online safety', size: 'large', weight: 'bolder', wrap: true, style: 'heading' },
    { type: 'Input.Text', id: 'name', label: 'Your full name', isRequired: true, errorMessage: 'Please type your full name.' }
  ],
  actions: [{ type: 'Action.Execute', title: 'I agree and sign', verb: 'sign', style: 'positive', data: {} }]
};
const signed = {
  ...card,
  body: [{ type: 'TextBlock', text: 'Signed. Thank you.', size: 'large', wrap: true, style: 'heading' }],
  actions: []
};

/** Serves the built page from `folder` with a service that only plays its part. */
export async function fakeDemonstration(folder: string): Promise<FakeDemonstration> {
  let state = beginning;
  let starting: number | undefined;
  let broken = false;
  let resets = 0;
  const mails: Mail[] = [];
  const seen: StepId[] = [];
  const chats = new Map<string, Activity[]>();
  const waiting = new Set<() => void>();
  const app = express();
  const { server, port } = await listen(app, [0]);
  const origin = `http://127.0.0.1:${port}`;

  const now = (): State =>
    starting === undefined
      ? state
      : {
          ready: false,
          revision: state.revision,
          step: starting,
          ...(broken && { failed: { en: 'There is no database here.', cy: 'Nid oes cronfa ddata yma.' } }),
          steps: [
            { en: 'Start the database', cy: 'Cychwyn y gronfa ddata' },
            { en: 'Invent the school', cy: 'Dyfeisio’r ysgol' },
            { en: 'Live through six weeks', cy: 'Byw drwy chwe wythnos' }
          ]
        };
  const change = (more: Partial<Demonstration>): void => {
    state = { ...state, ...more, revision: state.revision + 1 };
    for (const wake of waiting) wake();
  };
  const done = (id: StepId): void =>
    change({
      steps: state.steps.map(each =>
        each.id === id ? { ...each, done: true, proof: { en: 'It happened.', cy: 'Fe ddigwyddodd.' } } : each
      )
    });
  const say = (who: string, more: Partial<Activity>): Activity => {
    const list = chats.get(who) ?? [];
    const activity: Activity = { type: 'message', id: `activity-${list.length + 1}`, timestamp: state.clock.now, from: 'bot', ...more };
    chats.set(who, [...list, activity]);
    for (const wake of waiting) wake();
    return activity;
  };
  const until = (ready: () => boolean, request: express.Request): Promise<void> =>
    new Promise(resolve => {
      const look = (): void => {
        if (!ready() && !request.destroyed) return;
        waiting.delete(look);
        clearTimeout(late);
        resolve();
      };
      const late = setTimeout(() => {
        waiting.delete(look);
        resolve();
      }, 5000);
      waiting.add(look);
      look();
    });

  app.use(express.json({ limit: '1mb' }));
  app.use((request, response, next) => {
    if (request.method === 'POST' && request.path.startsWith('/demonstration') && request.get('x-beadle') !== '1') response.sendStatus(403);
    else next();
  });
  app.get('/', (_request, response) => response.sendFile(join(folder, 'demonstration/page.html')));
  app.use(paths.files, express.static(join(folder, 'demonstration')));
  app.get([`${paths.addin}pane.html`, `${paths.addin}commands.html`], (request, response) => {
    const page = readFileSync(join(folder, 'outlook', request.path.slice(paths.addin.length)), 'utf8');
    response.type('html').send(page.replace(/https:\/\/appsforoffice[^"]*office\.js/, `${paths.files}office.js`));
  });
  app.use(paths.addin, express.static(join(folder, 'outlook')));
  app.get('/gmail/icon.png', (_request, response) => response.sendFile(join(folder, 'outlook/icons/128.png')));
  app.get(paths.state, async (request, response) => {
    const after = request.query['after'];
    if (typeof after === 'string') await until(() => String(now().revision) !== after, request);
    response.json(now());
  });
  app.post(paths.persona, (request, response) => {
    change({ persona: (request.body as { readonly persona: PersonaId }).persona });
    response.sendStatus(204);
  });
  app.post(paths.clock, (_request, response) => {
    const happened = {
      from: state.clock.now,
      to: '2026-12-01T08:40:00+00:00',
      summary: { en: '14 reminders were sent, 1 audit ran.', cy: 'Anfonwyd 14 o nodiadau atgoffa, rhedodd 1 archwiliad.' },
      jobs: [
        {
          at: '2026-11-25T02:00:00+00:00',
          job: 'audit',
          says: { en: 'The audit found 7 things to put right.', cy: 'Canfu’r archwiliad 7 peth i’w cywiro.' }
        }
      ]
    };
    const clock = {
      ...state.clock,
      now: happened.to,
      moved: 7,
      words: { en: 'Tuesday 1 December 2026, 08:40', cy: 'Dydd Mawrth 1 Rhagfyr 2026, 08:40' }
    };
    change({ clock, happened: [happened, ...state.happened] });
    done('renewal');
    response.json(happened);
  });
  app.post(paths.reset, (_request, response) => {
    resets += 1;
    state = { ...beginning, revision: state.revision + 1 };
    starting = 0;
    for (const wake of waiting) wake();
    response.sendStatus(202);
  });
  app.post(paths.sent, (request, response) => {
    const mail = request.body as Mail;
    mails.push(mail);
    if (mail.left) done(mail.by === 'gmail' ? 'gmail' : 'write');
    response.sendStatus(204);
  });
  app.post(paths.seen, (request, response) => {
    const { step: id } = request.body as { readonly step: StepId };
    if (!seen.includes(id)) {
      seen.push(id);
      done(id);
    }
    response.sendStatus(204);
  });
  app.get(paths.links, (_request, response) => response.json(links(state.persona)));
  app.get('/demonstration/report.html', (_request, response) =>
    response
      .type('html')
      .send('<!doctype html><html lang="en"><title>Report</title><h1>Weekly report</h1><p>7 things to put right.</p></html>')
  );
  app.post(paths.gmail, (request, response) => {
    const { draft: written, endpoint, parameters } = request.body as GmailAsked;
    const event = {
      commonEventObject: { hostApp: 'GMAIL', ...(parameters ? { parameters } : {}) },
      gmail: { toRecipients: written.to, ccRecipients: written.cc, bccRecipients: written.bcc }
    };
    const by = {
      policy: school,
      origin: 'https://beadle.school.example',
      sender: 'teacher.seven@school.example',
      now: new Date(state.clock.now)
    };
    response.json({ status: 200, body: endpoint === 'actions' ? onAction(event, by) : onCompose(event, by) });
  });
  app.get(paths.outlook, (_request, response) => {
    const device = devicePolicyOf(school, { key, issued: '2026-11-24T06:00:00Z', days: 14 });
    const user = state.personas.find(({ id }) => id === state.persona)!;
    const outlook: Outlook = {
      token: 'header.e30.signature',
      clientId: '01234567-89ab-cdef-0123-456789abcdef',
      tenantId: '89abcdef-0123-4567-89ab-cdef01234567',
      user: { name: user.name, address: user.address },
      settings: { 'beadle.policy': { payload: JSON.stringify(device), kid: 'k1', signature: 'c2lnbmVk' } },
      people: state.personas.map(({ name, address, post }) => ({ name, address, post }))
    };
    response.json(outlook);
  });
  app.get('/outlook/sign-in', (_request, response) =>
    response.json({ clientId: '01234567-89ab-cdef-0123-456789abcdef', tenants: ['89abcdef-0123-4567-89ab-cdef01234567'] })
  );
  app.get('/outlook/policy', (_request, response) => response.sendStatus(304));
  app.post('/outlook/records', (_request, response) => response.sendStatus(204));
  app.get(paths.chat, async (request, response) => {
    const after = Number(request.query['after'] ?? 0);
    const all = (): readonly Activity[] => chats.get(request.params['persona']!) ?? [];
    await until(() => all().length > after, request);
    response.json({ watermark: all().length, activities: all().slice(after) });
  });
  app.post(paths.chat, (request, response) => {
    const who = request.params['persona']!;
    const said = request.body as Said;
    if ('text' in said) {
      say(who, { from: 'person', text: said.text });
      say(who, { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] });
      response.json({});
    } else {
      done('sign');
      response.json({ card: signed });
    }
  });
  app.use(pagesFrom(folder));

  return {
    origin,
    mails,
    seen,
    resets: () => resets,
    change,
    start: at => {
      broken = at === 'failed';
      starting = at === 'ready' ? undefined : at === 'failed' ? 0 : at;
      change({});
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

function links(persona: PersonaId): Links {
  return {
    sign: [{ persona: 'parent', name: 'Parent Three', href: '/sign#link' }],
    kiosk: '/kiosk',
    report: '/report',
    tab: paths.tab,
    tryPage: '/try/page.html',
    rules: '/rules',
    checks: '/checks',
    reports: (['it', 'coordinator', 'head', 'governors'] as const).map(reader => ({
      reader,
      title: { en: `For ${reader}`, cy: `I ${reader}` },
      html: { en: '/demonstration/report.html', cy: '/demonstration/report.html' },
      pdf: '/demonstration/report.pdf'
    })),
    audits: [{ at: '2026-11-24T02:00:00Z', words: { en: '24 November 2026', cy: '24 Tachwedd 2026' }, right: 60, wrong: 7, unknown: 4 }],
    policies: [
      { title: { en: `Online safety (${persona})`, cy: 'Diogelwch ar-lein' }, version: '1.0', pdf: { en: '/demonstration/policy.pdf' } }
    ]
  };
}
