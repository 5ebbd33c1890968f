import type { Detector } from '../../../addin/gmail/dlp/shapes.ts';
import { holdsFor } from './cel.ts';

type Thing = { readonly [name: string]: unknown };
interface Kept {
  readonly name: string;
  readonly customer: string;
  readonly policyQuery: { readonly orgUnit: string; readonly query: string; readonly sortOrder: number };
  readonly setting: { readonly type: string; readonly value: Thing };
  readonly type: 'ADMIN' | 'SYSTEM';
}

/** What happens to a request instead of an answer: nothing arrives; it is done and the answer is lost; Google says it is too much, or no. */
export type Fault = 'dropped' | 'lost' | 429 | 403 | 'pending' | undefined;

export interface RulesTenantOptions {
  readonly contract?: (method: string, url: URL, sent: unknown, status: number, body: unknown) => void;
  readonly fault?: (method: string, nth: number) => Fault;
  /** What is there that Beadle did not make. */
  readonly others?: readonly { readonly displayName: string; readonly type?: string; readonly system?: boolean }[];
  /** Keeps what it is given in a form of its own. */
  readonly rewrites?: boolean;
  readonly scopes?: readonly string[];
}

const auth = 'https://www.googleapis.com/auth';
export const ruleScopes = [`${auth}/cloud-identity.policies`, `${auth}/admin.directory.orgunit.readonly`];

