// A row of the audit log as the API shows it.
import { type AuditEventView, auditActions } from '@mixmodel/contract';
import type { AuditRow } from './queries.ts';

export function auditEventView(row: AuditRow): AuditEventView {
  const { id, at, action, subjectId, facts } = row.event;
  const [kind = ''] = action.split('.');
  return {
    id,
    at: at.toISOString(),
    actor: actorOf(row),
    action,
    words: auditActions[action],
    subject: { kind, id: subjectId },
    facts,
  };
}

function actorOf({ event, accountName, keyName }: AuditRow): AuditEventView['actor'] {
  if (event.keyId !== null) return { kind: 'key', id: event.keyId, name: keyName };
  if (event.bySystem) return { kind: 'system', id: null, name: null };
  return { kind: 'person', id: event.accountId, name: accountName };
}
