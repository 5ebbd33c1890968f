import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../../../shared/contracts/graph/', import.meta.url);

/** Whether Microsoft's own schema is here. */
export const hasContract = existsSync(fileURLToPath(new URL('graph-contract.mjs', folder)));

interface Checker {
  readonly checkRequest: (method: string, url: string) => { readonly ok: boolean; readonly errors: readonly string[] };
  readonly checkResponse: (request: unknown, body: unknown) => readonly string[];
}

/** Holds requests and answers to Microsoft's own schema, where it is here; else lets everything through. Beta is not in it. */
export async function graphContract(): Promise<(method: string, url: string, body: unknown, status: number) => void> {
  if (!hasContract) return () => {};
  const { GraphContract } = (await import(new URL('graph-contract.mjs', folder).href)) as {
    GraphContract: { load: (file: string) => Checker };
  };
  const checker = GraphContract.load(fileURLToPath(new URL('graph-v1.0.contract.json', folder)));
  return (method, url, body, status) => {
    if (url.includes('/beta/')) return;
    const request = checker.checkRequest(method, url);
    if (!request.ok) throw new Error(`${method} ${url}: ${request.errors.join('; ')}`);
    if (status !== 200) return;
    const frame = body as { readonly value?: unknown };
    const complex = url.endsWith('/deviceManagement/settings') || url.endsWith('/mailboxSettings/userPurpose');
    const errors = complex ? [] : checker.checkResponse(request, frame);
    if (errors.length > 0) throw new Error(`${url}: ${errors.slice(0, 5).join('; ')}`);
  };
}
