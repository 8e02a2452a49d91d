// Threads change when a draw is made, never which: the same bits on this thread and on any number of others.
import { type ChainEvent, type ChainJob, type ChainSegment, runChain } from '@mixmodel/engine';
import { describe, expect, test } from 'vitest';
import { bits } from '../../fixtures/bits.ts';
import { smallJobs } from '../../fixtures/small-jobs.ts';
import { workerPool } from '../index.ts';

function here(job: ChainJob): ChainSegment {
  const chain = runChain(job);
  for (;;) {
    const step = chain.next();
    if (step.done) return step.value;
  }
}

async function inThreads(threads: number, jobs: readonly ChainJob[]): Promise<ChainSegment[]> {
  const pool = workerPool({ threads });
  const segments: ChainSegment[] = [];
  try {
    for await (const event of pool.runChains(jobs)) {
      if (event.kind === 'done') segments[event.segment.chain] = event.segment;
    }
    return segments;
  } finally {
    await pool.close();
  }
}

describe('the same jobs', () => {
  const jobs = smallJobs(4);
  const expected = bits(jobs.map(here));

  test.each([1, 2, 4])('give the same bits in %i worker threads as here', async (threads) => {
    expect(bits(await inThreads(threads, jobs))).toEqual(expected);
  });
});

test('a chain that goes on in another thread draws what it would have drawn in one go', async () => {
  const [whole] = smallJobs(1, { draws: 200 }).map(here);
  const [first] = await inThreads(1, smallJobs(1, { draws: 100 }));
  const second = await inThreads(
    1,
    smallJobs(1, { draws: 100 }).map((job) => ({ ...job, resume: first?.state })),
  );
  const values = [first, second[0]].flatMap((segment) => Array.from(segment?.values ?? []));
  expect(bits(Float64Array.from(values))).toBe(bits(whole?.values));
  expect(bits(second[0]?.state)).toEqual(bits(whole?.state));
});

test('every chain tells of its phases, its draws only go up, and it ends with its segment', async () => {
  const pool = workerPool({ threads: 2 });
  const events: ChainEvent[] = [];
  try {
    for await (const event of pool.runChains(smallJobs(2))) events.push(event);
  } finally {
    await pool.close();
  }
  for (const chain of [0, 1]) {
    const told = events.flatMap((event) =>
      event.kind === 'progress' && event.chain === chain ? [event] : [],
    );
    expect(new Set(told.map(({ phase }) => phase))).toEqual(new Set(['warmup', 'sampling']));
    const position = told.map(({ phase, draw }) => (phase === 'warmup' ? draw : 100 + draw));
    expect(position).toEqual([...position].sort((a, b) => a - b));
    expect(events.filter((event) => event.kind === 'done' && event.segment.chain === chain)).toHaveLength(1);
  }
});

test('leaving the loop stops the chains and frees the threads for the next jobs', async () => {
  const pool = workerPool({ threads: 2 });
  try {
    // Most of an hour, were it not stopped: the test would run out of time.
    for await (const event of pool.runChains(smallJobs(4, { warmup: 10_000_000 }))) {
      if (event.kind === 'progress') break;
    }
    const done: number[] = [];
    for await (const event of pool.runChains(smallJobs(3))) {
      if (event.kind === 'done') done.push(event.segment.chain);
    }
    expect(done.sort()).toEqual([0, 1, 2]);
  } finally {
    await pool.close();
  }
});

test('an error inside a chain names it and stops the others', async () => {
  const [good, bad] = smallJobs(2, { warmup: 10_000_000 });
  if (!good || !bad) throw new Error('two jobs are wanted');
  const columns = new Map(bad.data.columns);
  columns.delete('tv_spend');
  const pool = workerPool({ threads: 2 });
  const run = async (): Promise<void> => {
    for await (const event of pool.runChains([good, { ...bad, data: { ...bad.data, columns } }])) void event;
  };
  try {
    await expect(run()).rejects.toThrow(/^Chain 2 failed: .*tv_spend/);
  } finally {
    await pool.close();
  }
});
