import { Router } from 'express';
import * as z from 'zod';
import { longest, outside } from '../../core/approvals/approval.ts';
import { about } from '../../core/approvals/kinds.ts';
import { refusalWords } from '../../core/approvals/words.ts';
import { fill, locales } from '../../core/locale.ts';
import { approvedText } from '../../core/mail/approved.ts';
import type { Person } from '../../core/policies/person.ts';
import type { SchoolApprovals } from '../approvals.ts';
import type { Keys } from '../keys.ts';
import type { Tokens, User } from '../tokens.ts';
import { problem } from './problem.ts';
import { readsJson, sentAs, unreadable } from './sent.ts';
import { signedIn, userOf } from './signed-in.ts';

/** What these routes need of the world. */
export interface OutlookApprovals {
  readonly approvals: SchoolApprovals;
  readonly tokens: Tokens;
  /** The keys by which devices check what they are given, as they are now. */
  readonly keys: () => Promise<Pick<Keys, 'published' | 'sign'>>;
  /** Who this is at the school, if anybody. */
  readonly personOf: (user: User) => Promise<Person | undefined>;
  readonly now: () => Date;
}

const count = z.int().min(0).max(100_000);
const shape = z.strictObject({
  once: z.uuid(),
  kind: z.enum(['send', 'external-mail']),
  key: z.string().regex(/^[0-9a-f]{16}$/),
  people: z.strictObject(
    Object.fromEntries(outside.map(each => [each, count.optional()])) as {
      readonly [O in (typeof outside)[number]]: z.ZodOptional<typeof count>;
    }
  ),
  note: z.string().max(5000),
  language: z.enum(locales),
  text: z.strictObject({ subject: z.string().max(longest.subject), body: z.string().max(longest.body) }).optional()
});

/**
 * `POST /outlook/api/approvals` asks for leave to send one message; `GET` gives what the sender was given, signed, and how each of their messages stands. Of a
 * message numbers and a keyed hash come here, and its text only where the sender ticked that.
 */
export function approvalRoutes({ approvals, tokens, keys, personOf, now }: OutlookApprovals, log: (line: string) => void): Router {
  const routes = Router();
  const path = '/outlook/api/approvals';

  async function answerFor(person: Person): Promise<object> {
    const [{ published, sign }, given, asked] = await Promise.all([keys(), approvals.given(person.id), approvals.onDevice(person.id)]);
    const payload = approvedText(given, now().toISOString());
    return { payload, kid: published[published.length - 1]!.kid, signature: sign(payload), asked };
  }

  routes.get(path, signedIn({ tokens, now }, log), async (_request, response) => {
    const person = await personOf(userOf(response));
    if (!person) return problem(response, 404, 'Beadle does not know this account as anybody of the school.', { reason: 'no-person' });
    response.set({ 'Cache-Control': 'no-store', Vary: 'Authorization' }).json(await answerFor(person));
  });

  routes.post(path, signedIn({ tokens, now }, log), readsJson(), async (request, response) => {
    const sent = sentAs(shape, request);
    if ('wrong' in sent) return problem(response, 400, sent.wrong, { reason: 'wrong-shape' });
    const person = await personOf(userOf(response));
    if (!person) return problem(response, 404, 'Beadle does not know this account as anybody of the school.', { reason: 'no-person' });
    const { once, kind, key, people, note, language, text } = sent.value;
    const counts = Object.fromEntries(Object.entries(people).filter(([, number]) => number !== undefined)) as {
      [O in (typeof outside)[number]]?: number;
    };
    const taken = await approvals.ask(
      { kind, fields: { what: note }, message: { key, people: counts, ...(text && { text }) } },
      person.id,
      once
    );
    response.set('Cache-Control', 'no-store');
    if ('done' in taken) return void response.json(await answerFor(person));
    const field = about[kind].fields.find(({ id }) => id === taken.field);
    // Answered with 200: the pane shows the sentence beside what was typed.
    response.json({ refused: fill(refusalWords[taken.refused][language], field ? { field: field.label } : {}, language) });
  });

  routes.all(path, (_request, response) => {
    response.set('Allow', 'GET, POST');
    problem(response, 405, 'Here only GET and POST are answered.', { reason: 'wrong-method' });
  });
  routes.use(path, unreadable);
  return routes;
}
