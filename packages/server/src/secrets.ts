// Secrets of this installation: made once, kept in the data folder, readable by its owner alone.
import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';

/** What `path` holds; when it is not there, what `make` gives. The folder's lock keeps others out meanwhile. */
export async function keepSecret(path: string, make: () => string): Promise<string> {
  const kept = await read(path);
  if (kept !== undefined) return kept;
  const secret = make();
  // Written beside and moved into place: whoever is killed in between leaves no half secret.
  const beside = `${path}.new`;
  await rm(beside, { force: true });
  await writeFile(beside, `${secret}\n`, { mode: 0o600, flag: 'wx', flush: true });
  await rename(beside, path);
  return secret;
}

async function read(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Signs access tokens: of the environment, or made at the first start. */
export async function signingKey({ jwtSecretKey, dataDir }: Config): Promise<Uint8Array> {
  const secret =
    jwtSecretKey ?? (await keepSecret(join(dataDir, 'jwt-secret'), () => randomBytes(32).toString('hex')));
  return new TextEncoder().encode(secret);
}
