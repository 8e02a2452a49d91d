// Secrets of this installation: made once, kept in the data folder, readable by its owner alone.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
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

/** Encrypts what the database must not hold in clear: of the environment, or made at the first start. */
export async function encryptionKey({ encryptionKey: given, dataDir }: Config): Promise<Uint8Array> {
  const secret =
    given ?? (await keepSecret(join(dataDir, 'encryption-key'), () => randomBytes(32).toString('hex')));
  return new Uint8Array(hkdfSync('sha256', secret, '', 'mixmodel encryption', 32));
}

/** AES-256-GCM. `of` names what it belongs to: a text that was moved to another row does not open there. */
export function seal(plain: string, of: string, key: Uint8Array): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(of));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** Throws when the text was changed, moved, or sealed with another key. */
export function unseal(sealed: string, of: string, key: Uint8Array): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const [nonce, tag, body] = [bytes.subarray(0, 12), bytes.subarray(12, 28), bytes.subarray(28)];
  const cipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(of)).setAuthTag(tag);
  return Buffer.concat([cipher.update(body), cipher.final()]).toString('utf8');
}

/** Signs access tokens: of the environment, or made at the first start. */
export async function signingKey({ jwtSecretKey, dataDir }: Config): Promise<Uint8Array> {
  const secret =
    jwtSecretKey ?? (await keepSecret(join(dataDir, 'jwt-secret'), () => randomBytes(32).toString('hex')));
  return new TextEncoder().encode(secret);
}
