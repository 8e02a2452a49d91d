// What the pool does when a worker thread does not do its part.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { smallJobs } from '../../fixtures/small-jobs.ts';
import { workerPool } from '../index.ts';
import { poolOf, type WorkerPool } from './pool.ts';

const fixture = (name: string): URL => new URL(`../../fixtures/${name}`, import.meta.url);

async function using<T>(pool: WorkerPool, use: (pool: WorkerPool) => Promise<T>): Promise<T> {
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

async function drain(pool: WorkerPool, chains: number): Promise<void> {
  for await (const event of pool.runChains(smallJobs(chains))) void event;
}

test('a thread that ends in the middle of a job is an error that names the chain', async () => {
  await using(poolOf(fixture('worker-that-exits.mjs'), 1), async (pool) => {
    await expect(drain(pool, 1)).rejects.toThrow('Chain 1 was lost with its worker thread: exit code 3.');
  });
});

test('a thread that dies of an error says which', async () => {
  await using(poolOf(fixture('worker-that-throws.mjs'), 2), async (pool) => {
    await expect(drain(pool, 2)).rejects.toThrow(
      /^Chain [12] was lost with its worker thread: the memory is full\./,
    );
  });
});

test('lost threads are replaced, so the pool answers the next call too', async () => {
  await using(poolOf(fixture('worker-that-exits.mjs'), 2), async (pool) => {
    await expect(drain(pool, 4)).rejects.toThrow('was lost');
    await expect(drain(pool, 4)).rejects.toThrow('was lost');
  });
});

test('a thread that hangs is ended by force when the loop is left', async () => {
  await using(poolOf(fixture('worker-that-hangs.mjs'), 1), async (pool) => {
    for await (const event of pool.runChains(smallJobs(1))) {
      expect(event).toMatchObject({ kind: 'progress', chain: 0, draw: 1 });
      break;
    }
    // The one thread is free again: a second run gets its first report.
    for await (const event of pool.runChains(smallJobs(1))) {
      expect(event.kind).toBe('progress');
      break;
    }
  });
});

test('closing the pool ends every loop over it with an error, running or waiting', async () => {
  const pool = poolOf(fixture('worker-that-hangs.mjs'), 1);
  const running = drain(pool, 1);
  const waiting = drain(pool, 1);
  const both = Promise.allSettled([running, waiting]);
  await pool.close();
  expect((await both).map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
  await expect(waiting).rejects.toThrow('the worker pool was closed');
  await expect(drain(pool, 1)).rejects.toThrow('The worker pool is closed');
});

test('no jobs, no events', async () => {
  await using(poolOf(fixture('worker-that-exits.mjs'), 1), async (pool) => {
    await expect(drain(pool, 0)).resolves.toBeUndefined();
  });
});

test('a pool without threads is refused', () => {
  expect(() => workerPool({ threads: 0 })).toThrow('at least 1; 0 was given');
  expect(() => workerPool({ threads: 1.5 })).toThrow('at least 1; 1.5 was given');
});

test('a worker that was never built is named together with the remedy', () => {
  expect(() => poolOf(fixture('not-built.js'), 1)).toThrow('npm run build');
});

test('a program waits for its chains, and never for a pool that somebody forgot to close', () => {
  const program = fileURLToPath(fixture('unclosed-pool.mjs'));
  // Were it to wait, the time limit would end it with an error.
  const output = execFileSync(process.execPath, [program], { encoding: 'utf8', timeout: 50_000 });
  expect(output).toBe('one chain done\n');
});

test('a signal ends the loop at once: over a chain that is silent, and over one that waits for its thread', async () => {
  await using(poolOf(fixture('worker-that-hangs.mjs'), 1), async (pool) => {
    const [running, waiting, never] = [new AbortController(), new AbortController(), new AbortController()];
    const until = async ({ signal }: AbortController, told = () => {}): Promise<void> => {
      for await (const event of pool.runChainsUntil(signal)(smallJobs(1))) if (event) told();
    };
    const first = new Promise<void>((resolve) => {
      void expect(until(running, resolve)).rejects.toThrow('asked to stop');
    });
    await first;
    const second = until(waiting);
    waiting.abort();
    await expect(second).rejects.toThrow('asked to stop');
    never.abort();
    await expect(until(never)).rejects.toThrow('asked to stop');
    running.abort();
    // Ended by force: the thread is free for others again.
    for await (const event of pool.runChains(smallJobs(1))) {
      expect(event.kind).toBe('progress');
      break;
    }
  });
});
