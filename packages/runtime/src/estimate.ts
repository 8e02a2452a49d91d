// What a fit will cost, before it is run: for buttons that say so. Measured once, so a guide and never a promise.
import {
  type BacktestPlan,
  type FitOptions,
  type ModelData,
  type Spec,
  samplingSettings,
} from '@mixmodel/engine';

/**
 * Measured on 2 x86-64 cores, Node 20, over simulated sets of 104×4, 156×10, 156×20, 208×40 and 1040×10 in two threads:
 * what a gradient takes with everything a chain does around it, by cell of media and by pair of dimensions, for which
 * the metric has an entry.
 */
const GRADIENT_US = 3.5;
const GRADIENT_US_PER_CELL = 0.0031;
const GRADIENT_US_PER_PAIR = 0.0009;
/** Gradients a transition, and more of them for each channel: the posterior has more corners. */
const GRADIENTS = 12;
const GRADIENTS_PER_CHANNEL = 0.15;
/** A curve without a loop of its own in the kernel, against one with. */
const COMPOSED = 4;
/** Hill's two shape parameters leave more corners to go round. */
const HILL = 1.25;
/** Threads and reading; the report's curves and series, by cell; its checks, by draw and channel. */
const FIXED_MS = 200;
const REPORT_MS_PER_CELL = 0.34;
const CHECK_MS_PER_DRAW = 0.003;
/** Both fits of an origin, besides their chains: starting them, forecasting, scoring. */
const FOLD_MS = 100;
/** A process with its threads at work; then each stored number, and the copies of it a fit makes. */
const FIXED_MB = 140;
const COPIES = 5;

export interface Cost {
  readonly ms: number;
  readonly memoryMb: number;
}

/** What `fit` with these settings would cost in `threads` threads, if its check passes at once. */
export function costOf(data: ModelData, spec: Spec, options: FitOptions, threads: number): Cost {
  const ms = FIXED_MS + REPORT_MS_PER_CELL * cellsOf(data, spec) + samplingMs(data, spec, options, threads);
  // An estimate to the thousandth of a millisecond would only look exact.
  return { ms: Math.round(ms), memoryMb: memoryMbOf(spec, options) };
}

/** Its chains and their check. */
function samplingMs(data: ModelData, spec: Spec, options: FitOptions, threads: number): number {
  const { chains, warmup, draws } = samplingSettings(options);
  const channels = spec.channels.length;
  const hill = spec.channels.some(({ saturation }) => saturation.kind === 'hill') ? HILL : 1;
  const perTransition = (GRADIENTS + GRADIENTS_PER_CHANNEL * channels) * hill;
  const oneChainMs = ((warmup + draws) * perTransition * gradientUs(data.dates.length, spec)) / 1000;
  const rounds = Math.ceil(chains / Math.min(threads, chains));
  return rounds * oneChainMs + CHECK_MS_PER_DRAW * chains * draws * channels;
}

function cellsOf(data: ModelData, { channels }: Spec): number {
  return data.dates.length * channels.length;
}

function gradientUs(periods: number, { channels }: Spec): number {
  const cells = channels.reduce((sum, channel) => sum + periods * (isComposed(channel) ? COMPOSED : 1), 0);
  // One coordinate for the size and, of most kinds, one for the adstock and one for the curve.
  const dimensions = 3 * channels.length + 1;
  return GRADIENT_US + GRADIENT_US_PER_CELL * cells + GRADIENT_US_PER_PAIR * dimensions * dimensions;
}

const inKernel = ['logistic', 'inverse_scaled_logistic', 'tanh', 'hill', 'michaelis_menten'];

function isComposed({ order, saturation }: Spec['channels'][number]): boolean {
  return order === 'saturation_first' || !inKernel.includes(saturation.kind);
}

/** What a backtest takes: of each fold that can be made the model and the same without media. */
export function backtestMsOf(
  { folds }: BacktestPlan,
  options: Pick<FitOptions, 'mode'>,
  threads: number,
): number {
  const mode = options.mode ?? 'quick';
  const ms = folds.reduce((sum, { data, spec }) => {
    if (!spec) return sum;
    const both = [spec, { ...spec, channels: [] }].map((one) => samplingMs(data, one, { mode }, threads));
    return sum + FOLD_MS + both.reduce((a, b) => a + b, 0);
  }, FIXED_MS);
  return Math.round(ms);
}

/** The memory alone, which the data have no part in. */
export function memoryMbOf(spec: Spec, options: FitOptions): number {
  const { chains, draws } = samplingSettings(options);
  const numbers = chains * draws * (20 + spec.controls.length + 10 * spec.channels.length);
  return FIXED_MB + (COPIES * 8 * numbers) / 2 ** 20;
}
