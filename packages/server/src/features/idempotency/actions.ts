// One wish, one thing: what was asked for with an idempotency key is not made a second time.
//
// For workspaces, invitations and API keys. Uploads and runs keep their keys in their own rows, and are not of this table,
// as callers would notice. Their keys belong to the workspace, so that whoever sends on for a colleague or with another
// API key finds what there is; these belong to one account, as what they made is told to nobody else. An upload is
// compared by its bytes, which are known only when they have come, and is refused by a code of its own. And its key
// stands in the sidecar beside its bytes: what a kill cut off before the row is written from it at the next start, and
// has to be found by the same key.
import { canonicalJson, sha256 } from '@mixmodel/runtime';
import type { Transaction } from '../../database/connection.ts';
import type { AccountScope, Scope } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import { claim } from './queries.ts';

export { forget } from './queries.ts';

/** A request under its key, and the id that what it asks for would get. */
export interface Wish {
  readonly key: string | undefined;
  /** What is asked for, under the name of what it makes: `{ workspace: 'Acme' }`. */
  readonly request: object;
  readonly id: string;
  readonly at: Date;
}

/** What was made, and whether it was made now. */
export interface Made<Thing> {
  readonly made: Thing;
  readonly isNew: boolean;
}

/**
 * Id of what the key has made before, in the transaction that would make it; undefined when it is to be made. Two that
 * come at once wait for each other. A key that asked for something else is refused.
 */
export async function madeBefore(
  tx: Transaction,
  scope: Scope | AccountScope,
  { key, request, id, at }: Wish,
): Promise<string | undefined> {
  if (key === undefined) return undefined;
  const requestSha256 = requestHash(request);
  const claimed = await claim(tx, scope, { key, requestSha256, madeId: id, createdAt: at });
  if (claimed.requestSha256 !== requestSha256) throw refuse('idempotency_key_taken');
  return claimed.madeId === id ? undefined : claimed.madeId;
}

/** Of a request, whatever the order of its keys. */
export function requestHash(request: object): string {
  return sha256(Buffer.from(canonicalJson(request), 'utf8'));
}
