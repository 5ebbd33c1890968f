/** What a vendor counts requests by. Each has its own limiter. */
export type Bucket = string;

/** One request to a vendor. */
export interface Request {
  readonly method: 'GET' | 'POST';
  /** Absolute, https, on one of the way's hosts. */
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
  readonly bucket: Bucket;
}

/** An answer, or why there is none: `forbidden` and `unlicensed` are the vendor's word, `unreachable` what is left when all retries are spent. */
export type Answer =
  | { readonly status: number; readonly body: unknown; readonly headers: { readonly [name: string]: string } }
  | { readonly unread: 'forbidden' | 'unlicensed' | 'unreachable' | 'unsupported'; readonly status?: number; readonly code?: string };

/** The one way out to a vendor: token, limiter per bucket, bounded retry, deadline, hosts checked. Nothing throws. */
export interface Way {
  readonly ask: (request: Request) => Promise<Answer>;
  /** Many at once: in batches where the vendor has them, each item retried by itself; answers in the order of the requests. */
  readonly askAll: (requests: readonly Request[]) => Promise<readonly Answer[]>;
  /** Pages one after the other, following the vendor's link or token; ends with the reason where a page did not arrive, came twice, or led to another host. */
  readonly pages: (request: Request) => AsyncGenerator<readonly unknown[], { readonly unread?: Extract<Answer, { unread: unknown }> }>;
}
