// A backtest whose checks and forecasts run in a thread of their own, and whose fits each have chains of their own.
import type { BacktestFit, BacktestProgress, ChainRunner, ModelData, Spec } from '@mixmodel/engine';
import type { BacktestAsked } from './messages.ts';
import { inOwnThread } from './own-thread.ts';

export interface OwnThreadBacktestOptions extends BacktestAsked {
  /** Runs the chains of each fit, from this thread. */
  readonly runChainsOf: (fit: BacktestFit) => ChainRunner;
  /** Ends the loop without a result, at once. */
  readonly signal?: AbortSignal;
}

/** As the engine's `backtest`, the same numbers. Throws what `backtest` throws. */
export async function* backtestInOwnThread(
  data: ModelData,
  spec: Spec,
  { runChainsOf, signal, ...settings }: OwnThreadBacktestOptions,
): AsyncGenerator<BacktestProgress, void, undefined> {
  const runners = new Map<string, ChainRunner>();
  // A fit may ask again, for a full look after a quick one: what it asks for goes to the same runner.
  const runnerOf = (fit: BacktestFit | undefined): ChainRunner => {
    if (!fit) throw new Error('chains of a backtest that are of none of its fits');
    const key = `${fit.fold} ${fit.forecaster}`;
    const runner = runners.get(key) ?? runChainsOf(fit);
    runners.set(key, runner);
    return runner;
  };
  const task = { kind: 'backtest', data, spec, settings } as const;
  // A backtest tells what backtests tell.
  yield* inOwnThread(task, { runnerOf, signal }) as AsyncGenerator<BacktestProgress>;
}
