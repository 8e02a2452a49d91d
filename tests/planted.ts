// A scratch copy of the house's settings in which a test plants bad code and runs the real lint and type check.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, sep } from 'node:path';
import { root } from './source-files.ts';

const settings = [
  'package.json',
  'biome.json',
  'eslint.config.js',
  'tsconfig.base.json',
  'tsconfig.test.json',
];
const engineSettings = 'packages/engine/tsconfig.json';

export interface Scratch {
  readonly folder: string;
  /** What `npm run <script>` prints there, every part run even when an earlier one fails. */
  readonly run: (script: string) => string;
  readonly remove: () => void;
}

/** `files` are paths from the root with their text. */
export function scratchHouse(files: ReadonlyMap<string, string>): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'mixmodel-planted-'));
  for (const path of [...settings, engineSettings]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  const onlyEngine = { files: [], references: [{ path: 'packages/engine' }] };
  for (const [path, text] of [...files, ['tsconfig.json', JSON.stringify(onlyEngine)] as const]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    folder,
    run: (script) => runScript(folder, script),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function runScript(folder: string, script: string): string {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const PATH = join(folder, 'node_modules', '.bin') + delimiter + process.env.PATH;
  return String(scripts[script])
    .split('&&')
    .map((command) => {
      const { stdout, stderr } = spawnSync(command, {
        cwd: folder,
        shell: true,
        encoding: 'utf8',
        env: { ...process.env, PATH, NO_COLOR: '1' },
        maxBuffer: 1 << 26,
      });
      return (stdout + stderr).replaceAll(sep, '/');
    })
    .join('\n');
}
