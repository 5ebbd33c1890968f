import type { Locale } from '../../core/locale.ts';
import type { Card } from '../turn.ts';

/** The part of Adaptive Cards 1.5 that our cards are made of. Everything here is drawn by Teams, by its phones and by the renderer of the sign page. */
export type Element = TextBlock | Container | FactSet | TextInput | Toggle | ChoiceSet | ActionSet;
export type Button = Execute | OpenUrl | Submit;

type Spacing = 'None' | 'Small' | 'Default' | 'Medium' | 'Large';

export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
  readonly size?: 'Small' | 'Medium' | 'Large';
  readonly weight?: 'Bolder';
  readonly spacing?: Spacing;
}

export interface Container {
  readonly type: 'Container';
  readonly items: readonly Element[];
  readonly style?: 'emphasis' | 'good' | 'attention';
  readonly separator?: true;
  readonly spacing?: Spacing;
}

export interface FactSet {
  readonly type: 'FactSet';
  readonly facts: readonly Fact[];
}

export interface Fact {
  readonly title: string;
  readonly value: string;
}

export interface TextInput {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly maxLength: number;
  readonly value?: string;
  readonly isMultiline?: true;
  readonly isRequired?: true;
  readonly errorMessage?: string;
  readonly regex?: string;
}

export interface Toggle {
  readonly type: 'Input.Toggle';
  readonly id: string;
  readonly title: string;
  readonly label?: string;
  readonly value: 'true' | 'false';
  readonly valueOn: 'true';
  readonly valueOff: 'false';
  readonly wrap: true;
  readonly isRequired?: true;
  readonly errorMessage?: string;
}

export interface ChoiceSet {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly style: 'expanded';
  readonly isMultiSelect: true;
  readonly wrap: true;
  readonly choices: readonly Fact[];
  readonly value?: string;
  readonly isRequired: true;
  readonly errorMessage: string;
}

export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly Button[];
}

export interface Submit {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: object;
  readonly style?: 'positive';
  readonly associatedInputs?: 'none';
}

/** Comes back as `verb` and `data`; a client too old for it sends the fallback, whose data say the verb themselves. */
export interface Execute {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: object;
  readonly style?: 'positive';
  readonly associatedInputs?: 'none';
  readonly fallback: Submit;
}

export interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

/** A whole card. `otherwise` is what a client says that cannot draw it. */
export function cardOf(locale: Locale, otherwise: string, body: readonly Element[], actions: readonly Button[] = []): Card {
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: locale,
    fallbackText: otherwise,
    body,
    ...(actions.length > 0 ? { actions } : {})
  };
}

/** The first line of a card. */
export function heading(words: string): TextBlock {
  return { type: 'TextBlock', text: words, style: 'heading', size: 'Large', weight: 'Bolder', wrap: true };
}

/** The first line of a card that says that something is done. On a ground of its own: Teams' green letters on white cannot be read by everybody. */
export function doneHeading(words: string): Container {
  return group([heading(words)], { style: 'good' });
}

/** The title of a part of a card. */
export function subheading(words: string): TextBlock {
  return { type: 'TextBlock', text: words, style: 'heading', size: 'Medium', weight: 'Bolder', wrap: true };
}

/** A paragraph. */
export function paragraph(words: string, how: Pick<TextBlock, 'weight' | 'spacing'> = {}): TextBlock {
  return { type: 'TextBlock', text: words, wrap: true, ...how };
}

/** Elements that belong together. */
export function group(items: readonly Element[], how: Pick<Container, 'style' | 'separator' | 'spacing'> = {}): Container {
  return { type: 'Container', items, ...how };
}

export function factSet(facts: readonly Fact[]): FactSet {
  return { type: 'FactSet', facts };
}

/** A line or a box to type in. `missing` makes it required: the sentence beside it when it is empty. */
export function textInput(
  id: string,
  label: string,
  maxLength: number,
  how: { readonly value?: string | undefined; readonly lines?: true; readonly missing?: string } = {}
): TextInput {
  return {
    type: 'Input.Text',
    id,
    label,
    maxLength,
    ...(how.lines ? { isMultiline: true } : {}),
    ...(how.value ? { value: how.value } : {}),
    ...(how.missing ? { isRequired: true, errorMessage: how.missing, ...(how.lines ? {} : { regex: '^.*\\S.*$' }) } : {})
  };
}

/** A box to tick, not ticked unless it was before. */
export function toggle(
  id: string,
  title: string,
  how: { readonly label?: string; readonly ticked?: boolean; readonly missing?: string } = {}
): Toggle {
  return {
    type: 'Input.Toggle',
    id,
    title,
    value: how.ticked ? 'true' : 'false',
    valueOn: 'true',
    valueOff: 'false',
    wrap: true,
    ...(how.label ? { label: how.label } : {}),
    ...(how.missing ? { isRequired: true, errorMessage: how.missing } : {})
  };
}

/** A button that comes back to us. `inputs: 'none'`: without what was typed, and without asking for what is missing. */
export function execute(
  title: string,
  verb: string,
  data: object = {},
  how: { readonly inputs?: 'none'; readonly main?: true } = {}
): Execute {
  const more = {
    ...(how.main ? { style: 'positive' as const } : {}),
    ...(how.inputs ? { associatedInputs: how.inputs } : {})
  };
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    ...more,
    fallback: { type: 'Action.Submit', title, data: { ...data, verb }, ...more }
  };
}

export function openUrl(title: string, url: string): OpenUrl {
  return { type: 'Action.OpenUrl', title, url };
}

/** A button that says words in the person’s name, as if they had typed them. Only for the chat. */
export function say(title: string, words: string): Submit {
  return { type: 'Action.Submit', title, data: { msteams: { type: 'imBack', value: words } } };
}
