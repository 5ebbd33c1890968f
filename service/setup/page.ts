import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import express from 'express';
import { fill, type Locale } from '../../core/locale.ts';
import { todayAt } from '../auditing.ts';
import { builtFolder } from '../built.ts';
import type { Io } from '../cli/command.ts';
import { words } from '../cli/setup-words.ts';
import { readEnvironment } from '../environment.ts';
import { failure } from '../failure.ts';
import { type SetupDesk, setupRoutes } from '../routes/setup.ts';
import { listen } from '../serve.ts';
import type { Outside } from '../tenants.ts';
import { grantings } from './consent.ts';
import { featureNames } from './features.ts';
import { type Plan, parsedEnv, planOf } from './plan.ts';
import { type Answers, putting, stepNames, steps } from './questions.ts';
import { rightsFor } from './rights.ts';
import { tryRights } from './trying.ts';
import { type Found, found, writePlan } from './writing.ts';

interface PageOptions {
  readonly file: string;
  readonly io: Pick<Io, 'env' | 'now' | 'stop' | 'stdout' | 'stderr'>;
  readonly world: Outside | undefined;
  readonly lang: Locale;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  /** The folder that the build wrote; tests bring their own. */
  readonly built?: string;
}

/** Serves the page of the set-up until it is ended; resolves to the exit code. */
export async function setupPage({
  file,
  io,
  world,
  lang,
  host = '127.0.0.1',
  port = '0',
  built = builtFolder()
}: PageOptions): Promise<number> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    throw failure('wrong-use', `«${port}» is no port. A port is a whole number from 0 to 65535.`);
  const code = randomBytes(32).toString('base64url');
  const local = host === 'localhost' || host === '::1' || /^127\./.test(host);
  const app = express();
  app.disable('x-powered-by');
  const { server, port: taken } = await listen(app, [Number(port)], host);
  const origin = `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${taken}`;
  // As in the terminal: 0 once it was written, 1 where a right was missing when they were last tried, 2 where nothing was written.
  let wrote = false;
  let lacking = false;
  const asked = setupDesk({ file, io, world });
  const desk: SetupDesk = {
    ...asked,
    try: async answers => {
      const tried = await asked.try(answers);
      lacking = tried.rights.some(({ standing }) => standing === 'missing');
      return tried;
    },
    write: async answers => {
      const written = await asked.write(answers);
      wrote = true;
      return written;
    }
  };
  app.use(setupRoutes(built, desk, { code, origin, local, now: () => io.now().getTime() }));
  try {
    // Without Welsh being asked for, the page speaks as the browser does.
    const url = `${origin}/setup${lang === 'cy' ? '?lang=cy' : ''}#${code}`;
    await io.stdout.write(`${fill(words.page[lang], { url })}\n${words.pageEnds[lang]}\n`);
    if (!io.stop.aborted) await once(io.stop, 'abort');
  } finally {
    server.close();
    server.closeAllConnections();
  }
  if (wrote) return lacking ? 1 : 0;
  await io.stdout.write(`${words.notWritten[lang]}\n`);
  return 2;
}

/** What the page asks: the same questions and checks as in the terminal, on the files as they are at that moment. */
function setupDesk({ file, io, world }: Pick<PageOptions, 'file' | 'io' | 'world'>): SetupDesk {
  const planned = async (answers: Answers): Promise<{ readonly plan: Plan; readonly before: Found }> => {
    const before = await found(file, io.env);
    const wrong = putting(answers, before.start).find(each => each.wrong);
    if (wrong) throw failure('wrong-use', `${wrong.question.ask.en} ${wrong.wrong!.en}`);
    return { plan: planOf(answers, before.start, before.envBefore), before };
  };
  return {
    questions: async answers => {
      const { start } = await found(file, io.env);
      const put = putting(answers, start);
      return {
        steps: steps.map(step => ({
          id: step,
          title: stepNames[step],
          questions: put
            .filter(({ question }) => question.step === step)
            .map(({ question: { id, kind, ask, hint, options, optional, variable }, answer, wrong }) => ({
              id,
              kind,
              ask,
              // What was typed as a secret stays in the page.
              answer: kind === 'secret' ? '' : answer,
              optional: optional === true,
              kept: variable !== undefined && start.secrets.includes(variable),
              ...(hint && { hint }),
              ...(options && { options }),
              ...(wrong && { wrong })
            }))
        }))
      };
    },
    preview: async answers => {
      const { plan } = await planned(answers);
      const today = todayAt(plan, io.now());
      return {
        difference: plan.difference,
        secrets: plan.secrets,
        changes: plan.before !== plan.yaml || plan.env !== undefined,
        rights: rightsFor(plan.config, today).map(({ feature, right }) => ({ feature: featureNames[feature], right: right.name })),
        granting: grantings(plan.config, today)
      };
    },
    try: async answers => {
      const { plan, before } = await planned(answers);
      const environment = readEnvironment({ ...before.env, ...(plan.env === undefined ? {} : parsedEnv(plan.env)) }, before.start.folder);
      const tried = await tryRights(plan.config, { environment, today: todayAt(plan, io.now()), stop: io.stop, world });
      return {
        rights: tried.map(({ feature, right, standing, why, todo }) => ({
          feature: featureNames[feature],
          right: right.name,
          standing,
          ...(why && { why }),
          ...(todo && { todo })
        }))
      };
    },
    write: async answers => {
      const { plan, before } = await planned(answers);
      return writePlan(plan, before, io.now());
    }
  };
}
