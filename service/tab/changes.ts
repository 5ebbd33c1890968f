/** Tells those who listen when something has changed. Several processes use one database: each looks every few seconds, as long as somebody listens. */
export interface Changes {
  /** Told the revision at once and each new one; `false` comes back where too many listen. Gives what ends it. */
  readonly listen: (told: (revision: string) => void, still: () => Promise<boolean>, ended: () => void) => (() => void) | undefined;
  /** Looks now: something was changed here. */
  readonly look: () => Promise<void>;
}

/** Milliseconds between two looks, and how many may listen to one process. */
const usual = { every: 3000, most: 500 } as const;

/** `still`, asked at each look, says whether a listener’s sitting goes on. */
export function changesOf(
  revision: () => Promise<string>,
  { every = usual.every, most = usual.most }: { readonly every?: number; readonly most?: number } = {}
): Changes {
  interface Listener {
    readonly told: (revision: string) => void;
    readonly still: () => Promise<boolean>;
    readonly ended: () => void;
    last: string | undefined;
  }
  const listeners = new Set<Listener>();
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    // A database that does not answer now is asked again.
    const now = await revision().catch(() => undefined);
    for (const listener of listeners) {
      const goesOn = await listener.still().catch(() => true);
      if (!goesOn) {
        stop(listener);
        listener.ended();
      } else if (now !== undefined && now !== listener.last) {
        listener.last = now;
        listener.told(now);
      }
    }
  }

  function stop(listener: Listener): void {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  }

  return {
    look,
    listen: (told, still, ended) => {
      if (listeners.size >= most) return undefined;
      const listener: Listener = { told, still, ended, last: undefined };
      listeners.add(listener);
      timer ??= setInterval(() => void look(), every).unref();
      void look();
      return () => stop(listener);
    }
  };
}
