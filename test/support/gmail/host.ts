import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Button, Card, RenderActions, ScopesAsked, Submitted } from '../../../addin/gmail/card.ts';
import type { Part } from '../../../addin/gmail/opened.ts';
import { openGmail } from '../../../service/gmail.ts';
import { gmailRoutes } from '../../../service/routes/gmail.ts';
import { readSchool } from '../../../service/school.ts';
import { listen, pagesFrom } from '../../../service/serve.ts';
import { rules } from '../../../core/mail/rules/index.ts';
import { schoolWith } from '../cli.ts';
import { googleContract } from '../google/contract.ts';
import { type Issuer, issuer } from '../issuer.ts';
import { type AddOnContract, addOnContract } from './contract.ts';

/** Where the service is reached from outside. */
export const origin = 'https://beadle.school.example';
export const project = '123456789012';
export const account = `service-${project}@gcp-sa-gsuiteaddons.iam.gserviceaccount.com`;
export const oauthClient = `${project}-beadle.apps.googleusercontent.com`;
export const teacher = 'teacher.seven@school.example';
export const gmailYaml = `gmail: { origin: "${origin}", project: "${project}", clientId: ${oauthClient} }\n`;

const auth = 'https://www.googleapis.com/auth';
export const everyScope = [
  `${auth}/gmail.addons.execute`,
  `${auth}/gmail.addons.current.action.compose`,
  `${auth}/gmail.addons.current.message.metadata`,
  `${auth}/gmail.addons.current.message.readonly`,
  `${auth}/userinfo.email`,
  `${auth}/script.locale`
];

const people = [
  'address,audience,name,household',
  ...Array.from({ length: 500 }, (_, i) => `parent.${i}@family.example,parent,Zyparent ${i},household-${i}`),
  'governor.one@governors.example,governor,Zygovernor One,',
  'worker.one@council.example,agency,Zyworker One,',
  'kit.sample@pupils.school.example,pupil,Zypupil Sample,household-1'
].join('\n');

/** The files of a school that uses Gmail; every rule is as it is by default, unless it is told otherwise. */
export function gmailSchool(told: { readonly [rule: string]: object } = {}, more = ''): { readonly [path: string]: string } {
  const all = { ...Object.fromEntries(rules.map(({ id }) => [id, {}])), ...told };
  return {
    'beadle.yaml': schoolWith(all, `directory: [{ file: people.csv }]\n${gmailYaml}${more}`).replace(
      'mail: {',
      'mail: { exempt: [lado@council.example],'
    ),
    'people.csv': people,
    'dist/outlook/icons/128.png': 'png'
  };
}

type Fields = { readonly [name: string]: unknown };

/** What may be otherwise than Google does it. */
export interface Otherwise {
  /** Claims of the token in the header. */
  readonly system?: Fields;
  /** Claims of the token of the person; `null` leaves it out. */
  readonly user?: Fields | null;
  readonly locale?: string;
  readonly granted?: readonly string[];
  readonly headers?: { readonly [name: string]: string };
  /** The body itself, as it goes over the wire. */
  readonly body?: string;
  readonly method?: string;
}

/** What came back. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A message that is being written in the fake Gmail. */
export interface Draft {
  to?: readonly string[];
  cc?: readonly string[];
  bcc?: readonly string[];
}

/** A Gmail that asks the add-on as Google does, with tokens of its own issuer, and holds every answer to what Google takes. */
export interface Host {
  readonly asked: (path: string, fields: Fields, otherwise?: Otherwise) => Promise<Answered>;
  /** The same, not sent yet. */
  readonly request: (path: string, fields: Fields, otherwise?: Otherwise) => Promise<readonly [url: string, init: RequestInit]>;
  readonly home: (otherwise?: Otherwise) => Promise<Card>;
  readonly compose: (draft: Draft, otherwise?: Otherwise) => Promise<Card>;
  /** Opens a message that lies in the mailbox. */
  readonly open: (payload: Part, otherwise?: Otherwise) => Promise<Card>;
  /** Clicks the button that says this; the draft becomes what the add-on makes of it. */
  readonly click: (
    card: Card,
    label: string,
    draft: Draft,
    otherwise?: Otherwise
  ) => Promise<{ readonly card?: Card; readonly told?: string }>;
  /** Every byte that the service answered, and every line that it logged. */
  readonly answers: string[];
  readonly lines: string[];
  /** How often the Gmail API was asked for a message. */
  readonly reads: () => number;
  /** What the Gmail API answers in place of a message. */
  readonly fault: (fault: { readonly status: number; readonly body: string } | 'reset' | undefined) => void;
  readonly issuer: Issuer;
  readonly folder: string;
  readonly at: string;
  readonly clock: { instant: number };
  readonly close: () => Promise<void>;
}

/** Every button of a card, in order. */
export function buttonsOf(card: Card): readonly Button[] {
  const inside = card.sections.flatMap(({ widgets }) =>
    widgets.flatMap(widget => ('buttonList' in widget ? widget.buttonList.buttons : []))
  );
  return card.fixedFooter ? [...inside, card.fixedFooter.primaryButton] : inside;
}

