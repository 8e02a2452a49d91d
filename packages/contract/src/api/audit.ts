// Who did what in a workspace, as the API tells it: every act that is noted has one row here.
import { z } from 'zod';

/** After the name of who did it. The word before the dot is the kind of what it was done to. */
export const auditActions = {
  'workspace.created': 'made the workspace',
  'workspace.renamed': 'renamed the workspace',
  'workspace.deleted': 'deleted the workspace',
  'workspace.restored': 'restored the workspace',
  'member.made_owner': 'handed the workspace over to a member',
  'member.joined': 'joined',
  'member.role_changed': 'changed the role of a member',
  'member.removed': 'removed a member',
  'member.left': 'left',
  'invitation.created': 'invited someone',
  'invitation.revoked': 'revoked an invitation',
  'key.created': 'made an API key',
  'key.revoked': 'revoked an API key',
  'run.created': 'started a run',
  'run.cancelled': 'cancelled a run',
  'run.retried': 'let a failed run begin anew',
  'run.resumed': 'let a cancelled run go on',
  'run.renamed': 'renamed a run',
  'run.margin_changed': 'changed the margin a run is read with',
  'run.deleted': 'deleted a run',
  'share.created': 'shared a result by link',
  'share.revoked': 'ended a shared link',
  'webhook.created': 'made a webhook',
  'webhook.changed': 'changed a webhook',
  'webhook.deleted': 'deleted a webhook',
  'dataset.created': 'uploaded a dataset',
  'dataset.version_added': 'added a version of a dataset',
  'dataset.renamed': 'renamed a dataset',
  'dataset.mapping_changed': 'changed how a dataset is read',
  'dataset.deleted': 'deleted a dataset',
  'dataset.restored': 'restored a dataset',
  'dataset.removed': 'removed a deleted dataset for good',
} as const;

export type AuditAction = keyof typeof auditActions;

const actions = Object.keys(auditActions) as [AuditAction, ...AuditAction[]];

export const auditEventSchema = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    actor: z.object({
      kind: z.enum(['person', 'key', 'system']),
      id: z.uuid().nullable(),
      name: z.string().nullable().meta({ description: 'Null when the account is gone' }),
    }),
    action: z.enum(actions),
    words: z.string().meta({ description: 'The action, to be read after the name of the actor' }),
    subject: z.object({ kind: z.string(), id: z.string().nullable() }),
    facts: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .meta({ description: 'Names and values as they were then' }),
  })
  .meta({ id: 'AuditEvent' });

export const auditPageSchema = z
  .object({
    items: z.array(auditEventSchema),
    next: z.string().nullable().meta({ description: 'Hand back as `cursor`; null at the end' }),
  })
  .meta({ id: 'AuditPage' });

export type AuditFacts = AuditEventView['facts'];
export type AuditEventView = z.infer<typeof auditEventSchema>;
export type AuditPage = z.infer<typeof auditPageSchema>;
