import type { Alert, Draft, Fate, Notification, Ran, Setup } from '../shapes.ts';
import type { Frame } from './frames.ts';

/** One compose window and all that belongs to it. */
export interface Compose {
  setup: Setup;
  draft: Draft;
  fate: Fate;
  alert: Alert | undefined;
  bars: Notification[];
  settings: { readonly [name: string]: string };
  session: { [name: string]: string };
  headers: { [name: string]: string };
  pane: { readonly command: string; readonly context: unknown; readonly frame: Frame } | undefined;
  /** Events that are being handled, and calls that are being answered. */
  busy: number;
  sends: number;
  ran: Ran[];
  calls: string[];
  complaints: string[];
  /** Tells the add-in's event handlers and the pane that something changed, and draws the window again. */
  changed: (what: Change) => void;
}

export type Change =
  | { readonly in: 'recipients'; readonly fields: readonly Field[] }
  | { readonly in: 'attachments'; readonly status: 'added' | 'removed'; readonly name: string }
  | { readonly in: 'from' }
  | { readonly in: 'elsewhere' };

export type Field = 'to' | 'cc' | 'bcc';

/** The pages that open in a pane beside such a message. */
export function panesOf({ manifest, reading }: Setup): Setup['manifest']['panes'] {
  return reading ? manifest.readPanes : manifest.panes;
}

/** Waits so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
