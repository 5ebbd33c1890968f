import { performance } from 'node:perf_hooks';
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { SchoolDesk } from './desk.ts';

/** What is counted of the service for Prometheus. No label names a person, an address or a page that somebody opened. */
export interface Metrics {
  readonly registry: Registry;
  /** Counts each request by its first path segment, where that is one of ours, and its status. */
  readonly requests: RequestHandler;
  readonly jobRan: (name: string, well: boolean) => void;
  /** Gives the numbers of a desk as well, read when somebody asks for them. */
  readonly watch: (desk: Pick<SchoolDesk, 'sending' | 'ledger'>) => void;
}

const places = ['', 'sign', 'read', 'visit', 'kiosk', 'class', 'api', 'outlook', 'rules', 'checks', 'health', 'ready', 'metrics'];

/** Begins to count. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'beadle_http_request_seconds',
    help: 'How long requests took, by place and status.',
    labelNames: ['place', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry]
  });
  const jobs = new Counter({
    name: 'beadle_jobs_total',
    help: 'Jobs that were done, by name and outcome.',
    labelNames: ['job', 'outcome'],
    registers: [registry]
  });
  return {
    registry,
    requests: (request, response, next) => {
      const began = performance.now();
      const first = request.path.split('/')[1] ?? '';
      response.once('finish', () => {
        const place = places.includes(first) ? first || 'page' : 'other';
        seconds.observe({ place, status: `${Math.floor(response.statusCode / 100)}xx` }, (performance.now() - began) / 1000);
      });
      next();
    },
    watch: desk => watched(registry, desk),
    jobRan: (name, well) => jobs.inc({ job: name, outcome: well ? 'done' : 'failed' })
  };
}

function watched(registry: Registry, desk: Pick<SchoolDesk, 'sending' | 'ledger'>): void {
  new Gauge({
    name: 'beadle_ledger_entries',
    help: 'Entries in the ledger.',
    registers: [registry],
    async collect() {
      this.set(await desk.ledger.size());
    }
  });
  new Gauge({
    name: 'beadle_sendings',
    help: 'Messages that wait, that went out since midnight UTC, and that were given up.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const standing = await desk.sending?.();
      if (!standing) return;
      for (const state of ['waiting', 'sent', 'failed'] as const) this.set({ state }, standing[state]);
    }
  });
}
