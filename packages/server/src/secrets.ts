// Secrets of this installation: made once, kept in the data folder, readable by its owner alone.
import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';

/** What `path` holds; when it is not there, what `make` gives. */
export async function keepSecret(path: string, make: () => string): Promise<string> {
  const kept = await read(path);
  if (kept !== undefined) return kept;
  // Written beside and linked into place: whoever is killed in between leaves no half secret, who comes second loses.
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(beside, `${make()}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(beside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(beside, { force: true });
  }
  const secret = await read(path);
  if (secret === undefined) throw new Error(`${path} was written and is not there`);
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
