// xarray and ArviZ open what this package writes. Needs a Python with python/requirements.lock: see MIXMODEL_PYTHON.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { channels, smallRun } from '../../fixtures/small-run.ts';
import { saveDraws } from '../index.ts';

const python = process.env.MIXMODEL_PYTHON;
const script = fileURLToPath(new URL('../../python/check_draws.py', import.meta.url));
if (!python) {
  console.info(
    'Skipped: reading draws with xarray and ArviZ. Set MIXMODEL_PYTHON to a python with packages/runtime/python/requirements.lock installed.',
  );
}

test.skipIf(!python).each(['run.zarr', 'run.zarr.zip'])('xarray and ArviZ open %s', async (name) => {
  const folder = await mkdtemp(join(tmpdir(), 'mixmodel-python-'));
  try {
    const run = smallRun([6, 6]);
    const path = join(folder, name);
    await saveDraws(path, run);
    const output = execFileSync(python ?? '', [script, path, 'adstock_alpha', '広告'], { encoding: 'utf8' });
    const seen = JSON.parse(output) as Record<string, unknown>;

    // Column 4 of 15 in the fixture: the third channel of `adstock_alpha`.
    const selected = run.draws.segments.map((chain) =>
      chain.flatMap(({ values, draws }) =>
        Array.from({ length: draws }, (_, i) => values[15 * i + 4] ?? Number.NaN),
      ),
    );
    const stats = run.draws.segments.flat().map((segment) => segment.stats);
    const total = (of: (stat: (typeof stats)[number]) => Iterable<number>): number =>
      stats.flatMap((stat) => [...of(stat)]).reduce((a, b) => a + b, 0);
    const draws = selected.flat();
    expect(seen).toMatchObject({
      groups: ['constant_data', 'log_density', 'posterior', 'sample_stats', 'sampler_state'],
      seed: 7,
      spec: { version: 1, note: 'ünïcode' },
      dims: {
        intercept: ['chain', 'draw'],
        gamma_control: ['chain', 'draw', 'control'],
        adstock_alpha: ['chain', 'draw', 'channel'],
        saturation_slope: ['chain', 'draw', 'channel'],
      },
      channels,
      selected,
      types: {
        lp: 'float64',
        diverging: 'bool',
        energy: 'float64',
        tree_depth: 'int64',
        n_steps: 'int64',
        step_size: 'float64',
        acceptance_rate: 'float64',
      },
      divergences: total((stat) => stat.diverging),
      steps: total((stat) => stat.steps),
      log_density: ['size', 'y'],
      dates: ['2023-01-02', '2023-01-09', '2023-01-16'],
      missing_target: 1,
    });
    expect(seen.arviz_mean).toBeCloseTo(draws.reduce((a, b) => a + b, 0) / draws.length, 9);
    expect(seen.arviz_ess).toBeGreaterThan(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
