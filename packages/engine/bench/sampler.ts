// What the sampler itself costs per gradient: tree, metric and random numbers, with the target's own time taken off.
//
//   npx tsx packages/engine/bench/sampler.ts
import { purpose } from '../src/numeric/purposes.ts';
import { stream } from '../src/numeric/random.ts';
import { type SamplerSettings, sample, type Target } from '../src/sampler/chain.ts';
import type { ChainState } from '../src/sampler/state.ts';

const draws = 4000;
const repeats = 7;

/** The cheapest target there is. */
function standardNormal(size: number): Target {
  return {
    size,
    logDensity(position, gradient) {
      let sum = 0;
      for (let i = 0; i < size; i++) {
        gradient[i] = -position[i];
        sum += position[i] * position[i];
      }
      return -0.5 * sum;
    },
  };
}

/** A state with as many kept directions as models of this size were seen to have, about 0.4 a dimension. */
function stateOf(size: number): ChainState {
  const rank = Math.round(0.4 * size);
  const random = stream(1, 0, purpose.simulate, size);
  const vectors: number[][] = [];
  while (vectors.length < rank) {
    const vector = Array.from({ length: size }, () => random.normal());
    for (const other of vectors) {
      const along = vector.reduce((sum, value, i) => sum + value * other[i], 0);
      other.forEach((value, i) => {
        vector[i] -= along * value;
      });
    }
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
    vectors.push(vector.map((value) => value / length));
  }
  return {
    draw: 0,
    position: Float64Array.from({ length: size }, () => random.normal()),
    stepSize: 0.3,
    metric: {
      scale: new Float64Array(size).fill(1),
      vectors: Float64Array.from(vectors.flat()),
      values: Float64Array.from({ length: rank }, (_, k) => (k % 2 ? 0.45 : 2.2)),
    },
  };
}

interface Timing {
  readonly gradients: number;
  readonly nanosecondsPerGradient: number;
}

function timeChain(target: Target, state: ChainState): Timing {
  const settings: SamplerSettings = { seed: 1, chain: 0, warmup: 0, targetAcceptance: 0.9 };
  let gradients = 0;
  const from = performance.now();
  for (const made of sample(target, settings, state, draws, () => {})) gradients += made.steps;
  return { gradients, nanosecondsPerGradient: ((performance.now() - from) * 1e6) / gradients };
}

function timeTarget(target: Target, position: Float64Array, gradients: number): number {
  const gradient = new Float64Array(target.size);
  const from = performance.now();
  for (let call = 0; call < gradients; call++) target.logDensity(position, gradient);
  return ((performance.now() - from) * 1e6) / gradients;
}

console.log(
  'dimensions  rank  gradients/draw  ns/gradient  of which target  sampler alone  gradients/s of sampler',
);
for (const size of [13, 31, 61]) {
  const target = standardNormal(size);
  const state = stateOf(size);
  const chains = Array.from({ length: repeats }, () => timeChain(target, state));
  // The fastest repeat is the one least disturbed by whatever else the machine does.
  const whole = Math.min(...chains.map((chain) => chain.nanosecondsPerGradient));
  const own = Math.min(...chains.map((chain) => timeTarget(target, state.position, chain.gradients)));
  const cells = [
    [size, 10],
    [state.metric.values.length, 6],
    [(chains[0].gradients / draws).toFixed(1), 16],
    [whole.toFixed(0), 13],
    [own.toFixed(0), 17],
    [(whole - own).toFixed(0), 15],
    [Math.round(1e9 / (whole - own)), 24],
  ] as const;
  console.log(cells.map(([value, width]) => String(value).padStart(width)).join(''));
}
