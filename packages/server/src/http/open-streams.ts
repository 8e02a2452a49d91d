// How many streams of events are open for one account: each holds a connection and asks the database at every change.
import { refuse } from '../refuse.ts';

export interface OpenStreams {
  /** Does `go` as one stream of the account; refused while it has as many as it may. */
  through<T>(accountId: string, go: () => Promise<T>): Promise<T>;
}

/** Counted in this process, whose connections they are. */
export function openStreams(most: number): OpenStreams {
  const open = new Map<string, number>();
  return {
    async through(accountId, go) {
      const others = open.get(accountId) ?? 0;
      if (others >= most) throw refuse('too_many_streams', { facts: { most } });
      open.set(accountId, others + 1);
      try {
        return await go();
      } finally {
        const left = (open.get(accountId) ?? 1) - 1;
        if (left > 0) open.set(accountId, left);
        else open.delete(accountId);
      }
    },
  };
}
