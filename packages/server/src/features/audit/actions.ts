// Reading the audit log; every other feature writes to it with `record`, from within its own transaction.
import type { AuditPage } from '@mixmodel/contract';
import type { Scope } from '../../http/scope.ts';
import type { Services } from '../../services.ts';
import { auditEventView } from './present.ts';
import { listAuditEvents } from './queries.ts';

export { record } from './queries.ts';

export async function readAudit(
  { database }: Services,
  scope: Scope,
  { cursor, limit }: { readonly cursor: string | undefined; readonly limit: number },
): Promise<AuditPage> {
  const rows = await listAuditEvents(database, scope, { before: cursor, limit: limit + 1 });
  const items = rows.slice(0, limit).map(auditEventView);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
