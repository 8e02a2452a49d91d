// Counting requests: a window begins with the first, is its address's own, and knows nothing of the clock of the system.
import { afterEach, expect, test, vi } from 'vitest';
import { RequestCounts } from './request-counts.ts';

afterEach(() => vi.useRealTimers());

const asked = (counts: RequestCounts, address: string) =>
  new Promise<{ current: number; ttl: number } | undefined>((resolve) =>
    counts.incr(address, (_, told) => resolve(told), 60_000),
  );

test('counts each address by itself, and each route by itself', async () => {
  const counts = new RequestCounts();
  await asked(counts, 'a');
  expect((await asked(counts, 'a'))?.current).toBe(2);
  expect((await asked(counts, 'b'))?.current).toBe(1);
  expect((await asked(counts.child(), 'a'))?.current).toBe(1);
});

test('a clock that is set back makes no window longer', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const counts = new RequestCounts();
  await asked(counts, 'a');
  vi.setSystemTime(Date.now() - 3_600_000);
  expect((await asked(counts, 'a'))?.ttl).toBeLessThanOrEqual(60_000);
});
