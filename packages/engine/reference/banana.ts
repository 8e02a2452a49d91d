// A bent, unevenly scaled density with a metric that half fits it, for transitions and their slow twins.
import type { MetricState } from '../src/sampler/state.ts';
import type { Target } from '../src/sampler/target.ts';

/** A bent, unevenly scaled density: quadratic along a curve. */
export const banana: Target = {
  size: 4,
  logDensity(q, g) {
    const bend = q[1] - 0.5 * q[0] * q[0];
    g[0] = -q[0] + 4 * bend * q[0];
    g[1] = -4 * bend;
    g[2] = -9 * q[2];
    g[3] = -0.1 * q[3] - 0.02 * q[3] * q[3] * q[3];
    return (
      -0.5 * q[0] * q[0] -
      2 * bend * bend -
      4.5 * q[2] * q[2] -
      0.05 * q[3] * q[3] -
      0.005 * q[3] * q[3] * q[3] * q[3]
    );
  },
};

const root = Math.SQRT1_2;
export const lowRank: MetricState = {
  scale: Float64Array.of(1, 1.5, 0.4, 2),
  vectors: Float64Array.of(root, root, 0, 0, 0, 0, 0.6, 0.8, root, -root, 0, 0),
  values: Float64Array.of(3, 0.3, 2.5),
};
