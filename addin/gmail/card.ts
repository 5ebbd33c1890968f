/** A card as Google draws it, as far as Beadle writes it (`google.apps.card.v1`; the same fields as `GoogleAppsCardV1Card` of Google Chat). */
export interface Card {
  readonly name?: string;
  readonly header: { readonly title: string; readonly subtitle?: string; readonly imageUrl?: string; readonly imageAltText?: string };
  readonly sections: readonly Section[];
  readonly fixedFooter?: { readonly primaryButton: Button };
}

export interface Section {
  readonly header?: string;
  readonly collapsible?: true;
  readonly uncollapsibleWidgetsCount?: number;
  readonly widgets: readonly [Widget, ...Widget[]];
}

export type Widget =
  | { readonly decoratedText: { readonly topLabel: string; readonly text: string; readonly wrapText: true } }
  | { readonly textParagraph: { readonly text: string } }
  | { readonly buttonList: { readonly buttons: readonly Button[] } };

export interface Button {
  readonly text: string;
  readonly altText?: string;
  readonly color?: { readonly red: number; readonly green: number; readonly blue: number; readonly alpha: 1 };
  readonly onClick:
    | { readonly openLink: { readonly url: string } }
    | {
        readonly action: {
          readonly function: string;
          readonly parameters: readonly { readonly key: string; readonly value: string }[];
          readonly loadIndicator: 'SPINNER';
        };
      };
}

/** The most that Google draws; what is beyond it is left out without a word. Characters are our own limit, so that a card stays a card. */
export const most = { sections: 100, widgets: 100, text: 600, label: 60 } as const;

/** Words as they may stand where Google reads simple HTML: every sign is shown as it is, and none turns the direction of the text. */
export function shown(text: string): string {
  return plain(text, most.text).replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
}

/** Words as they may stand where Google reads plain text. */
export function plain(text: string, longest: number = most.label): string {
  // Direction marks and control characters would let an address look like another.
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g, ' ').trim();
  return clean.length > longest ? `${clean.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : clean;
}

/** A paragraph of text. */
export function paragraph(text: string): Widget {
  return { textParagraph: { text: shown(text) } };
}

/** A button that opens a page in the browser. */
export function link(text: string, url: string): Button {
  return { text: plain(text), onClick: { openLink: { url } } };
}

/** A button that asks the service, with what the service is to know of it. */
export function asking(text: string, url: string, parameters: { readonly [name: string]: string }): Button {
  return {
    text: plain(text),
    onClick: {
      action: {
        function: url,
        parameters: Object.keys(parameters).map(key => ({ key, value: parameters[key]! })),
        loadIndicator: 'SPINNER'
      }
    }
  };
}

/** What an endpoint answers that Gmail itself asked. */
export interface RenderActions {
  readonly action: {
    readonly navigations?: readonly ({ readonly pushCard: Card } | { readonly updateCard: Card })[];
    readonly notification?: { readonly text: string };
  };
  readonly hostAppAction?: { readonly gmailAction: { readonly updateDraftActionMarkup: DraftUpdate } };
}

/** Each list replaces what stands in the draft. */
export interface DraftUpdate {
  readonly updateToRecipients?: { readonly toRecipients: readonly Mailbox[] };
  readonly updateCcRecipients?: { readonly ccRecipients: readonly Mailbox[] };
  readonly updateBccRecipients?: { readonly bccRecipients: readonly Mailbox[] };
}

interface Mailbox {
  readonly email: string;
}

/** What the endpoint behind buttons answers. */
export interface Submitted {
  readonly renderActions: RenderActions;
  readonly stateChanged?: true;
}

/** What an endpoint answers to be granted scopes that the person left out. */
export interface ScopesAsked {
  readonly requesting_google_scopes: { readonly scopes: readonly string[] };
}
