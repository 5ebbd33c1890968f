import { actions } from '../../../bot/actions/index.ts';
import type { Card, Reply, Turn } from '../../../bot/turn.ts';
import type { Locale } from '../../../core/locale.ts';
import { partsOf } from '../../support/cards.ts';
import type { TestDesk } from '../../support/desk.ts';

/** A turn of somebody of the test school. */
export async function turnOf(at: TestDesk, key: string, locale: Locale = 'en', more: Partial<Turn> = {}): Promise<Turn> {
  const person = await at.desk.person(at.ids[key]!);
  if (!person) throw new Error(`no ${key}`);
  return { person, locale, desk: at.desk, ...more };
}

/** What a button says with these inputs: what the client sends, through `read`, as the bot does it. */
export async function press(
  turn: Turn,
  card: Card,
  verb: string,
  inputs: { readonly [id: string]: string } = {}
): Promise<{ readonly card?: Card; readonly says?: readonly Reply[]; readonly passing?: boolean }> {
  const button = partsOf(card).find(part => part['type'] === 'Action.Execute' && part['verb'] === verb);
  if (!button) throw new Error(`the card has no button for ${verb}`);
  const values = Object.fromEntries(
    partsOf(card).flatMap(({ id, value }) => (typeof id === 'string' ? [[id, typeof value === 'string' ? value : '']] : []))
  );
  return act(turn, verb, { ...(button['associatedInputs'] === 'none' ? {} : { ...values, ...inputs }), ...(button['data'] as object) });
}

/** Runs an action on data that came from outside. */
export async function act(
  turn: Turn,
  verb: string,
  data: unknown
): Promise<{ readonly card?: Card; readonly says?: readonly Reply[]; readonly passing?: boolean }> {
  const action = actions.find(({ id }) => id === verb);
  const read = action?.read(data);
  if (!action || read === undefined) throw new Error(`${verb} does not read this`);
  return action.run(turn, read);
}

/** All the words of a card, one text a line. */
export function wordsOn(card: Card | undefined): string {
  return partsOf(card)
    .flatMap(({ type, text, title, label, facts }) => {
      if (type === 'FactSet') return (facts as readonly { title: string; value: string }[]).map(fact => `${fact.title}: ${fact.value}`);
      return [text, label, type === 'Action.Submit' ? undefined : title];
    })
    .filter(words => typeof words === 'string')
    .join('\n');
}
