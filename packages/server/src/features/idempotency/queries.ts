// Idempotency keys in the database: whoever writes a key first has it.
import { and, eq, isNull } from 'drizzle-orm';
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
  const written = await tx
    .insert(idempotencyKeys)
    .values({ ...wish, accountId, workspaceId })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (written.length > 0) return wish;
  const [earlier] = await tx
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.accountId, accountId),
        workspaceId === null
          ? isNull(idempotencyKeys.workspaceId)
          : eq(idempotencyKeys.workspaceId, workspaceId),
        eq(idempotencyKeys.key, wish.key),
      ),
    );
  if (earlier === undefined) throw new Error('an idempotency key is taken and is not there');
  return earlier;
}

/** What is taken back may be asked for again under its key. */
export async function forget(tx: Transaction, _scope: Scope | AccountScope, madeId: string): Promise<void> {
  await tx.delete(idempotencyKeys).where(eq(idempotencyKeys.madeId, madeId));
}
