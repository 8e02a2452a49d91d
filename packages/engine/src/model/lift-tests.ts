// Lift tests as likelihood: what a test measured is N(m, sd) around what the channels' curves say of it (METHOD §5).
//
// m = k·g·Σ_c β_c·Σ_{t measured} [sat(adstock(x_c + Δx_c/g)) − sat(adstock(x_c))]_t. Only channel parameters enter, so
// the linear block stays integrated out. Where parts multiply, that sum for one period is the log of the ratio of what is
// expected with and without the change, and m is its mean over the measured periods.
import type { Kernel } from '../kernel/kernel.ts';
import { log } from '../numeric/elementary.ts';
import { HALF_LOG_TWO_PI } from '../priors/normal.ts';
import {
  type Counterfactual,
  counterfactual,
  type Difference,
  difference,
  type MakeKernel,
} from './counterfactual.ts';
import type { LaneSums } from './curve.ts';
import type { ModelData } from './data.ts';
import { liftInput } from './lift-input.ts';
import type { ScaledData } from './scaled.ts';
import type { LiftTestSpec, Spec } from './spec.ts';
import { rowsInside } from './windows.ts';

/** What one test says of one channel: its log density moves by `pull`·β for each unit of the sums. */
export interface Evidence {
  readonly sums: LaneSums;
  /** One number: ∂log p/∂m times what a unit of β·sum is of m. */
  readonly pull: Float64Array;
}

export interface LiftTests {
  /** By channel. */
  readonly evidence: readonly (readonly Evidence[])[];
  /** By test, after `locate`: m in the test's unit, and log N(lift; m, sd). */
  readonly predicted: Float64Array;
  readonly logDensities: Float64Array;
  /** Once the kernel has the curves and amplitudes of a position. */
  locate(): void;
  /** Σ of `logDensities`. */
  logDensity(): number;
}

export function liftTests(
  spec: Spec,
  data: ModelData,
  scaled: ScaledData,
  kernel: Kernel,
  makeKernel?: MakeKernel,
): LiftTests {
  const tests = (spec.liftTests ?? []).map((test) => prepared(test, data, scaled, kernel, makeKernel));
  const predicted = new Float64Array(tests.length);
  const logDensities = new Float64Array(tests.length);
  return {
    evidence: scaled.channels.map((_, c) =>
      tests.flatMap(({ parts, pull }) =>
        parts.filter((part) => part.c === c).map((part) => ({ sums: part.difference.sums, pull })),
      ),
    ),
    predicted,
    logDensities,
    locate() {
      for (let i = 0; i < tests.length; i++) {
        const { test, unit, pull } = tests[i];
        predicted[i] = unit * predictedSum(tests[i], kernel);
        const z = (test.lift - predicted[i]) / test.sd;
        pull[0] = (unit * z) / test.sd;
        logDensities[i] = -0.5 * z * z - log(test.sd) - HALF_LOG_TWO_PI;
      }
    },
    logDensity() {
      let sum = 0;
      for (let i = 0; i < logDensities.length; i++) sum += logDensities[i];
      return sum;
    },
  };
}

interface Prepared {
  readonly test: LiftTestSpec;
  /** k·g, or one over the number of measured periods. */
  readonly unit: number;
  readonly curves: Counterfactual;
  readonly parts: readonly { readonly c: number; readonly lane: number; readonly difference: Difference }[];
  readonly pull: Float64Array;
}

/** The rows are the measured periods and, before them, as many as may still act in them. */
function prepared(
  test: LiftTestSpec,
  data: ModelData,
  scaled: ScaledData,
  kernel: Kernel,
  makeKernel: MakeKernel | undefined,
): Prepared {
  const measured = rowsInside(test.measured, data);
  const tested = test.channels.map((column) =>
    scaled.channels.findIndex(({ spec }) => spec.column === column),
  );
  const longest = Math.max(...tested.map((c) => scaled.channels[c].spec.adstock.lMax));
  const [from, to] = [Math.max(0, measured.indexOf(1) - longest + 1), measured.lastIndexOf(1) + 1];
  const altered = tested.flatMap((c) => {
    const channel = scaled.channels[c];
    const both = [channel.input, liftInput(test, channel, data, scaled.mask)];
    return both.map((input) => ({ channel, lane: kernel.laneOf[c], input: input.slice(from, to) }));
  });
  return {
    test,
    unit:
      test.unit === 'log_ratio'
        ? 1 / measured.reduce((sum, one) => sum + one, 0)
        : scaled.targetScale * test.marketShare,
    curves: counterfactual(kernel, altered, measured.slice(from, to), makeKernel),
    parts: tested.map((c) => ({ c, lane: kernel.laneOf[c], difference: difference(kernel.laneOf[c]) })),
    pull: new Float64Array(1),
  };
}

/** Σ_c β_c·(what its curve sums to with the change, less what it sums to without). */
function predictedSum({ curves, parts }: Prepared, kernel: Kernel): number {
  curves.update();
  let sum = 0;
  for (let i = 0; i < parts.length; i++) {
    const { lane, difference } = parts[i];
    difference.set(curves.sums, curves.laneOf[2 * i + 1], curves.sums, curves.laneOf[2 * i]);
    sum += kernel.amplitude[lane] * difference.sums.value[lane];
  }
  return sum;
}
