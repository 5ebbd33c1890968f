import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';

const contracts = new URL('../../../shared/contracts/cards/', import.meta.url);

/** Whether the vendor's contracts of cards lie beside the clone. */
export const haveContracts = existsSync(contracts);

/** What the official schema of Adaptive Cards 1.5 says of a card; nothing where it is right. */
export function schemaErrors(): (card: unknown) => readonly string[] {
  const schema = JSON.parse(readFileSync(new URL('adaptive-card-1.5.0.json', contracts), 'utf8')) as { id?: string };
  // Draft 6 calls it `$id`.
  delete schema.id;
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addMetaSchema(createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json') as object);
  const valid = ajv.compile(schema);
  return card => (valid(card) ? [] : (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`));
}

/** Teams' own settings of the renderer. */
export function hostConfig(theme: 'light' | 'dark'): object {
  return JSON.parse(readFileSync(new URL(`microsoft-teams-${theme}.json`, contracts), 'utf8')) as object;
}

/** Every object inside a card that names its type, the card first. */
export function partsOf(card: unknown): readonly { readonly [name: string]: unknown }[] {
  if (Array.isArray(card)) return card.flatMap(partsOf);
  if (typeof card !== 'object' || card === null) return [];
  const own = card as { readonly [name: string]: unknown };
  return [
    ...('type' in own && typeof own['type'] === 'string' ? [own] : []),
    ...Object.entries(own).flatMap(([name, value]) => (name === 'data' ? [] : partsOf(value)))
  ];
}
