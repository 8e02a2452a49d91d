// Where a run stands, in plain words.
import type { RunProgress, RunView } from '@mixmodel/contract';
import { roughly } from '../duration.ts';

/** Under this a fit gets one bar and no ceremony (LOOK, "Fits take a second"). */
export const ceremonyMs = 5_000;

const phases: Readonly<Record<RunProgress['phase'], string>> = {
  waiting: 'Waiting for its turn.',
  warmup: 'Warming up: each chain finds its way; these draws are not kept.',
  sampling: 'Sampling: each chain explores what fits the data.',
  assembling: 'Reading the draws: checks, returns, curves.',
};

export function phaseWords({ state, progress }: Pick<RunView, 'state' | 'progress'>): string {
  if (state === 'queued' || progress === null) return phases.waiting;
  const { backtest } = progress;
  if (backtest)
    return `Backtest: forecasting from origin ${backtest.fold} of ${backtest.of}${backtest.forecaster === 'noMedia' ? ', without media' : ''}.`;
  const again = progress.attempt > 1 ? ` Attempt ${progress.attempt}: the check asked for more.` : '';
  return `${phases[progress.phase]}${again}`;
}

/** `about 12 s left`; nothing where it is not known. */
export function remainingWords(progress: RunProgress | null): string | null {
  if (!progress || progress.etaMs === null) return null;
  return progress.etaMs < 1000 ? 'nearly done' : `${roughly(progress.etaMs)} left`;
}

export interface Lane {
  readonly chain: number;
  readonly percent: number;
  readonly words: string;
  readonly divergences: number;
}

/** Each chain as it stands: `draw 1,240 of 2,000, 950 a second`. */
export function lanesOf(progress: RunProgress | null): Lane[] {
  const chains = [...(progress?.chains ?? [])].sort((a, b) => a.chain - b.chain);
  return chains.map(({ phase, draw, of, drawsPerSecond, divergences }, index) => {
    const what = phase === 'warmup' ? 'warm-up' : 'draw';
    const speed =
      drawsPerSecond > 0 ? `, ${Math.round(drawsPerSecond).toLocaleString('en-US')} a second` : '';
    return {
      // People count from 1.
      chain: index + 1,
      percent: of === 0 ? 0 : Math.min(100, (100 * draw) / of),
      words: `${what} ${draw.toLocaleString('en-US')} of ${of.toLocaleString('en-US')}${speed}`,
      divergences,
    };
  });
}
