import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An authority of our own that stamps with OpenSSL, as real ones do. */
export interface Authority {
  readonly address: string;
  /** What it answers instead of a stamp, from now on; nothing: it stamps again. */
  instead: { readonly status: number; readonly body: string } | undefined;
  /** How often it was asked, and with how many bytes. */
  readonly asked: number[];
  /** The folder with `tsa.pem`, its certificate. */
  readonly folder: string;
  /** The reply to a question, as OpenSSL gives it. */
  readonly replyTo: (query: Uint8Array) => Buffer;
  readonly close: () => void;
}

/** Whether this machine has the OpenSSL that stamps. */
export function canStamp(): boolean {
  return spawnSync('openssl', ['version']).status === 0;
}

/** Starts one. */
export async function authority(): Promise<Authority> {
  const folder = mkdtempSync(join(tmpdir(), 'beadle-stamps-'));
  const run = (...args: readonly string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  writeFileSync(join(folder, 'openssl.cnf'), configuration);
  writeFileSync(join(folder, 'serial'), '01\n');
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-config', 'openssl.cnf', '-days', '30'];
  run(...made, '-keyout', 'tsa.key', '-out', 'tsa.pem');
  const replyTo = (query: Uint8Array): Buffer => {
    writeFileSync(join(folder, 'query.tsq'), query);
    run('ts', '-reply', '-config', 'openssl.cnf', '-queryfile', 'query.tsq', '-out', 'reply.tsr');
    return readFileSync(join(folder, 'reply.tsr'));
  };
  const asked: number[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const query = Buffer.concat(parts);
      asked.push(query.length);
      if (self.instead) return void response.writeHead(self.instead.status).end(self.instead.body);
      if (request.headers['content-type'] !== 'application/timestamp-query') return void response.writeHead(415).end();
      response.writeHead(200, { 'Content-Type': 'application/timestamp-reply' }).end(replyTo(query));
    });
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const self: Authority = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`,
    instead: undefined,
    asked,
    folder,
    replyTo,
    close: () => {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };
  return self;
}

const configuration = `[tsa]
default_tsa = one
[one]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
default_policy = 1.2.3.4.1
signer_digest = sha256
digests = sha256
ess_cert_id_alg = sha256
[req]
distinguished_name = name
x509_extensions = more
prompt = no
[name]
CN = Invented Stamping Authority
[more]
extendedKeyUsage = critical,timeStamping
basicConstraints = CA:FALSE
`;
