import { approvalCover, approvalNotice } from '../bot/cards/approval-notice.ts';
import { cardNow, itemsOf } from '../bot/asked.ts';
import { itemCover, itemNotice } from '../bot/cards/item-cover.ts';
import { type Late, late, lateNotice } from '../bot/cards/late.ts';
import { registerCard, registerNotice } from '../bot/cards/register-notice.ts';
import { answerCard } from '../bot/tasks.ts';
import type { Reply, Turn } from '../bot/turn.ts';
import { isOpen } from '../core/policies/asking.ts';
import { deskWords } from '../core/policies/desk-words.ts';
import type { Matter } from '../core/policies/entry.ts';
import type { Person } from '../core/policies/person.ts';
import { matterKey } from '../core/policies/standings.ts';
import type { SchoolDesk } from './desk.ts';
import type { Sending } from './outbox.ts';

/** Whether there is still something to say: somebody who signed meanwhile is neither asked nor reminded, and nobody is told of them. */
export async function stillToSay(desk: SchoolDesk, sending: Sending, person: Person): Promise<boolean> {
  switch (sending.purpose) {
    case 'ask':
    case 'remind':
      return (await desk.wanted(person.id)).some(each => each.standing === 'due' || isOpen(each));
    case 'escalate':
      return (await lateOf(desk, sending)).length > 0;
    default:
      return true;
  }
}

/** Who of those of whom somebody is told is late still, each once. */
export async function lateOf(desk: SchoolDesk, { payload }: Sending): Promise<readonly Late[]> {
  const matters = Array.isArray(payload['matters']) ? (payload['matters'] as readonly Matter[]) : [];
  const { person, wanted } = await desk.remembered();
  const found = new Map<string, Late>();
  for (const matter of matters) {
    const about = person(matter.person);
    const open = wanted(matter.person).find(each => matterKey(each) === matterKey(matter) && isOpen(each));
    if (about && open?.due !== undefined && !found.has(about.id)) found.set(about.id, { name: about.name, due: open.due });
  }
  return [...found.values()];
}

/** What somebody is told in Teams at this moment; nothing where nothing is left to say. */
export async function saidInTeams(desk: SchoolDesk, sending: Sending, person: Person): Promise<Reply | undefined> {
  const locale = person.language;
  const turn: Turn = { person, locale, desk };
  switch (sending.purpose) {
    case 'ask':
    case 'remind':
      return (await itemsOf(turn)).length === 0 ? undefined : { card: await cardNow(turn), summary: deskWords.notice[locale] };
    case 'escalate': {
      const people = await lateOf(desk, sending);
      return people.length === 0 ? undefined : { card: late(people, locale), summary: lateNotice[locale] };
    }
    case 'notice': {
      const item = itemIn(sending);
      if (item !== undefined) return { card: itemCover(item, locale), summary: itemNotice[locale] };
      const approval = approvalIn(sending);
      if (approval !== undefined) return { card: approvalCover(approval, locale), summary: approvalNotice[locale] };
      if (isOfRegisters(sending)) return { card: registerCard(locale), summary: registerNotice[locale] };
      const card = await answerCard(turn, Number(sending.payload['entry']));
      return card && { card, summary: deskWords.answer[locale] };
    }
    default:
      return undefined;
  }
}

/** The confidential item that somebody is told of, if it is one. Nothing is ever said of what it is. */
export function itemIn({ payload }: Pick<Sending, 'payload'>): string | undefined {
  return typeof payload['item'] === 'string' ? payload['item'] : undefined;
}

/** The request for leave that somebody is told of, if it is one. */
export function approvalIn({ payload }: Pick<Sending, 'payload'>): string | undefined {
  return typeof payload['approval'] === 'string' ? payload['approval'] : undefined;
}

/** Whether somebody is told that something falls due in a register. */
export function isOfRegisters({ payload }: Pick<Sending, 'payload'>): boolean {
  return typeof payload['registers'] === 'string';
}
