// Every number comes from the draws: what is altered in storage shows in all that depends on it, and nowhere else.
import type { InsightsFile, ResultFile } from '@mixmodel/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scope } from '../../http/scope.ts';
import {
  hasCompleted,
  runWhen,
  smallSampling,
  startRun,
  takeSample,
  workingServer,
} from '../../testing/runs.ts';
import type { TestServer } from '../../testing/server.ts';
import { reassemble } from './results.ts';

let server: TestServer;
let scope: Scope;
let runId: string;
let before: Leaves;
beforeAll(async () => {
  server = await workingServer();
  const anna = await server.register();
  const datasetId = await takeSample(anna);
  const run = await startRun(anna, { datasetId, sampling: { ...smallSampling, seed: 3 } });
  await runWhen(anna, run.id, hasCompleted);
  runId = run.id;
  // What the guard would make of anna's request.
  scope = { workspaceId: anna.workspaceId, accountId: anna.account.id, role: 'owner' } as Scope;
  const { result, insights } = (await anna.get(`/runs/${runId}/result`)).json();
  before = leavesOf({ result, insights });
});
afterAll(() => server.close());

type Leaves = ReadonlyMap<string, unknown>;

/** Every number and text of both files by its path, entries of lists by their names where they have them. */
function leavesOf(files: { readonly result: ResultFile; readonly insights: InsightsFile }): Leaves {
  const leaves = new Map<string, unknown>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return void leaves.set(path, value);
    for (const [key, inner] of Object.entries(value)) {
      const name = Array.isArray(value) && typeof inner?.name === 'string' ? inner.name : key;
      walk(inner, path === '' ? name : `${path}.${name}`);
    }
  };
  walk(JSON.parse(JSON.stringify(files)), '');
  return leaves;
}

/** The files of the run with the draws of one channel of a variable changed in storage; they are put back after. */
async function withChanged(variable: string, change: (value: number) => number): Promise<Leaves> {
  const { objects } = server.services;
  const keys = await objects.list(`workspaces/${scope.workspaceId}/runs/${runId}/`);
  const chunks = keys.filter((key) => key.includes(`/draws/posterior/${variable}/c/`));
  expect(chunks.length).toBeGreaterThan(0);
  const kept = new Map<string, Uint8Array>();
  for (const key of chunks) {
    const bytes = Buffer.from((await objects.get(key)) ?? []);
    kept.set(key, Uint8Array.from(bytes));
    // Draws × channels: the first channel is TV's; a scalar has one value a draw.
    const width = variable === 'y_sigma' ? 1 : 5;
    for (let at = 0; at < bytes.length; at += 8 * width)
      bytes.writeDoubleLE(change(bytes.readDoubleLE(at)), at);
    await objects.put(key, bytes);
  }
  try {
    return leavesOf(await reassemble(server.services, scope, runId));
  } finally {
    for (const [key, bytes] of kept) await objects.put(key, bytes);
  }
}

function changedIn(after: Leaves): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path));
}

const ofTv = 'result.channels.tv_spend';
const withDensity = (name: string) => [`result.parameters.${name}`, `insights.densities.${name}`];
/** What the model predicts, and how that compares with what was. */
const ofPrediction = [
  'insights.series.predicted',
  ...['bayesianR2', 'crps', 'coverage50', 'coverage94'].map((name) => `result.fit.${name}`),
];
const ofMean = ['r2', 'mape', 'wmape', 'residualAcf1', 'residualAcf1PValue'].map(
  (name) => `result.fit.${name}`,
);

/** Draws of TV multiplied, and everything that is made of them: the rest of both files is the same to the last digit. */
const cases: readonly (readonly [variable: string, factor: number, depending: readonly string[]])[] = [
  [
    'total_contribution',
    2,
    [
      `${ofTv}.contribution`,
      `${ofTv}.share`,
      'result.parameters.total_contribution[tv_spend]',
      'insights.channels.tv_spend.contribution',
      'insights.paid.contribution',
    ],
  ],
  [
    'roas',
    2,
    [
      `${ofTv}.roas`,
      ...withDensity('roas[tv_spend]'),
      'insights.channels.tv_spend.roas',
      'insights.paid.roas',
      'insights.paid.roasQuantiles',
      // That the return is another with the tail counted.
      'result.warnings',
    ],
  ],
  [
    'adstock_alpha',
    0.5,
    [
      `${ofTv}.adstock`,
      `${ofTv}.saturation.level`,
      `${ofTv}.responseCurve`,
      ...withDensity('adstock_alpha[tv_spend]'),
      'insights.channels.tv_spend.decay',
      'insights.channels.tv_spend.halfLife',
      'insights.series.channels.0',
      ...ofPrediction,
      ...ofMean,
      'insights.residuals.autocorrelation',
    ],
  ],
  ['y_sigma', 2, [...withDensity('y_sigma'), ...ofPrediction]],
];

test('the stored draws give again what the run said, to the last digit', async () => {
  expect(changedIn(leavesOf(await reassemble(server.services, scope, runId)))).toEqual([]);
});

test.each(cases)(
  'altered draws of %s (× %d) show in what depends on them',
  async (variable, factor, depending) => {
    const changed = changedIn(await withChanged(variable, (value) => factor * value));
    const isIn = (path: string, tree: string) => path === tree || path.startsWith(`${tree}.`);
    expect(depending.filter((tree) => !changed.some((path) => isIn(path, tree)))).toEqual([]);
    expect(changed.filter((path) => !depending.some((tree) => isIn(path, tree)))).toEqual([]);
  },
);

test('a summary follows its draws in every figure', async () => {
  const after = await withChanged('total_contribution', (value) => 2 * value);
  for (const tree of [`${ofTv}.contribution`, `${ofTv}.share`])
    for (const figure of ['mean', 'sd', 'median', 'hdi94.0', 'hdi94.1']) {
      const [was, is] = [before, after].map((leaves) => leaves.get(`${tree}.${figure}`) as number);
      expect(is).toBeCloseTo(2 * (was ?? 0), 6);
    }
});
