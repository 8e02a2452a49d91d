// How a fit samples: the two modes and what a caller may set.
import { InputError, type Problem } from '../problem.ts';
import type { ChainRunner } from './job.ts';

export type Mode = 'quick' | 'full';

export interface FitOptions {
  /** Non-negative integer up to 2^53 − 1; the same seed gives the same numbers. Default 1. */
  readonly seed?: number;
  readonly mode?: Mode;
  readonly chains?: number;
  readonly warmup?: number;
  /** Kept draws a chain. */
  readonly draws?: number;
  /** Mean acceptance the step size is tuned to, between 0.6 and 0.999. */
  readonly targetAcceptance?: number;
  /** Milliseconds, for `wallMs` and for how often progress is told. Without it, progress comes every 50 draws. */
  readonly now?: () => number;
  /** Awaited between slices of work, so that the caller's thread can do other things. */
  readonly pause?: () => Promise<void>;
  /** Where chains run. Default: one after the other on this thread. */
  readonly runChains?: ChainRunner;
}

export interface SamplingSettings {
  readonly mode: Mode;
  readonly seed: number;
  readonly chains: number;
  readonly warmup: number;
  readonly draws: number;
  readonly targetAcceptance: number;
}

const modes: Readonly<Record<Mode, { chains: number; draws: number }>> = {
  quick: { chains: 2, draws: 500 },
  full: { chains: 4, draws: 2000 },
};

/** The smallest of 0.80, 0.85, 0.90, 0.95 that needs at most 5 % reruns: docs/decisions/0007. */
const TARGET_ACCEPTANCE = 0.9;

export function samplingSettings(options: FitOptions): SamplingSettings {
  const mode = options.mode ?? 'full';
  return {
    mode,
    seed: options.seed ?? 1,
    chains: options.chains ?? modes[mode].chains,
    warmup: options.warmup ?? 300,
    draws: options.draws ?? modes[mode].draws,
    targetAcceptance: options.targetAcceptance ?? TARGET_ACCEPTANCE,
  };
}

/** What each setting may be; R-hat needs two chains, metric and step size need a warm-up. */
const limits = {
  seed: { least: 0, most: Number.MAX_SAFE_INTEGER },
  chains: { least: 2, most: 16 },
  warmup: { least: 100, most: 100_000 },
  draws: { least: 100, most: 100_000 },
} as const;

/** Throws `InputError` with every setting that is out of bounds. */
export function checkSettings(options: FitOptions): void {
  const problems: Problem[] = [];
  for (const name of ['seed', 'chains', 'warmup', 'draws'] as const) {
    const got = options[name];
    const { least, most } = limits[name];
    if (got === undefined || (Number.isInteger(got) && got >= least && got <= most)) continue;
    problems.push({ code: 'sampling_setting', path: name, facts: { got: String(got), least, most } });
  }
  const { targetAcceptance, mode } = options;
  if (targetAcceptance !== undefined && !(targetAcceptance >= 0.6 && targetAcceptance <= 0.999))
    problems.push({
      code: 'target_acceptance',
      path: 'targetAcceptance',
      facts: { got: String(targetAcceptance) },
    });
  if (mode !== undefined && mode !== 'quick' && mode !== 'full')
    problems.push({
      code: 'unknown_mode',
      path: 'mode',
      facts: { got: String(mode), choices: ['quick', 'full'] },
    });
  if (problems.length > 0) throw new InputError(problems);
}
