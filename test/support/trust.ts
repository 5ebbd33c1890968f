import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen } from '../../service/serve.ts';
import { openTrust, type TrustService, type TrustWorld } from '../../service/trust-service.ts';
import { readTrustFile } from '../../service/trust.ts';

/** A folder with a `trust.yaml` and one folder a school. */
export async function trustFolder(yaml: string, schools: { readonly [folder: string]: string }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'beadle-trust-'));
  await writeFile(join(folder, 'trust.yaml'), yaml);
  for (const [name, text] of Object.entries(schools)) {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'beadle.yaml'), text);
  }
  return folder;
}

/** A trust that is served on a free port. */
export interface ServedTrust {
  readonly service: TrustService;
  readonly log: readonly string[];
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Serves the trust of a folder on a database. */
export async function servedTrust(folder: string, url: string, more: Partial<TrustWorld> = {}): Promise<ServedTrust> {
  const log: string[] = [];
  const line = (text: string): void => void log.push(text);
  const service = await openTrust(await readTrustFile(join(folder, 'trust.yaml')), {
    io: { cwd: folder, env: { DATABASE_URL: url, LOG_LEVEL: 'silent' }, now: () => new Date() },
    built: '/nowhere',
    log: { info: line, warn: line },
    ...more
  });
  const { server, port } = await listen(service.app, [0]);
  return {
    service,
    log,
    port,
    close: async () => {
      (server as Server).closeAllConnections();
      await service.stop(server);
      await rm(folder, { recursive: true, force: true });
    }
  };
}
