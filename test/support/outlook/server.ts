import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { generate } from 'selfsigned';

/** One request as it came out of the browser, whole. */
export interface Sent {
  readonly host: string;
  readonly path: string;
  readonly method: string;
  readonly headers: string;
  readonly body: () => Buffer;
}

/** All the hosts that the browser knows, on one port of this machine. */
export interface Hosts {
  readonly port: number;
  /** The certificate's public key, as Chromium wants it named: base64 of its SHA-256. */
  readonly certificate: string;
  /** Everything that left the browser so far. */
  readonly sent: readonly Sent[];
  /** Takes a host off the network, or puts it back. */
  readonly cut: (host: string, off: boolean) => void;
  readonly close: () => Promise<void>;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const office = fileURLToPath(new URL('../../../node_modules/@microsoft/office-js/dist', import.meta.url));
const types: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json'
};

/**
 * Serves Outlook's own page, the vendor's office.js and `addIn` (by host) under their real names. Whatever else the browser asks for is recorded and
 * refused. `officeJsAs` makes the vendor's file for the web what it is in another client.
 */
export async function serveHosts(
  addIn: { readonly [host: string]: RequestListener },
  officeJsAs: (officeJs: string) => string
): Promise<Hosts> {
  const sent: Sent[] = [];
  const off = new Set<string>();
  const sockets = new Set<Duplex>();
  const page = await compiled('outlook.ts');
  const own: { readonly [host: string]: RequestListener } = {
    'outlook.office.com': (request, response) => void outlookPage(page, request, response),
    'appsforoffice.microsoft.com': (request, response) => void officeJs(officeJsAs, request, response),
    'ajax.aspnetcdn.com': (_, response) => answer(response, '.js', ajax, 'max-age=3600'),
    ...addIn
  };
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec', algorithm: 'sha256' });
  const server = createServer({ key, cert }, (request, response) => {
    const [host = ''] = (request.headers.host ?? '').split(':');
    sent.push({
      host,
      path: request.url ?? '',
      method: request.method ?? '',
      headers: request.rawHeaders.join('\n'),
      body: bodyOf(request)
    });
    const serve = own[host];
    if (off.has(host)) request.socket.destroy();
    else if (serve) serve(request, response);
    else response.writeHead(404).end();
  });
  server.on('connection', socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    certificate: createHash('sha256')
      .update(new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64'),
    port: (server.address() as AddressInfo).port,
    sent,
    cut: (host, gone) => {
      if (gone) off.add(host);
      else off.delete(host);
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => server.close(resolve));
    }
  };
}

/** One of the scripts that run in the browser. */
export async function compiled(script: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'page', script)],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'error'
  });
  return outputFiles[0]!.text;
}

async function outlookPage(page: string, { url }: IncomingMessage, response: ServerResponse): Promise<void> {
  if (url === '/outlook.js') answer(response, '.js', page);
  else if (url === '/compose.css') answer(response, '.css', await readFile(join(here, 'page/compose.css')));
  else if (url === '/') answer(response, '.html', await readFile(join(here, 'page/compose.html')));
  else response.writeHead(404).end();
}

async function officeJs(as: (officeJs: string) => string, { url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = decodeURIComponent(url.split('?')[0]!).replace('/lib/1/hosted', '');
  const file = join(office, normalize(path));
  if (!existsSync(file)) return void response.writeHead(404).end();
  const content = await readFile(file);
  answer(response, extname(file), /outlook-web/.test(path) ? as(content.toString()) : content, 'max-age=3600');
}

function answer(response: ServerResponse, extension: string, content: string | Buffer, keep = 'no-store'): void {
  response.writeHead(200, {
    'content-type': types[extension] ?? 'application/octet-stream',
    'cache-control': keep,
    'access-control-allow-origin': '*'
  });
  response.end(content);
}

/** Listens in while the body comes, and leaves the reading to whoever serves the request. */
function bodyOf(request: IncomingMessage): () => Buffer {
  const parts: Buffer[] = [];
  request.push = (part: Buffer | null): boolean => {
    if (part) parts.push(part);
    return IncomingMessage.prototype.push.call(request, part);
  };
  return () => Buffer.concat(parts);
}

/** The files of a folder as they are: what stands in for the service where a test needs none of it. */
export function filesOf(folder: string): RequestListener {
  return ({ url = '' }, response) => {
    const file = join(folder, normalize(decodeURIComponent(url.split('?')[0]!)));
    if (existsSync(file)) answer(response, extname(file), readFileSync(file));
    else response.writeHead(404).end();
  };
}

/** The little that office.js wants of Microsoft's old Ajax library, written anew. */
const ajax = `
(function () {
  function nothing() {}
  function same() { return this; }
  window.Type = Function;
  Type.registerNamespace = function (name) {
    return name.split('.').reduce(function (parent, part) { return (parent[part] = parent[part] || {}); }, window);
  };
  ['registerClass', 'registerInterface', 'registerEnum'].forEach(function (name) { Type.prototype[name] = same; });
  Type.prototype.initializeBase = nothing;
  Function.createDelegate = function (self, method) { return function () { return method.apply(self, arguments); }; };
  Function._validateParams = Function._validateParameter = function () { return null; };
  Function.emptyMethod = nothing;
  window.Sys = {
    StringBuilder: nothing,
    EventArgs: nothing,
    EventHandlerList: nothing,
    Debug: { trace: nothing, assert: nothing },
    Serialization: { JavaScriptSerializer: { serialize: JSON.stringify, deserialize: JSON.parse } }
  };
  Error.create = function (message, more) { return Object.assign(new Error(message), more); };
  ['argument', 'argumentNull', 'argumentOutOfRange', 'argumentType', 'argumentUndefined', 'invalidOperation', 'notImplemented', 'parameterCount'].forEach(
    function (name) {
      Error[name] = function (what, why) { return Object.assign(new Error(name + ': ' + what + ' ' + why), { name: 'Sys.' + name }); };
    }
  );
  String.format = function (text) {
    var values = arguments;
    return text.replace(/\\{(\\d+)\\}/g, function (_, place) { return values[Number(place) + 1]; });
  };
})();
`;
