// Uploads that hardly come, and too many of them at once: both would hold what others need.
import type { IncomingMessage } from 'node:http';
import { refuse } from '../../refuse.ts';

export interface Pace {
  /** Less than `leastBytes` in such a time is too slow. */
  readonly windowMs: number;
  readonly leastBytes: number;
}

/** 0.8 KB a second: a telephone line does better. */
export const leastBytes = 16 * 1024;

/** `work`, unless what it reads from the request comes too slowly for it. */
export async function whileItComes<T>(raw: IncomingMessage, pace: Pace, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let seen = raw.socket?.bytesRead ?? 0;
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      const now = raw.socket?.bytesRead ?? 0;
      const facts = { leastKb: pace.leastBytes / 1024, seconds: pace.windowMs / 1000 };
      const isAll = raw.complete || raw.readableEnded;
      if (!isAll && now - seen < pace.leastBytes) reject(refuse('upload_too_slow', { facts }));
      seen = now;
    }, pace.windowMs);
  });
  try {
    return await Promise.race([work, tooSlow]);
  } finally {
    clearInterval(timer);
    // When it was too slow, the work ends by the connection's end, and has nobody left to tell.
    work.catch(() => undefined);
  }
}

export interface AtOnce {
  readonly ofOne: number;
  readonly inAll: number;
}

/** A file on its way takes memory of the disk, a connection and soon the reading thread. */
const usual: AtOnce = { ofOne: 4, inAll: 16 };

/** Lets so many through at a time. */
export function turnstile({ ofOne, inAll }: AtOnce = usual) {
  const inside: string[] = [];
  return {
    async through<T>(workspaceId: string, go: () => Promise<T>): Promise<T> {
      if (inside.filter((one) => one === workspaceId).length >= ofOne)
        throw refuse('uploads_busy', { facts: { most: ofOne, of: 'workspace' } });
      if (inside.length >= inAll) throw refuse('uploads_busy', { facts: { most: inAll, of: 'server' } });
      inside.push(workspaceId);
      try {
        return await go();
      } finally {
        inside.splice(inside.indexOf(workspaceId), 1);
      }
    },
  };
}
