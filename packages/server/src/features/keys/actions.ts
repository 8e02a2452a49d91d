// Making, listing and revoking the API keys of a workspace.
import {
  isAtLeast,
  type KeyPage,
  type KeyRequest,
  type KeyView,
  keyScopes,
  type MadeKey,
} from '@mixmodel/contract';
import { v7 } from 'uuid';
import { accessTopic, type Scope } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { keyPrefix, newToken } from '../../tokens.ts';
import type { Made } from '../idempotency/actions.ts';
import { findKey, insertKey, type KeyRow, type KeysAsked, listKeys, revokeKey } from './queries.ts';

export { revokeKeysOf } from './queries.ts';

/** Enough to tell keys apart by; 38 letters are left to guess. */
const shownLetters = keyPrefix.length + 5;

const dayMs = 24 * 60 * 60 * 1000;

/** Only the answer that made it holds the key itself: nothing here could tell it again. */
export async function makeKey(
  { database, clock }: Services,
  scope: Scope,
  request: KeyRequest,
  idempotencyKey: string | undefined,
): Promise<Made<MadeKey>> {
  const { name, scope: keyScope, expiresInDays } = request;
  if (!isAtLeast(scope.role, keyScopes[keyScope]))
    throw refuse('role_above_yours', {
      path: 'scope',
      facts: { yours: scope.role, got: keyScopes[keyScope] },
    });
  const { token: secret, tokenHash: keyHash } = newToken(keyPrefix);
  const start = secret.slice(0, shownLetters);
  const createdAt = clock.now();
  const expiresAt =
    expiresInDays === undefined ? null : new Date(createdAt.getTime() + expiresInDays * dayMs);
  const asked = { id: v7(), name, scope: keyScope, start, keyHash, createdAt, expiresAt };
  const { made, isNew } = await insertKey(database, scope, asked, { key: idempotencyKey, request });
  return { made: { key: keyView(await rowOf(database, scope, made)), secret: isNew ? secret : null }, isNew };
}

export function readKeys({ database }: Services, scope: Scope, asked: KeysAsked): Promise<KeyPage> {
  return listKeys(database, scope, asked, keyView);
}

/** What listens with the key is told, and ends. */
export async function endKey(
  { database, clock, events }: Services,
  scope: Scope,
  keyId: string,
): Promise<KeyView> {
  const row = await revokeKey(database, scope, { keyId, at: clock.now() });
  if (row === undefined) throw refuse('not_found', { facts: { what: 'API key' } });
  events.publish(accessTopic(scope));
  return keyView(row);
}

async function rowOf(database: Services['database'], scope: Scope, keyId: string): Promise<KeyRow> {
  const row = await findKey(database, scope, keyId);
  if (row === undefined) throw new Error(`API key ${keyId} is not there after it was written`);
  return row;
}

function keyView({ key, createdBy }: KeyRow): KeyView {
  return {
    id: key.id,
    name: key.name,
    scope: key.scope,
    start: key.start,
    createdAt: key.createdAt.toISOString(),
    createdBy,
    expiresAt: key.expiresAt?.toISOString() ?? null,
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  };
}
