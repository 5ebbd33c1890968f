import type { Account, Bar, Device, Draft, Field, File, Mailbox, Writing } from './draft.ts';
import { strict } from './strict.ts';

type Answer<T> = (result: { readonly status: 'succeeded'; readonly value: T } | Failed) => void;
interface Failed {
  readonly status: 'failed';
  readonly error: { readonly code: number; readonly name: string; readonly message: string };
}

/** Why a call fails, by the vendor's own numbers. */
const cannot = { tooMany: 9002, attachment: 9003, settings: 9019, noSuchBar: 9024, tooManyBars: 9025, contactList: 5010 } as const;
type Code = (typeof cannot)[keyof typeof cannot];

/** How many recipients one call takes, characters of a bar and of its link, characters of all that is kept in a mailbox, bars of one add-in. */
const most = { atOnce: 100, bar: 150, link: 30, settings: 32 * 1024, bars: 5, session: 50_000 } as const;
/** The newest requirement set of Mailbox that this mail program says it has. */
const newest = 16;

/** What the scripts of an add-in find as `Office` in one of its frames, and what the mail program does with that frame. */
export interface Office {
  readonly office: object;
  /** The functions that the add-in offers for events, by name. */
  readonly functions: ReadonlyMap<string, (event: object) => void>;
  /** Tells the frame of an event that it asked to hear of. */
  readonly tell: (event: string) => void;
}

const eventTypes = {
  RecipientsChanged: 'olkRecipientsChanged',
  AttachmentsChanged: 'olkAttachmentsChanged',
  ItemChanged: 'olkItemSelectedChanged',
  InitializationContextChanged: 'olkInitializationContextChanged',
  OfficeThemeChanged: 'olkOfficeThemeChanged'
} as const;

/**
 * A small pretend Outlook on the web for one frame of an add-in: what Beadle uses of it, and not a member more. Every call answers a moment later, as
 * there; what the vendor refuses is refused with the vendor's numbers.
 */
export function officeFor(writing: Writing, account: Account, device: Device): Office {
  const functions = new Map<string, (event: object) => void>();
  const heard = new Map<string, Set<() => void>>();
  // A frame is handed what is kept once, and saves it as a whole: whoever saves last has his way.
  const settings = JSON.parse(account.settings) as { [name: string]: unknown };

  const addHandlerAsync = (type: string, act: () => void, answer?: Answer<void>): void => {
    const acts = heard.get(type) ?? new Set();
    heard.set(type, acts.add(act));
    later(answer, undefined);
  };

  const field = (name: Field) => ({
    getAsync: (answer: Answer<object[]>) =>
      later(
        answer,
        writing.draft[name].map(who => shown(who, account))
      ),
    addAsync: (more: readonly Given[], answer?: Answer<void>) => {
      if (more.length > most.atOnce) return failed(answer, cannot.tooMany);
      writing.change({ [name]: [...writing.draft[name], ...more.map(someone)] }, 'recipients');
      later(answer, undefined);
    },
    setAsync: (all: readonly Given[], answer?: Answer<void>) => {
      if (all.length > most.atOnce) return failed(answer, cannot.tooMany);
      if (all.some(({ emailAddress }) => emailAddress === '')) return failed(answer, cannot.contactList);
      writing.change({ [name]: all.map(someone) }, 'recipients');
      later(answer, undefined);
    }
  });

  const item = {
    conversationId: writing.draft.conversation,
    to: field('to'),
    cc: field('cc'),
    bcc: field('bcc'),
    from: { getAsync: (answer: Answer<object>) => later(answer, shown(writing.draft.from, account)) },
    subject: { getAsync: (answer: Answer<string>) => later(answer, writing.draft.subject) },
    body: {
      getAsync: (format: string, answer: Answer<string>) =>
        later(answer, format === 'html' ? `<p>${escaped(writing.draft.text)}</p>` : writing.draft.text),
      setAsync: (text: string, { coercionType }: { readonly coercionType: string }, answer?: Answer<void>) => {
        if (coercionType !== 'text') throw new TypeError('this Outlook writes plain text only');
        writing.change({ text }, 'elsewhere');
        later(answer, undefined);
      }
    },
    delayDeliveryTime: {
      getAsync: (answer: Answer<Date | 0>) => later(answer, writing.draft.delay),
      setAsync: (at: Date, answer?: Answer<void>) => {
        writing.change({ delay: new Date(at.getTime()) }, 'elsewhere');
        later(answer, undefined);
      }
    },
    notificationMessages: bars(writing),
    sessionData: {
      setAsync: (name: string, value: string, answer?: Answer<void>) => {
        writing.session.set(name, value);
        later(answer, undefined);
      },
      getAllAsync: (answer: Answer<object>) => later(answer, Object.fromEntries(writing.session))
    },
    internetHeaders: {
      setAsync: (headers: { readonly [name: string]: string }, answer?: Answer<void>) => {
        for (const [name, value] of Object.entries(headers)) writing.headers.set(name, value);
        later(answer, undefined);
      }
    },
    getAttachmentsAsync: (answer: Answer<object[]>) =>
      later(
        answer,
        writing.draft.attachments.map(file => ({ ...file, attachmentType: 'file', isInline: false }))
      ),
    getAttachmentContentAsync: (id: string, answer: Answer<object>) =>
      writing.draft.attachments.some(file => file.id === id)
        ? later(answer, { format: 'base64', content: btoa('invented') })
        : failed(answer, cannot.attachment),
    addFileAttachmentFromBase64Async: (content: string, name: string, answer?: Answer<string>) => {
      const added: File = { id: `${name} ${content.length} ${Math.random()}`, name, size: Math.floor((content.length * 3) / 4) };
      writing.change({ attachments: [...writing.draft.attachments, added] }, 'attachments');
      later(answer, added.id);
    },
    removeAttachmentAsync: (id: string, answer?: Answer<void>) => {
      const left = writing.draft.attachments.filter(file => file.id !== id);
      if (left.length === writing.draft.attachments.length) return failed(answer, cannot.attachment);
      writing.change({ attachments: left }, 'attachments');
      later(answer, undefined);
    },
    getComposeTypeAsync: (answer: Answer<object>) => later(answer, { composeType: writing.draft.kind, coercionType: 'text' }),
    getInitializationContextAsync: (answer: Answer<string>) => later(answer, writing.context),
    addHandlerAsync
  };

  const office = strict(
    {
      onReady: () => Promise.resolve({ host: 'Outlook', platform: 'OfficeOnline' }),
      actions: { associate: (name: string, act: (event: object) => void) => void functions.set(name, act) },
      EventType: eventTypes,
      context: {
        displayLanguage: device.language,
        officeTheme: { bodyBackgroundColor: matchMedia('(prefers-color-scheme: dark)').matches ? '#1e2125' : '#fffefb' },
        requirements: { isSetSupported: (set: string, version = '1.1') => supports(set, version) },
        roamingSettings: {
          get: (name: string) => settings[name],
          set: (name: string, value: unknown) => {
            settings[name] = value;
          },
          remove: (name: string) => {
            delete settings[name];
          },
          saveAsync: (answer?: Answer<void>) => {
            const all = JSON.stringify(settings);
            if (all.length > most.settings) return failed(answer, cannot.settings);
            account.settings = all;
            later(answer, undefined);
            account.saved();
          }
        },
        mailbox: {
          item,
          addHandlerAsync,
          userProfile: { emailAddress: account.who.address, displayName: account.who.name },
          diagnostics: { hostName: 'OutlookWebApp' }
        }
      }
    },
    'Office'
  );
  return {
    office,
    functions,
    tell: event => {
      for (const act of heard.get(event) ?? []) act();
    }
  };
}

