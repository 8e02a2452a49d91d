// The data every benchmark fits: weeks of simulated spend and a KPI that the model itself made, from a fixed seed.
import { expandSpec, type ModelData, type SpecDraft, simulate } from '@mixmodel/engine';

export interface DataSet {
  /** `104×4`: weeks times channels. */
  readonly name: string;
  readonly rows: number;
  readonly channels: number;
  readonly data: ModelData;
  readonly draft: SpecDraft;
}

/** Weeks and channels; the first two are also given to the peers. */
export const sizes = [
  [104, 4],
  [156, 10],
  [156, 20],
  [208, 40],
  [1040, 10],
] as const;

/** Monday, 6 January 2020. */
const FIRST_DAY = 18267;
/** One scaled unit of the KPI in money. */
const SCALE = 1e6;
const controls = ['weather', 'price', 'time'];

/**
 * Half the channels always on, half pulsed; two autocorrelated controls and time as a third. Every prior is one that
 * PyMC-Marketing can state as well: coefficients as sizes, no trend but the control.
 */
export function dataSet(rows: number, channels: number): DataSet {
  const random = generator(20261122 + 1000 * rows + channels);
  const columns = new Map<string, Float64Array>();
  const names = Array.from({ length: channels }, (_, c) => `channel_${c + 1}`);
  for (const [c, name] of names.entries()) columns.set(name, spend(rows, c, random));
  for (const control of controls) columns.set(control, standardised(controlSeries(control, rows, random)));
  columns.set(
    'sales',
    Float64Array.from({ length: rows }, (_, t) => SCALE + t),
  );
  const dates = Array.from({ length: rows }, (_, t) => FIRST_DAY + 7 * t);
  const inputs: ModelData = { period: 'week', dates, columns, leadIn: 0 };
  return { name: `${rows}×${channels}`, rows, channels, ...withTruth(inputs, names, random) };
}

function withTruth(inputs: ModelData, names: readonly string[], random: () => number) {
  const draft = draftOf(names);
  const largest = (name: string) => Math.max(...(inputs.columns.get(name) ?? []));
  const scales = { target: SCALE, channels: Object.fromEntries(names.map((name) => [name, largest(name)])) };
  const { spec } = expandSpec({ ...draft, scales }, inputs);
  const share = Math.min(1, 6 / names.length);
  const channels = names.map(() => ({
    adstock: [0.1 + 0.6 * random()],
    shapes: [1 + 2 * random()],
    beta: share * (0.02 + 0.1 * random()),
  }));
  const linear = Float64Array.of(0.45, 0.03, -0.01, 0.05, 0.015, 0.02, 0.015, 0.03);
  const { data } = simulate(spec, inputs, { channels, linear, sigma: 0.02 }, 1);
  // As a spreadsheet would hold it, so that every program reads the same numbers.
  const sales = (data.columns.get('sales') ?? new Float64Array(0)).map((y) => Math.round(y * 100) / 100);
  return { data: { ...data, columns: new Map([...data.columns, ['sales', sales]]) }, draft };
}

function draftOf(names: readonly string[]): SpecDraft {
  return {
    columns: { date: 'week', target: { column: 'sales', kind: 'money', currency: 'EUR' } },
    channels: names.map((column) => ({ column, size: { kind: 'coefficient' } })),
    baseline: { trend: { kind: 'none' }, yearly: { order: 2 } },
    controls: controls.map((column) => ({ column })),
  };
}

function spend(rows: number, c: number, random: () => number): Float64Array {
  const [on, off] = c % 2 === 0 ? [1, 0] : [4 + (c % 3), 4];
  const [shift, level] = [Math.floor(8 * random()), 10_000 * (1 + 3 * random())];
  return Float64Array.from({ length: rows }, (_, t) => {
    const amount = Math.round(level * Math.exp(0.35 * normal(random)));
    return (t + shift) % (on + off) < on ? amount : 0;
  });
}

function controlSeries(control: string, rows: number, random: () => number): number[] {
  let value = 0;
  return Array.from({ length: rows }, (_, t) => {
    if (control === 'time') return t;
    value = 0.6 * value + normal(random);
    return value;
  });
}

/** Mean 0, sd 1, to six digits: the peers take controls as they come. */
function standardised(values: readonly number[]): Float64Array {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const sd = Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length);
  return Float64Array.from(values, (value) => Number(((value - mean) / sd).toFixed(6)));
}

/** Park and Miller's generator: nothing here needs a better one. */
function generator(seed: number): () => number {
  let state = seed % 2147483647;
  return () => {
    state = (48271 * state) % 2147483647;
    return state / 2147483647;
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

export function csvOf({ data }: DataSet): string {
  const columns = [...data.columns];
  const lines = data.dates.map((day, t) =>
    [new Date(day * 86_400_000).toISOString().slice(0, 10), ...columns.map(([, values]) => values[t])].join(),
  );
  return `${[['week', ...columns.map(([name]) => name)].join(), ...lines].join('\n')}\n`;
}
