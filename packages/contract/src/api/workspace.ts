// What workspaces, their members, invitations and API keys look like to the API.
import { z } from 'zod';
import { keyScopes, roles } from '../roles.ts';
import { emailSchema, nameSchema, workspaceSchema } from './account.ts';

const role = z.enum(roles);
const next = z.string().nullable().meta({ description: 'Hand back as `cursor`; null at the end' });

/** An invitation and a deleted workspace wait so long; the latter as the installation is set up. */
export const invitationDays = 7;

export const workspaceNameSchema = z.strictObject({ name: nameSchema }).meta({ id: 'WorkspaceName' });

export const workspaceDeletionSchema = z
  .strictObject({
    name: z.string().max(200).meta({ description: 'The name of the workspace, typed as it stands' }),
  })
  .meta({ id: 'WorkspaceDeletion' });

export const workspaceHandoverSchema = z
  .strictObject({ accountId: z.uuid().meta({ description: 'The member who becomes an owner' }) })
  .meta({ id: 'WorkspaceHandover' });

export const workspacePageSchema = z
  .object({ items: z.array(workspaceSchema), next })
  .meta({ id: 'WorkspacePage' });

/** There for nobody until an owner restores it, or its time is over. */
export const deletedWorkspaceSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    deletedAt: z.iso.datetime(),
    goneAt: z.iso.datetime().meta({ description: 'From then on nothing can bring it back' }),
  })
  .meta({ id: 'DeletedWorkspace' });

export const deletedWorkspacePageSchema = z
  .object({ items: z.array(deletedWorkspaceSchema), next })
  .meta({ id: 'DeletedWorkspacePage' });

export const memberSchema = z
  .object({
    accountId: z.uuid(),
    name: z.string(),
    email: z.string(),
    role,
    joinedAt: z.iso.datetime(),
  })
  .meta({ id: 'Member' });

export const memberPageSchema = z.object({ items: z.array(memberSchema), next }).meta({ id: 'MemberPage' });

export const roleChangeSchema = z
  .strictObject({ role: role.meta({ description: 'Not above your own' }) })
  .meta({ id: 'RoleChange' });

export const inviteSchema = z
  .strictObject({
    role: role.meta({ description: 'Not above your own' }),
    email: emailSchema.optional().meta({
      description: 'Sends the link there, and nobody else may use it; without, the answer holds the link',
    }),
  })
  .meta({ id: 'Invite' });

export const invitationSchema = z
  .object({
    id: z.uuid(),
    role,
    email: z.string().nullable().meta({ description: 'Null: for whoever has the link' }),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Invitation' });

export const invitationPageSchema = z
  .object({ items: z.array(invitationSchema), next })
  .meta({ id: 'InvitationPage' });

export const madeInvitationSchema = z
  .object({
    invitation: invitationSchema,
    link: z.string().nullable().meta({
      description: 'Shown this once; null when it was sent to its address instead, and to a repeated request',
    }),
  })
  .meta({ id: 'MadeInvitation' });

export const invitationTokenSchema = z
  .strictObject({
    token: z.string().min(1).max(100).meta({ description: 'What stands after `#` in the link' }),
  })
  .meta({ id: 'InvitationToken' });

/** What a link is for, to be read before it is taken. */
export const invitationOfferSchema = z
  .object({
    workspace: z.string(),
    role,
    invitedBy: z.string(),
    email: z.string().nullable(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'InvitationOffer' });

const keyScope = z.enum(Object.keys(keyScopes) as [keyof typeof keyScopes]);

export const keyRequestSchema = z
  .strictObject({
    name: nameSchema,
    scope: keyScope.meta({ description: 'What the key may do: see `docs/reference/roles.md`' }),
    expiresInDays: z
      .int()
      .min(1)
      .max(3650)
      .optional()
      .meta({ description: 'Without, the key is valid until it is revoked' }),
  })
  .meta({ id: 'KeyRequest' });

export const keySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scope: keyScope,
    start: z.string().meta({ description: 'The first letters of the key, to tell keys apart by' }),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    expiresAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable().meta({ description: 'To some minutes' }),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ApiKey' });

export const keyPageSchema = z.object({ items: z.array(keySchema), next }).meta({ id: 'ApiKeyPage' });

export const madeKeySchema = z
  .object({
    key: keySchema,
    secret: z.string().nullable().meta({
      description: 'For `Authorization: Bearer …`; shown this once, and null to a repeated request',
    }),
  })
  .meta({ id: 'MadeApiKey' });

export type WorkspacePage = z.infer<typeof workspacePageSchema>;
export type DeletedWorkspaceView = z.infer<typeof deletedWorkspaceSchema>;
export type DeletedWorkspacePage = z.infer<typeof deletedWorkspacePageSchema>;
export type MemberView = z.infer<typeof memberSchema>;
export type MemberPage = z.infer<typeof memberPageSchema>;
export type Invite = z.infer<typeof inviteSchema>;
export type InvitationView = z.infer<typeof invitationSchema>;
export type InvitationPage = z.infer<typeof invitationPageSchema>;
export type InvitationOffer = z.infer<typeof invitationOfferSchema>;
export type MadeInvitation = z.infer<typeof madeInvitationSchema>;
export type KeyRequest = z.infer<typeof keyRequestSchema>;
export type KeyView = z.infer<typeof keySchema>;
export type KeyPage = z.infer<typeof keyPageSchema>;
export type MadeKey = z.infer<typeof madeKeySchema>;
