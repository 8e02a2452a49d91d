// The kernel against its plain twin (equal bits) and against the slow reference (to 1e-12, and by finite differences).
import { describe, expect, test } from 'vitest';
import {
  type ChannelColumns,
  channelColumns,
  type FusedInput,
  type KernelParameters,
  residualsOf,
  weightedTotal,
} from '../../reference/kernel.ts';
import {
  type CaseShape,
  type KernelCase,
  kernelCase,
  type LaneKind,
  setParameters,
} from '../../reference/kernel-cases.ts';
import {
  type ComposedCurve,
  createKernel,
  type Kernel,
  type KernelInput,
  plainKernel,
  wasmKernel,
} from './kernel.ts';

const letters: Readonly<Record<string, LaneKind>> = {
  l: 'logistic',
  h: 'hill',
  L: 'logistic window',
  H: 'hill window',
};
/** A letter a channel, capital where it carries over by weights. */
const kinds = (text: string): LaneKind[] => Array.from(text, (letter) => letters[letter]);

/** Even and odd counts of either kind and both, every remainder of rows by 8, K from 0 up, lead-in and tail. */
const shapes: readonly CaseShape[] = [
  { rows: 104, kinds: kinds('llll'), directions: 7, seed: 1, leadIn: 8 },
  { rows: 156, kinds: kinds('lllllllll'), directions: 10, seed: 2 },
  { rows: 61, kinds: kinds('hhh'), directions: 1, seed: 3, tail: 5 },
  { rows: 97, kinds: kinds('lhlhh'), directions: 0, seed: 4, leadIn: 3, tail: 4 },
  { rows: 98, kinds: kinds('hl'), directions: 2, seed: 5 },
  { rows: 99, kinds: kinds('h'), directions: 3, seed: 6, leadIn: 1 },
  { rows: 100, kinds: kinds('l'), directions: 4, seed: 7 },
  { rows: 45, kinds: kinds('llhhll'), directions: 5, seed: 8 },
  { rows: 46, kinds: [], directions: 6, seed: 9 },
  { rows: 1, kinds: kinds('lh'), directions: 1, seed: 10 },
  { rows: 207, kinds: kinds('hhhhhhhhhlllllllllll'), directions: 13, seed: 11, leadIn: 12 },
  { rows: 70, kinds: kinds('L'), directions: 2, seed: 14 },
  { rows: 71, kinds: kinds('HHH'), directions: 0, seed: 15, leadIn: 5 },
  { rows: 103, kinds: kinds('LhlHLLhHlHLH'), directions: 4, seed: 16, tail: 3 },
  { rows: 5, kinds: kinds('LHl'), directions: 1, seed: 17 },
];

function run({ input, parameters }: KernelCase, make: (input: KernelInput) => Kernel) {
  const kernel = make(input);
  setParameters(kernel, input, parameters);
  kernel.curves();
  const weighted = input.rowWeights.map((_, j) => {
    kernel.weigh(j);
    return copy(kernel.weighted);
  });
  return { kernel, weighted, square: kernel.residuals() };
}

function copy({ value, a, b, c, d }: Kernel['weighted']) {
  return { value: value.slice(), a: a.slice(), b: b.slice(), c: c.slice(), d: d.slice() };
}

/** Every number a kernel gives. */
function everything({ kernel, weighted, square }: ReturnType<typeof run>): Float64Array[] {
  return [
    Float64Array.of(square),
    ...weighted.flatMap((sums) => Object.values(sums)),
    ...Object.values(copy(kernel.gradient)),
    kernel.projections,
    kernel.values,
    kernel.columnA,
    kernel.adstocked,
    kernel.errors,
    kernel.remainders,
  ];
}

const bitsOf = (array: Float64Array) => Array.from(new BigUint64Array(array.slice().buffer));
function title({ rows, kinds, directions }: CaseShape): string {
  const named = [...new Set(kinds)].map((kind) => `${kinds.filter((k) => k === kind).length} ${kind}`);
  return `${rows} rows, ${named.join(', ') || 'no channels'}, ${directions} directions`;
}

