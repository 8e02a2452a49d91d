// What a run may cost on this server: a run beyond it would take everybody else's down with it.
import type { SamplingSettings } from '@mixmodel/contract';
import type { Problem } from '@mixmodel/engine';
import type { Cost } from '@mixmodel/runtime';
import type { Config } from '../../config.ts';
import type { PlannedBacktest, PlannedModel } from '../../reading/protocol.ts';

/** Attempts in a row that stored nothing new: by then the run is what ends the server, not bad luck. */
export const mostStalledAttempts = 5;

/** What the mode that is asked for would cost; a full run where none is. */
export function costIn({ cost }: PlannedModel, sampling: SamplingSettings | undefined): Cost {
  return cost[sampling?.mode ?? 'full'];
}

/** One fit is at work at a time: backtests take time, and no more memory than the run does. */
export function withBacktest({ ms, memoryMb }: Cost, backtest: PlannedBacktest | undefined): Cost {
  return { ms: ms + (backtest?.ms ?? 0), memoryMb };
}

/** What is wrong with a backtest, at its place in the request: its model alone has no fault. */
export function inBacktest(problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, path: 'backtest' }));
}

/** What is too much about a run, at the number that is easiest to lower. */
export function overBudget(
  { ms, memoryMb }: Cost,
  { maxRunMemoryMb, maxRunMinutes }: Pick<Config, 'maxRunMemoryMb' | 'maxRunMinutes'>,
): Problem[] {
  const path = 'draws';
  const minutes = ms / 60_000;
  const problems: Problem[] = [];
  if (memoryMb > maxRunMemoryMb)
    problems.push({
      code: 'run_memory',
      path,
      facts: { gotMb: Math.ceil(memoryMb), mostMb: maxRunMemoryMb },
    });
  if (minutes > maxRunMinutes)
    problems.push({
      code: 'run_minutes',
      path,
      facts: { gotMinutes: Math.ceil(minutes), mostMinutes: maxRunMinutes },
    });
  return problems;
}
