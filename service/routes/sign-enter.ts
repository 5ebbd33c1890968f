import { Router } from 'express';
import * as z from 'zod';
import { dateIn } from '../../core/dates.ts';
import { locales } from '../../core/locale.ts';
import { normalAddress } from '../../core/mail/address.ts';
import type { Person } from '../../core/policies/person.ts';
import { dateAt } from '../../bot/when.ts';
import { goodFor, type Sitting } from '../links.ts';
import { mailFor } from '../mails.ts';
import { addressOf, type Limits, type SignPages } from '../sign.ts';
import { forget, keep, kept } from './sign-cookie.ts';
import { limitedProving, sent } from './sign-guard.ts';
import { signProblem } from './sign-words.ts';

const secret = z.string().max(100);
const asksForCode = z.strictObject({ link: secret.optional(), afresh: z.boolean() });
const proves = z.strictObject({ link: secret.optional(), code: z.string().max(40) });
const reads = z.strictObject({ link: secret });
const asksForLink = z.strictObject({
  address: z.string().max(320),
  /** From which page it is asked for. */
  page: z.enum(['sign', 'report']).default('sign')
});
const visits = z.strictObject({
  link: secret,
  name: z.string().trim().min(1).max(120),
  organisation: z.string().trim().max(120),
  role: z.enum(['visitor', 'supply', 'contractor']),
  language: z.enum(locales)
});

const hour = 60 * 60 * 1000;
const linksAnHour = 3;

/**
 * How people come in: with a code for a link that was sent by mail, with a link from Teams (to read only), or from a kiosk's screen. Whether a link or a
 * person exists cannot be told from an answer, nor from how long it takes: mails are looked up, made and sent after it.
 */
export function enterRoutes(pages: SignPages, limits: Limits, log: (line: string) => void): Router {
  const { desk, links, post, origin, languages } = pages;
  const routes = Router();
  const proving = limitedProving(limits);

  /** What nobody waits for. A mail that cannot go out now is asked for again by whoever waits for it. */
  const afterwards = (work: () => Promise<void>): void => {
    setImmediate(() => void work().catch(() => log('A mail that somebody asked for on the page to sign did not go out.')));
  };

  const sendCode = async (bearer: string, from: 'link' | 'sitting', afresh: boolean): Promise<void> => {
    const made = await links.code(bearer, from, afresh);
    const person = made && (await desk.person(made.person));
    if (!made || !person?.address) return;
    await post.send(
      mailFor('code', {
        to: person.address,
        language: person.language,
        languages,
        values: { school: desk.school.name, code: `${made.code.slice(0, 3)} ${made.code.slice(3)}` }
      })
    );
  };

  routes.post('/sign/api/code', ...proving, (request, response) => {
    const asked = sent(asksForCode, request, response);
    if (!asked) return;
    const { link, afresh } = asked;
    afterwards(() => (link === undefined ? sendCode(kept(request, 'sign'), 'sitting', afresh) : sendCode(link, 'link', afresh)));
    response.status(202).json({});
  });

  routes.post('/sign/api/prove', ...proving, async (request, response) => {
    const given = sent(proves, request, response);
    if (!given) return;
    const code = given.code.replace(/[\s-]/g, '');
    const before = kept(request, 'sign');
    const proved = given.link === undefined ? await links.prove(before, 'sitting', code) : await links.prove(given.link, 'link', code);
    if (!proved) return signProblem(request, response, 403, 'wrong-code');
    if (before !== '') await links.rise(before);
    await sit({ person: proved.person, level: 'sign', channel: 'web', assurance: 'code' });

    async function sit(sitting: Sitting): Promise<void> {
      keep(response, pages, sitting.level, await links.sit(sitting));
      response.json({});
    }
  });

  routes.post('/sign/api/read', ...proving, async (request, response) => {
    const given = sent(reads, request, response);
    if (!given) return;
    const used = await links.use(given.link, 'read');
    if (used?.person === undefined) return signProblem(request, response, 410, 'link-gone');
    await links.rise(kept(request, 'sign'));
    keep(response, pages, 'read', await links.sit({ person: used.person, level: 'read', channel: 'teams', assurance: undefined }));
    response.json({});
  });

  routes.post('/sign/api/link', ...proving, (request, response) => {
    const asked = sent(asksForLink, request, response);
    if (!asked) return;
    const address = normalAddress(asked.address);
    afterwards(async () => {
      const known = (await desk.people()).filter(person => person.address === address && address.includes('@'));
      for (const person of known.slice(0, 4)) await sendLink(person, address, asked.page);
    });
    response.status(202).json({});
  });

  const sendLink = async (person: Person, to: string, page: 'sign' | 'report'): Promise<void> => {
    if ((await links.issuedWithin('sign', person.id, hour)) >= linksAnHour) return;
    const link = addressOf(origin, `/${page}`, await links.issue('sign', person.id));
    const until = dateAt(desk.school.timezone, new Date(desk.now().getTime() + goodFor.sign).toISOString());
    await post.send(
      mailFor('again', {
        to,
        language: person.language,
        languages,
        values: { school: desk.school.name, name: person.name, until: { en: dateIn('en', until), cy: dateIn('cy', until) } },
        link
      })
    );
  };

  routes.post('/sign/api/visit', ...proving, async (request, response) => {
    const given = sent(visits, request, response);
    if (!given) return;
    const { link, name, organisation, role, language } = given;
    if (!(await links.use(link, 'visit'))) return signProblem(request, response, 410, 'visit-gone');
    const person = await pages.welcome({ name, organisation, role, language });
    await links.rise(kept(request, 'sign'));
    keep(response, pages, 'sign', await links.sit({ person: person.id, level: 'sign', channel: 'kiosk', assurance: 'present' }));
    response.json({});
  });

  routes.post('/sign/api/leave', async (request, response) => {
    await links.rise(kept(request, 'sign'));
    forget(response, pages);
    response.json({});
  });

  return routes;
}