/** Every text of a card, in order, without the marks of Google’s simple HTML. */
export function textsOf(card: Card): readonly string[] {
  const plain = (html: string): string =>
    html.replace(/<\/?b>/g, '').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  return [
    card.header.title,
    ...card.sections.flatMap(({ header, widgets }) => [
      ...(header === undefined ? [] : [header]),
      ...widgets.flatMap(widget => {
        if ('textParagraph' in widget) return [plain(widget.textParagraph.text)];
        return 'decoratedText' in widget ? [`${widget.decoratedText.topLabel}: ${plain(widget.decoratedText.text)}`] : [];
      })
    ])
  ];
}

/** Made once for all tests, as the shapes of add-ons are. */
const shapes = googleContract();

/** Begins: the service for this school on a port of this machine, and a Gmail before it. */
export async function gmailHost(files = gmailSchool()): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), 'beadle-gmail-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const google = await issuer();
  const contract = await addOnContract();
  const discovery = await shapes;
  const clock = { instant: Date.parse('2026-11-18T10:00:00Z') };
  const now = (): Date => new Date(clock.instant);
  const lines: string[] = [];
  const answers: string[] = [];
  const mailbox = new Map<string, Part>();
  let reads = 0;
  let broken: { readonly status: number; readonly body: string } | 'reset' | undefined;

  const fetched: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.hostname !== 'gmail.googleapis.com') return fetch(input, init);
    reads += 1;
    if (broken === 'reset') throw new TypeError('fetch failed');
    if (broken) return new Response(broken.body, { status: broken.status });
    const headers = new Headers(init?.headers);
    const granted = headers.get('authorization') === 'Bearer ya29.oauth' && headers.get('x-goog-gmail-access-token') === 'per-message';
    const payload = mailbox.get(decodeURIComponent(url.pathname.split('/').pop()!));
    const body = { id: 'm', payload };
    discovery('GET', url, undefined, granted && payload ? 200 : 403, body);
    return granted && payload ? Response.json(body) : Response.json({ error: { code: 403 } }, { status: 403 });
  };

  const school = await readSchool(join(folder, 'beadle.yaml'), { cwd: folder, now });
  const log = (line: string): void => void lines.push(line);
  const gmail = await openGmail(school, { cwd: folder, now, log, keysAt: google.keysAt, fetch: fetched });
  const built = join(folder, 'dist');
  const { server, port } = await listen(pagesFrom(built, log, undefined, [gmailRoutes(built, gmail, log)]), [0]);
  const at = `http://127.0.0.1:${port}`;

  async function request(path: string, fields: Fields, otherwise: Otherwise = {}): Promise<readonly [url: string, init: RequestInit]> {
    const seconds = Math.floor(clock.instant / 1000);
    const times = { iss: 'https://accounts.google.com', iat: seconds, exp: seconds + 3600 };
    const system = await google.token({
      ...times,
      aud: origin + path,
      email: account,
      email_verified: true,
      sub: '1',
      azp: account,
      ...otherwise.system
    });
    const user =
      otherwise.user === null
        ? undefined
        : await google.token({
            ...times,
            aud: oauthClient,
            sub: '42',
            email: teacher,
            email_verified: true,
            hd: 'school.example',
            ...otherwise.user
          });
    const { parameters, ...rest } = fields;
    const event = {
      commonEventObject: {
        hostApp: 'GMAIL',
        platform: 'WEB',
        userLocale: otherwise.locale ?? 'en-GB',
        timeZone: { id: 'Europe/London', offset: 0 },
        ...(parameters === undefined ? {} : { parameters })
      },
      authorizationEventObject: {
        userOAuthToken: 'ya29.oauth',
        ...(user === undefined ? {} : { userIdToken: user }),
        systemIdToken: system,
        authorizedScopes: otherwise.granted ?? everyScope
      },
      ...rest
    };
    assert.deepEqual(contract.event(event), [], 'the fake Gmail sends what Google would not');
    const method = otherwise.method ?? 'POST';
    const init = {
      method,
      headers: { authorization: `Bearer ${system}`, 'content-type': 'application/json', ...otherwise.headers },
      ...(method === 'GET' ? {} : { body: otherwise.body ?? JSON.stringify(event) })
    };
    return [at + path, init];
  }

  async function asked(path: string, fields: Fields, otherwise?: Otherwise): Promise<Answered> {
    const response = await fetch(...(await request(path, fields, otherwise)));
    const text = await response.text();
    answers.push(text);
    return { status: response.status, text, headers: response.headers, body: parsed(text) };
  }

  async function triggered(path: string, fields: Fields, otherwise?: Otherwise): Promise<Card> {
    const { status, body, text } = await asked(path, fields, otherwise);
    assert.equal(status, 200, text);
    assert.deepEqual(contract.renderActions(body), []);
    const [navigation] = (body as RenderActions).action.navigations ?? [];
    assert.ok(navigation && 'pushCard' in navigation, 'a trigger pushes a card');
    held(navigation.pushCard);
    return navigation.pushCard;
  }

  return {
    asked,
    request,
    home: otherwise => triggered('/gmail/home', {}, otherwise),
    compose: (draft, otherwise) => triggered('/gmail/compose', { gmail: listsOf(draft) }, otherwise),
    open: (payload, otherwise) => {
      mailbox.set('msg-f:1', payload);
      return triggered(
        '/gmail/message',
        { gmail: { messageId: 'msg-f:1', threadId: 'thread-f:1', accessToken: 'per-message' } },
        otherwise
      );
    },
    click: async (card, label, draft, otherwise) => {
      const button = buttonsOf(card).find(({ text }) => text === label);
      assert.ok(
        button,
        `no button says «${label}»: ${buttonsOf(card)
          .map(({ text }) => text)
          .join(', ')}`
      );
      assert.ok('action' in button.onClick, `«${label}» opens a page`);
      const { function: url, parameters } = button.onClick.action;
      assert.ok(url.startsWith(`${origin}/`), url);
      const fields = { parameters: Object.fromEntries(parameters.map(({ key, value }) => [key, value])), gmail: listsOf(draft) };
      const { status, body, text } = await asked(url.slice(origin.length), fields, otherwise);
      assert.equal(status, 200, text);
      assert.deepEqual(contract.onClick(body), []);
      const { renderActions } = body as Submitted;
      const update = renderActions.hostAppAction?.gmailAction.updateDraftActionMarkup;
      // What Gmail does: a list that is there replaces the old one.
      if (update?.updateToRecipients) draft.to = update.updateToRecipients.toRecipients.map(({ email }) => email);
      if (update?.updateCcRecipients) draft.cc = update.updateCcRecipients.ccRecipients.map(({ email }) => email);
      if (update?.updateBccRecipients) draft.bcc = update.updateBccRecipients.bccRecipients.map(({ email }) => email);
      const [navigation] = renderActions.action.navigations ?? [];
      const shown = navigation && 'updateCard' in navigation ? navigation.updateCard : undefined;
      if (shown) held(shown);
      const told = renderActions.action.notification?.text;
      return { ...(shown ? { card: shown } : {}), ...(told === undefined ? {} : { told }) };
    },
    answers,
    lines,
    reads: () => reads,
    fault: fault => void (broken = fault),
    issuer: google,
    folder,
    at,
    clock,
    close: async () => {
      server.close();
      server.closeAllConnections();
      google.close();
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** Gmail leaves out a list in which nobody stands. */
function listsOf({ to, cc, bcc }: Draft): Fields {
  return {
    ...(to && to.length > 0 ? { toRecipients: to } : {}),
    ...(cc && cc.length > 0 ? { ccRecipients: cc } : {}),
    ...(bcc && bcc.length > 0 ? { bccRecipients: bcc } : {})
  };
}

/** What Google’s shapes do not say: how much is drawn, what HTML is read, where buttons lead, that a footer has its colour. */
function held(card: Card): void {
  const widgets = card.sections.flatMap(section => section.widgets);
  assert.ok(card.sections.length <= 100 && widgets.length <= 100, 'more than Google draws');
  for (const { widgets: inside } of card.sections) assert.ok(inside.length > 0, 'a section without a widget');
  for (const widget of widgets) {
    const html = 'textParagraph' in widget ? widget.textParagraph.text : 'decoratedText' in widget ? widget.decoratedText.text : '';
    assert.doesNotMatch(html.replace(/^<b>|<\/b>$/g, ''), /[<>"']|&(?!#\d+;)/, 'HTML that nobody wrote');
  }
  for (const { onClick } of buttonsOf(card)) {
    const url = 'openLink' in onClick ? onClick.openLink.url : onClick.action.function;
    assert.ok(url.startsWith(`${origin}/`), url);
  }
  if (card.fixedFooter) assert.ok(card.fixedFooter.primaryButton.color, 'the button of a footer has a colour');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether an answer asks for scopes, in Google’s shape. */
export async function scopesAsked(answered: Answered, contract?: AddOnContract): Promise<readonly string[]> {
  const check = contract ?? (await addOnContract());
  assert.deepEqual(check.scopes(answered.body), []);
  return (answered.body as ScopesAsked).requesting_google_scopes.scopes;
}

/** A part of a message as the Gmail API gives it. */
export function textPart(content: string, type = 'text/plain'): Part {
  const bytes = Buffer.from(content, 'utf8');
  return {
    mimeType: type,
    filename: '',
    headers: [{ name: 'Content-Type', value: `${type}; charset="UTF-8"` }],
    body: { size: bytes.length, data: bytes.toString('base64url') }
  };
}

/** A message as the Gmail API gives it. */
export function mail(subject: string, ...parts: readonly Part[]): Part {
  const headers = [
    { name: 'Subject', value: subject },
    { name: 'From', value: 'Zysender <zysender@else.example>' }
  ];
  return { mimeType: 'multipart/alternative', filename: '', headers, body: { size: 0 }, parts };
}