describe.each(shapes.map((shape) => [title(shape), kernelCase(shape)] as const))('%s', (_, example) => {
  test('the plain twin gives the bits of the WASM kernel', () => {
    const wasm = everything(run(example, wasmKernel));
    const plain = everything(run(example, plainKernel));
    expect(plain.map(bitsOf)).toEqual(wasm.map(bitsOf));
    expect(wasm.every((array) => array.every(Number.isFinite))).toBe(true);
  });

  test('the columns equal direct sums over the window to 1e-12', () => {
    const { kernel } = run(example, wasmKernel);
    for (const [channel] of example.input.channels.entries()) {
      const columns = channelColumns(example.input, example.parameters, channel);
      for (let t = 0; t < example.input.rows; t++) {
        const i = t * kernel.lanes + kernel.laneOf[channel];
        expectClose(kernel.adstocked[i], columns.adstocked[t]);
        expectClose(kernel.values[i], columns.value[t]);
        expectClose(kernel.columnA[i], columns.a[t]);
      }
    }
  });

  test('row sums, errors, projections, remainders and gradient sums equal plain sums to 1e-12', () => {
    const { input, parameters } = example;
    const { kernel, weighted, square } = run(example, wasmKernel);
    const slow = residualsOf(input, parameters);
    expectClose(square, slow.square);
    expectAllClose(kernel.errors, slow.errors);
    expectAllClose(kernel.projections, slow.projections);
    expectAllClose(kernel.remainders, slow.remainders);
    for (const [channel] of input.channels.entries()) {
      const columns = channelColumns(input, parameters, channel);
      expectSums(kernel.gradient, kernel.laneOf[channel], slow.remainders, columns);
      for (const [j, weights] of input.rowWeights.entries()) {
        expectSums(weighted[j], kernel.laneOf[channel], weights, columns);
      }
    }
  });

  test('padding lanes add nothing', () => {
    const { kernel, weighted } = run(example, wasmKernel);
    const padding = Array.from({ length: kernel.lanes }, (_, lane) => lane).filter(
      (lane) => !kernel.laneOf.includes(lane),
    );
    for (const lane of padding) {
      for (const sums of [...weighted, kernel.gradient]) {
        expect([sums.value, sums.a, sums.b, sums.c, sums.d].map((all) => all[lane])).toEqual([0, 0, 0, 0, 0]);
      }
    }
  });
});

function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected)));
}

function expectAllClose(actual: Float64Array, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  for (const [i, number] of expected.entries()) expectClose(actual[i], number);
}

function expectSums(
  sums: Kernel['weighted'],
  lane: number,
  weights: ArrayLike<number>,
  columns: ChannelColumns,
): void {
  expectClose(sums.value[lane], weightedTotal(weights, columns.value));
  expectClose(sums.a[lane], weightedTotal(weights, columns.a));
  expectClose(sums.b[lane], weightedTotal(weights, columns.b));
  expectClose(sums.c[lane], weightedTotal(weights, columns.c));
  expectClose(sums.d[lane], weightedTotal(weights, columns.d));
}

