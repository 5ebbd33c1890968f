import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as z from 'zod';
import { type DutyId, duties } from '../core/duties.ts';
import { locales } from '../core/locale.ts';
import { models } from '../core/policies/models/index.ts';
import { parties, type Policy } from '../core/policies/policy.ts';
import { topics } from '../core/policies/topics.ts';
import { failure, fileFailure } from './failure.ts';
import { nearest } from './nearest.ts';
import { readYaml } from './yaml.ts';

/** Whether this names a file rather than one of the model policies: it has an ending or a folder in it. */
export function isPolicyFile(name: string): boolean {
  return /[./\\]/.test(name);
}

/**
 * The policy of this name: a model's id, or the path of a `policy.yaml` relative to `folder`. Throws a `Failure` that says what is wrong in
 * which line, or which policies there are.
 */
export async function readPolicy(name: string, folder: string): Promise<Policy> {
  const model = models.find(({ id }) => id === name);
  if (model) return model;
  if (!isPolicyFile(name)) {
    const ids = models.map(({ id }) => id);
    const near = nearest(name, ids);
    throw failure(
      'wrong-policy',
      `names no policy that Beadle knows: «${name}». ${near ? `Did you mean «${near}»?` : `Known are ${ids.join(', ')}; your own is a path such as ./policy.yaml.`}`
    );
  }
  const text = await readFile(resolve(folder, name), 'utf8').catch((error: unknown) => {
    throw fileFailure(error, name);
  });
  return policyOf(text, name);
}

/** Reads the text of a `policy.yaml`. Throws a `Failure` that names the line, the key, what was expected and the nearest right one. */
export function policyOf(text: string, file: string): Policy {
  const { value, at } = readYaml(text, file, policySchema, 'wrong-policy');
  const first = new Map<string, number>();
  value.clauses.forEach(({ id }, i) => {
    const earlier = first.get(id);
    if (earlier !== undefined)
      throw at(['clauses', i, 'id'], `is «${id}», as that of clause #${earlier + 1}. Each clause has an id of its own.`);
    first.set(id, i);
  });
  const [language, ...others] = value.languages;
  return { ...(value as Omit<Policy, 'languages'>), languages: [language!, ...others] };
}

const wording = z.union([z.string().min(1), z.strictObject({ en: z.string().optional(), cy: z.string().optional() })]).meta({
  title: 'a text, or a text by language'
});

const date = z
  .string()
  .regex(/^\d{4}(-\d\d){0,2}$/)
  .meta({ title: 'a date in quotes', examples: ['"2026-09"'] });

function positionsOn(known: readonly string[]) {
  return z.union([z.enum(known), z.array(z.enum(known))]);
}

const policySchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .meta({ title: 'small letters, digits and hyphens', examples: ['our-school'] }),
  title: wording,
  languages: z.array(z.enum(locales)).min(1, { error: 'needs at least one language: en, cy.' }).default(['en']),
  adoptedOn: date.optional(),
  reviewDue: date.optional(),
  clauses: z.array(
    z.strictObject({
      id: z
        .string()
        .min(1)
        .meta({ title: 'the clause’s own number in quotes', examples: ['"12.1"'] }),
      section: z.string().default(''),
      text: wording,
      binds: z.array(z.enum(parties)).default([]),
      duties: z.array(z.enum(Object.keys(duties) as [DutyId, ...DutyId[]])).default([]),
      standing: z.literal('advice').optional(),
      positions: z
        .strictObject(
          Object.fromEntries(Object.entries(topics).map(([id, topic]) => [id, positionsOn(Object.keys(topic.positions)).optional()]))
        )
        .optional()
    })
  )
});
