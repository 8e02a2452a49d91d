// What a fit will cost, before it is run: for buttons that say so. Measured once, so a guide and never a promise.
import { type FitOptions, type ModelData, type Spec, samplingSettings } from '@mixmodel/engine';

/**
 * Measured with `npm run bench` on 2 x86-64 cores, Node 20 (104×5: 1.0 s, 156×6: 1.2 s, 208×6: 1.1 s for 4 chains of
 * 300 + 2,000 in two threads): microseconds a gradient with everything a chain does around it, for each cell of media,
 * and gradients a transition.
 */
const GRADIENT_US = 12;
const GRADIENT_US_PER_CELL = 0.008;
const GRADIENTS_PER_TRANSITION = 11;
/** Hill's two shape parameters mostly need the more careful rungs of the ladder (docs/decisions/0007). */
const HILL = 4;
/** Threads, reading, checks, and the summaries of each draw. */
const FIXED_MS = 400;
const SUMMARY_MS_PER_DRAW = 0.05;
/** A server's process with its threads at work; then each stored number, and the copies of it a fit makes. */
const FIXED_MB = 120;
const COPIES = 4;

export interface Cost {
  readonly ms: number;
  readonly memoryMb: number;
}

/** What `fit` with these settings would cost in `threads` threads. */
export function costOf(data: ModelData, spec: Spec, options: FitOptions, threads: number): Cost {
  const { chains, warmup, draws } = samplingSettings(options);
  const cells = data.dates.length * spec.channels.length;
  const hill = spec.channels.some(({ saturation }) => saturation.kind === 'hill') ? HILL : 1;
  const gradients = GRADIENTS_PER_TRANSITION * (warmup + draws) * hill;
  const oneChainMs = (gradients * (GRADIENT_US + GRADIENT_US_PER_CELL * cells)) / 1000;
  const rounds = Math.ceil(chains / Math.min(threads, chains));
  return {
    ms: FIXED_MS + SUMMARY_MS_PER_DRAW * chains * draws + rounds * oneChainMs,
    memoryMb: memoryMbOf(spec, options),
  };
}

/** The memory alone, which the data have no part in. */
export function memoryMbOf(spec: Spec, options: FitOptions): number {
  const { chains, draws } = samplingSettings(options);
  const numbers = chains * draws * (20 + spec.controls.length + 10 * spec.channels.length);
  return FIXED_MB + (COPIES * 8 * numbers) / 2 ** 20;
}
