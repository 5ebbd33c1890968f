import { generateKeyPairSync } from 'node:crypto';
import { exportJWK, SignJWT } from 'jose';
import type { Draft, GmailAsked, GmailShown, Outlook as PretendOutlook } from '../../addin/demonstration/api.ts';
import { scopes } from '../../addin/gmail/event.ts';
import { paths } from '../../addin/gmail/cards.ts';
import { addOnAccount } from '../config-gmail.ts';
import { type Gmail, openGmail } from '../gmail.ts';
import { openOutlook, type Outlook } from '../outlook.ts';
import type { School } from '../school.ts';
import { domains, people } from './people.ts';
import type { Eyes } from './personas.ts';
import { registered } from './school.ts';

/** The issuer of the demonstration's own tokens, in the place of Microsoft's and Google's: its key lives as long as this process. */
export interface Issuer {
  /** What `GET /demonstration/keys` answers. */
  readonly keys: () => Promise<object>;
  readonly token: (claims: { readonly [name: string]: unknown }, now: Date) => Promise<string>;
}

const kid = 'demonstration';

export function issuer(): Issuer {
  // Made when the first token is asked for: nobody waits for it at the start.
  let pair: ReturnType<typeof made> | undefined;
  const made = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
  const own = () => (pair ??= made());
  return {
    keys: async () => ({ keys: [{ ...(await exportJWK(own().publicKey)), kid, use: 'sig', alg: 'RS256' }] }),
    token: (claims, now) => {
      const seconds = Math.floor(now.getTime() / 1000);
      return new SignJWT({ iat: seconds, nbf: seconds - 5, exp: seconds + 3600, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .sign(own().privateKey);
    }
  };
}

/** The two add-ins' services, as the real ones but for who issues tokens. */
export interface Surfaces {
  readonly outlook: Outlook;
  readonly gmail: Gmail;
  readonly outlookFor: (eyes: Eyes) => Promise<PretendOutlook>;
  readonly gmailFor: (eyes: Eyes, asked: GmailAsked, now: Date) => Promise<GmailShown>;
}

interface World {
  readonly folder: string;
  /** Where this process reaches itself. */
  readonly origin: string;
  readonly now: () => Date;
  readonly log: (line: string) => void;
  readonly issuer: Issuer;
}

export async function openSurfaces(school: School, { folder, origin, now, log, issuer: tokens }: World): Promise<Surfaces> {
  const keysAt = `${origin}/demonstration/keys`;
  /** The draft that Gmail would hand out when the add-on reads it. */
  let open: Draft | undefined;
  const fetched: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (url.origin === origin) return fetch(url, init);
    if (url.host === 'gmail.googleapis.com' && url.pathname.startsWith('/gmail/v1/users/me/messages/') && open) {
      return new Response(JSON.stringify(messageOf(open)), { headers: { 'content-type': 'application/json' } });
    }
    throw new TypeError('The demonstration reaches nothing outside.');
  };
  const outlook = await openOutlook(school, { cwd: folder, now, log, keysAt });
  const gmail = await openGmail(school, { cwd: folder, now, log, keysAt, fetch: fetched });

  return {
    outlook,
    gmail,
    outlookFor: async eyes => {
      const [{ signed, etag }, keys] = await Promise.all([outlook.policy(), outlook.keys()]);
      const { kid: name, kty, crv, x, y } = keys[keys.length - 1]!;
      const token = await tokens.token(
        {
          ver: '2.0',
          aud: registered.client,
          iss: `https://login.microsoftonline.com/${registered.tenant}/v2.0`,
          tid: registered.tenant,
          oid: eyes.entraId ?? '00000000-0000-4000-8000-000000000000',
          azp: registered.client,
          scp: 'Policy.Read'
        },
        now()
      );
      return {
        token,
        clientId: registered.client,
        tenantId: registered.tenant,
        user: { name: eyes.name, address: eyes.address! },
        settings: { 'beadle.policy': { ...signed, etag }, 'beadle.key': { kid: name, kty, crv, x, y } },
        people: people.flatMap(({ name: called, address, post, roles }) =>
          address === undefined || roles.includes('pupil') ? [] : [{ name: called, address, post }]
        )
      };
    },
    gmailFor: async (eyes, { draft, endpoint, parameters }, at) => {
      open = draft;
      const path = endpoint === 'message' ? paths.open : paths[endpoint];
      const [system, user] = await Promise.all([
        tokens.token(
          {
            iss: 'https://accounts.google.com',
            aud: gmail.settings.origin + path,
            email: addOnAccount(gmail.settings),
            email_verified: true
          },
          at
        ),
        tokens.token(
          {
            iss: 'https://accounts.google.com',
            aud: gmail.settings.clientId,
            sub: eyes.key,
            email: eyes.address,
            email_verified: true,
            hd: domains.staff
          },
          at
        )
      ]);
      const response = await fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${system}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          commonEventObject: {
            hostApp: 'GMAIL',
            userLocale: eyes.language === 'cy' ? 'cy' : 'en-GB',
            ...(parameters ? { parameters } : {})
          },
          authorizationEventObject: { userIdToken: user, userOAuthToken: 'demonstration', authorizedScopes: Object.values(scopes) },
          gmail: {
            toRecipients: draft.to,
            ccRecipients: draft.cc,
            bccRecipients: draft.bcc,
            ...(endpoint === 'message' ? { messageId: 'demonstration', accessToken: 'demonstration' } : {})
          }
        })
      });
      return { status: response.status, body: (await response.json()) as object };
    }
  };
}

/** A message as Gmail's own interface gives it. */
function messageOf({ to, cc, bcc, subject, body, attachments = [] }: Draft): object {
  const headers = Object.entries({ To: to.join(', '), Cc: cc.join(', '), Bcc: bcc.join(', '), Subject: subject })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name, value }));
  const data = Buffer.from(body).toString('base64url');
  const text = { mimeType: 'text/plain', filename: '', body: { size: Buffer.byteLength(body), data } };
  const files = attachments.map(filename => ({ mimeType: 'application/octet-stream', filename, body: { size: 1000 } }));
  return { payload: { mimeType: 'multipart/mixed', filename: '', headers, parts: [text, ...files] } };
}
