// Every script that lies in examples/ runs as it stands and says something.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { filesUnder, root } from './source-files.ts';

test.each(filesUnder('examples').filter((path) => /^examples\/[^/]+\.mjs$/.test(path)))(
  '%s runs to its end',
  (path) => {
    const ended = spawnSync(process.execPath, [path], { cwd: root, encoding: 'utf8' });
    expect({ status: ended.status, stderr: ended.stderr }).toEqual({ status: 0, stderr: '' });
    expect(ended.stdout).toMatch(/Converged: true/);
  },
);