type Given = { readonly displayName?: string; readonly emailAddress: string };

function someone({ displayName, emailAddress }: Given): Mailbox {
  return { name: displayName ?? emailAddress, address: emailAddress };
}

function shown({ name, address }: Mailbox, { domain }: Account): object {
  const own = address.toLowerCase().endsWith(`@${domain}`);
  return { displayName: name, emailAddress: address, recipientType: own ? 'user' : 'externalUser' };
}

function supports(set: string, version: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  if (set === 'Mailbox') return major === 1 && (minor ?? 0) <= newest;
  return set === 'NestedAppAuth' && major === 1 && (minor ?? 0) <= 1;
}

function bars(writing: Writing): object {
  return {
    getAllAsync: (answer: Answer<object[]>) =>
      later(
        answer,
        [...writing.bars].map(([key, bar]) => ({ key, ...bar }))
      ),
    replaceAsync: (key: string, bar: Bar, answer?: Answer<void>) => {
      if (bar.message.length > most.bar) throw new RangeError(`a bar has at most ${most.bar} characters`);
      if (bar.actions?.some(({ actionText }) => actionText.length > most.link))
        throw new RangeError(`a link has at most ${most.link} characters`);
      if (!writing.bars.has(key) && writing.bars.size >= most.bars) return failed(answer, cannot.tooManyBars);
      writing.bars.set(key, bar);
      later(answer, undefined);
      writing.barred();
    },
    removeAsync: (key: string, answer?: Answer<void>) => {
      if (!writing.bars.delete(key)) return failed(answer, cannot.noSuchBar);
      later(answer, undefined);
      writing.barred();
    }
  };
}

function later<T>(answer: Answer<T> | undefined, value: T): void {
  if (answer) setTimeout(() => answer({ status: 'succeeded', value }), 0);
}

function failed<T>(answer: Answer<T> | undefined, code: Code): void {
  const error = { code, name: 'Error', message: 'This Outlook did not do it.' };
  if (answer) setTimeout(() => answer({ status: 'failed', error }), 0);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`).replace(/\n/g, '<br>');
}

/** A message with nothing in it. */
export function emptyDraft(from: Mailbox): Draft {
  return { from, to: [], cc: [], bcc: [], subject: '', text: '', attachments: [], kind: 'newMail', conversation: null, delay: 0 };
}
