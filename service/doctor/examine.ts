import { dirname, join, resolve } from 'node:path';
import { todayAt } from '../auditing.ts';
import { readEnvironment } from '../environment.ts';
import type { School } from '../school.ts';
import { featureNames } from '../setup/features.ts';
import { tryRights } from '../setup/trying.ts';
import { found } from '../setup/writing.ts';
import { idOf } from '../signatures.ts';
import type { Outside } from '../tenants.ts';
import { databaseLines } from './database.ts';
import { type Line, right, unseen, wrong } from './line.ts';
import { freeAt, type Machine, machineLines } from './machine.ts';
import { outsideLines, type Reach, reach } from './outside.ts';

export interface Examined {
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  readonly now: () => Date;
  readonly stop: AbortSignal;
  readonly backups?: string | undefined;
  /** The world, where it is not as it is: in tests. */
  readonly world?: Outside | undefined;
  readonly reached?: Reach | undefined;
  readonly free?: Machine['free'];
  readonly node?: string;
}

/** Looks at a running system from the outside in, and changes nothing. `seen` is told each part as soon as it is known. */
export async function examine(
  school: School & { readonly file: string },
  given: Examined,
  seen: (lines: readonly Line[]) => Promise<void>
): Promise<readonly Line[]> {
  const { cwd, now, stop, world, reached = reach, free = freeAt, node = process.versions.node } = given;
  const { config } = school;
  const file = resolve(cwd, school.file);
  const folder = dirname(file);
  const { env } = await found(file, given.env);
  const environment = readEnvironment(env, cwd);
  const data = environment.data ?? join(folder, '.beadle');
  const all: Line[] = [];
  const add = async (lines: readonly Line[]): Promise<void> => {
    all.push(...lines);
    await seen(lines);
  };
  await add(await outsideLines(config, reached, now));
  if (!stop.aborted) await add(await databaseLines({ config, school: idOf(config), environment, data, now: now() }));
  if (!stop.aborted) {
    const tried = await tryRights(config, { environment, today: todayAt(school, now()), stop, world });
    await add(
      tried.map(({ feature, right: { name }, standing, why, todo }): Line => {
        const id = `right-${feature}-${name.replace('https://www.googleapis.com/auth/', '')}`;
        const values = { feature: featureNames[feature], name, why: why ?? '' };
        const line =
          standing === 'there'
            ? right(id, ['{name} is there, for {feature}.', 'Mae {name} yno, ar gyfer {feature}.'], values)
            : standing === 'missing'
              ? wrong(id, ['{name} is missing, for {feature}.', 'Mae {name} ar goll, ar gyfer {feature}.'], ['', ''], values)
              : unseen(
                  id,
                  ['{name} could not be tried, for {feature}: {why}', 'Ni ellid rhoi cynnig ar {name}, ar gyfer {feature}: {why}'],
                  undefined,
                  values,
                  why?.en === 'there was no answer'
                );
        return todo ? { ...line, todo } : line;
      })
    );
  }
  if (!stop.aborted) await add(await machineLines({ config, folder, data, environment, now: now(), node, backups: given.backups, free }));
  return all;
}

/** 0: all is right; 1: something is wrong; 2: nothing is, as far as could be seen, but something could not be looked at. */
export function exitCodeOf(lines: readonly Line[]): number {
  if (lines.some(({ state }) => state === 'wrong')) return 1;
  return lines.some(({ failed }) => failed) ? 2 : 0;
}
