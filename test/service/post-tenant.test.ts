import assert from 'node:assert/strict';
import PostalMime from 'postal-mime';
import { googleWay } from '../../graph/google/way.ts';
import { microsoftWay } from '../../graph/microsoft/way.ts';
import { readConfig } from '../../service/config.ts';
import { mailFor } from '../../service/mails.ts';
import { isUnposted, type Post, postFrom } from '../../service/post.ts';
import { schoolWith } from '../support/cli.ts';
import { testClock } from '../support/clock.ts';
import { googleContract } from '../support/google/contract.ts';
import { graphContract } from '../support/graph/contract.ts';

const from = 'Example Primary School <aup@school.example>';
const mail = {
  ...mailFor('asked', {
    to: 'parent.three@home.example',
    language: 'en',
    languages: ['en', 'cy'],
    values: { school: 'Example Primary School', name: 'Parent Three', until: { en: '6 December 2026', cy: '6 Rhagfyr 2026' } },
    link: 'https://aup.school.example/sign#secret',
    key: 'asked-1'
  }),
  files: [{ name: 'receipt.json', type: 'application/json', content: '{"ŵ":1}' }]
};

interface Asked {
  readonly url: string;
  readonly body: { readonly [key: string]: unknown };
}

/** A post by a tenant that gives these answers in turn, an `Error` being a connection that breaks; what it was asked is held to the vendor's schema. */
async function post(
  vendor: 'microsoft' | 'google',
  answers: readonly (Response | Error)[]
): Promise<{ readonly post: Post; readonly asked: Asked[] }> {
  const clock = testClock();
  const asked: Asked[] = [];
  const [graph, google] = [await graphContract(), await googleContract()];
  const fetched = (async (input: unknown, init: RequestInit) => {
    const url = new URL(input as string);
    const body = JSON.parse(init.body as string) as Asked['body'];
    if (vendor === 'microsoft') graph(init.method!, url.href, {}, 202);
    else google(init.method!, url, body, 202, {});
    asked.push({ url: url.href, body });
    const answer = answers[Math.min(asked.length, answers.length) - 1]!;
    if (answer instanceof Error) throw answer;
    return answer.clone();
  }) as typeof fetch;
  const outside = { clock, random: () => 0.5, deadline: clock.now() + 60_000 };
  const way = async () =>
    vendor === 'microsoft'
      ? microsoftWay(async () => 'token', outside, fetched)
      : googleWay(async ({ as }) => as, 'admin@school.example', outside, fetched);
  return { asked, post: postFrom({ from, smtp: undefined, folder: '/nowhere', tenant: { vendor, way } }, () => {}) };
}

const refused = (sending: Promise<void>): Promise<boolean> =>
  sending.then(
    () => assert.fail('it was sent'),
    error => {
      assert.ok(isUnposted(error));
      assert.doesNotMatch(error.message, /parent|secret|@/);
      return error.again;
    }
  );
const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status });

describe('mail by the school’s own tenant', () => {
  it('goes out by Microsoft Graph, with its file, and leaves no copy in the sender’s mailbox', async () => {
    const { post: by, asked } = await post('microsoft', [new Response('', { status: 202 })]);
    await by.send(mail);
    assert.equal(asked[0]!.url, 'https://graph.microsoft.com/v1.0/users/aup%40school.example/sendMail');
    const { message, saveToSentItems } = asked[0]!.body as {
      message: { subject: string; toRecipients: unknown; attachments: { contentBytes: string }[] };
      saveToSentItems: boolean;
    };
    assert.deepEqual(
      [message.subject, message.toRecipients, saveToSentItems],
      [mail.subject, [{ emailAddress: { address: mail.to } }], false]
    );
    assert.equal(Buffer.from(message.attachments[0]!.contentBytes, 'base64').toString(), '{"ŵ":1}');
  });

  it('goes out by Gmail as a whole message in the sender’s name', async () => {
    const { post: by, asked } = await post('google', [json(200, { id: 'm' })]);
    await by.send(mail);
    assert.equal(asked[0]!.url, 'https://gmail.googleapis.com/gmail/v1/users/aup%40school.example/messages/send');
    const read = await PostalMime.parse(Buffer.from(asked[0]!.body['raw'] as string, 'base64url'));
    assert.deepEqual([read.subject, read.to?.[0]?.address, read.messageId], [mail.subject, mail.to, '<asked-1@school.example>']);
    assert.equal(read.attachments.length, 1);
  });

  for (const vendor of ['microsoft', 'google'] as const) {
    it(`is tried again after ${vendor} said «later»`, async () => {
      const { post: by, asked } = await post(vendor, [json(429, {}), new Response('{}', { status: vendor === 'google' ? 200 : 202 })]);
      await by.send(mail);
      assert.equal(asked.length, 2);
    });

    it(`is not sent twice where nobody knows whether ${vendor} took it`, async () => {
      const { post: by, asked } = await post(vendor, [new TypeError('fetch failed')]);
      assert.equal(await refused(by.send(mail)), false);
      assert.equal(asked.length, 1);
    });

    it(`is refused for good where ${vendor} gives no right to it`, async () => {
      const { post: by } = await post(vendor, [json(403, { error: { code: 'ErrorAccessDenied', message: 'parent.three@home.example' } })]);
      assert.equal(await refused(by.send(mail)), false);
    });
  }

  it('needs a tenant, and beadle.yaml says which is missing', () => {
    const text = `${schoolWith({})}post: { from: aup@school.example, by: google }\n`;
    assert.throws(() => readConfig(text, 'beadle.yaml'), /post.*by.*is google, but «audit:» names no tenant of Google/s);
  });
});
