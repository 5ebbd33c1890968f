import { dirname, join } from 'node:path';
import type { Io } from './cli/command.ts';
import { audiencesOf } from './config-signatures.ts';
import { deskOf } from './desk.ts';
import { readEnvironment } from './environment.ts';
import { passingSigningKey } from './ledger/signing-key.ts';
import { daysOf } from './signatures.ts';
import { openShared, type Shared } from './store/database.ts';
import { type Member, readMembers, type Trust } from './trust.ts';

/** Where a school of a trust stands: numbers for the staff of the trust, and nobody's name. */
export interface SchoolState {
  /** Its id; the file where that cannot be read. */
  readonly id: string;
  readonly name?: string;
  /** Who is there today. */
  readonly people?: number;
  /** Signatures that are wanted and not given. */
  readonly outstanding?: number;
  readonly audit?: { readonly on: string; readonly right: number; readonly wrong: number; readonly unknown: number };
  /** Audits are switched on, and none has run yet. */
  readonly auditDue?: true;
  /** Why it cannot be served, in whole sentences. */
  readonly fault?: string;
}

/** Where every school of a trust stands, in the order of its file. Each is read as the school itself sees its rows. */
export async function statesOf(trust: Trust, { cwd, env, now }: Pick<Io, 'cwd' | 'env' | 'now'>): Promise<readonly SchoolState[]> {
  const environment = readEnvironment(env, cwd);
  const members = await readMembers(trust);
  const folder = join(environment.data ?? join(dirname(trust.file), '.beadle'), 'database');
  const shared = await openShared({ url: environment.database?.(), folder });
  try {
    const states: SchoolState[] = [];
    for (const member of members) states.push(await stateOf(member, shared, now));
    return states;
  } finally {
    await shared.close();
  }
}

async function stateOf({ file, read }: Member, shared: Pick<Shared, 'of'>, now: () => Date): Promise<SchoolState> {
  if ('wrong' in read) return { id: file, fault: read.wrong };
  const { id, name, config } = read;
  const due = config.audit && ({ auditDue: true } as const);
  const { db } = shared.of(id);
  if (!(await db.selectFrom('school').select('id').where('id', '=', id).executeTakeFirst())) return { id, name, ...due };
  const days = daysOf(config, now());
  const { signatures } = config;
  // Nothing is signed here.
  const desk =
    signatures &&
    deskOf({
      db,
      school: { id, name, timezone: config.school.timezone, terms: config.calendar.terms },
      audiences: audiencesOf(signatures),
      days,
      now,
      key: passingSigningKey(),
      link: () => Promise.resolve(''),
      teams: false
    });
  const today = days.dayOf(now().toISOString());
  const people = desk && (await desk.people()).filter(({ leftOn }) => leftOn === undefined || leftOn >= today).length;
  const outstanding =
    desk && (await desk.wanted()).filter(({ standing }) => standing !== 'signed' && standing !== 'excused' && standing !== 'left').length;
  const last = await db
    .selectFrom('audit_run')
    .select(['at', 'counts'])
    .where('school', '=', id)
    .where('at', '=', eb =>
      eb
        .selectFrom('audit_run')
        .select(({ fn }) => fn.max('at').as('at'))
        .where('school', '=', id)
    )
    .execute();
  const sum = (of: 'right' | 'wrong' | 'unknown'): number => last.reduce((all, { counts }) => all + counts[of], 0);
  return {
    id,
    name,
    ...(people === undefined ? {} : { people }),
    ...(outstanding === undefined ? {} : { outstanding }),
    ...(last[0]
      ? { audit: { on: days.dayOf(last[0].at.toISOString()), right: sum('right'), wrong: sum('wrong'), unknown: sum('unknown') } }
      : due)
  };
}

/** All schools together. */
export function totalsOf(states: readonly SchoolState[]): {
  readonly schools: number;
  readonly people: number;
  readonly outstanding: number;
  readonly wrong: number;
} {
  const sum = (of: (state: SchoolState) => number | undefined): number => states.reduce((all, state) => all + (of(state) ?? 0), 0);
  return {
    schools: states.length,
    people: sum(({ people }) => people),
    outstanding: sum(({ outstanding }) => outstanding),
    wrong: sum(({ audit }) => audit?.wrong)
  };
}
