import { resolve } from 'node:path';
import * as z from 'zod';
import { isAddressOfServer } from './store/database.ts';
import { failure } from './failure.ts';

/** A secret. It has to be asked for, so that no log and no message prints it by printing what it stands in. */
export type Secret = () => string;

/** How much is logged. */
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What the environment says to the service. */
export interface Environment {
  /** A PostgreSQL server; without it the built-in database is used. */
  readonly database: Secret | undefined;
  /** The folder in which the built-in database and mails that nobody takes away lie, where one is named. */
  readonly data: string | undefined;
  /** How many connections to the database the pages of a trust take at most. */
  readonly connections: number | undefined;
  readonly smtp: Secret | undefined;
  readonly botPassword: Secret | undefined;
  /** By which `/metrics` is read from another machine. */
  readonly metricsToken: Secret | undefined;
  /** How Beadle proves to Microsoft Entra that it may read: one of these. The paths are those of a certificate with its key, and of a federated token. */
  readonly graph: {
    readonly secret?: Secret;
    readonly certificate?: string;
    readonly assertion?: string;
    readonly managedIdentity?: true;
  };
  /** The file of the key of Google's service account. */
  readonly googleKey: string | undefined;
  readonly logLevel: (typeof logLevels)[number];
  /** Real people are asked: nothing may be left open that is good for trying. */
  readonly production: boolean;
}

const secret = z.string().transform(
  (value): Secret =>
    () =>
      value
);

const shape = z.object({
  DATABASE_URL: secret
    .refine(value => isAddressOfServer(value()), {
      error: 'is no address of a PostgreSQL server. Write postgresql://user:password@host:5432/database.'
    })
    .optional(),
  BEADLE_DATA: z.string().optional(),
  BEADLE_CONNECTIONS: z.coerce
    .number({ error: 'is no number. Write how many connections to the database may be open, such as 16.' })
    .int({ error: 'is no whole number. Write 16.' })
    .min(2, { error: 'is too few. Write 2 or more.' })
    .max(500, { error: 'is too many. Write 500 or fewer.' })
    .optional(),
  BEADLE_SMTP_URL: secret
    .refine(value => /^smtps?:\/\/[^\s/]/i.test(value()) && URL.canParse(value()), {
      error: 'is no address of a mail server. Write smtps://user:password@mail.school.example.'
    })
    .optional(),
  BEADLE_BOT_PASSWORD: secret.optional(),
  BEADLE_METRICS_TOKEN: secret
    .refine(value => value().length >= 20, { error: 'is too short to keep anybody out. Take twenty letters or more.' })
    .optional(),
  BEADLE_GRAPH_SECRET: secret.optional(),
  BEADLE_GRAPH_CERTIFICATE: z.string().optional(),
  BEADLE_GRAPH_ASSERTION_FILE: z.string().optional(),
  BEADLE_GRAPH_MANAGED_IDENTITY: z.enum(['0', '1'], { error: 'is neither 1 nor 0. Write 1 for a managed identity.' }).optional(),
  BEADLE_GOOGLE_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `is no level. Take one of ${logLevels.join(', ')}.` }).default('info'),
  NODE_ENV: z.string().optional()
});

/** Reads the environment, once. Throws `wrong-config` with a sentence for each name that is wrong; no sentence repeats a value. What is empty is left out. */
export function readEnvironment(env: { readonly [name: string]: string | undefined }, cwd: string): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const read = shape.safeParse(given);
  if (!read.success) {
    throw failure(
      'wrong-config',
      read.error.issues.map(({ path, message }) => `${String(path[0])} in the environment ${message}`).join('\n')
    );
  }
  const { data } = read;
  return {
    database: data.DATABASE_URL,
    connections: data.BEADLE_CONNECTIONS,
    data: data.BEADLE_DATA === undefined ? undefined : resolve(cwd, data.BEADLE_DATA),
    smtp: data.BEADLE_SMTP_URL,
    botPassword: data.BEADLE_BOT_PASSWORD,
    metricsToken: data.BEADLE_METRICS_TOKEN,
    graph: {
      ...(data.BEADLE_GRAPH_SECRET && { secret: data.BEADLE_GRAPH_SECRET }),
      ...(data.BEADLE_GRAPH_CERTIFICATE && { certificate: resolve(cwd, data.BEADLE_GRAPH_CERTIFICATE) }),
      ...(data.BEADLE_GRAPH_ASSERTION_FILE && { assertion: resolve(cwd, data.BEADLE_GRAPH_ASSERTION_FILE) }),
      ...(data.BEADLE_GRAPH_MANAGED_IDENTITY === '1' && { managedIdentity: true as const })
    },
    googleKey: data.BEADLE_GOOGLE_KEY === undefined ? undefined : resolve(cwd, data.BEADLE_GOOGLE_KEY),
    logLevel: data.LOG_LEVEL,
    production: data.NODE_ENV === 'production'
  };
}
