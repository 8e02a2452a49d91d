// Writes how far a run is to its row, now and then: what a reader sees of it while it works.
import { type BacktestProgress, type ModelData, samplingSettings } from '@mixmodel/engine';
import { costOf, type OwnThreadProgress } from '@mixmodel/runtime';
import type { SystemScope } from '../../../http/scope.ts';
import type { Services } from '../../../services.ts';
import { tellChanged } from '../events.ts';
import type { Begun } from './fitting.ts';
import { progressMeter } from './progress.ts';
import { saveProgress } from './queries.ts';

/** Progress is written at most so often. */
const tellEveryMs = 250;

/** Each is false when the run is not this attempt's any more. */
export interface Tell {
  ofFit(step: Exclude<OwnThreadProgress, { phase: 'done' }>): Promise<boolean>;
  ofBacktest(step: Exclude<BacktestProgress, { phase: 'done' }>): Promise<boolean>;
}

export function teller(
  { database, events, config }: Services,
  scope: SystemScope,
  { run, fence }: Pick<Begun, 'run' | 'fence'>,
  data: ModelData,
): Tell {
  const own = costOf(data, run.spec, samplingSettings({ ...run.sampling, seed: run.seed }), config.threads);
  const meter = progressMeter({
    ownMs: own.ms,
    afterwardsMs: run.backtest ? Math.max(0, run.estimateMs - own.ms) : 0,
  });
  let toldAt = Number.NEGATIVE_INFINITY;
  let toldPhase = '';
  const tell = async (progress: ReturnType<typeof meter.read>, now: number): Promise<boolean> => {
    const { fold, forecaster } = progress.backtest ?? {};
    const phase = [progress.phase, fold, forecaster].join(' ');
    if (now - toldAt < tellEveryMs && phase === toldPhase) return true;
    [toldAt, toldPhase] = [now, phase];
    const wanted = await saveProgress(database, scope, fence, progress);
    if (wanted) tellChanged(events, fence.runId);
    return wanted;
  };
  return {
    ofFit(step) {
      const now = performance.now();
      return tell(meter.read(step, now), now);
    },
    ofBacktest(step) {
      const now = performance.now();
      return tell(meter.readBacktest(step, now), now);
    },
  };
}
