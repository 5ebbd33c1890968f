import type { Field as Wanted } from './api.ts';
import { el } from './dom.ts';
import { choice, type Field, line, lines } from './field.ts';
import { say } from './speak.ts';

type Given = string | boolean | readonly string[];

/** Fields that the service asks for: to be typed in, and read when they are all right. */
export interface Form {
  readonly rows: readonly HTMLElement[];
  /** What was typed; a sentence where something is missing, which stands beside its field already. */
  readonly read: () => { readonly fields: { readonly [id: string]: Given } } | { readonly wrong: string };
}

interface One {
  readonly row: HTMLElement;
  readonly value: () => Given;
  readonly wrong: (sentence: string | undefined) => void;
}

/** A form of these fields; `before` is what each holds already. `name` keeps the ids of two forms on one page apart. */
export function formOf(wanted: readonly Wanted[], before: { readonly [id: string]: unknown } = {}, name = 'ask'): Form {
  const made = wanted.map(each => ({ each, one: oneOf(each, `${name}-${each.id}`, before[each.id]) }));
  return {
    rows: made.map(({ one }) => one.row),
    read: () => {
      const missing = made.filter(({ each, one }) => {
        const value = one.value();
        const lacks = each.needed && each.kind !== 'check' && value.toString() === '';
        one.wrong(undefined);
        return lacks;
      });
      for (const { one } of [...missing].reverse()) one.wrong(say('missing'));
      if (missing.length > 0) return { wrong: say('missingSome') };
      return { fields: Object.fromEntries(made.map(({ each, one }) => [each.id, one.value()])) };
    }
  };
}

function oneOf({ id: _id, label, kind, needed, most, choices = [], help }: Wanted, id: string, before: unknown): One {
  const says = needed || kind === 'check' ? label : say('optional', { label });
  const text = typeof before === 'string' || typeof before === 'number' ? String(before) : '';
  const given = { 'aria-required': needed ? 'true' : undefined, maxlength: most, value: text } as const;
  switch (kind) {
    case 'check': {
      const box = el('input', { type: 'checkbox', id });
      box.checked = before === true;
      return {
        row: el('div', { class: 'field' }, el('label', { class: 'tick-line' }, box, label), hint(help)),
        value: () => box.checked,
        wrong: () => {}
      };
    }
    case 'choices':
      return severalOf(id, says, choices, Array.isArray(before) ? before.map(String) : [], help);
    case 'choice': {
      const options = choices.map(({ value, label: shown }) => [value, shown] as const);
      return typed(choice(id, says, needed ? options : [['', '–'], ...options], text, { 'aria-required': given['aria-required'] }, help));
    }
    case 'long': {
      const field = lines(id, says, { 'aria-required': given['aria-required'], maxlength: most }, help);
      field.input.value = text;
      return typed(field);
    }
    case 'day':
      return typed(line(id, says, { ...given, maxlength: undefined, type: 'date' }, help));
    case 'time':
      return typed(line(id, says, { ...given, maxlength: undefined, type: 'time' }, help));
    case 'number':
      return typed(line(id, says, { ...given, maxlength: undefined, max: most, type: 'number', inputmode: 'numeric' }, help));
    case 'text':
      return typed(line(id, says, { ...given, autocomplete: 'off' }, help));
  }
}

function severalOf(
  id: string,
  label: string,
  choices: readonly { readonly value: string; readonly label: string }[],
  before: readonly string[],
  help: string | undefined
): One {
  const boxes = choices.map(({ value, label: shown }) => {
    const box = el('input', { type: 'checkbox', value });
    box.checked = before.includes(value);
    return { box, row: el('label', { class: 'tick-line' }, box, shown) };
  });
  const error = el('p', { class: 'wrong' });
  const row = el('fieldset', { class: 'field', id }, el('legend', {}, label), hint(help), error, ...boxes.map(each => each.row));
  return {
    row,
    value: () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value),
    wrong: sentence => {
      error.textContent = sentence ?? '';
      if (sentence !== undefined) boxes[0]?.box.focus();
    }
  };
}

function typed({ row, value, wrong }: Field): One {
  return { row, value, wrong };
}

function hint(help: string | undefined): HTMLElement | undefined {
  return help === undefined ? undefined : el('p', { class: 'help' }, help);
}
