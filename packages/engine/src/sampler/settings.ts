// What a chain is asked to do; together with the target these settings decide every draw.

export interface SamplerSettings {
  readonly seed: number;
  /** Index of the chain: the first word of its random counters. */
  readonly chain: number;
  /** Transitions spent on learning metric and step size. */
  readonly warmup: number;
  /** Mean acceptance rate the step size is tuned to. */
  readonly targetAcceptance: number;
  /** Doublings a trajectory may make: 10 unless given. */
  readonly maxTreeDepth?: number;
  /** `nuts` unless given. */
  readonly algorithm?: Algorithm;
}

/**
 * How a transition walks: for a jittered time (`hmc`), or along a tree until it turns back (`nuts`), which costs more
 * where the metric fits and needs less of it.
 */
export type Algorithm = 'hmc' | 'nuts';

/** Stan's default: at most 1,023 steps in one transition. */
export const defaultMaxTreeDepth = 10;
