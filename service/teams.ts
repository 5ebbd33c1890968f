import { actions } from '../bot/actions/index.ts';
import { cardNow, itemsOf } from '../bot/asked.ts';
import { type Bot, type BotSettings, openBot } from '../bot/bot.ts';
import { commands, greeting } from '../bot/commands/index.ts';
import type { Reply, Turn } from '../bot/turn.ts';
import type { ApprovalDesk } from '../core/approvals/desk.ts';
import type { IncidentDesk } from '../core/incidents/desk.ts';
import { deskWords } from '../core/policies/desk-words.ts';
import { arrivedByGraph } from './arrived.ts';
import type { Person } from '../core/policies/person.ts';
import type { Carrier } from './jobs/send.ts';
import type { Sending } from './outbox.ts';
import type { Registered } from './registration.ts';
import { saidInTeams } from './said.ts';
import type { Signatures } from './signatures.ts';
import { conversationsOf } from './store/conversations.ts';
import { tabAddress, teamsAddress, viewOf, withTab } from './tab-links.ts';
import { teamsCarrier } from './teams-carrier.ts';

/** The bot, and the way in which things go out through it. */
export interface Teams {
  readonly bot: Bot;
  readonly carrier: Carrier;
}

/** Opens the bot for a school. `report`: what somebody is told of an audit, where there are audits; `incidents`: what can be reported, `approvals`: what can be asked for, likewise; `trial`: where Teams is, in tests. */
export function openTeams(
  { desk, database, id, school, origin }: Pick<Signatures, 'desk' | 'database' | 'id' | 'school' | 'origin'>,
  registered: Registered,
  log: (line: string) => void,
  report?: (sending: Sending, person: Person) => Promise<Reply | undefined>,
  incidents?: IncidentDesk,
  approvals?: ApprovalDesk,
  trial?: BotSettings['trial']
): Teams {
  const conversations = conversationsOf(database.db, id);
  const byEntraId = async (entraId: string) =>
    (await desk.people()).find(person => person.entraId?.toLowerCase() === entraId.toLowerCase());
  const as =
    registered === 'trial'
      ? { appId: '', tenantId: '', type: 'SingleTenant' as const, development: true }
      : {
          appId: registered.appId,
          tenantId: registered.tenantId,
          type: registered.type,
          ...(registered.password ? { password: registered.password() } : {})
        };
  const bot = openBot({
    ...as,
    commands,
    actions,
    desk,
    ...(incidents && { incidents }),
    ...(approvals && { approvals }),
    personOf: byEntraId,
    conversations,
    hello: welcomed,
    log,
    ...(trial && { trial })
  });
  const { bot: registration } = school.config;
  const perSecond = registration?.perSecond;
  const said = async (sending: Sending, person: Person): Promise<Reply | undefined> => {
    const reply = await (sending.purpose === 'report' && report ? report(sending, person) : saidInTeams(desk, sending, person));
    const view = viewOf(sending);
    if (!reply || !view) return reply;
    const inTeams = registered !== 'trial' && registration;
    return withTab(reply, inTeams ? teamsAddress(registration, view) : tabAddress(origin, view), person.language);
  };
  const carrier = teamsCarrier({
    bot,
    conversations,
    personOf: desk.person,
    compose: said,
    // Where the right to look was not given, Graph says so, and what is in doubt is left to the coordinator.
    ...(registered === 'trial' ? {} : { arrived: arrivedByGraph(bot.askGraph, registered.appId) }),
    ...(perSecond === undefined ? {} : { perSecond })
  });
  return { bot, carrier };
}

/** What somebody is greeted with who gets the bot: what they can ask, and at once what they have to sign. */
async function welcomed(turn: Turn): Promise<readonly Reply[]> {
  const greeted = await greeting(turn);
  if ((await itemsOf(turn)).length === 0) return greeted;
  return [...greeted, { card: await cardNow(turn), summary: deskWords.notice[turn.locale] }];
}
