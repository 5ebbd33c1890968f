import type { SourceResult, WhoIsWho } from '../directory-sync.ts';
import { renewCopy, syncDirectory } from '../directory-sync.ts';
import type { Outside } from '../tenants.ts';
import type { Job } from './jobs.ts';

/** Reads each night who is who. Says counts and no names, and speaks up where something was not believed or not read. */
export function directoryJob(parts: WhoIsWho, { stop, world }: { readonly stop: AbortSignal; readonly world?: Outside }): Job {
  const [hour, minute] = parts.sources.at.split(':').map(Number);
  return {
    name: 'directory',
    cron: `${minute} ${hour} * * *`,
    run: async () => {
      const { sources, differences } = await syncDirectory(parts, { stop, world });
      if (stop.aborted) return undefined;
      const { added, gone, changed } = differences;
      const amiss = sources.filter(({ outcome }) => outcome !== 'taken').map(amissOf);
      const counts = `Who is who was read: ${added.length} new, ${gone.length} gone, ${changed.length} changed.`;
      return amiss.length === 0 ? counts : `${counts} NOT TAKEN OVER: ${amiss.join('; ')}. «beadle directory --check» shows it.`;
    }
  };
}

function amissOf({ source, outcome, missing, why }: SourceResult): string {
  return outcome === 'held' ? `${source}, of which ${missing ?? 'many'} would be gone` : `${source} (${why ?? 'unread'})`;
}

/** Milliseconds after which it is looked whether another machine read the sources. */
const often = 10 * 60 * 1000;

/** Keeps the copy in this machine's folder as the database is. Ends by what it gives. */
export function copying(parts: Pick<WhoIsWho, 'store' | 'folder'>, log: (line: string) => void): () => void {
  const renew = (): void => {
    renewCopy(parts).catch(() => log('The copy of who is who could not be written; what lay there before is judged by.'));
  };
  renew();
  const timer = setInterval(renew, often);
  timer.unref();
  return () => clearInterval(timer);
}
