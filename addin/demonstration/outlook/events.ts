import type { Account, Device, Writing } from './draft.ts';
import { openFrame } from './frames.ts';
import type { Signed } from './nested-sign-in.ts';

/** The functions of the add-in that answer to events, as the manifest names them. */
export type EventName = 'onNewMessageCompose' | 'onRecipientsChanged' | 'onAttachmentsChanged' | 'onFromChanged' | 'onMessageSend';

/** What the add-in answers at Send. */
export interface Answer {
  readonly allowEvent?: boolean;
  readonly errorMessage?: string;
  readonly errorMessageMarkdown?: string;
  readonly cancelLabel?: string;
  readonly commandId?: string;
  readonly contextData?: string;
  readonly sendModeOverride?: string;
}

/** How an event went: the add-in answered, its page did not come, or it did not answer in time. */
export type Ran = { readonly answered: Answer } | { readonly failed: 'not-loaded' | 'timed-out' };

/** Milliseconds that an event’s page has for loading, and the add-in for answering. */
const patience = { load: 10_000, answer: 10_000 } as const;

/** Runs an event in a page of its own that begins cold, as Outlook on the web does. Never rejects. */
export async function run(
  event: EventName,
  page: string,
  by: { readonly writing: Writing; readonly account: Account; readonly device: Device; readonly signed: () => Promise<Signed> }
): Promise<Ran> {
  const frame = openFrame(page, '', document.body, by);
  try {
    const loaded = await within(new Promise<true>(resolve => frame.element.addEventListener('load', () => resolve(true))), patience.load);
    const act = frame.office.functions.get(event);
    if (!loaded || !act) return { failed: 'not-loaded' };
    const answered = await within(
      new Promise<Answer>(resolve => act({ completed: (answer: Answer = {}) => resolve({ ...answer }) })),
      patience.answer
    );
    return answered ? { answered } : { failed: 'timed-out' };
  } finally {
    frame.close();
  }
}

function within<T>(awaited: Promise<T>, milliseconds: number): Promise<T | undefined> {
  return Promise.race([awaited, new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), milliseconds))]);
}
