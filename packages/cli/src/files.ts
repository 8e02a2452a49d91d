// Reading and writing the files a command names; what goes wrong becomes a problem that names the file.
import { access, constants, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { InputError } from '@mixmodel/engine';

export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw problem('file_missing', { file });
    throw problem('file_unreadable', { file, reason: reasonOf(error) });
  }
}

export async function readText(file: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(file));
}

/** Where a file is written before it is moved to its place. */
function partialOf(place: string): string {
  return `${place}.${process.pid}.partial`;
}

/** Writes the whole file or nothing: beside its place first, then moved there. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const place = resolve(file);
  const beside = partialOf(place);
  try {
    await writeFile(beside, content);
    await rename(beside, place);
  } catch (error) {
    throw problem('file_unwritable', { file, reason: reasonOf(error) });
  } finally {
    await rm(beside, { force: true });
  }
}

/** Throws unless `file` can be written and is none of `inputs`: asked before a long fit, not after it. */
export async function checkWritable(flag: string, file: string, inputs: readonly string[]): Promise<void> {
  const place = resolve(file);
  if (inputs.some((input) => resolve(input) === place)) throw problem('same_file', { flag, file });
  if ((await kindOf(dirname(place))) !== 'folder') {
    throw problem('file_unwritable', { file, reason: 'its folder does not exist' });
  }
  const kind = await kindOf(place);
  if (kind === 'folder') throw problem('file_unwritable', { file, reason: 'it is a folder' });
  await tryWriting(file, kind === 'file');
}

/** Rights, full disks and folders that take no files show themselves only when something is written. */
async function tryWriting(file: string, exists: boolean): Promise<void> {
  const place = resolve(file);
  try {
    if (exists) await access(place, constants.W_OK);
    await writeFile(partialOf(place), '');
    await rm(partialOf(place));
  } catch (error) {
    // The folder is there, so this says that it is no ordinary one.
    const reason = codeOf(error) === 'ENOENT' ? 'its folder takes no files' : reasonOf(error);
    throw problem('file_unwritable', { file, reason });
  }
}

async function kindOf(path: string): Promise<'nothing' | 'file' | 'folder'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'it is not allowed',
  EPERM: 'it is not allowed',
  EISDIR: 'it is a folder',
  ENOENT: 'its folder does not exist',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
};

function reasonOf(error: unknown): string {
  return reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function problem(code: string, facts: Record<string, string>): InputError {
  return new InputError([{ code, path: '', facts }]);
}
