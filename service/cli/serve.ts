import { once } from 'node:events';
import { builtFolder } from '../built.ts';
import { failure } from '../failure.ts';
import { command } from './command.ts';

/** `beadle serve`: the page to try Beadle on, and the add-in for Outlook where the school uses it; on this machine only unless `--host` says otherwise. */
export const serve = command({
  path: 'serve',
  summary: 'show a page to try a mail on, and serve the add-in for Outlook',
  details:
    'Outlook is served where beadle.yaml has «outlook:». It asks for HTTPS: put a web server with a certificate in front.\n' +
    'Without --port it takes 8080, or the next free port after it. Nobody but this machine can open the page unless --host says otherwise.\n' +
    'The environment may give PORT instead.',
  arguments: [],
  options: {
    school: { kind: 'value', of: 'FILE', says: 'the school’s beadle.yaml (default: ./beadle.yaml, if it is there)' },
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
    const ports = asked === undefined || asked === '' ? Array.from({ length: 20 }, (_, i) => 8080 + i) : [portOf(asked)];
    const [{ listen, pagesFrom }, { keptOf, openOutlook }, { readSchool }, { manifestNeeded, manifestWritten }] = await Promise.all([
      import('../serve.ts'),
      import('../outlook.ts'),
      import('../school.ts'),
      import('../manifest-written.ts')
    ]);
    const log = (line: string): void => void io.stderr.write(`${line}\n`);
    const folder = builtFolder();
    const school = await readSchool(options.school, io);
    const outlook = school.config.outlook && (await openOutlook(school, { cwd: io.cwd, now: io.now, log }));
    const app = pagesFrom(folder, log, outlook);
    const { server, port } = await listen(app, ports, host);
    if (ports[0] !== 0 && port !== ports[0]) {
      await io.stderr.write(`Port ${ports[0]} is taken by another program, so Beadle took ${port}.\n`);
    }
    await io.stdout.write(
      `Beadle is at http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port} – Ctrl-C ends it.\n`
    );
    if (outlook) {
      await io.stdout.write(`Outlook is served for ${outlook.settings.origin}.\n`);
      const needed = manifestNeeded(school.policy, await manifestWritten(keptOf(school, io.cwd).folder));
      if (needed !== undefined) log(needed);
    }
    if (!io.stop.aborted) await once(io.stop, 'abort');
    server.close();
    server.closeAllConnections();
    return 0;
  }
});

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port >= 0 && port <= 65535) return port;
  throw failure('wrong-use', `«${text}» is no port. A port is a whole number from 0 to 65535: PORT=8080.`);
}
