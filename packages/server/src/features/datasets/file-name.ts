// The name of an uploaded file: a user's words, made safe to show and to keep.
import { portableName } from '../../http/attachment.ts';

const longest = 200;

/** The last part of a path, without what cannot be seen; never a key of storage. */
export function cleanFileName(given: string | undefined): string {
  const last = (given ?? '').normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const name = last.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim();
  const kept = [...name].slice(0, longest).join('');
  return unnamed.has(kept) ? 'data' : kept;
}

/** No name of a file anywhere, or one that means something else to a program. */
const unnamed: ReadonlySet<string> = new Set(['', '.', '..', '__proto__']);

/** `Sales 2024.csv` is called Sales 2024. */
export function datasetName(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '').trim() || fileName;
}

/** What several files are downloaded as. */
export const archiveName = (name: string): string => `${name}.zip`;

/** Names that every system can unpack, and no two the same: `a:b.csv` and `a?b.csv` would be. */
export function namesInArchive(given: readonly string[]): string[] {
  const taken = new Set<string>();
  return given.map((name, i) => {
    const portable = portableName(name);
    const free = taken.has(portable.toLowerCase()) ? `${i + 1}-${portable}` : portable;
    taken.add(free.toLowerCase());
    return free;
  });
}
