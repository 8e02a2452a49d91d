// Rounds of work: never two at once, none ended by one that fails, none after the end.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { periodically } from './periodically.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a round that takes long is met by no second, and the end waits for it', async () => {
  let begun = 0;
  let finish = (): void => undefined;
  const rounds = periodically(1000, () => {
    begun += 1;
    return new Promise((resolve) => (finish = resolve));
  });
  await vi.advanceTimersByTimeAsync(3500);
  expect(begun).toBe(1);
  finish();
  await vi.advanceTimersByTimeAsync(1000);
  expect(begun).toBe(2);
  let ended = false;
  const closing = rounds.close().then(() => (ended = true));
  await vi.advanceTimersByTimeAsync(5000);
  expect([begun, ended]).toEqual([2, false]);
  finish();
  await closing;
});

test('a round that fails is logged, and the next one comes', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let begun = 0;
  const rounds = periodically(1000, async () => {
    begun += 1;
    throw new Error('no database');
  });
  await vi.advanceTimersByTimeAsync(2500);
  expect(begun).toBe(2);
  expect(logged).toHaveBeenCalledTimes(2);
  await rounds.close();
  logged.mockRestore();
});
