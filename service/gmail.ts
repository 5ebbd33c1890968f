import * as z from 'zod';
import type { Reading } from '../core/judge.ts';
import { filterOf } from '../core/mail/filter.ts';
import type { MailPolicy } from '../core/mail/policy.ts';
import type { GmailEvent } from '../addin/gmail/event.ts';
import type { Opened } from '../addin/gmail/on-open.ts';
import { openedOf, type Part } from '../addin/gmail/opened.ts';
import type { Config } from './config.ts';
import { addOnAccount } from './config-gmail.ts';
import { failure, isFailure } from './failure.ts';
import { type GmailTokens, gmailTokens } from './gmail-tokens.ts';
import { readKeys } from './keys.ts';
import { keptOf } from './outlook.ts';
import { readSchool, type School } from './school.ts';

/** What the school says of its add-on for Gmail. */
export type GmailSettings = NonNullable<Config['gmail']>;

/** What the routes for Gmail need of the world. */
export interface Gmail {
  readonly settings: GmailSettings;
  /** The school’s decisions at this moment. */
  readonly policy: () => Promise<MailPolicy>;
  readonly tokens: GmailTokens;
  /** Reads the message that is open, with the credentials in the event. Never rejects. */
  readonly opened: (event: GmailEvent) => Promise<Reading<Opened>>;
  readonly now: () => Date;
}

/** The world of the add-on; tests bring their own. */
interface World {
  readonly cwd: string;
  readonly now: () => Date;
  readonly log: (line: string) => void;
  /** Where the public keys of the issuer are, if not at Google. */
  readonly keysAt?: string;
  readonly fetch?: typeof fetch;
}

/** Milliseconds for which the school’s files are not read again. */
const pause = 60 * 1000;

/**
 * Opens what Gmail is served with. The school’s files are read again when somebody asks, once a minute at most; where they have become wrong
 * meanwhile, what was read before goes on, and `log` is told. Throws a `Failure` where `gmail:` is not in its `beadle.yaml`.
 */
export async function openGmail(school: School, world: World): Promise<Gmail> {
  const { now, log } = world;
  const settings = school.config.gmail;
  if (!settings) throw failure('wrong-config', 'beadle.yaml says nothing of Gmail. «beadle setup google» shows what to write there.');
  const { domains } = school.config;
  let policy = await judgedBy(school, world.cwd);
  let read = now().getTime();
  let underWay: Promise<void> | undefined;

  async function again(): Promise<void> {
    try {
      if (school.file !== undefined)
        policy = await judgedBy(await readSchool(school.file, { ...world, inherits: school.inherits }), world.cwd);
    } catch (error) {
      // The message of a failure quotes the school’s files, addresses too.
      const code = isFailure(error) ? error.code : 'fault';
      log(`The school’s files could not be read again (${code}); Gmail gets what was read before. «beadle check» says what is wrong.`);
    } finally {
      read = now().getTime();
      underWay = undefined;
    }
  }

  return {
    settings,
    policy: async () => {
      if (now().getTime() - read >= pause) await (underWay ??= again());
      return policy;
    },
    tokens: gmailTokens({
      account: addOnAccount(settings),
      clientId: settings.clientId,
      audience: settings.audience,
      domains: settings.domains.length > 0 ? settings.domains : [...domains.staff, ...domains.pupils],
      now,
      ...(world.keysAt === undefined ? {} : { keysAt: world.keysAt }),
      ...(world.fetch === undefined ? {} : { fetch: world.fetch })
    }),
    opened: event => readOpened(event, world.fetch ?? fetch),
    now
  };
}

/** The school’s decisions, with the addresses that the coordinator accepted when Outlook’s people said who they are: both surfaces judge alike. */
async function judgedBy(school: School, cwd: string): Promise<MailPolicy> {
  const { policy, config, file } = school;
  if (file === undefined || !config.outlook) return policy;
  const { folder, suggestions } = keptOf(school, cwd);
  const keys = await readKeys(folder);
  const accepted = keys ? await suggestions(keys.directory).accepted() : [];
  if (!keys || accepted.length === 0) return policy;
  const knows = new Set([...(policy.knows ?? []), ...accepted.map(({ audience }) => audience)]);
  return { ...policy, knows: [...knows], filter: filterOf({}, keys.directory, accepted) };
}

/** Milliseconds for which Google is waited for, and bytes that a message with its files may have. */
const most = { milliseconds: 8000, bytes: 36 * 1024 * 1024 } as const;

const part: z.ZodType<Part> = z.object({
  mimeType: z.string().optional(),
  filename: z.string().optional(),
  headers: z.array(z.object({ name: z.string().optional(), value: z.string().optional() })).optional(),
  body: z.object({ data: z.string().optional(), size: z.number().optional() }).optional(),
  get parts() {
    return z.array(part).optional();
  }
});
const resource = z.object({ payload: part });

/** Only what is looked at: no file comes with it. */
const fields = 'payload(mimeType,filename,headers,body(size,data),parts)';

async function readOpened(event: GmailEvent, fetch: typeof globalThis.fetch): Promise<Reading<Opened>> {
  const { messageId, accessToken } = event.gmail ?? {};
  const credential = event.authorizationEventObject?.userOAuthToken;
  if (!messageId || !accessToken || !credential) return { unread: 'unreachable' };
  // A name that is none must not lead to another address of Google’s.
  if (!/^[\w:-]{1,200}$/.test(messageId) || !isHeader(accessToken) || !isHeader(credential)) return { unread: 'unreachable' };
  try {
    const url = `https://gmail.googleapis.com/gmail/v1/users/me/messages/${encodeURIComponent(messageId)}?format=full&fields=${encodeURIComponent(fields)}`;
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(most.milliseconds),
      headers: { accept: 'application/json', authorization: `Bearer ${credential}`, 'x-goog-gmail-access-token': accessToken }
    });
    if (response.status === 401 || response.status === 403) return { unread: 'forbidden' };
    if (!response.ok || !response.body) return { unread: 'unreachable' };
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of response.body) {
      size += piece.byteLength;
      if (size > most.bytes) return { unread: 'unreachable' };
      pieces.push(piece);
    }
    const read = resource.safeParse(JSON.parse(Buffer.concat(pieces).toString('utf8')));
    return read.success ? { value: openedOf(read.data.payload) } : { unread: 'unreachable' };
  } catch {
    return { unread: 'unreachable' };
  }
}

/** Whether a text may stand in a header. */
function isHeader(text: string): boolean {
  return text.length <= 8000 && /^[\x21-\x7e]+$/.test(text);
}
