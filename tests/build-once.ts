// Vitest's global setup: compiles and bundles what changed once, because worker threads and `mixmodel` run from dist.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './source-files.ts';

export default function buildOnce(): void {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const built = spawnSync(process.execPath, [tsc, '-b'], { cwd: root, encoding: 'utf8' });
  spawnSync(process.execPath, [join(root, 'scripts/bundle.mjs')], { cwd: root, stdio: 'inherit' });
  if (built.status === 0) return;
  // tsc emits despite type errors, and a test run of one package should not end because of another's.
  const errors = built.stdout.split('\n').filter((line) => line.includes(': error TS')).length;
  console.warn(
    `The build reports ${errors} errors (npm run build): workers and mixmodel run what it emitted.`,
  );
}
