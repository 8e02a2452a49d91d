// The backtest of a run: a fit for each origin with media and one without, each with checkpoints of its own.
import { type BacktestFile, backtestFile } from '@mixmodel/contract';
import type { BacktestFit } from '@mixmodel/engine';
import { backtestInOwnThread } from '@mixmodel/runtime';
import { chainsOf, type Inputs, noteLineage, type Work } from './fitting.ts';
import type { Fence } from './queries.ts';
import type { Tell } from './teller.ts';

/** The backtest as the terminal writes it; nothing when it was left. */
export async function backtestRun(
  work: Work,
  { data, origin }: Inputs,
  tell: Tell,
): Promise<BacktestFile | undefined> {
  const { run, folds } = work.begun;
  const steps = backtestInOwnThread(data, run.spec, {
    ...run.backtest?.settings,
    seed: run.seed,
    runChainsOf: (fit) => chainsOf(work, fenceOf(folds, fit)),
    signal: work.signal,
  });
  for await (const step of steps) {
    if (step.phase !== 'done') {
      if (!(await tell.ofBacktest(step))) return undefined;
      continue;
    }
    for (const { fence } of folds) await noteLineage(work, fence, origin);
    return backtestFile(step.result, origin);
  }
  return undefined;
}

function fenceOf(folds: Work['begun']['folds'], { fold, forecaster }: BacktestFit): Fence {
  const found = folds.find((one) => one.fold === fold && one.forecaster === forecaster);
  if (!found) throw new Error(`origin ${fold} of the backtest has no fit for its ${forecaster}`);
  return found.fence;
}
