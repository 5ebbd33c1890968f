import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, SignJWT } from 'jose';
import type { Router } from 'express';
import { openOutlook, type Outlook } from '../../../service/outlook.ts';
import { readSchool } from '../../../service/school.ts';
import { pagesFrom } from '../../../service/serve.ts';
import { origin } from './outlook.ts';
import { registration } from './registration.ts';

const { clientId, tenant, person } = registration;

const config = `
school: { name: Example Primary School, timezone: Europe/London, languages: [en, cy], policy: st-norberts }
domains: { staff: [school.example], pupils: [pupils.school.example] }
people: { headteacher: [head@school.example], deputies: [], coordinator: [esafety@school.example], dsl: [], chairOfGovernors: [] }
directory: [{ file: people.csv }]
mail: { rules: {}, exempt: [lado@council.example], whenUnsure: confirm }
outlook: { origin: '${origin}', clientId: ${clientId}, tenants: [${tenant}] }
`;
const people = `address,audience,name,household
parent.one@family.example,parent,Parent One,h1
parent.three@home.example,parent,Parent Three,h2
`;

/** The product's own service for an invented school, with its own keys, as it runs behind the add-in's origin. */
export interface SchoolService {
  readonly listener: RequestListener;
  /** The folder in which the school's files and data are. */
  readonly folder: string;
  /** What the service wrote down of requests that it refused. */
  readonly log: readonly string[];
  /** An access token as Microsoft would issue it to this person. */
  readonly token: () => Promise<string>;
  /** Lets its clock run ahead by so many milliseconds. */
  readonly advance: (milliseconds: number) => void;
  readonly gone: () => void;
}

/** Starts the service over what the build wrote to `built`; `more` are routes that stand before its own. */
export async function schoolService(built: string, more: (outlook: Outlook) => readonly Router[] = () => []): Promise<SchoolService> {
  const folder = mkdtempSync(join(tmpdir(), 'beadle-school-'));
  writeFileSync(join(folder, 'beadle.yaml'), config);
  writeFileSync(join(folder, 'people.csv'), people);
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'issuer', use: 'sig', alg: 'RS256' };
  const issuer = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>(resolve => issuer.listen(0, '127.0.0.1', resolve));
  const log: string[] = [];
  let ahead = 0;
  const world = { cwd: folder, now: () => new Date(Date.now() + ahead), log: (line: string) => void log.push(line) };
  const keysAt = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/`;
  const outlook = await openOutlook(await readSchool(undefined, world), { ...world, keysAt });
  return {
    listener: pagesFrom(built, world.log, outlook, more(outlook)),
    folder,
    log,
    token: () =>
      new SignJWT({ tid: tenant, oid: person, azp: clientId, scp: 'Policy.Read', ver: '2.0' })
        .setProtectedHeader({ alg: 'RS256', kid: 'issuer' })
        .setIssuer(`https://login.microsoftonline.com/${tenant}/v2.0`)
        .setAudience(clientId)
        .setIssuedAt()
        .setNotBefore('0s')
        .setExpirationTime('1h')
        .sign(privateKey),
    advance: milliseconds => {
      ahead += milliseconds;
    },
    gone: () => {
      issuer.close();
      issuer.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
