import { fill, type Text, type Values } from '../../core/locale.ts';

/** What was looked at, and how it is: `right`, `wrong`, or `unseen`: nobody could look, which is neither. */
export interface Line {
  /** Letters and hyphens; the same from one version to the next. */
  readonly id: string;
  readonly state: 'right' | 'wrong' | 'unseen';
  /** One sentence. */
  readonly says: Text;
  /** What to do; nothing where nothing is. */
  readonly todo?: Text;
  /** Somebody tried to look and could not: that is more than a thing that cannot be known. */
  readonly failed?: true;
}

type Words = readonly [en: string, cy: string];

function text([en, cy]: Words, values: Values): Text {
  return { en: fill(en, values, 'en'), cy: fill(cy, values, 'cy') };
}

export function right(id: string, says: Words, values: Values = {}): Line {
  return { id, state: 'right', says: text(says, values) };
}

export function wrong(id: string, says: Words, todo: Words, values: Values = {}): Line {
  return { id, state: 'wrong', says: text(says, values), todo: text(todo, values) };
}

/** `failed`: it was tried, in vain. */
export function unseen(id: string, says: Words, todo?: Words, values: Values = {}, failed = false): Line {
  return {
    id,
    state: 'unseen',
    says: text(says, values),
    ...(todo && { todo: text(todo, values) }),
    ...(failed && { failed: true as const })
  };
}
