import { type CardData, type Drawn, drawn as drawnOn, type Pressed } from '../adaptive.ts';
import { say, tell } from './speak.ts';

export type { CardData, Drawn, Pressed } from '../adaptive.ts';

/** Draws a card on these pages, in their words. A `shared` screen proposes nobody's words to the next. */
export function drawn(card: CardData, typed: { readonly [id: string]: string }, shared: boolean, pressed: (what: Pressed) => void): Drawn {
  const wrong = (count: number): void => tell(count === 1 ? say('wrongOne') : say('wrongMany', { count }));
  return drawnOn(card, { typed, shared, wrong }, pressed);
}
