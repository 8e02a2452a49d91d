// The programs our users could pick instead, on the same CSV: run when a Python that has them is named, skipped aloud else.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export interface PeerSampler {
  readonly seconds: number;
  readonly divergences: number;
  readonly target: number;
  readonly rHat: number;
  readonly minEssBulk: number;
  readonly worst: string;
  /** Mean and sd by quantity, `saturation_beta/0`. */
  readonly means: Readonly<Record<string, readonly [mean: number, sd: number]>>;
}

export interface PymcMarketing {
  readonly settings: { readonly chains: number; readonly draws: number; readonly tune: number };
  readonly versions: Readonly<Record<string, string>>;
  readonly samplers: Readonly<Record<string, PeerSampler>>;
}

export interface Meridian {
  readonly seconds: number;
  readonly minEssBulk: number;
  readonly rHat: number;
  readonly version: string;
}

export function pymcMarketing(csv: string): PymcMarketing | undefined {
  return run('MIXMODEL_BENCH_PYTHON', 'peers.py', 'PyMC-Marketing', csv) as PymcMarketing | undefined;
}

export function meridian(csv: string): Meridian | undefined {
  return run('MIXMODEL_BENCH_MERIDIAN', 'peer-meridian.py', 'Meridian', csv) as Meridian | undefined;
}

function run(variable: string, script: string, name: string, csv: string): unknown {
  const python = process.env[variable];
  if (!python) {
    console.error(`${name} is not measured: ${variable} names no Python that has it.`);
    return undefined;
  }
  const ended = spawnSync(python, [resolve(import.meta.dirname, script), csv], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (ended.status !== 0) throw new Error(`${script} ended with ${ended.status ?? ended.signal}.`);
  return JSON.parse(ended.stdout.trim().split('\n').at(-1) ?? '');
}
