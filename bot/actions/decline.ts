import * as z from 'zod';
import { cardNow, itemsOf } from '../asked.ts';
import { keyOf } from '../cards/ask.ts';
import { declined } from '../cards/declined.ts';
import { disagree } from '../cards/disagree.ts';
import type { Action } from '../turn.ts';
import { momentIn } from '../when.ts';
import { matterShape, mostItems, sentenceFor, typed } from './shapes.ts';

const pressed = z.strictObject({
  items: z.array(matterShape).min(1).max(mostItems),
  reason: typed,
  /** Keys of items, with commas between. */
  which: z.string().max(100_000).optional()
});

const words = {
  which: { en: 'Please tick what you do not agree to.', cy: 'Ticiwch yr hyn nad ydych yn cytuno ag ef.' }
};

/** Records that somebody does not agree, and why: the coordinator’s task. */
export const decline: Action<z.output<typeof pressed>> = {
  id: 'decline',
  read: data => pressed.safeParse(data).data,
  run: async (turn, { items, reason = '', which }) => {
    const { desk, person, locale, channel = 'teams' } = turn;
    const open = await itemsOf(turn, true);
    const keys = (which ?? '').split(',').filter(key => key !== '');
    const chosen = items.length === 1 ? items : items.filter(item => keys.includes(keyOf(item)));
    const shown = open.filter(item => items.some(each => keyOf(each) === keyOf(item)));
    const attention = new Set<string>();
    const refused: string[] = [];
    const done: typeof items = [];
    let at = desk.now().toISOString();
    for (const each of chosen) {
      const matter = { person: person.id, policy: each.policy, ...(each.child === undefined ? {} : { child: each.child }) };
      const taken = await desk.decline(matter, each.major, reason, channel);
      if ('done' in taken) {
        done.push(each);
        at = taken.done.entry.at;
        continue;
      }
      refused.push(keyOf(each));
      attention.add(sentenceFor(taken.refused, locale, { field: taken.field }));
    }
    if (chosen.length === 0) attention.add(words.which[locale]);
    if (refused.length > 0 || chosen.length === 0) {
      const left = shown.filter(item => !done.some(each => keyOf(each) === keyOf(item)));
      if (left.length === 0) return { card: await cardNow(turn, { attention: Array.from(attention) }) };
      return {
        card: disagree(
          { items: left, attention: Array.from(attention), typed: { reason, which: chosen.length === 0 ? keys : refused } },
          locale
        )
      };
    }
    const named = shown.filter(item => done.some(each => keyOf(each) === keyOf(item)));
    return {
      card: declined(
        {
          items: named.map(({ title, version, child }) => ({ title, version, ...(child ? { child: child.name } : {}) })),
          reason,
          when: momentIn(locale, desk.school.timezone, at),
          left: (await itemsOf(turn)).length > 0
        },
        locale
      )
    };
  }
};
