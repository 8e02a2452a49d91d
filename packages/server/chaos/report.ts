// docs/method/faults.md: what was done to the server, where it hit, and what was found afterwards.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { ENGINE_NUMERICS } from '@mixmodel/engine';

export const reportFile = resolve(import.meta.dirname, '../../../docs/method/faults.md');

export interface Outcome {
  readonly name: string;
  readonly what: string;
  /** How often it hit where. */
  readonly hits: Map<string, number>;
  readonly failures: string[];
  /** Why it was left out. */
  readonly skipped: string | undefined;
}

interface Made {
  readonly rounds: number;
  readonly firstSeed: number;
  readonly seconds: number;
}

/** What a report was made from: the faults as they are written, and the numerics of the fits. */
export function chaosKey(): string {
  const hash = createHash('sha256').update(`numerics ${ENGINE_NUMERICS}\n`);
  const files = readdirSync(import.meta.dirname).filter((name) => !name.includes('.test.'));
  for (const name of files.sort())
    hash.update(name).update(readFileSync(join(import.meta.dirname, name), 'utf8').replaceAll('\r', ''));
  return hash.digest('hex').slice(0, 12);
}

export function writeReport(outcomes: readonly Outcome[], made: Made): void {
  writeFileSync(reportFile, reportOf(outcomes, made, new Date()));
}

export function reportOf(
  outcomes: readonly Outcome[],
  { rounds, firstSeed, seconds }: Made,
  at: Date,
): string {
  const day = at.toISOString().slice(0, 10);
  return [
    '# What the server survives',
    '',
    `<!-- chaos ${chaosKey()} -->`,
    '',
    `Written by \`npm run chaos -- --rounds ${rounds} --seed ${firstSeed} --report\` on ${day}: engine numerics ${ENGINE_NUMERICS}, Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} processors, ${Math.round(seconds / 60)} minutes. Every round has a seed, ${firstSeed} to ${firstSeed + rounds - 1}; the same seed makes the same choices, though not to the microsecond where a kill falls.`,
    '',
    'The real server runs in a process of its own on a real data folder. After a kill it is started again, half the time killed once more while it starts. Then everything is asked for that was ever acknowledged: each dataset has its bytes, each run has completed with the same result, the same series and the same draws, to the bit, as a run that nobody disturbed; what was cut off is sent again with its idempotency key and is there once; and no file lies in the data folder that nothing names.',
    '',
    '| fault | rounds | where it hit | afterwards |',
    '|---|---|---|---|',
    ...outcomes.map(row),
    '',
    'What it does not show: a power cut. Files are written through to the disk, the database is not ([decision 12](../decisions/0012-server.md)).',
    '',
  ].join('\n');
}

function row({ what, hits, failures, skipped }: Outcome): string {
  const done = [...hits.values()].reduce((sum, n) => sum + n, 0);
  const where = [...hits].sort((a, b) => b[1] - a[1]).map(([hit, n]) => `${hit} ${n}×`);
  const verdict = failures.length > 0 ? `**not good**: ${failures.join('; ')}` : 'everything there';
  return `| ${what} | ${done} | ${where.join(', ')} | ${skipped === undefined ? verdict : `not done: ${skipped}`} |`;
}
