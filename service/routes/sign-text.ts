import { Router } from 'express';
import * as z from 'zod';
import { actions } from '../../bot/actions/index.ts';
import { cardNow, itemsOf } from '../../bot/asked.ts';
import type { Item } from '../../bot/cards/ask.ts';
import type { Card, Turn } from '../../bot/turn.ts';
import { type Locale, locales } from '../../core/locale.ts';
import { normalAddress } from '../../core/mail/address.ts';
import type { Desk, Receipt } from '../../core/policies/desk.ts';
import type { Person } from '../../core/policies/person.ts';
import { shownIn } from '../../core/policies/signed-text.ts';
import type { Version } from '../../core/policies/version.ts';
import { mailFor } from '../mails.ts';
import type { SignPages } from '../sign.ts';
import { type Seated, seated, seatedIn } from './sign-cookie.ts';
import { sent } from './sign-guard.ts';
import { localeOf, signProblem } from './sign-words.ts';

const opens = z.strictObject({ policy: z.string().min(1).max(100), language: z.enum(locales) });
const acts = z.strictObject({
  verb: z.string().max(50),
  data: z.record(z.string().max(100), z.unknown()),
  /** Where a visitor wants their receipt. It is kept nowhere: nobody has proved that it is theirs. */
  receiptTo: z.string().trim().max(320).optional()
});
/** What the cards of this page can do; the rest of the bot is not for whoever holds a code. */
const verbs: readonly string[] = ['sign', 'disagree', 'decline', 'show'];

/** One text that somebody is asked to read, as the page lists it. */
interface Listed {
  readonly policy: string;
  readonly title: string;
  readonly version: string;
  /** The languages in which it can be read. */
  readonly languages: readonly Locale[];
  /** The children for whom a parent signs it. */
  readonly children: readonly string[];
  /** What changed for them since they signed, at most two lines. */
  readonly changes: readonly string[];
  readonly opened: boolean;
  /** Whether they are asked to sign it; otherwise it is here to be read. */
  readonly asked: boolean;
}

/** What there is to read and to sign for whoever sits here, the text itself, the card, and what its buttons do. */
export function textRoutes(pages: SignPages, log: (line: string) => void): Router {
  const { desk, languages } = pages;
  const routes = Router();

  routes.get('/sign/api/state', seated(pages, 'read'), async (request, response) => {
    const { person, sitting } = seatedIn(response);
    const turn = turnOf(desk, seatedIn(response), localeOf(request));
    const signing = sitting.level === 'sign';
    response.json({
      level: sitting.level,
      channel: sitting.channel,
      school: desk.school.name,
      languages,
      language: person.language,
      // With a link that may have been passed on, nothing is said of whose it is.
      ...(signing && { name: person.name, ...(await teaches(desk, person)) }),
      canProve: !signing && person.address !== undefined,
      texts: await listed(turn, signing)
    });
  });

  routes.get('/sign/api/card', seated(pages, 'sign'), async (request, response) => {
    const turn = turnOf(desk, seatedIn(response), localeOf(request));
    const open = await itemsOf(turn);
    response.json({ card: await cardNow(turn, { declined: open.length === 0 }) });
  });

  routes.post('/sign/api/open', seated(pages, 'read'), async (request, response) => {
    const given = sent(opens, request, response);
    if (!given) return;
    const { policy, language } = given;
    const here = seatedIn(response);
    const turn = turnOf(desk, here, language);
    const items = (await itemsOf(turn, true)).filter(item => item.policy === policy);
    let version: Version | undefined;
    for (const { child } of items) {
      const matter = { person: here.person.id, policy, ...(child && { child: child.id }) };
      const opened = await desk.open(matter, textLanguage(language, await inForce(desk, policy)), here.sitting.channel);
      if ('done' in opened) version = opened.done;
    }
    // Whoever has signed may read again; that opens nothing.
    if (!version && (await desk.wanted(here.person.id)).some(each => each.policy === policy)) version = await inForce(desk, policy);
    if (!version) return signProblem(request, response, 404, 'not-yours');
    const shown = textLanguage(language, version);
    response.json({ ...shownIn(shown, version), language: shown, sha256: version.texts[shown]?.sha256 ?? '', asked: items.length > 0 });
  });

  routes.post('/sign/api/act', seated(pages, 'sign'), async (request, response) => {
    const given = sent(acts, request, response);
    if (!given) return;
    const here = seatedIn(response);
    const receipts: Receipt[] = [];
    const locale = localeOf(request);
    const turn = turnOf(receipted(desk, receipts), here, locale);
    const action = verbs.includes(given.verb) ? actions.find(({ id }) => id === given.verb) : undefined;
    const read = action?.read(given.data);
    if (!action || read === undefined) return signProblem(request, response, 400, 'not-understood');
    const { card, says = [] } = await action.run(turn, read);
    const cards = [card, ...says.map(said => ('card' in said ? said.card : undefined))].filter((each): each is Card => each !== undefined);
    response.json({ cards, receipts: receipts.map(({ text }) => text) });
    const to = here.sitting.channel === 'kiosk' && given.receiptTo ? normalAddress(given.receiptTo) : '';
    if (receipts.length > 0 && to.includes('@')) {
      setImmediate(
        () => void mailReceipts(pages, here.person, to, receipts).catch(() => log('A visitor’s receipt did not go out by mail.'))
      );
    }
  });

  return routes;
}

