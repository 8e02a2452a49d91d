// Compiles assembly/ to WASM and writes its bytes as TypeScript: `npm run build` (an argument names another file).
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const options = '-O3 --converge --noAssert --runtime stub --enable simd --importMemory --disableWarning 112';

const target = process.argv[2] ?? fileURLToPath(new URL('../src/kernel/bytes.ts', import.meta.url));
const bytes = await compile();
writeFileSync(target, asTypeScript(bytes));
console.log(`${target}: ${bytes.length} bytes of WASM`);

async function compile() {
  const files = new Map();
  const baseDir = fileURLToPath(new URL('.', import.meta.url));
  const { error, stderr } = await asc.main(
    ['assembly/index.ts', '--baseDir', baseDir, '--outFile', 'kernel.wasm', ...options.split(' ')],
    { writeFile: (name, contents) => files.set(name, contents) },
  );
  if (error)
    throw new Error(`AssemblyScript could not compile the kernel.\n${stderr.toString()}`, { cause: error });
  return files.get('kernel.wasm');
}

function asTypeScript(wasm) {
  const sha256 = createHash('sha256').update(wasm).digest('hex');
  return [
    '// The WASM kernel as base64. Generated: `npm ci && npm run build` in packages/engine/kernel-source makes it again.',
    '',
    `export const kernelSha256 = '${sha256}';`,
    '',
    '// biome-ignore format: one line of bytes.',
    `export const kernelBytes = '${Buffer.from(wasm).toString('base64')}';`,
    '',
  ].join('\n');
}
