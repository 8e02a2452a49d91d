// Reading the audit log; every other feature writes to it with `record`, from within its own transaction.
import type { AuditPage } from '@mixmodel/contract';
import type { LogAsked } from '../../http/list-query.ts';
import type { Scope } from '../../http/scope.ts';
import type { Services } from '../../services.ts';
import { auditEventView } from './present.ts';
import { listAuditEvents } from './queries.ts';

export { type ActingScope, forgetPerson, record } from './queries.ts';

export function readAudit({ database }: Services, scope: Scope, asked: LogAsked): Promise<AuditPage> {
  return listAuditEvents(database, scope, asked, auditEventView);
}
