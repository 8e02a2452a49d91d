// The repository's files as the root tests see them: paths from the root with forward slashes.
import { readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const skipped = new Set(['node_modules', 'dist', '.git', '.mixmodel', '.venv', 'coverage']);

/** Every file under `folder`, without what is installed, built or generated. */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => skipped.has(part)))
    .sort();
}

/** The TypeScript that belongs to the product and its proofs; the kernel's AssemblyScript is another language. */
export function typeScriptFiles(): string[] {
  return ['packages', 'e2e', 'examples', 'bench', 'tests', 'docs']
    .flatMap(filesUnder)
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('/kernel-source/'));
}
