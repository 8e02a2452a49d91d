// Idempotency keys in the database: whoever writes a key first has it.
import { eq } from 'drizzle-orm';
import type { Transaction } from '../../database/connection.ts';
import { idempotencyKeys } from '../../database/schema.ts';
import type { AccountScope, Scope } from '../../http/scope.ts';

type KeyRow = typeof idempotencyKeys.$inferSelect;

/** The row of the key: the given one, or that of who came first. A key is of one account in one workspace, or in none. */
export async function claim(
  tx: Transaction,
  scope: Scope | AccountScope,
  wish: Pick<KeyRow, 'key' | 'requestSha256' | 'madeId' | 'createdAt'>,
): Promise<Pick<KeyRow, 'requestSha256' | 'madeId'>> {
  const { accountId } = scope;
  const workspaceId = 'workspaceId' in scope ? scope.workspaceId : null;
  // Written as it is where it is there: in one step, as between two somebody may take it back.
  const { accountId: account, workspaceId: workspace, key } = idempotencyKeys;
  const [row] = await tx
    .insert(idempotencyKeys)
    .values({ ...wish, accountId, workspaceId })
    .onConflictDoUpdate({ target: [account, workspace, key], set: { key: wish.key } })
    .returning();
  if (row === undefined) throw new Error('an idempotency key was neither written nor there');
  return row;
}

/** What is taken back may be asked for again under its key. */
export async function forget(tx: Transaction, _scope: Scope | AccountScope, madeId: string): Promise<void> {
  await tx.delete(idempotencyKeys).where(eq(idempotencyKeys.madeId, madeId));
}
