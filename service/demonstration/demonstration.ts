import type { Server } from 'node:http';
import { join } from 'node:path';
import { Router } from 'express';
import { isFailure } from '../failure.ts';
import { gmailRoutes } from '../routes/gmail.ts';
import { outlookRoutes } from '../routes/outlook.ts';
import { generation, type Generation, type Given, isBrokenOff, type Places } from './generation.ts';
import { demonstrationRoutes } from './routes.ts';

/** A whole invented school for whoever has none yet: the product itself, with a tenant, a post and a clock of its own around it. */
export interface Demonstration {
  readonly routes: Router;
  /** Prepares it; `here` is where people reach the pages. Resolves to what whoever started it wants to know, line by line. */
  readonly begin: (here: string) => Promise<readonly string[]>;
  readonly stop: (server: Server) => Promise<void>;
}

/** Opens the demonstration in `data`. Nothing is there before it has begun but the page that says what it waits for. */
export function openDemonstration(given: Omit<Given, 'folder'> & { readonly data: string }): Demonstration {
  const { data, ...rest } = given;
  const world: Given = { ...rest, folder: join(data, 'demonstration') };
  const routes = Router();
  let current = generation(world, 1);
  let changing: Promise<unknown> | undefined;
  let places: Places | undefined;
  const surfaces = new WeakMap<Generation, Router>();

  function surfacesOf(of: Generation): Router | undefined {
    const open = of.open();
    if (!open) return undefined;
    let router = surfaces.get(of);
    if (!router) {
      router = Router();
      router.use(
        gmailRoutes(given.built, open.surfaces.gmail, given.log.warn),
        outlookRoutes(given.built, open.surfaces.outlook, given.log.warn)
      );
      surfaces.set(of, router);
    }
    return router;
  }

  routes.use(demonstrationRoutes({ built: given.built, log: given.log.warn }, () => current, reset));
  routes.use((request, response, next) => current.service.routes(request, response, next));
  routes.use((request, response, next) => {
    const router = surfacesOf(current);
    if (router) router(request, response, next);
    else next();
  });

  function reset(): boolean {
    if (changing || !places) return false;
    changing = anew(places)
      .catch(() => given.log.warn('The demonstration could not be begun anew.'))
      .finally(() => (changing = undefined));
    return true;
  }

  /** Takes the demonstration away and begins another. Where another process uses it, what is there goes on. */
  async function anew(at: Places): Promise<readonly string[]> {
    const old = current;
    await old.stop(undefined);
    if (!(await old.remove())) given.log.warn('Another Beadle shows the same demonstration: it was not taken away. End that one first.');
    current = generation(world, old.keeping.revision() + 1);
    return current.begin(at);
  }

  return {
    routes,
    begin: async here => {
      places = { here, itself: here.replace('//localhost:', '//127.0.0.1:') };
      try {
        return await current.begin(places);
      } catch (error) {
        if (isFailure(error) || !isBrokenOff(error)) throw error;
        return anew(places);
      }
    },
    stop: async server => {
      await changing;
      await current.stop(server);
    }
  };
}
