// What a program that shows an API key may do: its scope, but no more than whoever made it may now.
import {
  isAtLeast,
  isForPeopleOnly,
  type KeyScope,
  keyScopes,
  may,
  type Permission,
  permissions,
  type WorkspaceRole,
} from '@mixmodel/contract';
import { refuse } from '../refuse.ts';
import type { Services } from '../services.ts';
import { hashOf, keyPrefix } from '../tokens.ts';
import { type FoundKey, findKey, noteKeyUse } from './queries.ts';
import type { Scope } from './scope.ts';

/** How exactly the last use is known. */
const usedEveryMs = 10 * 60_000;

export function isKey(token: string): boolean {
  return token.startsWith(keyPrefix);
}

type Asked = Pick<Scope, 'workspaceId' | 'accountId' | 'keyId' | 'role'>;

/** Who asks with `secret`, where the key is of the workspace and may do what is asked. */
export async function askedWithKey(
  secret: string,
  { workspaceId, permission }: { readonly workspaceId: string; readonly permission: Permission },
  { database, clock }: Services,
): Promise<Asked> {
  const key = await findKey(database, { hash: hashOf(secret) });
  const now = clock.now();
  if (key === undefined || !isValid(key, now)) throw refuse('key_refused');
  if (key.workspaceId !== workspaceId) throw refuse('not_found', { facts: { what: 'workspace' } });
  const role = roleOf(key);
  checkMay(key, role, permission);
  await noteKeyUse(database, key.id, { at: now, before: new Date(now.getTime() - usedEveryMs) });
  return { workspaceId, accountId: key.accountId, keyId: key.id, role };
}

/** The role of a key that may be asked with now. */
export async function roleOfKey(
  keyId: string,
  { database, clock }: Services,
): Promise<WorkspaceRole | undefined> {
  const key = await findKey(database, { id: keyId });
  return key !== undefined && isValid(key, clock.now()) ? roleOf(key) : undefined;
}

function isValid({ revokedAt, expiresAt }: FoundKey, now: Date): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt > now);
}

function roleOf({ scope, maker }: FoundKey): WorkspaceRole {
  const most = keyScopes[scope];
  return isAtLeast(maker, most) ? most : maker;
}

function checkMay({ scope, maker }: FoundKey, role: WorkspaceRole, permission: Permission): void {
  if (isForPeopleOnly(permission)) throw refuse('people_only');
  if (may(role, permission)) return;
  const { least } = permissions[permission];
  const needed = scopeFor(least);
  throw refuse('key_scope_too_small', { facts: { needed, least, got: scope, maker } });
}

/** The smallest scope with the role. */
function scopeFor(least: WorkspaceRole): KeyScope {
  const scopes = Object.keys(keyScopes) as KeyScope[];
  const scope = scopes.find((one) => isAtLeast(keyScopes[one], least));
  if (scope === undefined) throw new Error(`No API key may do what needs the role ${least}`);
  return scope;
}
