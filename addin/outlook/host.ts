import type { Locale } from '../../core/locale.ts';
import type { Settings } from './kept.ts';

type Answer<T> = (result: Office.AsyncResult<T>) => void;
interface Asked<T> {
  getAsync(answer: Answer<T>): void;
}

/** What is asked of the message that is being written. What older Outlooks lack is optional. */
export interface Item {
  readonly to: Asked<Office.EmailAddressDetails[]>;
  readonly cc: Asked<Office.EmailAddressDetails[]>;
  readonly bcc: Asked<Office.EmailAddressDetails[]>;
  readonly subject: Asked<string>;
  readonly body: { getAsync(format: string, answer: Answer<string>): void };
  readonly from?: Asked<Office.EmailAddressDetails>;
  readonly delayDeliveryTime?: Asked<Date | 0>;
  readonly notificationMessages: Bars;
  readonly sessionData?: Session;
  /** Nothing in a message that was just begun. */
  readonly conversationId?: string | null;
  readonly internetHeaders?: { setAsync(headers: { readonly [name: string]: string }, answer: Answer<void>): void };
  getAttachmentsAsync?(answer: Answer<Office.AttachmentDetailsCompose[]>): void;
  getComposeTypeAsync?(answer: Answer<unknown>): void;
}

/** What is kept with a message while it is written, and seen at once by the pane and by what answers to events. */
export interface Session {
  setAsync(name: string, value: string, answer: Answer<void>): void;
  getAllAsync(answer: Answer<object>): void;
}

/** The notification bars over the message. */
export interface Bars {
  getAllAsync(answer: Answer<Office.NotificationMessageDetails[]>): void;
  replaceAsync(key: string, bar: Office.NotificationMessageDetails, answer: Answer<void>): void;
  removeAsync(key: string, answer: Answer<void>): void;
}

/** What is used of Office while a message is written and sent: nothing of it needs a network. */
export interface Host {
  readonly context: {
    readonly displayLanguage: string;
    readonly roamingSettings: Settings;
    readonly requirements: { isSetSupported(set: string, version?: string): boolean };
    readonly mailbox: {
      readonly item?: Item;
      readonly userProfile: { readonly emailAddress: string };
      readonly diagnostics: { readonly hostName: string };
    };
  };
}

/** Whether this Outlook has a version of its requirement set, such as `1.14`. */
export function supports({ context }: Host, version: string): boolean {
  try {
    return context.requirements.isSetSupported('Mailbox', version);
  } catch {
    return false;
  }
}

/** The language of Outlook's own menus, as far as the product speaks it. */
export function localeOf({ context }: Host): Locale {
  return /^cy\b/i.test(String(context.displayLanguage)) ? 'cy' : 'en';
}
