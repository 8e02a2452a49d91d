// Passwords: argon2id with the parameters OWASP's Password Storage Cheat Sheet asks for.
import { hash, verify } from '@node-rs/argon2';

/** 19 MiB, two passes, one lane; argon2id is the package's own choice of algorithm. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

let nobodys: Promise<string> | undefined;

/** Without a hash (no such account) it works just as long, so that time does not tell which addresses exist. */
export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  nobodys ??= hashPassword('the password of nobody');
  const matches = await verify(stored ?? (await nobodys), password);
  return matches && typeof stored === 'string';
}
