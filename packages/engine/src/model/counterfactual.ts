// What channels would have brought with other inputs: their curves over inputs that never ran, in a kernel of its own.
import { createKernel, type Kernel, type KernelInput } from '../kernel/kernel.ts';
import type { LaneSums } from './curve.ts';
import { kernelChannel } from './kernel-channel.ts';
import { copyLane } from './lanes.ts';
import type { ScaledChannel } from './scaled.ts';

export interface Altered {
  readonly channel: ScaledChannel;
  /** Where the model has its curve. */
  readonly lane: number;
  /** Scaled, one number a row. */
  readonly input: Float64Array;
}

export interface Counterfactual {
  /** Lane of each altered input, in their order. */
  readonly laneOf: Int32Array;
  /** Sums over the weighted rows, after `update`. */
  readonly sums: LaneSums;
  /** Takes over the curves that the model has now. */
  update(): void;
}

export type MakeKernel = (input: KernelInput) => Kernel;

/** The rows are those of `weights`: any stretch of time whose first rows hold what still acts later. */
export function counterfactual(
  model: Kernel,
  altered: readonly Altered[],
  weights: Float64Array,
  makeKernel: MakeKernel = createKernel,
): Counterfactual {
  const rows = weights.length;
  const nothing = new Float64Array(rows);
  const kernel = makeKernel({
    rows,
    channels: altered.map(({ channel, input }) => kernelChannel(channel, input)),
    target: nothing,
    mask: nothing,
    basis: new Float64Array(0),
    directions: 0,
    rowWeights: [weights],
  });
  const copies = altered.map(({ channel, lane }, i) => ({
    from: { kernel: model, lane },
    to: { kernel, lane: kernel.laneOf[i] },
    lags: channel.spec.adstock.lMax,
  }));
  return {
    laneOf: kernel.laneOf,
    sums: kernel.weighted,
    update() {
      for (let i = 0; i < copies.length; i++) copyLane(copies[i].from, copies[i].to, copies[i].lags);
      kernel.curves();
      kernel.weigh(0);
    },
  };
}

/** Sums of one curve less those of another, standing where the slopes of lane `lane` are read. */
export interface Difference {
  readonly sums: LaneSums;
  set(more: LaneSums, moreLane: number, less: LaneSums, lessLane: number): void;
}

const parts = ['value', 'a', 'b', 'c', 'd'] as const satisfies readonly (keyof LaneSums)[];

/** Every slope of a curve is linear in its sums, so a difference of sums has the slopes of the difference. */
export function difference(lane: number): Difference {
  const one = () => new Float64Array(lane + 1);
  const sums = { value: one(), a: one(), b: one(), c: one(), d: one() };
  return {
    sums,
    set(more, moreLane, less, lessLane) {
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i];
        sums[part][lane] = more[part][moreLane] - less[part][lessLane];
      }
    },
  };
}
