// Cold fits as a user starts them: wall time of the whole process, and its peak memory.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const RUNS = 5;
const program = resolve(import.meta.dirname, '../packages/cli/bin/mixmodel.js');
const preload = pathToFileURL(resolve(import.meta.dirname, 'peak-memory.mjs')).href;

export interface ColdFit {
  readonly seconds: number;
  readonly peakMb: number;
  readonly samplingSeconds: number;
}

/** The files of a data set. */
export interface Files {
  readonly csv: string;
  readonly spec: string;
}

/** The median of some runs of `mixmodel fit`. */
export function coldFit({ csv, spec }: Files, mode: 'quick' | 'full', folder: string, times = RUNS): ColdFit {
  const out = join(folder, 'cold.json');
  const runs = Array.from({ length: times }, () => {
    const run = measured(folder, 'fit', csv, '--spec', spec, `--${mode}`, '--out', out);
    const { sampling } = JSON.parse(readFileSync(out, 'utf8')) as { sampling: { wallMs: number } };
    return { ...run, samplingSeconds: sampling.wallMs / 1000 };
  });
  const middle = (of: (run: ColdFit) => number) => median(runs.map(of));
  return {
    seconds: middle((run) => run.seconds),
    peakMb: middle((run) => run.peakMb),
    samplingSeconds: middle((run) => run.samplingSeconds),
  };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function measured(folder: string, ...args: string[]): Omit<ColdFit, 'samplingSeconds'> {
  const peakFile = join(folder, 'peak');
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, program, ...args], {
    env: { ...process.env, MIXMODEL_PEAK_FILE: peakFile },
  });
  const seconds = (performance.now() - began) / 1000;
  // 3: a fit that was made, and fell short of its check.
  if (status !== 0 && status !== 3)
    throw new Error(`mixmodel ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { seconds, peakMb: Number(readFileSync(peakFile, 'utf8')) / 1024 };
}
