// The engine's fit, in threads: the same result, the same ways out.
import { type FitOptions, type FitProgress, fit, type InputError, sample } from '@mixmodel/engine';
import { expect, test } from 'vitest';
import { bits } from '../fixtures/bits.ts';
import { fitInThreads, workerPool } from './index.ts';

const { data, draft } = sample(1, 60);
const options: FitOptions = { mode: 'quick', seed: 5, warmup: 150, draws: 200 };

type Done = Extract<FitProgress, { phase: 'done' }>;

async function last(progress: AsyncIterable<FitProgress>): Promise<Done> {
  let done: Done | undefined;
  for await (const step of progress) if (step.phase === 'done') done = step;
  if (!done) throw new Error('the fit ended without a result');
  return done;
}

function withoutClock({ result, draws }: Done): unknown {
  return bits({ draws, result: { ...result, sampling: { ...result.sampling, wallMs: 0 } } });
}

test('a fit in threads gives the bits of a fit on this thread', async () => {
  const inThreads = await last(fitInThreads(data, draft, { ...options, threads: 2 }));
  expect(withoutClock(inThreads)).toEqual(withoutClock(await last(fit(data, draft, options))));
  expect(inThreads.result.sampling.wallMs).toBeGreaterThan(0);
});

test('a pool that was given stays open for the next fit', async () => {
  const pool = workerPool({ threads: 2 });
  try {
    const first = await last(fitInThreads(data, draft, { ...options, pool }));
    const second = await last(fitInThreads(data, draft, { ...options, pool }));
    expect(withoutClock(second)).toEqual(withoutClock(first));
  } finally {
    await pool.close();
  }
});

test('leaving the loop ends the fit and its threads', async () => {
  // Minutes of work, were it not stopped: the test would run out of time.
  for await (const step of fitInThreads(data, draft, { seed: 5, chains: 16, warmup: 100_000 })) {
    if (step.phase === 'warmup') break;
  }
});

test('bad settings are refused before any thread starts, every one by its code', async () => {
  const refused = last(fitInThreads(data, draft, { ...options, draws: -5, chains: Number.NaN }));
  const error = await refused.then(
    () => undefined,
    (reason: InputError) => reason,
  );
  expect(error?.problems.map(({ code, path }) => [code, path])).toEqual([
    ['sampling_setting', 'chains'],
    ['sampling_setting', 'draws'],
  ]);
});

test('a spec that does not fit the data is refused, and no thread keeps the process alive', async () => {
  const channels = [...draft.channels, { column: 'cinema_spend' }];
  await expect(last(fitInThreads(data, { ...draft, channels }, options))).rejects.toMatchObject({
    name: 'InputError',
    problems: [{ column: 'cinema_spend' }],
  });
});
