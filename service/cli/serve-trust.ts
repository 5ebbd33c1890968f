import { once } from 'node:events';
import { resolve } from 'node:path';
import { builtFolder } from '../built.ts';
import { isFailure } from '../failure.ts';
import type { Io } from './command.ts';

/** Serves every school of a trust from one process, until it is stopped. SIGHUP reads the files again. */
export async function serveTrust(
  named: string,
  { port: wanted, host }: { readonly port: number; readonly host: string },
  io: Io
): Promise<number> {
  const [{ listen }, { readTrustFile }, { openTrust }, { logTo }, { readEnvironment }] = await Promise.all([
    import('../serve.ts'),
    import('../trust.ts'),
    import('../trust-service.ts'),
    import('../log.ts'),
    import('../environment.ts')
  ]);
  const { logLevel, connections, smtp, data } = readEnvironment(io.env, io.cwd);
  const log = logTo(io.stderr, logLevel);
  const trust = await readTrustFile(resolve(io.cwd, named), named);
  const service = await openTrust(trust, { io, built: builtFolder(), log, ...(connections === undefined ? {} : { connections }) });
  const { server, port } = await listen(service.app, [wanted], host).catch(async (error: unknown) => {
    await service.stop();
    throw error;
  });
  const say = (line: string): Promise<void> => io.stdout.write(`${line}\n`);
  const told = async (): Promise<void> => {
    for (const { says } of service.faults()) await io.stderr.write(`${says}\n`);
  };
  const again = (): void => {
    service.reread().then(
      () => told(),
      (error: unknown) => io.stderr.write(`trust.yaml was not read again. ${isFailure(error) ? error.message : 'A fault of Beadle’s.'}\n`)
    );
  };
  process.on('SIGHUP', again);
  try {
    await say(`Beadle is at http://${host === '0.0.0.0' ? 'localhost' : host}:${port} for ${trust.name} – Ctrl-C ends it.`);
    if (!smtp) {
      const lie = data === undefined ? '.beadle/outbox beside the beadle.yaml of each school' : `${data}/outbox`;
      await say(`Mails, codes among them, lie in ${lie}, because BEADLE_SMTP_URL names no mail server.`);
    }
    await say(`The database is ${service.shared.where}.`);
    const begun = performance.now();
    await Promise.race([service.begin(), once(io.stop, 'abort')]);
    if (!io.stop.aborted) {
      await told();
      const faults = service.faults().length;
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      await say(`${trust.schools.length - faults} of ${trust.schools.length} schools are served; their jobs were planned in ${seconds} s.`);
      if (!io.stop.aborted) await once(io.stop, 'abort');
    }
  } finally {
    process.off('SIGHUP', again);
    await service.stop(server);
  }
  return 0;
}
