import { createHash } from 'node:crypto';
import { type Ladder, type Message, planOf } from '../../core/policies/asking.ts';
import type { Matter } from '../../core/policies/entry.ts';
import type { SchoolDays } from '../../core/policies/school-days.ts';
import type { SchoolDesk } from '../desk.ts';
import type { Addition, NewSending } from '../store/ledger.ts';

/** What was planned: people who hear of something, people of whom somebody else is told, and negative receipts. */
export interface Planned {
  readonly messages: number;
  readonly escalations: number;
  readonly left: number;
}

/** How many entries one transaction takes. */
const together = 500;

/**
 * Records what is to be done today and queues what goes out because of it, in the same transactions. Doing it again, or in two processes at once, adds
 * nothing twice; where it was broken off it goes on. On a day that is no school day nothing happens.
 */
export async function planToday(
  desk: SchoolDesk,
  { ladder, days }: { readonly ladder: Ladder; readonly days: SchoolDays }
): Promise<Planned> {
  const { people, person, versions, wanted } = await desk.remembered();
  const now = desk.now().toISOString();
  const plan = planOf(wanted(), { people, audiences: desk.audiences, versions, days, ladder, now });
  let batch: Addition[] = [];

  async function add(additions: readonly Addition[]): Promise<void> {
    batch.push(...additions);
    if (batch.length < together) return;
    const full = batch;
    batch = [];
    await desk.ledger.addAll(full);
  }

  for (const message of plan.messages) {
    const known = person(message.person);
    const channel = known && desk.channelOf(known);
    await add(additionsOf(message, channel));
  }
  for (const { to, late } of plan.escalations) {
    const known = person(to);
    const channel = known && desk.channelOf(known);
    const step = stepOf(
      'escalate',
      late.map(({ key }) => key)
    );
    const payload = { matters: late.map(({ entry }) => matterOf(entry)) };
    const sendings: readonly NewSending[] = channel ? [{ person: to, purpose: 'escalate', step, channel, payload }] : [];
    await add(late.map(({ key, entry }) => ({ key, entry, sendings })));
  }
  await add(plan.left.map(({ key, entry }) => ({ key, entry })));
  await desk.ledger.addAll(batch);
  return { messages: plan.messages.length, escalations: plan.escalations.length, left: plan.left.length };
}

/** One message goes out, whichever of its entries is new. */
function additionsOf({ person, asked, reminded }: Message, channel: NewSending['channel'] | undefined): readonly Addition[] {
  const steps = [...asked, ...reminded];
  const purpose = asked.length > 0 ? 'ask' : 'remind';
  const step = stepOf(
    purpose,
    steps.map(({ key }) => key)
  );
  const payload = { matters: steps.map(({ entry }) => matterOf(entry)) };
  const sendings: readonly NewSending[] = channel ? [{ person, purpose, step, channel, payload }] : [];
  return steps.map(({ key, entry }) => ({ key, entry, sendings }));
}

/** Names a message by all that it is about. */
function stepOf(purpose: string, keys: readonly string[]): string {
  return `${purpose} ${createHash('sha256').update(keys.join('\n')).digest('hex')}`;
}

function matterOf({ person, policy, child }: Matter): Matter {
  return child === undefined ? { person, policy } : { person, policy, child };
}
