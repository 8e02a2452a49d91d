// What every queue promises: each adapter's test runs this suite.
import { describe, expect, test, vi } from 'vitest';
import type { Job, Queue } from './queue.ts';

const fitOf = (runId: string): Job => ({ kind: 'fit', runId });

/** A promise that is resolved from outside. */
function gate() {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** `open` gives an empty queue that works on so many jobs at once. */
export function queueSuite(name: string, open: (concurrency: number) => Queue): void {
  describe(`${name}: the port`, () => {
    test('gives out jobs the oldest first, also those added before anyone worked', async () => {
      const queue = open(1);
      const seen: string[] = [];
      await queue.add(fitOf('a'));
      await queue.add(fitOf('b'));
      queue.work(async (job) => void seen.push(job.runId));
      await queue.add(fitOf('c'));
      await vi.waitFor(() => expect(seen).toEqual(['a', 'b', 'c']));
      await queue.close();
    });

    test('a job that waits already is not given out twice, one at work may wait again', async () => {
      const queue = open(1);
      const seen: string[] = [];
      const held = gate();
      queue.work(async (job) => {
        seen.push(job.runId);
        if (seen.length === 1) await held.opened;
      });
      await queue.add(fitOf('a'));
      await vi.waitFor(() => expect(seen).toEqual(['a']));
      for (const id of ['a', 'b', 'b', 'a', 'c']) await queue.add(fitOf(id));
      held.open();
      await vi.waitFor(() => expect(seen).toEqual(['a', 'a', 'b', 'c']));
      await queue.close();
    });

    test('works on as many at once as it was told, and no more', async () => {
      const queue = open(2);
      const held = gate();
      const seen: string[] = [];
      queue.work(async (job) => {
        seen.push(job.runId);
        await held.opened;
      });
      for (const id of ['a', 'b', 'c']) await queue.add(fitOf(id));
      await vi.waitFor(() => expect(seen).toEqual(['a', 'b']));
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(seen).toEqual(['a', 'b']);
      held.open();
      await vi.waitFor(() => expect(seen).toEqual(['a', 'b', 'c']));
      await queue.close();
    });

    test('gives out a copy: what the sender changes later does not arrive', async () => {
      const queue = open(1);
      const job = { kind: 'fit' as const, runId: 'as it was' };
      const seen: Job[] = [];
      await queue.add(job);
      job.runId = 'changed';
      queue.work(async (given) => void seen.push(given));
      await vi.waitFor(() => expect(seen).toEqual([fitOf('as it was')]));
      await queue.close();
    });

    test('a handler that fails does not stop the next job, and its failure is told', async () => {
      const queue = open(1);
      const seen: string[] = [];
      const told = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
      queue.work(async (job) => {
        seen.push(job.runId);
        if (job.runId === 'a') throw new Error('out of order');
      });
      await queue.add(fitOf('a'));
      await queue.add(fitOf('b'));
      await vi.waitFor(() => expect(seen).toEqual(['a', 'b']));
      expect(String(told.mock.calls[0]?.[0])).toContain('out of order');
      told.mockRestore();
      await queue.close();
    });

    test('closing aborts what is at work, waits for it, and gives out nothing more', async () => {
      const queue = open(1);
      const seen: string[] = [];
      let left = false;
      queue.work(async (job, signal) => {
        seen.push(job.runId);
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        await new Promise((resolve) => setTimeout(resolve, 10));
        left = true;
      });
      await queue.add(fitOf('a'));
      await queue.add(fitOf('b'));
      await vi.waitFor(() => expect(seen).toEqual(['a']));
      await queue.close();
      expect(left).toBe(true);
      await queue.add(fitOf('c'));
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(seen).toEqual(['a']);
    });
  });
}
