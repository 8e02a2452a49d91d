// The README's examples run as they stand: the library example in Node, the terminal lines in an empty folder.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocks, readDocument } from './documents.ts';
import { root } from './source-files.ts';

const readme = readDocument('README.md');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mixmodel-readme-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
});
afterAll(() => rmSync(folder, { recursive: true }));

const exitOf = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on('close', resolve));

describe('the library example', () => {
  const [example = ''] = blocks(readme, 'js');
  const start = () => {
    const file = join(folder, 'example.mjs');
    writeFileSync(file, example);
    const child = spawn(process.execPath, [file], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    child.stdout.on('data', (chunk) => lines.push(...String(chunk).trim().split('\n')));
    return { child, lines };
  };

  test('is ten lines long', () => {
    expect(example.split('\n').filter((line) => line.trim() !== '')).toHaveLength(10);
  });

  test('tells its progress and ends with the return of every channel', async () => {
    const { child, lines } = start();
    expect(await exitOf(child)).toBe(0);
    expect(lines.filter((line) => /^\d+ %$/.test(line)).length).toBeGreaterThan(2);
    const returns = lines.filter((line) => /^\w+ [\d.]+ \[ [\d.]+, [\d.]+ \]$/.test(line));
    expect(returns.map((line) => line.split(' ')[0])).toEqual(['TV', 'Search', 'Social', 'Radio', 'Display']);
  });

  test.skipIf(process.platform === 'win32')('stops when it is asked to, without a result', async () => {
    const { child, lines } = start();
    child.stdout.once('data', () => child.kill('SIGINT'));
    expect(await exitOf(child)).toBe(0);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every((line) => /^\d+ %$/.test(line))).toBe(true);
  });
});

describe('the terminal lines', () => {
  const lines = blocks(readme, 'sh')
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.startsWith('mixmodel '))
    .map((line) => line.split('#')[0]?.trim() ?? '');

  test('show every command', () => {
    expect(lines.map((line) => line.split(' ')[1])).toEqual(
      expect.arrayContaining(['simulate', 'validate', 'spec', 'fit']),
    );
  });

  test.each(lines)('%s', (line) => {
    const words = line.split(' ').slice(1);
    const program = join(root, 'packages/cli/bin/mixmodel.js');
    const ended = spawnSync(process.execPath, [program, ...words], { cwd: folder, encoding: 'utf8' });
    expect({ status: ended.status, stderr: ended.status === 0 ? '' : ended.stderr }).toEqual({
      status: 0,
      stderr: '',
    });
    const written = words.filter((_, at) => /^--(out|truth|draws-out)$/.test(words[at - 1] ?? ''));
    expect(written.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  });
});
