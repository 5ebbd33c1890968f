import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = new URL('../../../../shared/contracts/google/', import.meta.url);

/** Whether Google's own discovery documents are here. */
export const hasDiscovery = existsSync(fileURLToPath(new URL('discovery-contract.mjs', folder)));

interface Route {
  readonly id: string;
  readonly req?: string;
  readonly res?: string;
}
interface Discovery {
  readonly match: (method: string, path: string) => { readonly route: Route } | undefined;
  readonly checkQuery: (route: Route, query: URLSearchParams) => readonly string[];
  readonly check: (ref: string | undefined, value: unknown) => readonly string[];
}

/** Holds requests and answers to Google's own discovery documents, where they are here; else lets everything through. */
export async function googleContract(): Promise<(method: string, url: URL, sent: unknown, status: number, body: unknown) => void> {
  if (!hasDiscovery) return () => {};
  // The checker lies outside the project and asks for a package that lies inside.
  const source = readFileSync(new URL('discovery-contract.mjs', folder), 'utf8').replace(
    "'ajv'",
    `'${pathToFileURL(createRequire(import.meta.url).resolve('ajv')).href}'`
  );
  const { loadDiscovery, buildContract } = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as {
    loadDiscovery: (folder: string, names: readonly string[]) => readonly unknown[];
    buildContract: (docs: readonly unknown[]) => Discovery;
  };
  const names = [
    'admin.directory_v1',
    'admin.reports_v1',
    'cloudidentity.v1',
    'chromepolicy.v1',
    'gmail.v1',
    'classroom.v1',
    'people.v1'
  ].map(name => `${name}.json`);
  const contract = buildContract(loadDiscovery(fileURLToPath(new URL('discovery', folder)), names));
  return (method, url, sent, status, body) => {
    const found = contract.match(method, url.pathname);
    if (!found) throw new Error(`Google has no ${method} ${url.pathname}`);
    const errors = [
      ...contract.checkQuery(found.route, url.searchParams),
      ...(sent === undefined ? [] : contract.check(found.route.req, sent)),
      ...(status === 200 ? contract.check(found.route.res, body) : [])
    ];
    if (errors.length > 0) throw new Error(`${found.route.id}: ${errors.slice(0, 5).join('; ')}`);
  };
}
