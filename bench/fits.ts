// Cold fits as a user starts them: wall time, peak memory, minimum bulk ESS per second, what the ladder did.
//
//   npm run bench -- [more.csv …]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const RUNS = 5;
const program = resolve(import.meta.dirname, '../packages/cli/bin/mixmodel.js');
const preload = pathToFileURL(resolve(import.meta.dirname, 'peak-memory.mjs')).href;
const folder = mkdtempSync(join(tmpdir(), 'mixmodel-bench-'));

interface Run {
  readonly wallMs: number;
  readonly peakMb: number;
  readonly exitCode: number | null;
}

function mixmodel(...args: string[]): Run {
  const peakFile = join(folder, 'peak');
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, program, ...args], {
    env: { ...process.env, MIXMODEL_PEAK_FILE: peakFile },
  });
  const wallMs = performance.now() - began;
  if (status !== 0 && status !== 3)
    throw new Error(`mixmodel ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { wallMs, peakMb: Number(readFileSync(peakFile, 'utf8')) / 1024, exitCode: status };
}

function measure(data: string, mode: 'quick' | 'full'): Record<string, string | number> {
  const out = join(folder, 'result.json');
  const runs = Array.from({ length: RUNS }, () => mixmodel('fit', data, `--${mode}`, '--out', out));
  const { sampling, convergence } = JSON.parse(readFileSync(out, 'utf8'));
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return {
    data: basename(data),
    mode,
    'wall s': (median(runs.map((r) => r.wallMs)) / 1000).toFixed(2),
    'sampling s': (sampling.wallMs / 1000).toFixed(2),
    'peak MB': Math.round(median(runs.map((r) => r.peakMb))),
    'min bulk ESS': Math.round(convergence.minEssBulk),
    'ESS/s': Math.round(convergence.minEssBulk / (sampling.wallMs / 1000)),
    gradients: sampling.gradients,
    divergences: sampling.divergences,
    ladder: sampling.attempts.map((a: { outcome: string }) => a.outcome).join(' → '),
    passed: convergence.passed,
  };
}

const sample = join(folder, 'sample.csv');
mixmodel('simulate', '--out', sample, '--truth', join(folder, 'truth.json'));
const files = [sample, ...process.argv.slice(2)];
console.table(files.flatMap((file) => [measure(file, 'quick'), measure(file, 'full')]));
rmSync(folder, { recursive: true });