/** The receipts of a visitor, in one mail. Everybody whose address the school knows gets theirs by the desk. */
async function mailReceipts({ desk, post, languages }: SignPages, person: Person, to: string, receipts: readonly Receipt[]): Promise<void> {
  await post.send(
    mailFor('receipt', {
      to,
      language: person.language,
      languages,
      values: { school: desk.school.name, name: person.name },
      key: `receipt-${receipts.map(({ entry }) => entry.index).join('-')}`,
      files: receipts.map(({ entry, text }) => ({ name: `receipt-${entry.index}.json`, type: 'application/json', content: text }))
    })
  );
}

/** The desk, and beside it the receipts of what is signed there. */
function receipted(desk: Desk, receipts: Receipt[]): Desk {
  return {
    ...desk,
    sign: async signing => {
      const taken = await desk.sign(signing);
      if ('done' in taken) receipts.push(taken.done);
      return taken;
    }
  };
}

function turnOf(desk: Desk, { person, sitting }: Seated, locale: Locale): Turn {
  return { person, locale, desk, channel: sitting.channel, ...(sitting.assurance && { assurance: sitting.assurance }) };
}

async function listed(turn: Turn, signing: boolean): Promise<readonly Listed[]> {
  const versions = await turn.desk.versions();
  const open = await itemsOf(turn);
  const items = open.length > 0 ? open : await itemsOf(turn, true);
  const asked = new Map<string, Item[]>();
  for (const item of items) asked.set(item.policy, [...(asked.get(item.policy) ?? []), item]);
  const other = (await turn.desk.wanted(turn.person.id)).map(({ policy }) => policy).filter(policy => !asked.has(policy));
  return [...asked.keys(), ...new Set(other)].flatMap(policy => {
    const version = versions.find(each => each.policy === policy);
    if (!version) return [];
    const mine = asked.get(policy) ?? [];
    const { title, version: number } = shownIn(textLanguage(turn.locale, version), version);
    return [
      {
        policy,
        title,
        version: number,
        languages: version.languages,
        children: signing ? mine.flatMap(({ child }) => (child ? [child.name] : [])) : [],
        changes: [...new Set(mine.flatMap(({ changes }) => changes))],
        opened: mine.every(({ opened }) => opened !== undefined),
        asked: mine.length > 0
      }
    ];
  });
}

/** A text is shown in a language that it has: the one that is wanted, else its own first. */
export function textLanguage(wanted: Locale, version: Version | undefined): Locale {
  return !version || version.languages.includes(wanted) ? wanted : version.languages[0];
}

async function inForce(desk: Desk, policy: string): Promise<Version | undefined> {
  return (await desk.versions()).find(version => version.policy === policy);
}

/** The class with which a teacher may go through the rules. */
async function teaches(desk: Desk, person: Person): Promise<{ readonly class?: string }> {
  if (person.class === undefined || !person.roles.some(role => role === 'staff' || role === 'supply' || role === 'head')) return {};
  const pupils = (await desk.people()).some(each => each.class === person.class && each.roles.includes('pupil'));
  return pupils ? { class: person.class } : {};
}
