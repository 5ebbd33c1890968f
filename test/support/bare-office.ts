import { createContext, type Context, runInContext, Script } from 'node:vm';
import { devicePolicyOf } from '../../core/mail/device.ts';
import type { MailPolicy } from '../../core/mail/policy.ts';

/** What the message that is being written holds. */
export interface Written {
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly html?: string;
  readonly subject?: string;
}

/** What an add-in tells Outlook when it is done with an event. */
export interface Completed {
  readonly allowEvent?: boolean;
  readonly errorMessage?: string;
  readonly [option: string]: unknown;
}

/** A script that was loaded as classic Outlook loads it. */
export interface Loaded {
  /** The names of the events it answers to. */
  readonly events: readonly string[];
  /** What of `Office` it touched, as paths. */
  readonly touched: ReadonlySet<string>;
  /** The keys of the bars that it put over the message. */
  readonly bars: readonly string[];
  /** Fires one event; settles with what Outlook was told. */
  readonly fire: (event: string, written?: Written) => Promise<Completed>;
}

/**
 * Runs a script in a context that has the language itself, timers and `Office`, and nothing else: no window, no document, no network, no
 * storage, and no making of code from text. `Office.onReady` never comes back, as in classic Outlook.
 */
export function loadedBare(script: Script, policy: MailPolicy, version = 1.14): Loaded {
  const events = new Map<string, (event: { completed: (options?: Completed) => void }) => void>();
  const touched = new Set<string>();
  const bars: string[] = [];
  let written: Written = {};
  const kept = new Map<string, unknown>([['beadle.policy', signed(policy)]]);
  const answers =
    (value: () => unknown) =>
    (...given: readonly unknown[]): void => {
      const answer = given[given.length - 1] as (result: object) => void;
      queueMicrotask(() => answer({ status: 'succeeded', value: value() }));
    };
  const people = (list: readonly string[] = []) => list.map(emailAddress => ({ emailAddress, displayName: '', recipientType: 'other' }));
  const Office = {
    onReady: () => new Promise(() => {}),
    actions: { associate: (name: string, run: (event: { completed: (options?: Completed) => void }) => void) => events.set(name, run) },
    context: {
      displayLanguage: 'en-GB',
      requirements: { isSetSupported: (_: string, least: string) => Number(least) <= version },
      roamingSettings: {
        get: (name: string) => kept.get(name),
        set: (name: string, value: unknown) => kept.set(name, value),
        saveAsync: answers(() => undefined)
      },
      mailbox: {
        userProfile: { emailAddress: 'teacher@school.example' },
        diagnostics: { hostName: 'Outlook' },
        item: {
          to: { getAsync: answers(() => people(written.to)) },
          cc: { getAsync: answers(() => people(written.cc)) },
          bcc: { getAsync: answers(() => []) },
          from: { getAsync: answers(() => people(['teacher@school.example'])[0]) },
          subject: { getAsync: answers(() => written.subject ?? '') },
          body: { getAsync: answers(() => written.html ?? '') },
          delayDeliveryTime: { getAsync: answers(() => 0) },
          getAttachmentsAsync: answers(() => []),
          getComposeTypeAsync: answers(() => ({ composeType: 'newMail', coercionType: 'html' })),
          notificationMessages: {
            getAllAsync: answers(() => []),
            replaceAsync: (key: string, _: unknown, answer: (result: object) => void) => {
              bars.push(key);
              answers(() => undefined)(answer);
            },
            removeAsync: answers(() => undefined)
          }
        }
      }
    }
  };
  script.runInContext(bareContext({ Office: watched(Office, 'Office', touched), setTimeout, clearTimeout }));
  return {
    events: [...events.keys()],
    touched,
    bars,
    fire: (event, draft = {}) => {
      written = draft;
      return new Promise(resolve => events.get(event)!({ completed: (options = {}) => resolve(options) }));
    }
  };
}

/** A context with nothing but the language and what is given. */
export function bareContext(given: object): Context {
  const context = createContext(Object.assign(Object.create(null), given) as Context, { codeGeneration: { strings: false, wasm: false } });
  // What is no part of the language, and yet there in every context.
  runInContext('console = Intl = WebAssembly = undefined', context);
  return context;
}

function signed(policy: MailPolicy): object {
  const device = devicePolicyOf(policy, { key: '000102030405060708090a0b0c0d0e0f', issued: '2026-11-16T06:00:00Z', days: 3650 });
  return { payload: JSON.stringify(device), kid: 'k1', signature: 'c2lnbmVk' };
}

/** The same object, which notes what of it is asked for. */
function watched<T extends object>(object: T, path: string, touched: Set<string>): T {
  return new Proxy(object, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof name !== 'string') return value;
      touched.add(`${path}.${name}`);
      return typeof value === 'object' && value !== null ? watched(value, `${path}.${name}`, touched) : value;
    }
  });
}
