// Who may do what in a workspace: the one table that server, web and documentation read (CONTRACTS, "Roles").

export const roles = ['viewer', 'member', 'admin', 'owner'] as const;

export type WorkspaceRole = (typeof roles)[number];

/** The least role that may do each thing; every role above it may too. */
export const permissions = {
  'workspace.read': 'viewer',
  'dataset.read': 'viewer',
  'dataset.create': 'member',
  'dataset.map': 'member',
  'run.read': 'viewer',
  'run.export': 'viewer',
  'run.create': 'member',
  'run.edit': 'member',
  'run.cancel': 'member',
} as const satisfies Readonly<Record<string, WorkspaceRole>>;

export type Permission = keyof typeof permissions;

export function may(role: WorkspaceRole, permission: Permission): boolean {
  return roles.indexOf(role) >= roles.indexOf(permissions[permission]);
}
