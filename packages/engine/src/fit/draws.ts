// The draws of a run in memory: columns by name, one segment a chain and stretch of sampling.
import type { DrawVariable } from '../insights/variables.ts';
import type { ChainState } from '../sampler/state.ts';

/** Statistics of the sampler, one value a draw. */
export interface SampleStats {
  readonly lp: Float64Array;
  readonly energy: Float64Array;
  readonly diverging: Uint8Array;
  readonly treeDepth: Uint8Array;
  readonly steps: Uint16Array;
  readonly stepSize: Float64Array;
  readonly acceptanceRate: Float64Array;
}

/** A stretch of one chain: what a chain job returns and what one Zarr chunk holds. */
export interface ChainSegment {
  readonly chain: number;
  readonly draws: number;
  /** draws × columns, row-major. */
  readonly values: Float64Array;
  readonly stats: SampleStats;
  /** Gradient evaluations spent, warm-up included when this segment did it. */
  readonly gradients: number;
  /** Log density of the mode this chain started from. */
  readonly modeLogDensity: number;
  /** Where the chain stands, to go on bit for bit. */
  readonly state: ChainState;
}

/** All kept draws of a run. */
export interface Draws {
  readonly variables: readonly DrawVariable[];
  /** Columns of a segment's matrix. */
  readonly columns: number;
  /** By chain, then segment in order; every chain has the same segment lengths. */
  readonly segments: readonly (readonly ChainSegment[])[];
}