/** A strict Workspace with rules for Gmail: pages of three, no protection against doubles, refusals without a reason, as on a real one. */
export function rulesTenant(options: RulesTenantOptions = {}) {
  const { contract, fault, others = [], rewrites = false, scopes = ruleScopes } = options;
  const kept = new Map<string, Kept>();
  const asked: { readonly method: string; readonly path: string; readonly at: number }[] = [];
  let nth = 0;
  let serial = 0;
  for (const { displayName, type = 'settings/rule.dlp', system } of others) {
    keep(
      {
        customer: 'customers/C0123abcd',
        policyQuery: { orgUnit: 'orgUnits/top' },
        setting: { type, value: { displayName, state: 'ACTIVE' } }
      },
      system ? 'SYSTEM' : 'ADMIN'
    );
  }

  function keep(sent: Thing, type: Kept['type'] = 'ADMIN', name = `policies/p${(serial += 1)}`): Kept {
    const { type: setting, value } = sent['setting'] as { readonly type: string; readonly value: Thing };
    const policy: Kept = {
      name,
      customer: String(sent['customer']),
      policyQuery: { orgUnit: String((sent['policyQuery'] as Thing)['orgUnit']), query: 'x', sortOrder: serial },
      setting: { type: setting, value: { ...value, ...(rewrites ? { description: 'mine' } : {}), createTime: '2026-11-22T00:00:00Z' } },
      type
    };
    kept.set(name, policy);
    return policy;
  }

  function detectorNamed(name: string): Detector | undefined {
    const policy = kept.get(name);
    const value = policy?.setting.value;
    if (policy?.setting.type === 'settings/detector.word_list')
      return { key: name, title: '', kind: 'words', words: (value!['wordList'] as { readonly words: readonly string[] }).words };
    if (policy?.setting.type === 'settings/detector.regular_expression')
      return {
        key: name,
        title: '',
        kind: 'pattern',
        expression: (value!['regularExpression'] as { readonly expression: string }).expression
      };
    return undefined;
  }

  /** Whether Google would take it. It says no without saying why. */
  function taken(sent: Thing): boolean {
    const { type, value } = sent['setting'] as { readonly type: string; readonly value: Thing };
    const { displayName: name, description } = value;
    if (typeof name !== 'string' || name === '' || name.length > 140) return false;
    if (typeof description !== 'string' || description.length > 500) return false;
    if (!/^customers\/C/.test(String(sent['customer']))) return false;
    if (!['orgUnits/top', 'orgUnits/staff'].includes(String((sent['policyQuery'] as Thing | undefined)?.['orgUnit']))) return false;
    if (type === 'settings/detector.word_list') {
      const { words } = value['wordList'] as { readonly words: readonly string[] };
      return words.length > 0 && words.length <= 950 && words.join('').length <= 12_500;
    }
    if (type === 'settings/detector.regular_expression')
      return (value['regularExpression'] as { readonly expression: string }).expression.length > 0;
    if (type !== 'settings/rule.dlp') return false;
    const condition = String((value['condition'] as Thing)['contentCondition']);
    if (Buffer.byteLength(condition) > 1500) return false;
    try {
      holdsFor(condition, { all_headers: '', all_content: '' }, detectorNamed);
    } catch {
      return false;
    }
    const { alertCenterAction, gmailAction, ...more } = value['action'] as { readonly [name: string]: Thing | undefined };
    const [[does, how] = [], ...rest] = Object.entries(gmailAction ?? {}) as [string, Thing][];
    const params = how?.['actionParams'] as Thing | undefined;
    return (
      alertCenterAction !== undefined &&
      Object.keys(more).length === 0 &&
      rest.length === 0 &&
      (does === 'auditOnly' || does === 'warnUser' || does === 'blockContent') &&
      typeof params?.['applyExternalMessages'] === 'boolean' &&
      typeof params['applyInternalMessages'] === 'boolean' &&
      ((value['ruleTypeMetadata'] as Thing)['dlpRuleMetadata'] as Thing)['alertSeverity'] === 'LOW' &&
      ['ACTIVE', 'INACTIVE'].includes(String(value['state'])) &&
      JSON.stringify(value['triggers']) === '["google.workspace.gmail.email.v1.send"]'
    );
  }

  function answer(method: string, url: URL, sent: Thing | undefined): { readonly status: number; readonly body: unknown } {
    const { pathname, searchParams } = url;
    if (pathname.endsWith('/orgunits')) {
      if (!scopes.includes(ruleScopes[1]!)) return wrong(403, 'PERMISSION_DENIED', 'insufficientPermissions');
      const units = [
        ['top', '/'],
        ['staff', '/Staff']
      ] as const;
      return {
        status: 200,
        body: { organizationUnits: units.map(([id, path]) => ({ orgUnitId: `id:${id}`, orgUnitPath: path, name: path })) }
      };
    }
    if (!scopes.includes(ruleScopes[0]!)) return wrong(403, 'PERMISSION_DENIED', 'insufficientPermissions');
    const name = pathname.replace(/^\/v1\//, '');
    const there = kept.get(name);
    if (method === 'GET' && name === 'policies') {
      const pattern = /^setting\.type\.matches\('(.+)'\)$/.exec(searchParams.get('filter') ?? '')?.[1];
      if (pattern === undefined) return wrong(400, 'INVALID_ARGUMENT', 'badRequest');
      const fits = [...kept.values()].filter(({ setting }) => new RegExp(pattern.replaceAll('\\\\', '\\')).test(setting.type));
      const from = Number(searchParams.get('pageToken') ?? 0);
      return {
        status: 200,
        body: {
          ...(fits.length > from ? { policies: fits.slice(from, from + 3) } : {}),
          ...(from + 3 < fits.length ? { nextPageToken: String(from + 3) } : {})
        }
      };
    }
    if (method === 'POST' && name === 'policies') {
      if (!sent || !taken(sent)) return wrong(400, 'INVALID_ARGUMENT', 'badRequest');
      return operation(keep(sent));
    }
    if (!there || there.type === 'SYSTEM') return wrong(404, 'NOT_FOUND', 'notFound');
    if (method === 'PATCH') {
      const query = sent?.['policyQuery'] as Thing | undefined;
      if (!sent || !taken(sent) || query?.['orgUnit'] !== there.policyQuery.orgUnit) return wrong(400, 'INVALID_ARGUMENT', 'badRequest');
      return operation(keep(sent, 'ADMIN', name));
    }
    if (method === 'DELETE') {
      const isNamed = [...kept.values()].some(({ setting }) => JSON.stringify(setting.value).includes(`'${name}'`));
      if (isNamed) return wrong(400, 'FAILED_PRECONDITION', 'inUse');
      kept.delete(name);
      return { status: 200, body: { done: true, response: {} } };
    }
    return wrong(404, 'NOT_FOUND', 'notFound');
  }

  async function fetched(input: unknown, init: RequestInit = {}): Promise<Response> {
    const url = new URL(input as string);
    const method = init.method ?? 'GET';
    const sent = typeof init.body === 'string' ? (JSON.parse(init.body) as Thing) : undefined;
    asked.push({ method, path: url.pathname, at: Date.now() });
    const how = fault?.(method, nth++);
    if (how === 'dropped') throw new TypeError('fetch failed');
    if (how === 429) return json(429, wrong(429, 'RESOURCE_EXHAUSTED', 'rateLimitExceeded').body);
    if (how === 403) return json(403, wrong(403, 'PERMISSION_DENIED', 'forbidden').body);
    const { status, body } = answer(method, url, sent);
    contract?.(method, url, sent, status, body);
    if (how === 'lost') throw new TypeError('socket hang up');
    if (how === 'pending' && status === 200) return json(200, { name: 'operations/1', done: false });
    return json(status, body);
  }

  return {
    fetch: fetched as typeof fetch,
    asked,
    detectorNamed,
    /** What is there now, by the name that people see. */
    names: (): readonly string[] => [...kept.values()].map(({ setting }) => String(setting.value['displayName'])).sort(),
    rules: (): readonly Kept[] => [...kept.values()].filter(({ setting }) => setting.type === 'settings/rule.dlp'),
    /** Somebody changes it by hand. */
    spoil: (start: string, change: (value: Thing) => Thing): void => {
      for (const [name, policy] of kept) {
        if (String(policy.setting.value['displayName']).includes(start))
          kept.set(name, { ...policy, setting: { ...policy.setting, value: change(policy.setting.value) } });
      }
    },
    /** Somebody makes it a second time. */
    double: (start: string): void => {
      for (const policy of [...kept.values()]) {
        if (String(policy.setting.value['displayName']).includes(start)) keep({ ...policy });
      }
    }
  };
}

function operation(policy: Kept): { readonly status: number; readonly body: unknown } {
  return { status: 200, body: { done: true, response: { '@type': 'type.googleapis.com/google.apps.cloudidentity.v1.Policy', ...policy } } };
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json; charset=UTF-8' } });
}

function wrong(code: number, status: string, reason: string): { readonly status: number; readonly body: unknown } {
  return { status: code, body: { error: { code, message: reason, status, errors: [{ message: reason, domain: 'global', reason }] } } };
}
