// A fit in its own thread is the fit here: the same result, the same draws, the same errors, and it can be left.
import { insightsFile, type ResultFile, resultFile } from '@mixmodel/contract';
import {
  type BacktestProgress,
  backtest,
  chainView,
  expandSpec,
  fit,
  InputError,
  insights,
  sample,
} from '@mixmodel/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bits } from '../../fixtures/bits.ts';
import { chainViewOf } from '../draws/chain-view.ts';
import { readDraws } from '../draws/read.ts';
import { memoryStore } from '../draws/store.ts';
import { reassembleInThread } from '../draws-thread/reassemble.ts';
import { type WorkerPool, workerPool } from '../threads/pool.ts';
import { backtestInOwnThread } from './backtest-in-own-thread.ts';
import { fitInOwnThread } from './fit-in-own-thread.ts';
import type { OwnThreadProgress } from './messages.ts';

const { data, draft } = sample(3, 60);
const { spec, sizeRule } = expandSpec(draft, data);
const settings = { mode: 'quick', draws: 120, warmup: 100, seed: 9 } as const;
const papers = {
  origin: {
    versions: { mixmodel: '0.1.0', numerics: 1, node: '20.19.0' },
    data: {
      rows: 60,
      period: data.period,
      firstDate: 0,
      lastDate: 0,
      sha256: 'a'.repeat(64),
      modelSha256: 'b'.repeat(64),
    },
  },
  sizeRule,
  at: 'screen',
} as const;
const read = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));
/** As files say it, which know no −0; but for the time it took. */
const untimed = (file: ResultFile) =>
  JSON.parse(JSON.stringify({ ...file, sampling: { ...file.sampling, wallMs: 0 } }));

let pool: WorkerPool;
beforeAll(() => {
  pool = workerPool({ threads: 2 });
});
afterAll(() => pool.close());

async function lastOf(steps: AsyncIterable<OwnThreadProgress>) {
  const phases = new Set<string>();
  for await (const step of steps) {
    phases.add(step.phase);
    if (step.phase === 'done') return { ...step, phases };
  }
  throw new Error('no result');
}

describe('a fit in its own thread', () => {
  test('ends with the result, the insights and the draws of a fit on this thread', async () => {
    const attributes = { versions: { mixmodel: '0.1.0' } };
    const done = await lastOf(
      fitInOwnThread(data, spec, { ...settings, runChains: pool.runChains, attributes, papers }),
    );
    expect([...done.phases]).toEqual(['warmup', 'sampling', 'checked', 'assembling', 'done']);
    const stored = await readDraws(memoryStore(new Map(done.store)));
    expect(stored.attributes).toMatchObject({ seed: 9, ...attributes });
    for await (const here of fit(data, spec, settings)) {
      if (here.phase !== 'done') continue;
      const file = resultFile(
        { ...here.result, prior: { ...here.result.prior, sizeRule } },
        papers.origin,
        'screen',
      );
      expect(untimed(read(done.result))).toEqual(untimed(file));
      expect(done.converged).toBe(file.convergence.passed);
      expect(bits(stored.draws)).toEqual(bits(here.draws));
      const seen = insightsFile(insights(data, spec, here.draws, settings.seed));
      expect(read(done.insights)).toEqual(JSON.parse(JSON.stringify(seen)));
      const { result } = await reassembleInThread({
        data,
        spec,
        store: done.store,
        facts: { ...here.result.sampling, seed: 9 },
      });
      expect(result).toEqual(here.result);
      for (const quantity of ['roas[tv_spend]', 'y_sigma', 'log_posterior'])
        expect(await chainViewOf(memoryStore(new Map(done.store)), quantity)).toEqual(
          chainView(here.draws, quantity),
        );
      expect(await chainViewOf(memoryStore(new Map(done.store)), 'nothing[x]')).toBeUndefined();
    }
  });

  test('throws the input error that a fit here would throw, with its problems', async () => {
    const wrong = lastOf(
      fitInOwnThread(data, spec, { ...settings, papers, draws: 7, runChains: pool.runChains }),
    );
    await expect(wrong).rejects.toBeInstanceOf(InputError);
    await expect(wrong).rejects.toMatchObject({ problems: [{ path: 'draws' }] });
  });

  test('throws what went wrong where the chains run', async () => {
    const steps = fitInOwnThread(data, spec, {
      ...settings,
      papers,
      // biome-ignore lint/correctness/useYield: it fails before it has anything to tell.
      runChains: async function* () {
        throw new Error('the disk is full');
      },
    });
    await expect(lastOf(steps)).rejects.toThrow('the disk is full');
  });

  test('turns its loop while its chains are silent, so that it can be left at any time', async () => {
    let speak = (): void => {};
    const silence = new Promise<void>((resolve) => {
      speak = resolve;
    });
    const steps = fitInOwnThread(data, spec, {
      ...settings,
      papers,
      runChains: async function* ([job]) {
        yield { kind: 'progress', chain: job?.chain ?? 0, phase: 'warmup', draw: 1, of: 100, divergences: 0 };
        await silence;
      },
    });
    let turns = 0;
    for await (const step of steps) {
      expect(step.phase).toBe('warmup');
      if (++turns < 4) continue;
      speak();
      break;
    }
    expect(turns).toBe(4);
  });

  test('can be left: the chains stop and the pool serves the next fit', async () => {
    for await (const step of fitInOwnThread(data, spec, {
      ...settings,
      papers,
      warmup: 100_000,
      runChains: pool.runChains,
    })) {
      expect(step.phase).toBe('warmup');
      break;
    }
    const done = await lastOf(fitInOwnThread(data, spec, { ...settings, papers, runChains: pool.runChains }));
    expect(read(done.result).sampling.draws).toBe(120);
  });
});

