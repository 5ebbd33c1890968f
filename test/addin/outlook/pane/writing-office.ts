import type { Draft, WritingHost } from '../../../../addin/outlook/remedies.ts';

type Answer<T> = (result: Office.AsyncResult<T>) => void;
export type Who = { readonly name?: string; readonly address: string; readonly type?: string };
export type Field = 'to' | 'cc' | 'bcc';

export interface File {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly content: string;
  readonly isInline?: boolean;
}

/** A message that is being written in an Outlook that enforces what the vendor documents. */
export interface Written {
  to: Who[];
  cc: Who[];
  bcc: Who[];
  text: string;
  plain: boolean;
  attachments: File[];
  delay: Date | 0;
}

export interface Setup extends Partial<Written> {
  readonly set?: string;
  /** How many recipients of a field are handed over. */
  readonly most?: number;
  /** Error codes by call, such as `cc.set`; each call takes the next one, and 0 means that it works. */
  readonly fails?: { readonly [call: string]: readonly number[] };
  readonly without?: readonly string[];
}

/** An Outlook to write in: what is in the message, and every call that changed it. */
export function writingOffice(setup: Setup): { readonly host: WritingHost; readonly message: Written; readonly calls: string[] } {
  const { set = '1.16', most = 1000, fails = {}, without = [], ...rest } = setup;
  const message: Written = { to: [], cc: [], bcc: [], text: '', plain: true, attachments: [], delay: 0, ...rest };
  const calls: string[] = [];
  const turns = new Map<string, number>();

  function respond<T>(call: string, answer: Answer<T>, act: () => T | { readonly code: number }): void {
    calls.push(call);
    const turn = turns.get(call) ?? 0;
    turns.set(call, turn + 1);
    const code = fails[call]?.[turn] ?? 0;
    const result = code ? { code } : act();
    const failed = typeof result === 'object' && result !== null && 'code' in result;
    setTimeout(() => answer((failed ? { status: 'failed', error: result } : { status: 'succeeded', value: result }) as never), 0);
  }

  const field = (name: Field) => ({
    getAsync: (answer: Answer<Office.EmailAddressDetails[]>) =>
      respond(`${name}.get`, answer, () =>
        message[name].slice(0, most).map(
          who =>
            ({
              displayName: who.name ?? who.address,
              emailAddress: who.address,
              recipientType: who.type ?? 'externalUser'
            }) as Office.EmailAddressDetails
        )
      ),
    addAsync: (more: { displayName: string; emailAddress: string }[], answer: Answer<void>) =>
      respond<void>(`${name}.add`, answer, () => {
        if (more.length > 100) return { code: 9002 };
        message[name] = [...message[name], ...more.map(someone)];
        return undefined;
      }),
    setAsync: (all: { displayName: string; emailAddress: string }[], answer: Answer<void>) =>
      respond<void>(`${name}.set`, answer, () => {
        if (all.length > 100) return { code: 9002 };
        if (all.some(({ emailAddress }) => emailAddress === '')) return { code: 5010 };
        message[name] = all.map(someone);
        return undefined;
      })
  });

  const item = {
    to: field('to'),
    cc: field('cc'),
    bcc: field('bcc'),
    subject: { getAsync: (answer: Answer<string>) => respond('subject.get', answer, () => 'Swimming') },
    body: {
      getAsync: (format: string, answer: Answer<string>) =>
        respond('body.get', answer, () => (format === 'html' ? `<p>${message.text}</p>` : message.text)),
      setAsync: (text: string, options: { coercionType: string }, answer: Answer<void>) =>
        respond<void>(`body.set ${options.coercionType}`, answer, () => void (message.text = text))
    },
    from: {
      getAsync: (answer: Answer<Office.EmailAddressDetails>) =>
        respond(
          'from.get',
          answer,
          () => ({ displayName: 'Teacher', emailAddress: 'teacher@school.example' }) as Office.EmailAddressDetails
        )
    },
    delayDeliveryTime: {
      getAsync: (answer: Answer<Date | 0>) => respond('delay.get', answer, () => message.delay),
      setAsync: (at: Date, answer: Answer<void>) => respond<void>('delay.set', answer, () => void (message.delay = at))
    },
    getAttachmentsAsync: (answer: Answer<Office.AttachmentDetailsCompose[]>) =>
      respond('files.get', answer, () => message.attachments.map(file => ({ isInline: false, ...file })) as never),
    getAttachmentContentAsync: (id: string, answer: Answer<Office.AttachmentContent>) =>
      respond(
        'files.content',
        answer,
        () => ({ format: 'base64', content: message.attachments.find(file => file.id === id)?.content ?? '' }) as Office.AttachmentContent
      ),
    removeAttachmentAsync: (id: string, answer: Answer<void>) =>
      respond<void>('files.remove', answer, () => void (message.attachments = message.attachments.filter(file => file.id !== id))),
    addFileAttachmentFromBase64Async: (content: string, name: string, answer: Answer<string>) =>
      respond('files.add', answer, () => {
        message.attachments = [...message.attachments, { id: `new ${name}`, name, size: content.length, content }];
        return `new ${name}`;
      }),
    getComposeTypeAsync: (answer: Answer<unknown>) =>
      respond('compose.get', answer, () => ({ composeType: 'newMail', coercionType: message.plain ? 'text' : 'html' })),
    notificationMessages: { getAllAsync: () => {}, replaceAsync: () => {}, removeAsync: () => {} }
  };
  for (const name of without) delete (item as { [name: string]: unknown })[name];
  const host = {
    context: {
      displayLanguage: 'en-GB',
      roamingSettings: { get: () => undefined, set: () => {}, remove: () => {}, saveAsync: () => {} },
      requirements: {
        isSetSupported: (name: string, version = '1.1') => name === 'Mailbox' && Number(version.slice(2)) <= Number(set.slice(2))
      },
      mailbox: {
        item: item as unknown as Draft,
        userProfile: { emailAddress: 'teacher@school.example' },
        diagnostics: { hostName: most === 100 ? 'OutlookIOS' : 'OutlookWebApp' }
      }
    }
  };
  return { host, message, calls };
}

/** Outlook shows no name where there is only the address. */
function someone({ displayName, emailAddress }: { readonly displayName: string; readonly emailAddress: string }): Who {
  return displayName === emailAddress ? { address: emailAddress } : { name: displayName, address: emailAddress };
}
