// Everything the README says of speed, measured in one run and written there: our fits, their parts, and our peers.
//
//   npm run bench              all of it, into README.md
//   npm run bench -- --ours    ours alone, printed
//
// MIXMODEL_BENCH_PYTHON and MIXMODEL_BENCH_MERIDIAN name Pythons that have the peers (bench/peers.lock,
// bench/peer-meridian.lock). They take minutes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Cost } from '@mixmodel/runtime';
import { type ColdFit, coldFit } from './cold.ts';
import { csvOf, type DataSet, dataSet, sizes } from './data-sets.ts';
import { type Meridian, meridian, type PymcMarketing, pymcMarketing } from './peers.ts';
import { summaryOf, tablesOf, withTables } from './tables.ts';

const FITS = 5;
const ROOT = resolve(import.meta.dirname, '..');
/** How many of the sizes the peers are given. */
const WITH_PEERS = 2;

/** One fit in an open pool of two threads (fits.mjs). */
export interface WarmFit {
  readonly wallMs: number;
  /** To the result, its checks and summaries included. */
  readonly totalMs: number;
  readonly checkMs: number;
  readonly gradients: number;
  readonly divergences: number;
  readonly attempts: number;
  readonly passed: boolean;
  readonly ess: Readonly<Record<string, number>>;
  readonly means: Readonly<Record<string, readonly [mean: number, sd: number]>>;
}

/** Microseconds (gradient-cost.mjs). */
export interface GradientCost {
  readonly kernelUs: number;
  readonly plainUs: number;
  readonly densityUs: number;
  readonly allInUs: number;
  readonly nativeUs: number | null;
}

export interface Measured {
  readonly name: string;
  readonly rows: number;
  readonly channels: number;
  readonly fits: readonly WarmFit[];
  /** What the runtime said before that a fit would take. */
  readonly estimate: Cost;
  /** Of a process that makes one full fit. */
  readonly peakMb: number;
  /** From leaving a fit to idle threads, at moments all over it (cancels.mjs). */
  readonly cancelMs: readonly number[];
  readonly gradient: GradientCost;
  readonly peers?: { readonly pymc?: PymcMarketing; readonly meridian?: Meridian };
}

export interface Report {
  readonly date: string;
  readonly machine: string;
  readonly load: number;
  readonly node: string;
  readonly sets: readonly Measured[];
  readonly cold: Readonly<Record<'quick' | 'full', ColdFit>>;
}

const oursAlone = process.argv.includes('--ours');
const folder = mkdtempSync(join(tmpdir(), 'mixmodel-bench-'));
try {
  const report = measure();
  console.log(`${tablesOf(report)}\n\n${summaryOf(report)}`);
  if (!oursAlone) {
    const readme = join(ROOT, 'README.md');
    writeFileSync(readme, withTables(readFileSync(readme, 'utf8'), report));
  }
} finally {
  rmSync(folder, { recursive: true });
}

function measure(): Report {
  const load = loadavg()[0] ?? 0;
  const sets = sizes.map(([rows, channels]) => dataSet(rows, channels));
  const files = sets.map(written);
  const node = (script: string, ...args: string[]) =>
    JSON.parse(
      execFileSync(process.execPath, [join(ROOT, script), ...args], {
        encoding: 'utf8',
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
  const models = files.map(({ model }) => model);
  const costs = node('packages/engine/bench/gradient-cost.mjs', ...models) as GradientCost[];
  const fits = node('bench/fits.mjs', String(FITS), ...models) as { runs: WarmFit[]; estimate: Cost }[];
  const cancels = node('bench/cancels.mjs', ...models) as { ms: number[] }[];
  const [smallest = { csv: '', spec: '' }, ...larger] = files;
  const cold = { quick: coldFit(smallest, 'quick', folder), full: coldFit(smallest, 'full', folder) };
  const peaks = [cold.full, ...larger.map((one) => coldFit(one, 'full', folder, 1))];
  const peers = files.map((file, i) => (oursAlone || i >= WITH_PEERS ? undefined : peersOn(file.csv)));
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0]?.model.trim()}, ${availableParallelism()} processors`,
    load,
    node: process.versions.node,
    cold,
    sets: sets.map(({ name, rows, channels }, i) => ({
      ...{ name, rows, channels, fits: fits[i]?.runs ?? [], gradient: costs[i] as GradientCost },
      estimate: fits[i]?.estimate as Cost,
      peakMb: peaks[i]?.peakMb ?? Number.NaN,
      cancelMs: cancels[i]?.ms ?? [],
      ...(peers[i] && { peers: peers[i] }),
    })),
  };
}

function peersOn(csv: string): NonNullable<Measured['peers']> {
  const [pymc, other] = [pymcMarketing(csv), meridian(csv)];
  return { ...(pymc && { pymc }), ...(other && { meridian: other }) };
}

/** The data set as the engine, the terminal and the peers read it. */
function written(set: DataSet): { model: string; csv: string; spec: string } {
  const at = (ending: string) => join(folder, `${set.rows}-${set.channels}.${ending}`);
  const { data, draft, name } = set;
  const columns = Object.fromEntries([...data.columns].map(([key, values]) => [key, [...values]]));
  writeFileSync(at('model.json'), JSON.stringify({ name, draft, data: { ...data, columns } }));
  writeFileSync(at('csv'), csvOf(set));
  writeFileSync(at('spec.json'), JSON.stringify({ version: 1, ...draft }));
  return { model: at('model.json'), csv: at('csv'), spec: at('spec.json') };
}
