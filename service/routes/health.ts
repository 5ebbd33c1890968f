import { timingSafeEqual } from 'node:crypto';
import { type Request, Router } from 'express';
import type { Secret } from '../environment.ts';
import type { Metrics } from '../metrics.ts';

/** What is asked of a service that runs. */
export interface Running {
  readonly metrics: Metrics;
  /** Whether it can do its work: its database answers, and it is not being stopped. */
  readonly isReady: () => Promise<boolean>;
  readonly token: Secret | undefined;
  /** What whoever may read the counts is told besides. */
  readonly detail?: () => object;
}

/** `/health`: the process lives. `/ready`: it can do its work. `/metrics`: for Prometheus on this machine, or with the token as a bearer. */
export function healthRoutes({ metrics, isReady, token, detail }: Running): Router {
  const routes = Router();
  routes.get(['/health', '/ready', '/metrics'], (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  routes.get('/health', (_request, response) => void response.json({ status: 'alive' }));
  routes.get('/ready', async (request, response) => {
    const ready = await isReady();
    response
      .status(ready ? 200 : 503)
      .json({ status: ready ? 'ready' : 'not ready', ...(detail && (isFromHere(request) || bears(request, token)) ? detail() : {}) });
  });
  routes.get('/metrics', async (request, response) => {
    if (!isFromHere(request) && !bears(request, token)) return void response.status(403).json({ status: 'not for you' });
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return routes;
}

/** What a web server in front hands on comes from this machine as well, and says for whom. */
function isFromHere({ socket, headers }: Request): boolean {
  const address = socket.remoteAddress ?? '';
  const local = address === '::1' || /^(?:::ffff:)?127\./.test(address);
  return local && !['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(name => name in headers);
}

function bears({ headers }: Request, token: Secret | undefined): boolean {
  if (!token) return false;
  const [given, right] = [Buffer.from(headers.authorization ?? ''), Buffer.from(`Bearer ${token()}`)];
  return given.length === right.length && timingSafeEqual(given, right);
}
