// One channel's curve in several kernels: its parameters copied from the lane they were written to.
import type { Kernel } from '../kernel/kernel.ts';
import { MOST_SLOPES } from '../kernel/layout.ts';

export interface Lane {
  readonly kernel: Kernel;
  readonly lane: number;
}

/** Gives a lane the curve of another kernel's lane; `lags` is the channel's own window. */
export function copyLane(from: Lane, to: Lane, lags: number): void {
  const [source, target] = [from.kernel, to.kernel];
  target.alpha[to.lane] = source.alpha[from.lane];
  target.gamma[to.lane] = source.gamma[from.lane];
  target.gammaSlope[to.lane] = source.gammaSlope[from.lane];
  target.steepness[to.lane] = source.steepness[from.lane];
  target.shift[to.lane] = source.shift[from.lane];
  copyWindow(from, to, lags);
  for (let i = 0; i < MOST_SLOPES; i++)
    target.parameters[MOST_SLOPES * to.lane + i] = source.parameters[MOST_SLOPES * from.lane + i];
}

/** One lane of a pair's weights and slopes, lag by lag: a pair is as long as the longer of its windows. */
function copyWindow(from: Lane, to: Lane, lags: number): void {
  const first = to.kernel.windowOf[to.lane];
  if (first < 0) return;
  const shift = from.kernel.windowOf[from.lane] - first;
  const end = first + 6 * lags;
  for (let i = first; i < end; i += 2) to.kernel.windowWeights[i] = from.kernel.windowWeights[i + shift];
}
