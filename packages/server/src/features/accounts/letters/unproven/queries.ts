// What an account loses whose address turns out to be somebody else's than who made it.
import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../../../database/connection.ts';
import {
  apiKeys,
  identities,
  invitations,
  members,
  recoveryCodes,
  secondFactors,
} from '../../../../database/schema.ts';
import type { SystemScope } from '../../../../http/scope.ts';
import { record } from '../../../audit/actions.ts';
import { dropLetters } from '../../../mailing/actions.ts';
import { noteEvent } from '../../queries.ts';

interface Taken {
  readonly accountId: string;
  readonly device: string;
  readonly at: Date;
}

/** Every way in but the password: whoever made them never showed that the address is theirs. Ids of its workspaces. */
export async function takeWaysIn(tx: Transaction, scope: SystemScope, taken: Taken): Promise<string[]> {
  const { accountId, device, at } = taken;
  const remember = (kind: 'second_factor_removed' | 'provider_disconnected') =>
    noteEvent(tx, scope, { accountId, device, kind, at });
  const [factor] = await tx
    .delete(secondFactors)
    .where(eq(secondFactors.accountId, accountId))
    .returning({ confirmedAt: secondFactors.confirmedAt });
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  if (factor?.confirmedAt) await remember('second_factor_removed');
  const disconnected = await tx
    .delete(identities)
    .where(eq(identities.accountId, accountId))
    .returning({ id: identities.id });
  for (const _ of disconnected) await remember('provider_disconnected');
  await revokeMade(tx, scope, taken);
  const places = await tx.select().from(members).where(eq(members.accountId, accountId));
  return places.map(({ workspaceId }) => workspaceId);
}

/** Keys and links for others, which stay as traces of who made them. */
async function revokeMade(
  tx: Transaction,
  _scope: SystemScope,
  { accountId, at }: Pick<Taken, 'accountId' | 'at'>,
): Promise<void> {
  const keys = await tx
    .update(apiKeys)
    .set({ revokedAt: at })
    .where(and(eq(apiKeys.createdBy, accountId), isNull(apiKeys.revokedAt)))
    .returning();
  for (const { id, name, workspaceId } of keys)
    await record(
      tx,
      { workspaceId, accountId },
      { action: 'key.revoked', subjectId: id, facts: { name }, at },
    );
  const links = await tx
    .update(invitations)
    .set({ revokedAt: at })
    .where(
      and(
        eq(invitations.createdBy, accountId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .returning();
  await dropLetters(
    tx,
    links.map(({ id }) => id),
  );
  for (const { id, role, email, workspaceId } of links)
    await record(
      tx,
      { workspaceId, accountId },
      { action: 'invitation.revoked', subjectId: id, facts: { role, email }, at },
    );
}
