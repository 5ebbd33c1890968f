import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = new URL('../../../../shared/contracts/google/', import.meta.url);

/** Whether the shapes that Google documents for add-ons are here. */
export const hasAddOnContract = existsSync(fileURLToPath(new URL('addon-contract.mjs', folder)));

/** What is wrong with a value, one line a fault. */
type Check = (value: unknown) => readonly string[];

/** The shapes of what Google posts to an add-on, and of what it takes for an answer. */
export interface AddOnContract {
  readonly event: Check;
  /** What triggers (home, open, compose) answer. */
  readonly renderActions: Check;
  /** What a click answers. */
  readonly onClick: Check;
  /** What asks for scopes. */
  readonly scopes: Check;
}

const anything: Check = () => [];

/** Made once for all tests: reading Google’s shapes takes a while. */
const shapes = read();

/** Google’s own shapes, where they are here; else everything is let through. */
export function addOnContract(): Promise<AddOnContract> {
  return shapes;
}

async function read(): Promise<AddOnContract> {
  if (!hasAddOnContract) return { event: anything, renderActions: anything, onClick: anything, scopes: anything };
  // The checker lies outside the project and asks for a package that lies inside.
  const ajv = pathToFileURL(createRequire(import.meta.url).resolve('ajv')).href;
  const discovery = readFileSync(new URL('discovery-contract.mjs', folder), 'utf8').replace("'ajv'", `'${ajv}'`);
  const source = readFileSync(new URL('addon-contract.mjs', folder), 'utf8').replace(
    "'./discovery-contract.mjs'",
    `'${dataUrl(discovery)}'`
  );
  const { addonValidators } = (await import(dataUrl(source))) as { addonValidators: (folder: string) => AddOnContract };
  return addonValidators(fileURLToPath(new URL('discovery', folder)));
}

function dataUrl(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source).replaceAll("'", '%27')}`;
}
