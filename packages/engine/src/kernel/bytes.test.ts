// The committed WASM bytes: what they say they are, and what the source in kernel-source makes again.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { decodeBase64 } from './base64.ts';
import { kernelBytes, kernelSha256 } from './bytes.ts';

const source = fileURLToPath(new URL('../../kernel-source/', import.meta.url));
const compilerIsHere = existsSync(join(source, 'node_modules', 'assemblyscript'));
const compilerIsRequired = process.env.MIXMODEL_REQUIRE_ASSEMBLYSCRIPT === '1';

test('the bytes have the hash that stands beside them', () => {
  expect(createHash('sha256').update(decodeBase64(kernelBytes)).digest('hex')).toBe(kernelSha256);
});

if (!compilerIsHere && !compilerIsRequired) {
  console.warn(
    'SKIPPED: rebuilding the WASM kernel. AssemblyScript is not installed; `npm ci` in packages/engine/kernel-source installs it.',
  );
}

test.skipIf(!compilerIsHere && !compilerIsRequired)(
  'the source compiles to the committed bytes (AssemblyScript in packages/engine/kernel-source)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'mixmodel-kernel-'));
    try {
      const rebuilt = join(folder, 'bytes.ts');
      execFileSync(process.execPath, [join(source, 'build.mjs'), rebuilt], { stdio: 'pipe' });
      const committed = fileURLToPath(new URL('bytes.ts', import.meta.url));
      expect(readFileSync(rebuilt, 'utf8')).toBe(readFileSync(committed, 'utf8'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