test('a fit in its own thread ends at its signal, also while its chains are silent', async () => {
  const stop = new AbortController();
  const steps = fitInOwnThread(data, spec, {
    ...settings,
    papers,
    warmup: 100_000,
    runChains: pool.runChainsUntil(stop.signal),
    signal: stop.signal,
  });
  const phases: string[] = [];
  for await (const { phase } of steps) {
    phases.push(phase);
    stop.abort();
  }
  expect(phases).toEqual(['warmup']);
  const after = fitInOwnThread(data, spec, {
    ...settings,
    papers,
    runChains: pool.runChains,
    signal: stop.signal,
  });
  expect((await after.next()).done).toBe(true);
});

describe('a backtest in its own thread', () => {
  const long = sample(5, 80);
  const asked = { origins: 1, horizonWeeks: [4], seed: 3 } as const;

  test('is the backtest here, each of its fits with chains of its own', async () => {
    const { spec: expanded } = expandSpec(long.draft, long.data);
    const fits = new Map<string, number>();
    const steps = backtestInOwnThread(long.data, expanded, {
      ...asked,
      runChainsOf: ({ fold, forecaster }) => {
        const name = `${fold} ${forecaster}`;
        fits.set(name, (fits.get(name) ?? 0) + 1);
        return pool.runChains;
      },
    });
    const there = await backtestOf(steps);
    expect(there).toEqual(await backtestOf(backtest(long.data, long.draft, asked)));
    expect([...fits]).toEqual([
      ['1 model', 1],
      ['1 noMedia', 1],
    ]);
  });

  test('throws what the engine throws', async () => {
    const steps = backtestInOwnThread(data, spec, {
      ...asked,
      horizonWeeks: [13],
      runChainsOf: () => pool.runChains,
    });
    await expect(backtestOf(steps)).rejects.toMatchObject({ problems: [{ code: 'backtest_too_short' }] });
  });
});

async function backtestOf(steps: AsyncIterable<BacktestProgress>) {
  for await (const step of steps) if (step.phase === 'done') return { ...step.result, wallMs: 0 };
  throw new Error('no result');
}

test('damaged draws are an error with its reason, not a report', async () => {
  const facts = {
    mode: 'quick',
    seed: 1,
    warmup: 100,
    targetAcceptance: 0.8,
    wallMs: 0,
    gradients: 0,
  } as const;
  const none = reassembleInThread({ data, spec, store: new Map(), facts: { ...facts, attempts: [] } });
  await expect(none).rejects.toThrow();
});
