import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as z from 'zod';
import { type DutyId, duties } from '../core/duties.ts';
import { locales } from '../core/locale.ts';
import { models } from '../core/policies/models/index.ts';
import { type Policy, parties } from '../core/policies/policy.ts';
import { type Topic, topics } from '../core/policies/topics.ts';
import { failure, fileFailure } from './failure.ts';
import { nearest } from './nearest.ts';
import { textOf } from './text.ts';
import { readYaml, type Written } from './yaml.ts';

/** A policy by what a person calls it: one of Beadle's by its id, or a `policy.yaml` in `folder`. Throws a `Failure` where there is neither. */
export async function policyNamed(name: string, folder: string): Promise<Policy> {
  const model = models.find(({ id }) => id === name);
  if (model) return model;
  if (!looksLikeFile(name)) {
    const known = models.map(({ id }) => id);
    const near = nearest(name, known);
    throw failure(
      'wrong-policy',
      `There is no policy «${name}». ${near ? `Did you mean «${near}»?` : `Known here: ${known.join(', ')}.`} A file is named with its ending: policy.yaml.`
    );
  }
  return (await readPolicyFile(name, folder)).value;
}

async function readPolicyFile(name: string, folder: string): Promise<Written<Policy>> {
  try {
    return readPolicy(textOf(await readFile(resolve(folder, name))), name);
  } catch (error) {
    throw fileFailure(error, name);
  }
}

/** Whether a policy is named as a file: it has an ending or a folder. */
function looksLikeFile(name: string): boolean {
  return /[./\\]/.test(name);
}

/** Reads a `policy.yaml`. Throws a `Failure` that names the line, the key, what was expected and the nearest right key or duty. */
export function readPolicy(text: string, file: string): Written<Policy> {
  const written = readYaml(text, file, policySchema(), 'wrong-policy');
  return { value: policyOf(written.value), at: written.at };
}

/** The same with every key left out that has no value. */
function policyOf(written: z.output<ReturnType<typeof policySchema>>): Policy {
  return filled({ ...written, clauses: written.clauses.map(filled) }) as Policy;
}

function filled(object: object): object {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

/** The schema of `policy.yaml`. */
function policySchema() {
  return z.strictObject({
    id: named('the policy’s short name', 'oak-primary').regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    title: wording('the policy’s title'),
    languages: z.array(z.enum(locales)).min(1, { error: 'needs at least one language: [en].' }).default(['en']),
    adoptedOn: date('When the policy was adopted.'),
    reviewDue: date('When the policy is to be reviewed.'),
    clauses: z
      .array(
        z.strictObject({
          id: z
            .union([named('a number', '4'), z.int()])
            .transform(String)
            .meta({ description: 'The document’s own number, in quotes where it has a point: "4.2".' }),
          section: z.string().default(''),
          text: wording('the clause’s words'),
          binds: z.array(z.enum(parties)).default([]).meta({ description: 'Whom it binds.' }),
          duties: z
            .array(z.enum(Object.keys(duties) as [DutyId, ...DutyId[]]))
            .default([])
            .meta({ description: 'What it asks for. None: it is guidance.' }),
          standing: z.enum(['advice']).optional().meta({ description: 'It binds nobody, such as a union’s advice bound in.' }),
          positions: positionsSchema().optional().meta({ description: 'Where it stands on what schools decide differently.' })
        })
      )
      .meta({ description: 'The clauses, in the document’s order.' })
  });
}

function positionsSchema() {
  return z.strictObject(
    Object.fromEntries(
      Object.entries<Topic>(topics).map(([id, { says, positions }]) => {
        const one = z.enum(Object.keys(positions));
        return [
          id,
          z
            .union([one, z.array(one)])
            .optional()
            .meta({ description: says.en })
        ];
      })
    )
  );
}

function wording(title: string) {
  const words = z.string().meta({ title, examples: ['Staff sign each year.'] });
  return z.union([words, z.strictObject({ en: z.string().optional(), cy: z.string().optional() })]);
}

function date(description: string) {
  return z
    .union([z.string().meta({ title: 'a date', examples: ['2026-09-01'] }), z.int()])
    .transform(String)
    .optional()
    .meta({ description });
}

function named(title: string, example: string) {
  return z
    .string()
    .trim()
    .min(1)
    .meta({ title, examples: [example] });
}
