// Who may do what in a workspace: the one table that server, web and documentation read (CONTRACTS, "Roles").

export const roles = ['viewer', 'member', 'admin', 'owner'] as const;

export type WorkspaceRole = (typeof roles)[number];

interface PermissionRow {
  /** The least role that may; every role above it may too. */
  readonly least: WorkspaceRole;
  /** For the reference page: what is permitted, after "may". */
  readonly what: string;
  /** Refused to every API key: a program that was copied makes no way back in for whoever copied it. */
  readonly peopleOnly?: true;
}

export const permissions = {
  'workspace.read': { least: 'viewer', what: 'see the workspace' },
  'workspace.leave': { least: 'viewer', what: 'leave the workspace', peopleOnly: true },
  'member.read': { least: 'viewer', what: 'see who is in it', peopleOnly: true },
  'dataset.read': { least: 'viewer', what: 'see and download datasets' },
  'run.read': { least: 'viewer', what: 'see runs and results; plan and optimize without saving' },
  'run.export': { least: 'viewer', what: 'export results and draws' },
  'dataset.create': { least: 'member', what: 'upload datasets' },
  'dataset.map': { least: 'member', what: 'map the columns of datasets' },
  'dataset.edit': { least: 'member', what: 'rename datasets and add versions' },
  'dataset.delete_own': { least: 'member', what: 'delete datasets of their own' },
  'run.create': { least: 'member', what: 'start runs' },
  'run.edit': { least: 'member', what: 'rename runs and set their margin' },
  'run.cancel': { least: 'member', what: 'cancel, retry and resume runs' },
  'run.delete_own': { least: 'member', what: 'delete runs of their own' },
  'dataset.delete_any': { least: 'admin', what: 'delete any dataset' },
  'run.delete_any': { least: 'admin', what: 'delete any run' },
  'share.manage': { least: 'admin', what: 'share results by link, and end that' },
  'webhook.manage': { least: 'admin', what: 'manage webhooks' },
  'audit.read': { least: 'admin', what: 'read who did what' },
  'workspace.edit': { least: 'admin', what: 'rename the workspace' },
  'member.manage': { least: 'admin', what: 'change roles and remove members', peopleOnly: true },
  'invitation.manage': { least: 'admin', what: 'invite people', peopleOnly: true },
  'key.manage': { least: 'admin', what: 'make and revoke API keys', peopleOnly: true },
  'workspace.transfer': { least: 'owner', what: 'hand the workspace over', peopleOnly: true },
  'workspace.delete': { least: 'owner', what: 'delete the workspace, and restore it', peopleOnly: true },
} as const satisfies Readonly<Record<string, PermissionRow>>;

export type Permission = keyof typeof permissions;

const rows: Readonly<Record<Permission, PermissionRow>> = permissions;

export function may(role: WorkspaceRole, permission: Permission): boolean {
  return isAtLeast(role, rows[permission].least);
}

export function isAtLeast(role: WorkspaceRole, least: WorkspaceRole): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}

/** What an API key may be made for: no more than the role beside it, and nothing that is for people only. */
export const keyScopes = { read: 'viewer', run: 'member', manage: 'admin' } as const satisfies Readonly<
  Record<string, WorkspaceRole>
>;

export type KeyScope = keyof typeof keyScopes;

export function isForPeopleOnly(permission: Permission): boolean {
  return rows[permission].peopleOnly === true;
}
