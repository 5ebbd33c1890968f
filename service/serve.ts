import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { failure } from './failure.ts';
import type { Outlook } from './outlook.ts';
import { checkRoutes } from './routes/checks.ts';
import { framed } from './routes/frame.ts';
import { missing } from './routes/missing.ts';
import { outlookRoutes } from './routes/outlook.ts';
import { ruleRoutes } from './routes/rules.ts';
import { tryRoutes } from './routes/try.ts';

/**
 * The pages that `beadle serve` shows, from the folder that the build wrote, and, where the school uses it, the add-in for Outlook with the service behind
 * it. `log` gets one line for each request that failed. `first` are asked before all others: routes with rules of their own for the browser.
 */
export function pagesFrom(
  folder: string,
  log: (line: string) => void = () => {},
  outlook?: Outlook,
  first: readonly RequestHandler[] = []
): Express {
  const app = express();
  app.disable('x-powered-by');
  // A web server with the certificate stands in front, on this machine or in this network: it says from where a request comes.
  app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  for (const each of first) app.use(each);
  // These have rules of their own for the browser: Outlook frames them, and they ask their own service.
  if (outlook) app.use(outlookRoutes(folder, outlook, log));
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          // The words of a mail never leave the page: the browser itself is told to refuse.
          connectSrc: ["'none'"],
          formAction: ["'none'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          requireTrustedTypesFor: ["'script'"],
          trustedTypes: ["'none'"]
        }
      },
      // It is served on this machine without TLS; a browser that remembered otherwise would lock its user out of every local port.
      strictTransportSecurity: false
    })
  );
  app.use((_request, response, next) => {
    // Nothing is kept without asking: after an update a page and its script must belong together.
    response.set('Cache-Control', 'no-cache');
    next();
  });
  app.use(tryRoutes(folder));
  app.use(ruleRoutes(folder));
  app.use(checkRoutes(folder));
  app.use(missing);
  app.use(failed(log));
  return app;
}

/** The outermost hand of a request: a code in the log, plain words for the person. */
function failed(log: (line: string) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const code = randomUUID().slice(0, 8);
    const status = statusOf(error);
    log(`A page could not be shown (${status}, ${code}).`);
    if (response.headersSent) return next(error);
    response
      .status(status)
      .send(
        framed(
          'en',
          'This page could not be shown',
          `<h1>This page could not be shown</h1><p>Try again. If it happens again, tell your IT support this code: ${code}.</p>`
        )
      );
  };
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 600 ? status : 500;
}

/** A server that listens, and on which port. */
export interface Listening {
  readonly server: Server;
  readonly port: number;
}

/**
 * Listens on the first free one of `ports` (0: any that is free). Throws `port-taken` when none is, and `wrong-use` when this machine does not
 * let us use the port or does not know the host.
 */
export async function listen(app: Express, ports: readonly number[], host = '127.0.0.1'): Promise<Listening> {
  for (const port of ports) {
    const listening = await tried(app, port, host);
    if (listening) return listening;
  }
  throw failure(
    'port-taken',
    ports.length === 1
      ? `Port ${ports[0]} is taken by another program. Choose another: PORT=${ports[0]! + 1} npm start.`
      : `The ports ${ports[0]} to ${ports[ports.length - 1]} are all taken. Choose another: PORT=9000 npm start.`
  );
}

function tried(app: Express, port: number, host: string): Promise<Listening | undefined> {
  return new Promise((resolve, reject) => {
    // Express hands a failed `listen` to the callback as well; the event alone is enough.
    const server = app.listen(port, host);
    server.once('listening', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address !== null ? address.port : port });
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else if (error.code === 'EACCES') {
        reject(failure('wrong-use', `This machine does not let you use port ${port}. Choose one above 1023: PORT=8080 npm start.`));
      } else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
        reject(failure('wrong-use', `«${host}» is no address of this machine. Leave --host out to use 127.0.0.1.`));
      } else reject(error);
    });
  });
}