describe('derivatives, against central differences of the slow reference', () => {
  const { input, parameters } = kernelCase({
    rows: 83,
    kinds: kinds('lhlhhLHHL'),
    directions: 5,
    seed: 12,
    leadIn: 6,
  });
  const { kernel, weighted } = run({ input, parameters }, wasmKernel);
  type Name = 'alpha' | 'steepness' | 'shift' | 'amplitude' | 'first' | 'second';

  /** The parameters with one of a channel moved; `first` and `second` move its weights along their slopes. */
  function moved(name: Name, channel: number, offset: number): KernelParameters {
    if (name !== 'first' && name !== 'second')
      return { ...parameters, [name]: parameters[name].map((v, c) => (c === channel ? v + offset : v)) };
    const windows = parameters.windows.map((weights, c) => {
      const slope = weights?.slopes[name === 'first' ? 0 : 1];
      if (!weights || !slope || c !== channel) return weights;
      return { ...weights, values: weights.values.map((w, s) => w + offset * slope[s]) };
    });
    return { ...parameters, windows };
  }

  function difference(of: (p: KernelParameters) => number, name: Name, channel: number): number {
    const step = 1e-5;
    const at = (offset: number) => of(moved(name, channel, offset));
    return (8 * (at(step) - at(-step)) - (at(2 * step) - at(-2 * step))) / (12 * step);
  }

  /** ∂(Σ w·s)/∂(α or the weights, steepness, shift) out of the kernel's sums under the same weights. */
  function slopes(sums: Kernel['weighted'], channel: number): Partial<Record<Name, number>> {
    const lane = kernel.laneOf[channel];
    const steepness = parameters.steepness[channel];
    const isLogistic = input.channels[channel].kind === 'logistic';
    const factor = isLogistic ? steepness / 2 : steepness;
    const carried = parameters.windows[channel]
      ? { first: factor * sums.b[lane], second: factor * sums.d[lane] }
      : { alpha: factor * sums.b[lane] };
    if (isLogistic) return { ...carried, steepness: sums.a[lane] / 2, shift: 0 };
    return {
      ...carried,
      steepness: sums.c[lane] - parameters.shift[channel] * sums.a[lane],
      shift: -steepness * sums.a[lane],
    };
  }

  test.each(input.channels.map(({ kind }, channel) => [channel, kind] as const))(
    'channel %i (%s): row sums of the curve',
    (channel) => {
      for (const [j, weights] of input.rowWeights.entries()) {
        const slow = (p: KernelParameters) => weightedTotal(weights, channelColumns(input, p, channel).value);
        for (const [name, slope] of Object.entries(slopes(weighted[j], channel))) {
          expect(slope).toBeCloseTo(difference(slow, name as Name, channel), 8);
        }
      }
    },
  );

  test.each(input.channels.map(({ kind }, channel) => [channel, kind] as const))(
    'channel %i (%s): half the collapsed square',
    (channel) => {
      const slow = (p: KernelParameters) => -residualsOf(input, p).quadratic / 2;
      const beta = parameters.amplitude[channel];
      for (const [name, slope] of Object.entries(slopes(kernel.gradient, channel))) {
        expect(beta * slope).toBeCloseTo(difference(slow, name as Name, channel), 8);
      }
      const lane = kernel.laneOf[channel];
      expect(kernel.gradient.value[lane]).toBeCloseTo(difference(slow, 'amplitude', channel), 8);
    },
  );
});

