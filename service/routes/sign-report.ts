import { type Response, Router } from 'express';
import * as z from 'zod';
import { approvalsCard } from '../../bot/approving.ts';
import { actions } from '../../bot/actions/index.ts';
import { itemsCard } from '../../bot/actions/item-open.ts';
import { reportChoose } from '../../bot/cards/report-choose.ts';
import type { Card, Turn } from '../../bot/turn.ts';
import type { Locale } from '../../core/locale.ts';
import type { SignPages } from '../sign.ts';
import { seated, seatedIn } from './sign-cookie.ts';
import { sent } from './sign-guard.ts';
import { localeOf, signProblem } from './sign-words.ts';

const acts = z.strictObject({ verb: z.string().max(50), data: z.record(z.string().max(100), z.unknown()) });
/** What the cards of this page can do. */
const verbs: readonly string[] = [
  'report-choose',
  'report-send',
  'items',
  'item-open',
  'item-hide',
  'item-note',
  'approvals',
  'approval-choose',
  'approval-ask',
  'approval-open',
  'approval-act'
];

/** Reports of people without Teams, and the items of those who deal with them: the same cards, for whoever has proved their address with a code. */
export function reportRoutes(pages: SignPages): Router {
  const { desk, incidents, approvals } = pages;
  const routes = Router();

  /** Whoever is merely present, at a kiosk or in a class, is not known well enough. */
  const turnOf = (response: Response, locale: Locale): Turn | undefined => {
    const { person, sitting } = seatedIn(response);
    if (!incidents || (sitting.assurance !== 'code' && sitting.assurance !== 'directory')) return undefined;
    return { person, locale, desk, incidents, ...(approvals && { approvals }), channel: sitting.channel, assurance: sitting.assurance };
  };

  routes.get('/sign/api/report', seated(pages, 'sign'), async (request, response) => {
    const locale = localeOf(request);
    const turn = turnOf(response, locale);
    if (!turn) return signProblem(request, response, 401, 'nobody');
    const asks =
      turn.approvals && (await turn.approvals.waiting(turn.person.id)).length + (await turn.approvals.mine(turn.person.id)).length > 0;
    const waits = (await incidents!.waiting(turn.person.id)).length > 0;
    response.json({
      school: desk.school.name,
      language: turn.person.language,
      cards: [...(asks ? [await approvalsCard(turn)] : []), ...(waits ? [await itemsCard(turn)] : []), reportChoose(locale)]
    });
  });

  routes.post('/sign/api/report/act', seated(pages, 'sign'), async (request, response) => {
    const given = sent(acts, request, response);
    if (!given) return;
    const turn = turnOf(response, localeOf(request));
    if (!turn) return signProblem(request, response, 401, 'nobody');
    const action = verbs.includes(given.verb) ? actions.find(({ id }) => id === given.verb) : undefined;
    const read = action?.read(given.data);
    if (!action || read === undefined) return signProblem(request, response, 400, 'not-understood');
    const { card } = await action.run(turn, read);
    response.json({ cards: [card].filter((each): each is Card => each !== undefined) });
  });

  return routes;
}
