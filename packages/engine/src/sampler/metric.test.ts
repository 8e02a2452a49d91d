// The low-rank metric against its formula written out.
import { describe, expect, it } from 'vitest';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { applyMetric, identityMetric, metricFrom, metricInWasm, sampleMomentum } from './metric.ts';
import type { MetricState } from './state.ts';

const root = Math.SQRT1_2;
const state: MetricState = {
  scale: Float64Array.of(0.5, 2, 1, 3, 0.1),
  vectors: Float64Array.of(
    root,
    root,
    0,
    0,
    0,
    0,
    0,
    0.6,
    0.8,
    0,
    0,
    0,
    0.8,
    -0.6,
    0,
    root,
    -root,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    1,
  ),
  values: Float64Array.of(4, 0.25, 3, 2.5, 0.2),
};

/** S(I + U(f(Λ) − I)Uᵀ)S, entry by entry. */
function matrix(f: (value: number) => number, scale: (s: number) => number): number[][] {
  return Array.from(state.scale, (si, i) =>
    Array.from(state.scale, (sj, j) => {
      let entry = i === j ? 1 : 0;
      state.values.forEach((value, k) => {
        entry += (f(value) - 1) * state.vectors[k * 5 + i] * state.vectors[k * 5 + j];
      });
      return scale(si) * entry * scale(sj);
    }),
  );
}

describe('a low-rank metric', () => {
  it('turns a momentum into a velocity by S(I + U(Λ − I)Uᵀ)S', () => {
    const inverseMass = matrix(
      (value) => value,
      (s) => s,
    );
    const momentum = Float64Array.of(1, -2, 0.5, 3, 7);
    const velocity = new Float64Array(5);
    applyMetric(metricFrom(state), momentum, velocity);
    inverseMass.forEach((row, i) => {
      expect(velocity[i]).toBeCloseTo(
        row.reduce((sum, entry, j) => sum + entry * momentum[j], 0),
        12,
      );
    });
  });

  it('draws momenta whose covariance is the inverse of that matrix', () => {
    const mass = matrix(
      (value) => 1 / value,
      (s) => 1 / s,
    );
    const metric = metricFrom(state);
    const random = stream(3, 0, purpose.simulate, 0);
    const draws = Array.from({ length: 20_000 }, () => {
      const momentum = new Float64Array(5);
      sampleMomentum(metric, random, momentum);
      return momentum;
    });
    mass.forEach((row, i) => {
      row.forEach((entry, j) => {
        const products = draws.map((momentum) => momentum[i] * momentum[j]);
        const mean = products.reduce((sum, value) => sum + value, 0) / draws.length;
        const error = Math.sqrt((mass[i][i] * mass[j][j] + entry * entry) / draws.length);
        expect(Math.abs(mean - entry) / error).toBeLessThan(4);
      });
    });
  });

  it.each([
    [13, 8],
    [25, 5],
    [31, 10],
    [61, 16],
    [121, 121],
  ])(
    'of %i dimensions and %i directions gives the same bits in WASM, after another metric too',
    (size, rank) => {
      const shared = metricInWasm(size);
      const random = stream(4, 0, purpose.simulate, size);
      const draw = (count: number) => Float64Array.from({ length: count }, () => random.normal());
      for (const directions of [size, rank]) {
        const state = {
          scale: draw(size),
          vectors: draw(directions * size),
          values: draw(directions).map(Math.abs),
        };
        const inWasm = metricFrom(state, shared);
        expect(inWasm.product).toBeDefined();
        const momentum = draw(size);
        const velocities = [metricFrom(state), inWasm].map((metric) => {
          const velocity = new Float64Array(size);
          applyMetric(metric, momentum, velocity);
          return velocity;
        });
        expect(velocities[1]).toEqual(velocities[0]);
      }
    },
  );

  it('without directions is its diagonal', () => {
    const velocity = new Float64Array(2);
    applyMetric(metricFrom(identityMetric(2)), Float64Array.of(3, -4), velocity);
    expect([...velocity]).toEqual([3, -4]);
  });
});
