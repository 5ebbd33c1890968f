interface Rule {
  readonly message: string;
  readonly at: string;
  readonly sender: string;
  /** The name of the rule as it stands in Google. */
  readonly rule: string;
  readonly acted?: string;
  readonly source?: string;
}
interface Sent {
  readonly message: string;
  readonly at: string;
  readonly from: string;
  readonly to?: string;
  readonly cc?: string;
  readonly bcc?: string;
}
export interface SentTenantOptions {
  readonly contract?: (method: string, url: URL, sent: unknown, status: number, body: unknown) => void;
  readonly rules?: readonly Rule[];
  readonly mail?: readonly Sent[];
  /** What Google does not let anybody read: `rules`, `gmail`, `messages`. */
  readonly closed?: readonly string[];
  readonly fault?: (url: URL) => number | undefined;
}

/** What Google remembers of what was sent: the log of rules, the log of mail, and each mailbox, which answers to its owner alone. Pages of two. */
export function sentTenant({ contract, rules = [], mail = [], closed = [], fault }: SentTenantOptions) {
  const asked: { readonly url: string; readonly as: string }[] = [];

  function answer(url: URL, as: string): { readonly status: number; readonly body: unknown } {
    const query = url.searchParams;
    const token = query.get('pageToken');
    const log = /^\/admin\/reports\/v1\/activity\/users\/all\/applications\/(rules|gmail)$/.exec(url.pathname)?.[1];
    if (log) {
      if (closed.includes(log) || as !== 'admin@school.example') return wrong(403, 'PERMISSION_DENIED', 'insufficientPermissions');
      const [from, to] = [query.get('startTime'), query.get('endTime')];
      if (log === 'gmail' && (from === null || to === null)) return wrong(400, 'INVALID_ARGUMENT', 'badRequest');
      const within = ({ at }: { readonly at: string }): boolean => at >= from! && at < to!;
      const all = log === 'rules' ? rules.filter(within).map(ruled) : mail.filter(within).map(delivered);
      return paged('items', all, token, { kind: 'admin#reports#activities' });
    }
    const [, owner, id] = /^\/gmail\/v1\/users\/([^/]+)\/messages(?:\/([^/]+))?$/.exec(url.pathname) ?? [];
    if (owner === undefined) return wrong(404, 'NOT_FOUND', 'notFound');
    if (closed.includes('messages') || decodeURIComponent(owner) !== as) return wrong(403, 'PERMISSION_DENIED', 'forbidden');
    const own = mail.filter(({ from }) => from === as).sort((a, b) => (a.at < b.at ? 1 : -1));
    if (id === undefined) {
      // With this right Google searches for nothing.
      if (query.has('q')) return wrong(403, 'PERMISSION_DENIED', 'forbidden');
      if (query.get('labelIds') !== 'SENT') return wrong(400, 'INVALID_ARGUMENT', 'badRequest');
      return paged(
        'messages',
        own.map(({ message }) => ({ id: message, threadId: message })),
        token,
        {}
      );
    }
    const found = own.find(({ message }) => message === id);
    if (!found || query.get('format') !== 'metadata') return wrong(404, 'NOT_FOUND', 'notFound');
    const headers = (['From', 'To', 'Cc', 'Bcc'] as const).flatMap(name => {
      const value = found[name.toLowerCase() as 'from' | 'to' | 'cc' | 'bcc'];
      return value === undefined || !query.getAll('metadataHeaders').includes(name) ? [] : [{ name, value }];
    });
    return {
      status: 200,
      body: {
        id,
        threadId: id,
        labelIds: ['SENT'],
        internalDate: String(Date.parse(found.at)),
        payload: { mimeType: 'text/plain', headers }
      }
    };
  }

  async function fetched(input: unknown, init: RequestInit = {}): Promise<Response> {
    const url = new URL(input as string);
    const as = /^Bearer (.+)$/.exec(new Headers(init.headers).get('authorization') ?? '')?.[1] ?? '';
    asked.push({ url: url.href, as });
    const broken = fault?.(url);
    const { status, body } = broken === undefined ? answer(url, as) : wrong(broken, 'INTERNAL', 'broken');
    if (broken === undefined) contract?.(init.method ?? 'GET', url, undefined, status, body);
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json; charset=UTF-8' } });
  }

  return { fetch: fetched as typeof fetch, asked };
}

function paged(
  name: string,
  all: readonly unknown[],
  token: string | null,
  more: object
): { readonly status: number; readonly body: unknown } {
  const from = Number(token ?? 0);
  const next = from + 2 < all.length ? { nextPageToken: String(from + 2) } : {};
  return { status: 200, body: { ...more, ...(all.length > from ? { [name]: all.slice(from, from + 2) } : {}), ...next } };
}

let serial = 0;
function moment(at: string, applicationName: string) {
  return { time: at, uniqueQualifier: String((serial += 1)), applicationName, customerId: 'C0123abcd' };
}

function ruled({ message, at, sender, rule, acted = 'GMAIL_AUDIT', source = 'GMAIL' }: Rule): object {
  return {
    kind: 'admin#reports#activity',
    id: moment(at, 'rules'),
    actor: { email: sender, profileId: '1' },
    events: [
      {
        type: 'action_complete_type',
        name: 'action_complete',
        parameters: [
          { name: 'data_source', value: source },
          { name: 'rule_name', value: rule },
          { name: 'resource_id', value: message },
          { name: 'resource_title', value: 'The words of a subject' },
          { name: 'resource_recipients', multiValue: ['parent.one@family.example'] },
          { name: 'triggered_actions', multiMessageValue: [{ parameter: [{ name: 'action_type', value: acted }] }] }
        ]
      }
    ]
  };
}

function delivered({ message, at, from, to = '', cc = '', bcc = '' }: Sent): object {
  const all = `${to},${cc},${bcc}`.match(/[^\s<>,]+@[^\s<>,]+/g) ?? [];
  return {
    kind: 'admin#reports#activity',
    id: moment(at, 'gmail'),
    actor: { email: from },
    events: [
      {
        type: 'delivery_type',
        name: 'delivery',
        parameters: [
          { name: 'event_info', messageValue: { parameter: [{ name: 'mail_event_type', intValue: '1' }] } },
          {
            name: 'message_info',
            messageValue: {
              parameter: [
                { name: 'rfc2822_message_id', value: message },
                { name: 'subject', value: 'The words of a subject' },
                { name: 'flattened_destinations', value: all.map(address => `smtp-outbound:remote:${address}`).join(', ') }
              ]
            }
          }
        ]
      }
    ]
  };
}

function wrong(code: number, status: string, reason: string): { readonly status: number; readonly body: unknown } {
  return { status: code, body: { error: { code, message: reason, status, errors: [{ message: reason, domain: 'global', reason }] } } };
}
