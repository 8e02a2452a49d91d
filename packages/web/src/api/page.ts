// How the API answers a list: one page and where the next begins.

export interface Page<T> {
  readonly items: readonly T[];
  /** Hand back as `cursor`; null at the end. */
  readonly next: string | null;
}
