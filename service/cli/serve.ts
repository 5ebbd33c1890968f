import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { builtFolder } from '../built.ts';
import { failure, isFailure } from '../failure.ts';
import type { School } from '../school.ts';
import { trustFile } from '../trust-file.ts';
import { command, type Io } from './command.ts';
import { serveTrust } from './serve-trust.ts';

/** `beadle serve`: the pages, the bot, the jobs and the add-in for Outlook, as far as the school uses them; on this machine only unless `--host` says otherwise. */
export const serve = command({
  path: 'serve',
  summary: 'show a page to try a mail on, ask people to sign, and serve the add-ins for Outlook and Gmail',
  details:
    'Outlook is served where beadle.yaml has «outlook:», Gmail where it has «gmail:». Both ask for HTTPS: put a web server with a certificate in front.\n' +
    'Without --port it takes 8080, or the next free port after it. Nobody but this machine can open the page unless --host says otherwise.\n' +
    'People are asked where beadle.yaml has «signatures:». The database lies in the folder\n' +
    '.beadle beside it, or on the PostgreSQL server that DATABASE_URL names. Where there is no beadle.yaml the demonstration comes: an invented school for\n' +
    'one day, with a clock to move, for this machine alone. It lies in .beadle/demonstration, always uses the PostgreSQL that npm brought, and the button\n' +
    '«Begin anew» on its page takes it away; without that database the page to try a mail on comes alone, at /try. The environment may also give PORT, BEADLE_DATA (another folder),\n' +
    'BEADLE_SMTP_URL (the mail server), BEADLE_BOT_PASSWORD, BEADLE_METRICS_TOKEN and LOG_LEVEL, and for\n' +
    'audits what «beadle audit --help» names.',
  arguments: [],
  options: {
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml, if it is there)' },
    trust: { kind: 'value', of: 'FILE', says: 'the trust.yaml of many schools (default: ./trust.yaml, if it is there)' },
    port: { kind: 'value', of: 'PORT', says: 'the port to listen on; 0 takes any that is free' },
    host: { kind: 'value', of: 'HOST', says: 'the address to listen on; 0.0.0.0 lets other machines in' }
  },
  examples: [
    { line: 'beadle serve', says: 'open http://localhost:8080 and write a mail' },
    { line: 'beadle serve --port 9000', says: 'on a port of your choice' },
    { line: 'beadle serve --school schools/oak.yaml', says: 'with Outlook for that school' }
  ],
  run: async (_args, options, io) => {
    const asked = options.port ?? io.env['PORT'];
    const host = options.host ?? '127.0.0.1';
    const trust = options.trust ?? (options.school === undefined && existsSync(resolve(io.cwd, trustFile)) ? trustFile : undefined);
    if (trust !== undefined) return serveTrust(trust, { port: asked === undefined || asked === '' ? 8080 : portOf(asked), host }, io);
    const ports = asked === undefined || asked === '' ? Array.from({ length: 20 }, (_, i) => 8080 + i) : [portOf(asked)];
    const [
      { listen, pagesFrom },
      { keptOf, openOutlook },
      { readSchool },
      { manifestNeeded, manifestWritten },
      { readEnvironment },
      { logTo },
      { registrationOf },
      { openService },
      { openGmail },
      { gmailRoutes }
    ] = await Promise.all([
      import('../serve.ts'),
      import('../outlook.ts'),
      import('../school.ts'),
      import('../manifest-written.ts'),
      import('../environment.ts'),
      import('../log.ts'),
      import('../registration.ts'),
      import('../service.ts'),
      import('../gmail.ts'),
      import('../routes/gmail.ts')
    ]);
    const environment = readEnvironment(io.env, io.cwd);
    const log = logTo(io.stderr, environment.logLevel);
    const folder = builtFolder();
    const school = await readSchool(options.school, io);
    const isLocal = isThisMachine(host);
    const registered = registrationOf(school.config.bot, environment, isLocal);
    const outlook = school.config.outlook && (await openOutlook(school, { cwd: io.cwd, now: io.now, log: log.warn }));
    const gmail = school.config.gmail && (await openGmail(school, { cwd: io.cwd, now: io.now, log: log.warn }));
    const service = openService(environment.metricsToken);
    // The one place where it is decided: without a beadle.yaml an invented school lives here for a day.
    const demonstration =
      school.file === undefined
        ? (await import('../demonstration/demonstration.ts')).openDemonstration({
            data: environment.data ?? join(io.cwd, '.beadle'),
            now: io.now,
            built: folder,
            log,
            metricsToken: environment.metricsToken,
            registered
          })
        : undefined;
    const behind = gmail ? [service.routes, gmailRoutes(folder, gmail, log.warn)] : [service.routes];
    const first = demonstration ? [demonstration.routes] : behind;
    const { server, port } = await listen(pagesFrom(folder, log.warn, outlook, first), ports, host);
    const here = `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port}`;
    const say = (line: string): Promise<void> => io.stdout.write(`${line}\n`);
    try {
      if (ports[0] !== 0 && port !== ports[0])
        await io.stderr.write(`Port ${ports[0]} is taken by another program, so Beadle took ${port}.\n`);
      await say(`Beadle is at ${here} – Ctrl-C ends it.`);
      if (outlook) {
        await say(`Outlook is served for ${outlook.settings.origin}.`);
        const needed = manifestNeeded(school.policy, await manifestWritten(keptOf(school, io.cwd).folder));
        if (needed !== undefined) await io.stderr.write(`${needed}\n`);
      }
      if (gmail) await say(`Gmail is served for ${gmail.settings.origin}.`);
      const begun = await (demonstration?.begin(here) ?? service.begin({ school, io, built: folder, log, registered, origin: here })).catch(
        withoutDatabase(school, io)
      );
      for (const line of begun ?? []) await say(line);
      if (!io.stop.aborted) await once(io.stop, 'abort');
    } finally {
      await (demonstration ?? service).stop(server);
    }
    return 0;
  }
});

/** A school that asks nobody is shown its pages on a machine that has no database for it. */
function withoutDatabase(school: School, io: Io): (error: unknown) => Promise<undefined> {
  return async error => {
    const isOwn = school.file !== undefined;
    if (!isFailure(error) || error.code !== 'no-database' || school.config.signatures || (isOwn && io.env['DATABASE_URL'])) throw error;
    await io.stderr.write(
      isOwn
        ? `Nobody can sign here: ${error.message}\n`
        : 'The demonstration needs the PostgreSQL that npm brings, which does not start here: the page to try a mail on comes alone, at /try.\n'
    );
    return undefined;
  };
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port >= 0 && port <= 65535) return port;
  throw failure('wrong-use', `«${text}» is no port. A port is a whole number from 0 to 65535: PORT=8080.`);
}
