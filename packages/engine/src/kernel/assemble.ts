// One kernel out of a filled memory and its three stages: the named views, and the checks that keep reads inside.
import { composedCurves } from './composed.ts';
import type { ColumnSums, ComposedCurve, Kernel, KernelInput } from './kernel.ts';
import { type Layout, MOST_SLOPES, type Region } from './layout.ts';

export interface Stages {
  curves(): void;
  weigh(j: number): void;
  residuals(): number;
}

export function assembleKernel(
  memory: Float64Array,
  layout: Layout,
  input: KernelInput,
  stages: Stages,
): Kernel {
  const { lanes, laneOf } = layout;
  const weightSets = input.rowWeights.length;
  const view = (region: Region, length: number) =>
    memory.subarray(layout.at[region], layout.at[region] + length);
  const columnSums = (region: Region): ColumnSums => {
    const all = view(region, 5 * lanes);
    const [value, a, b, c, d] = [0, 1, 2, 3, 4].map((i) => all.subarray(i * lanes, (i + 1) * lanes));
    return { value, a, b, c, d };
  };
  const parameters = new Float64Array(MOST_SLOPES * lanes);
  const windowWeights = view('windowWeights', 6 * layout.counts.windowLags.reduce((a, b) => a + b, 0));
  const compose = layout.counts.composedLanes > 0 && composedCurves(memory, layout, input, parameters);
  return {
    lanes,
    laneOf,
    alpha: view('alpha', lanes),
    gamma: view('gamma', lanes),
    gammaSlope: view('gammaSlope', lanes),
    steepness: view('steepness', lanes),
    shift: view('shift', lanes),
    parameters,
    windowWeights,
    windowOf: layout.windowOf,
    amplitude: view('amplitude', lanes),
    shrink: view('shrink', input.directions),
    target: view('target', input.rows),
    rowWeights: input.rowWeights.map((_, j) => {
      const first = layout.at.rowWeights + j * layout.counts.rows;
      return memory.subarray(first, first + input.rows);
    }),
    writeWindow(lane, { values, slopes }) {
      const first = layout.windowOf[lane];
      for (let s = 0, i = first; s < values.length; s++, i += 6) {
        windowWeights[i] = values[s];
        for (let k = 0; k < slopes.length; k++) windowWeights[i + 2 + 2 * k] = slopes[k][s];
      }
    },
    curves: compose
      ? () => {
          stages.curves();
          compose();
        }
      : stages.curves,
    weigh(j) {
      if (!(j >= 0 && j < weightSets)) {
        throw new RangeError(
          `The kernel holds ${weightSets} sets of row weights, but set ${j} was asked for.`,
        );
      }
      stages.weigh(j);
    },
    residuals: stages.residuals,
    weighted: columnSums('weighted'),
    gradient: columnSums('gradient'),
    projections: view('projections', input.directions),
    values: view('values', input.rows * lanes),
    columnA: view('columnA', input.rows * lanes),
    adstocked: view('adstocked', input.rows * lanes),
    errors: view('errors', input.rows),
    remainders: view('residuals', input.rows),
  };
}

/** Lengths only: what the numbers mean is the model's business. */
export function checkInput(input: KernelInput): void {
  const { rows, directions } = input;
  if (!(Number.isInteger(rows) && rows > 0)) {
    throw new RangeError(`A kernel needs a whole number of rows, at least 1, but got ${rows}.`);
  }
  expectLength('target', input.target, rows);
  expectLength('mask', input.mask, rows);
  expectLength('basis', input.basis, rows * directions);
  for (const [j, weights] of input.rowWeights.entries()) expectLength(`rowWeights[${j}]`, weights, rows);
  for (const [c, channel] of input.channels.entries()) {
    if (channel.kind === 'composed') {
      expectComposed(`channels[${c}].curve`, channel.curve, rows);
      continue;
    }
    const { x, lags } = channel;
    expectLength(`channels[${c}].x`, x, rows);
    if (!(Number.isInteger(lags) && lags > 0)) {
      throw new RangeError(`channels[${c}].lags must be a whole number, at least 1, but is ${lags}.`);
    }
  }
}

function expectComposed(name: string, { drive, value, slopes }: ComposedCurve, rows: number): void {
  for (const column of [drive, value, ...slopes]) expectLength(`${name}'s columns`, column, rows);
  if (slopes.length > MOST_SLOPES) {
    throw new RangeError(`${name} may have ${MOST_SLOPES} slopes at most, but has ${slopes.length}.`);
  }
}

function expectLength(name: string, array: Float64Array, length: number): void {
  if (array.length !== length) {
    throw new RangeError(`${name} must hold ${length} numbers, but holds ${array.length}.`);
  }
}