describe('lanes that the host composes', () => {
  const { input: fused, parameters } = kernelCase({
    rows: 50,
    kinds: kinds('hlHL'),
    directions: 3,
    seed: 13,
    leadIn: 4,
  });

  /** A curve whose columns are p_i times a power of the row's number, for as many slopes as asked. */
  function curve(slopes: number): ComposedCurve {
    const column = () => new Float64Array(fused.rows);
    const all = Array.from({ length: slopes }, column);
    const [value, drive] = [column(), column()];
    return {
      value,
      drive,
      slopes: all,
      evaluate(p) {
        for (let t = 0; t < fused.rows; t++) {
          drive[t] = t;
          value[t] = p[0] + p[3] * t;
          for (const [i, slope] of all.entries()) slope[t] = p[i] * (t + 1) ** i;
        }
      },
    };
  }

  const composed = [4, 0, 3].map((slopes) => ({ kind: 'composed' as const, curve: curve(slopes) }));
  /** Among the fused ones, so that neither order nor number fits the lanes. */
  const input: KernelInput = {
    ...fused,
    channels: [
      composed[0],
      ...fused.channels.slice(0, 2),
      composed[1],
      composed[2],
      ...fused.channels.slice(2),
    ],
  };
  const own = [
    [0.3, -0.7, 0.2, 0.01],
    [0.1, 0, 0, 0.02],
    [-0.4, 0.5, 0.6, -0.03],
  ];
  const places = [0, 3, 4];

  function runAll(make: (input: KernelInput) => Kernel) {
    const kernel = make(input);
    const lanes = Array.from(kernel.laneOf);
    const fusedLanes = Int32Array.from(lanes.filter((_, channel) => !places.includes(channel)));
    setParameters({ ...kernel, laneOf: fusedLanes }, fused, parameters);
    for (const [i, channel] of places.entries()) {
      kernel.parameters.set(own[i], 4 * kernel.laneOf[channel]);
      kernel.amplitude[kernel.laneOf[channel]] = 0.1 * (i + 1);
    }
    kernel.curves();
    const weighted = input.rowWeights.map((_, j) => {
      kernel.weigh(j);
      return copy(kernel.weighted);
    });
    return { kernel, weighted, square: kernel.residuals() };
  }

  test('give the same bits in both kernels', () => {
    const [wasm, plain] = [wasmKernel, plainKernel].map((make) => everything(runAll(make)).map(bitsOf));
    expect(plain).toEqual(wasm);
  });

  test('leave the fused lanes what they are without them', () => {
    const { kernel, weighted } = runAll(wasmKernel);
    const alone = run({ input: fused, parameters }, wasmKernel);
    const lanes = Array.from(kernel.laneOf).filter((_, channel) => !places.includes(channel));
    for (const [channel, lane] of lanes.entries()) {
      const before = alone.kernel.laneOf[channel];
      for (let t = 0; t < fused.rows; t++)
        expect(kernel.values[t * kernel.lanes + lane]).toBe(
          alone.kernel.values[t * alone.kernel.lanes + before],
        );
      for (const [j, sums] of weighted.entries())
        for (const key of ['value', 'a', 'b', 'c', 'd'] as const)
          expect(sums[key][lane]).toBe(alone.weighted[j][key][before]);
    }
  });

  test('are summed and taken from the target as any other', () => {
    const { kernel, weighted, square } = runAll(wasmKernel);
    for (const [i, channel] of places.entries()) {
      const lane = kernel.laneOf[channel];
      const columns = composed[i].curve;
      columns.evaluate(Float64Array.from(own[i]));
      for (let t = 0; t < input.rows; t++) expect(kernel.adstocked[t * kernel.lanes + lane]).toBe(t);
      const expected = [columns.value, ...columns.slopes].map((column) => Array.from(column));
      for (const [j, weights] of [...input.rowWeights, kernel.remainders].entries()) {
        const sums = j < weighted.length ? weighted[j] : kernel.gradient;
        const got = [sums.value, sums.a, sums.b, sums.c, sums.d].map((all) => all[lane]);
        for (const [k, column] of expected.entries())
          expectClose(got[k] / 1e6, weightedTotal(weights, column) / 1e6);
        for (const rest of got.slice(expected.length)) expect(rest).toBe(0);
      }
    }
    const errors = fused.target.map((y, t) => {
      if (fused.mask[t] === 0) return 0;
      const slow = fused.channels.map(
        (_, c) => parameters.amplitude[c] * channelColumns(fused, parameters, c).value[t],
      );
      const added = own.map((p, i) => 0.1 * (i + 1) * (p[0] + p[3] * t));
      return y - slow.reduce((a, b) => a + b) - added.reduce((a, b) => a + b);
    });
    expectAllClose(kernel.errors.subarray(0, fused.rows), Array.from(errors));
    expectClose(square, weightedTotal(errors, Array.from(errors)));
  });

  test('of a wrong size are refused', () => {
    const short = { ...curve(1), value: new Float64Array(3) };
    const make = (bad: ComposedCurve) => () =>
      createKernel({ ...fused, channels: [{ kind: 'composed', curve: bad }] });
    expect(make(short)).toThrow("channels[0].curve's columns must hold 50 numbers, but holds 3.");
    expect(make(curve(5))).toThrow('may have 4 slopes at most, but has 5');
  });
});

