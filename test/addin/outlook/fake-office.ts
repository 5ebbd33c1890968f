import type { MailPolicy } from '../../../core/mail/policy.ts';
import { type DevicePolicy, devicePolicyOf } from '../../../core/mail/device.ts';
import type { Host, Item } from '../../../addin/outlook/host.ts';
import { school } from '../../support/mail.ts';

/** The school's key, for tests. */
export const key = '000102030405060708090a0b0c0d0e0f';

/** How one call of Office behaves: it answers, says that it failed, throws, never answers, answers after so many milliseconds, or is not there. */
export type Way = 'answers' | 'fails' | 'forbids' | 'throws' | 'never' | 'missing' | number;

/** The calls that a message is read by. */
export const reads = ['to', 'cc', 'bcc', 'subject', 'body', 'from', 'attachments', 'compose', 'delay'] as const;
export type Call = (typeof reads)[number] | 'mark' | 'getAll' | 'replace' | 'remove' | 'save';

type Who = string | Partial<Office.EmailAddressDetails>;

export interface Draft {
  readonly from?: Who;
  readonly to?: readonly Who[];
  readonly cc?: readonly Who[];
  readonly bcc?: readonly Who[];
  readonly subject?: string;
  readonly html?: string;
  readonly text?: string;
  readonly plain?: boolean;
  readonly composeType?: string;
  readonly attachments?: readonly Partial<Office.AttachmentDetailsCompose>[];
  readonly delay?: Date | 0;
  /** The newest requirement set of this Outlook. */
  readonly set?: string;
  readonly client?: string;
  readonly language?: string;
  /** What is kept on the device, by name. */
  readonly kept?: { readonly [name: string]: unknown };
  readonly ways?: { readonly [C in Call]?: Way };
  readonly settingsThrow?: boolean;
  readonly noItem?: boolean;
}

/** An Outlook of which the test sees everything it was asked and told. */
export interface FakeOffice {
  readonly host: Host;
  /** Every call, in order. */
  readonly calls: readonly string[];
  /** What the sender sees over the message, by key. */
  readonly bars: Map<string, Office.NotificationMessageDetails>;
  /** What the device keeps, by name. */
  readonly kept: Map<string, unknown>;
  /** The headers of the message, by name. */
  readonly headers: Map<string, string>;
}

/** The school's policy as it is kept on a device. */
export function keptOn(policy: Partial<MailPolicy> = {}, changed: Partial<DevicePolicy> = {}): { readonly 'beadle.policy': object } {
  const device = devicePolicyOf({ ...school, ...policy }, { key, issued: '2026-11-16T06:00:00Z', days: 14 });
  return { 'beadle.policy': { payload: JSON.stringify({ ...device, ...changed }), kid: 'k1', signature: 'c2lnbmVk' } };
}

/** A teacher's Outlook that answers every call a moment later, unless the draft says otherwise. */
export function fakeOffice(draft: Draft = {}): FakeOffice {
  const calls: string[] = [];
  const bars = new Map<string, Office.NotificationMessageDetails>();
  const headers = new Map<string, string>();
  const kept = new Map(Object.entries(draft.kept ?? keptOn()));

  const respond = <T>(call: Call, answer: (result: Office.AsyncResult<T>) => void, value: () => T): void => {
    calls.push(call);
    const way = draft.ways?.[call] ?? 'answers';
    if (way === 'throws') throw new TypeError(`${call} is not what Office likes`);
    if (way === 'never') return;
    const result = way === 'fails' ? failed<T>(9002) : way === 'forbids' ? failed<T>(7000) : succeeded(value());
    setTimeout(() => answer(result), typeof way === 'number' ? way : 1);
  };
  const isThere = (call: Call): boolean => draft.ways?.[call] !== 'missing';
  const asks = <T>(call: Call, value: () => T) => ({
    getAsync: (answer: (result: Office.AsyncResult<T>) => void) => respond(call, answer, value)
  });

  const item: Item = {
    to: asks('to', () => (draft.to ?? []).map(someone)),
    cc: asks('cc', () => (draft.cc ?? []).map(someone)),
    bcc: asks('bcc', () => (draft.bcc ?? []).map(someone)),
    subject: asks('subject', () => draft.subject ?? ''),
    body: {
      getAsync: (format, answer) =>
        respond('body', answer, () => (format === 'html' ? (draft.html ?? `<p>${draft.text ?? ''}</p>`) : (draft.text ?? '')))
    },
    ...(isThere('from') ? { from: asks('from', () => someone(draft.from ?? 'teacher@school.example')) } : {}),
    ...(isThere('delay') ? { delayDeliveryTime: asks<Date | 0>('delay', () => draft.delay ?? 0) } : {}),
    ...(isThere('attachments')
      ? {
          getAttachmentsAsync: (answer: (result: Office.AsyncResult<Office.AttachmentDetailsCompose[]>) => void) =>
            respond('attachments', answer, () => (draft.attachments ?? []) as Office.AttachmentDetailsCompose[])
        }
      : {}),
    ...(isThere('compose')
      ? {
          getComposeTypeAsync: (answer: (result: Office.AsyncResult<unknown>) => void) =>
            respond('compose', answer, () => ({ composeType: draft.composeType ?? 'newMail', coercionType: draft.plain ? 'text' : 'html' }))
        }
      : {}),
    internetHeaders: {
      setAsync: (given, answer) => respond('mark', answer, () => Object.entries(given).forEach(([name, value]) => headers.set(name, value)))
    },
    notificationMessages: {
      getAllAsync: answer => respond('getAll', answer, () => [...bars].map(([key, bar]) => ({ ...bar, key }))),
      replaceAsync: (key, bar, answer) => {
        if (bar.message.length > 150) throw new RangeError('a bar has at most 150 characters');
        respond('replace', answer, () => void bars.set(key, bar));
      },
      removeAsync: (key, answer) => respond('remove', answer, () => void bars.delete(key))
    }
  };

  const host: Host = {
    context: {
      displayLanguage: draft.language ?? 'en-GB',
      roamingSettings: {
        get: name => {
          if (draft.settingsThrow) throw new Error('no settings here');
          return kept.get(name);
        },
        set: (name, value) => void kept.set(name, value),
        remove: name => void kept.delete(name),
        saveAsync: answer =>
          respond<void>(
            'save',
            result => answer?.(result),
            () => undefined
          )
      },
      requirements: {
        isSetSupported: (set, version = '1.1') => set === 'Mailbox' && Number(version.slice(2)) <= Number((draft.set ?? '1.16').slice(2))
      },
      mailbox: {
        ...(draft.noItem ? {} : { item }),
        userProfile: { emailAddress: 'Teacher@School.example' },
        diagnostics: { hostName: draft.client ?? 'OutlookWebApp' }
      }
    }
  };
  return { host, calls, bars, kept, headers };
}

function succeeded<T>(value: T): Office.AsyncResult<T> {
  return { status: 'succeeded', value } as unknown as Office.AsyncResult<T>;
}

function failed<T>(code: number): Office.AsyncResult<T> {
  return { status: 'failed', error: { code, name: 'Error', message: 'It failed.' } } as unknown as Office.AsyncResult<T>;
}

function someone(who: Who): Office.EmailAddressDetails {
  const details = typeof who === 'string' ? { emailAddress: who } : who;
  return {
    displayName: details.emailAddress ?? '',
    emailAddress: '',
    recipientType: 'externalUser',
    ...details
  } as Office.EmailAddressDetails;
}
