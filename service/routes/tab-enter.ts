import { type Request, type Response, Router } from 'express';
import * as z from 'zod';
import type { Entering } from '../../addin/tab/api.ts';
import { normalAddress } from '../../core/mail/address.ts';
import type { Person } from '../../core/policies/person.ts';
import { mailFor } from '../mails.ts';
import { addressOf } from '../sign.ts';
import { type Tab } from '../tab/tab.ts';
import { asOnTab, given, knownAs, letIn, outsideId, secretOf, type TabLimits, tabLimited, forgetTab } from './tab-guard.ts';
import { tabProblem } from './tab-words.ts';

const secret = z.string().max(100);
const byTeams = z.strictObject({ token: z.string().max(12_000) });
const asksForLink = z.strictObject({ address: z.string().max(320) });
const asksForCode = z.strictObject({ link: secret, afresh: z.boolean() });
const proves = z.strictObject({ link: secret, code: z.string().max(40) }) satisfies z.ZodType<Entering['POST enter/prove']>;

const hour = 60 * 60 * 1000;
const linksAnHour = 3;

/**
 * How people come in: by what Teams says of them, or with a code for a link that was sent by mail. Whether an address is known cannot be told from an answer,
 * nor from how long it takes: mails are looked up, made and sent after it.
 */
export function tabEnterRoutes(tab: Tab, limits: TabLimits, log: (line: string) => void): Router {
  const { desk, links, post, origin } = tab;
  const { languages } = tab.school.config.school;
  const routes = Router();
  const proving = [tabLimited(limits.proving), tabLimited(limits.provingAll, () => 'everybody')];

  const afterwards = (work: () => Promise<void>): void => {
    setImmediate(() => void work().catch(() => log('A mail that somebody asked for on the tab did not go out.')));
  };

  const isSomebody = async (person: Person): Promise<boolean> => !(await asOnTab(tab, person)).includes('nobody');

  routes.post('/tab/api/enter/teams', ...proving, async (request, response) => {
    const shown = given(byTeams, request, response);
    if (!shown) return;
    if (!tab.tokens) return tabProblem(request, response, 403, 'no-teams');
    const asker = await tab.tokens(`Bearer ${shown.token}`);
    if ('refused' in asker) {
      log(`A token that Teams handed to the tab was refused (${asker.refused}).`);
      if (asker.refused === 'keys-unreachable') return tabProblem(request, response, 503, 'keys-unreachable');
      return tabProblem(request, response, asker.refused === 'expired' ? 401 : 403, 'no-teams');
    }
    const { oid } = asker.user;
    const person = (await desk.people()).find(({ entraId }) => entraId?.toLowerCase() === oid);
    if (!person || !(await isSomebody(person))) {
      log(`Somebody whom the tab is not for came by Teams (${person?.id ?? 'unknown'}).`);
      return tabProblem(request, response, 403, 'stranger');
    }
    await entered(request, response, person.id, 'teams');
  });

  routes.post('/tab/api/enter/link', ...proving, (request, response) => {
    const asked = given(asksForLink, request, response);
    if (!asked) return;
    const address = normalAddress(asked.address);
    afterwards(async () => {
      if (!address.includes('@')) return;
      const known = (await desk.people()).filter(person => person.address === address);
      const mine: Person[] = [];
      for (const person of known) if (await isSomebody(person)) mine.push(person);
      const [someone] = mine;
      const outsider = someone === undefined ? await knownAs(tab, outsideId(address)) : undefined;
      for (const person of outsider ? [outsider] : mine.slice(0, 4)) await sendLink(person, address);
    });
    response.status(202).json({});
  });

  const sendLink = async (person: Person, to: string): Promise<void> => {
    if ((await links.issuedWithin('tab', person.id, hour)) >= linksAnHour) return;
    const link = addressOf(origin, '/tab', await links.issue('tab', person.id));
    await post.send(
      mailFor('tab', { to, language: person.language, languages, values: { school: desk.school.name, name: person.name }, link })
    );
  };

  routes.post('/tab/api/enter/code', ...proving, (request, response) => {
    const asked = given(asksForCode, request, response);
    if (!asked) return;
    afterwards(async () => {
      const made = await links.code(asked.link, 'tab', asked.afresh);
      const person = made && (await knownAs(tab, made.person));
      if (!made || !person?.address) return;
      await post.send(
        mailFor('code', {
          to: person.address,
          language: person.language,
          languages,
          values: { school: desk.school.name, code: `${made.code.slice(0, 3)} ${made.code.slice(3)}` }
        })
      );
    });
    response.status(202).json({});
  });

  routes.post('/tab/api/enter/prove', ...proving, async (request, response) => {
    const shown = given(proves, request, response);
    if (!shown) return;
    const proved = await links.prove(shown.link, 'tab', shown.code.replace(/[\s-]/g, ''));
    const person = proved && (await knownAs(tab, proved.person));
    if (!person) {
      log('A code for a link to the tab was refused.');
      return tabProblem(request, response, 403, 'wrong-code');
    }
    // What they were may have ended since the link was sent.
    if (!(await isSomebody(person))) return tabProblem(request, response, 403, 'stranger');
    await entered(request, response, person.id, 'link');
  });

  async function entered(request: Request, response: Response, person: string, by: 'teams' | 'link'): Promise<void> {
    await letIn(request, response, tab, person, by);
    response.json({});
  }

  routes.post('/tab/api/leave', async (request, response) => {
    const before = secretOf(request, tab);
    const sitting = await tab.sittings.find(before, false);
    await tab.sittings.end(before);
    forgetTab(response, tab, sitting?.by ?? 'link');
    response.json({});
  });

  return routes;
}
