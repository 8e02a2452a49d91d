// Who carries work to whoever does it. The database row says what is to be done; a job only names the row.

/** Plain JSON: every adapter copies it. */
export interface Job {
  readonly kind: 'fit';
  readonly runId: string;
}

/** Aborted when the program shuts down: leave at the next breath, the row says where to go on. */
export type Handler = (job: Job, signal: AbortSignal) => Promise<void>;

export interface Queue {
  /** Adding a job that waits already changes nothing. */
  add(job: Job): Promise<void>;
  /** Jobs go to `handler`, the oldest first. */
  work(handler: Handler): void;
  /** Stops giving out jobs, aborts those at work and waits for them. */
  close(): Promise<void>;
}
