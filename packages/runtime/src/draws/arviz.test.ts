// What ArviZ computes from the stored draws of a fit is what the fit reports, quantity by quantity.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Draws, type FitResult, fit, sample } from '@mixmodel/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { constantsOf, saveDraws } from '../index.ts';

const python = process.env.MIXMODEL_PYTHON;
const script = fileURLToPath(new URL('../../python/diagnose_draws.py', import.meta.url));

it('has Python where it is required, as in CI', () => {
  if (python) return;
  expect(process.env.MIXMODEL_REQUIRE_PYTHON, 'MIXMODEL_PYTHON is not set').toBeUndefined();
  console.info(
    'Skipped: our diagnostics beside those of ArviZ. Set MIXMODEL_PYTHON to a python with packages/runtime/python/requirements.lock installed.',
  );
});

type ByName<Value> = Readonly<Record<string, Value>>;

interface Seen {
  readonly dims: ByName<readonly string[]>;
  readonly coords: ByName<readonly string[]>;
  readonly rHat: ByName<number | null>;
  readonly essBulk: ByName<number>;
  readonly essTail: ByName<number>;
  readonly mcseMean: ByName<number>;
  readonly hdi94: ByName<readonly [number, number]>;
  readonly mean: ByName<number>;
  readonly sd: ByName<number>;
  readonly median: ByName<number>;
  readonly eBfmi: readonly number[];
  readonly divergences: number;
}

/** A quick fit of channels whose curves have different parameters, so that some variables are NaN for some. */
async function fitted(): Promise<{
  result: FitResult;
  draws: Draws;
  data: ReturnType<typeof sample>['data'];
}> {
  const { data, draft } = sample(1);
  const channels = draft.channels.map((channel, c) =>
    c === 1 ? { ...channel, adstock: { kind: 'delayed' }, saturation: { kind: 'hill' } } : channel,
  ) as typeof draft.channels;
  for await (const progress of fit(data, { ...draft, channels }, { mode: 'quick', seed: 3, draws: 501 }))
    if (progress.phase === 'done') return { result: progress.result, draws: progress.draws, data };
  throw new Error('a fit ends with its result');
}

describe.skipIf(!python)('ArviZ on the stored draws of a fit', () => {
  let folder: string;
  let result: FitResult;
  let seen: Seen;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mixmodel-arviz-'));
    const made = await fitted();
    result = made.result;
    const path = join(folder, 'run.zarr.zip');
    await saveDraws(path, {
      draws: made.draws,
      attributes: { seed: 3 },
      constants: constantsOf(made.data, result.spec),
    });
    const output = execFileSync(python ?? '', [script, path], { encoding: 'utf8', maxBuffer: 1e8 });
    seen = JSON.parse(output);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('finds channels and parameters by name', () => {
    const columns = result.spec.channels.map((channel) => channel.column);
    expect(seen.coords.channel).toEqual(columns);
    expect(seen.dims.roas).toEqual(['chain', 'draw', 'channel']);
    expect(seen.dims.y_sigma).toEqual(['chain', 'draw']);
    expect(seen.dims.gamma_control).toEqual(['chain', 'draw', 'control']);
    expect(Object.keys(seen.mean)).toEqual(expect.arrayContaining(result.parameters.map(({ name }) => name)));
    expect(result.parameters.length).toBeGreaterThan(50);
  });

  it.each(['rHat', 'essBulk', 'essTail', 'mcseMean', 'mean', 'sd', 'median'] as const)(
    'has our %s of every quantity',
    (key) => {
      for (const parameter of result.parameters) {
        const theirs = seen[key][parameter.name] ?? Number.NaN;
        const scale = key === 'mean' || key === 'median' ? parameter.sd + Math.abs(theirs) : Math.abs(theirs);
        expect(Math.abs(parameter[key] - theirs), `${key} of ${parameter.name}`).toBeLessThan(1e-9 * scale);
      }
    },
  );

  it('has our 94 % interval of every quantity, to the bit', () => {
    for (const { name, hdi94 } of result.parameters) expect(hdi94, name).toEqual(seen.hdi94[name]);
  });

  it('has our smallest E-BFMI, largest R-hat, smallest ESS and number of divergences', () => {
    const { convergence, sampling } = result;
    expect(convergence.minEBfmi).toBeCloseTo(Math.min(...seen.eBfmi), 10);
    expect(sampling.divergences).toBe(seen.divergences);
    const names = result.parameters.map(({ name }) => name);
    expect(convergence.maxRHat).toBeCloseTo(Math.max(...names.map((name) => seen.rHat[name] ?? 0)), 10);
    expect(convergence.minEssBulk).toBeCloseTo(Math.min(...names.map((name) => seen.essBulk[name])), 6);
    expect(convergence.minEssTail).toBeCloseTo(Math.min(...names.map((name) => seen.essTail[name])), 6);
  });

  it('has the channels’ returns as the result reports them', () => {
    for (const { name, roas, contribution } of result.channels) {
      expect(roas?.mean).toBeCloseTo(seen.mean[`roas[${name}]`], 9);
      expect(roas?.hdi94).toEqual(seen.hdi94[`roas[${name}]`]);
      expect(contribution.hdi94).toEqual(seen.hdi94[`total_contribution[${name}]`]);
    }
  });
});