describe('edges', () => {
  type Changes = Partial<Record<'alpha' | 'steepness' | 'shift', number>>;

  /** One channel of each kind with the same input, amplitude 1, one set of weights of ones. */
  function pair(x: readonly number[], lags: number, change: Changes = {}) {
    const { alpha = 0.7, steepness = 0.3, shift = 0 }: Changes = change;
    const ones = new Float64Array(x.length).fill(1);
    const channel = { x: Float64Array.from(x), lags };
    const input: FusedInput = {
      rows: x.length,
      channels: [
        { ...channel, kind: 'logistic' },
        { ...channel, kind: 'hill' },
      ],
      target: new Float64Array(x.length),
      mask: ones,
      basis: new Float64Array(0),
      directions: 0,
      rowWeights: [ones],
    };
    const both = (value: number) => [value, value];
    const parameters = {
      alpha: both(alpha),
      steepness: both(steepness),
      shift: both(shift),
      amplitude: both(1),
      shrink: [],
      windows: [null, null],
    };
    return { input, parameters };
  }

  test.each([
    ['WASM', wasmKernel],
    ['plain', plainKernel],
  ])('%s: a window without input is exactly zero, whatever came before', (_, make) => {
    const x = Array.from({ length: 60 }, (_, t) => (t < 20 ? 1 / (t + 3) : t === 45 ? 0.001 : 0));
    const { kernel } = run(pair(x, 8), make);
    const empty = x.map((_, t) => x.slice(Math.max(0, t - 7), t + 1).every((value) => value === 0));
    expect(empty.filter(Boolean).length).toBe(25);
    for (const lane of kernel.laneOf) {
      for (const [t, none] of empty.entries()) {
        const row = [kernel.adstocked, kernel.values, kernel.columnA].map((m) => m[t * kernel.lanes + lane]);
        expect(row.every((value) => Object.is(value, 0))).toBe(none);
      }
    }
  });

  test('an input of zeros gives sums of exactly zero and the square of the target', () => {
    const { kernel, weighted, square } = run(pair(new Array<number>(30).fill(0), 5), wasmKernel);
    expect(square).toBe(0);
    for (const sums of [...weighted, kernel.gradient]) {
      for (const sum of Object.values(sums)) expect(Array.from(sum).every((value) => value === 0)).toBe(true);
    }
  });

  test('α = 0 is no carryover', () => {
    const x = [0.5, 0, 0.25, 1, 0, 0];
    const { kernel } = run(pair(x, 4, { alpha: 0 }), wasmKernel);
    for (const lane of kernel.laneOf) {
      expect(x.map((_, t) => kernel.adstocked[t * kernel.lanes + lane])).toEqual(x);
    }
  });

  test('a steep curve is full, a small Hill value keeps its relative accuracy', () => {
    const x = [1e-6, 1e-3, 0.5, 2];
    const steep = run(pair(x, 1, { steepness: 1e6 }), wasmKernel).kernel;
    expect(steep.values[3 * steep.lanes + steep.laneOf[0]]).toBeCloseTo(1, 15);
    const { kernel } = run(pair(x, 1, { steepness: 3 }), wasmKernel);
    const small = kernel.values[kernel.laneOf[1]];
    expect(small / (1e-18 / (1 + 1e-18))).toBeCloseTo(1, 13);
  });

  test.each([
    ['WASM', wasmKernel],
    ['plain', plainKernel],
  ])('%s: a parameter that is not a number shows in the result', (_, make) => {
    const x = [0.2, 0.4, 0.1, 0.3, 0.2];
    for (const name of ['alpha', 'steepness'] as const) {
      expect(run(pair(x, 2, { [name]: Number.NaN }), make).square).toBeNaN();
    }
    const example = pair(x, 2, { shift: Number.NaN });
    const { kernel } = run(example, make);
    expect(kernel.values[kernel.laneOf[1]]).toBeNaN();
  });

  test('the same parameters give the same bits again, after others', () => {
    const example = kernelCase(shapes[0]);
    const fresh = everything(run(example, wasmKernel)).map(bitsOf);
    const used = run(example, wasmKernel);
    setParameters(used.kernel, example.input, kernelCase({ ...shapes[0], seed: 99 }).parameters);
    used.kernel.curves();
    used.kernel.residuals();
    setParameters(used.kernel, example.input, example.parameters);
    used.kernel.curves();
    const weighted = example.input.rowWeights.map((_, j) => {
      used.kernel.weigh(j);
      return copy(used.kernel.weighted);
    });
    const again = { kernel: used.kernel, weighted, square: used.kernel.residuals() };
    expect(everything(again).map(bitsOf)).toEqual(fresh);
  });

  test('two kernels at once do not touch each other', () => {
    const [one, two] = [kernelCase(shapes[0]), kernelCase(shapes[3])];
    const first = run(one, createKernel);
    const before = everything(first).map(bitsOf);
    run(two, createKernel);
    expect(everything(first).map(bitsOf)).toEqual(before);
  });

  test('arrays of the wrong length and unknown row weights are refused', () => {
    const { input } = kernelCase(shapes[0]);
    expect(() => createKernel({ ...input, target: new Float64Array(3) })).toThrow(
      'target must hold 104 numbers, but holds 3.',
    );
    expect(() => createKernel({ ...input, rows: 0 })).toThrow('at least 1, but got 0');
    expect(() => createKernel({ ...input, channels: [{ ...input.channels[0], lags: 0 }] })).toThrow(
      'channels[0].lags must be a whole number, at least 1, but is 0.',
    );
    expect(() => createKernel(input).weigh(2)).toThrow(
      'holds 2 sets of row weights, but set 2 was asked for',
    );
  });
});
