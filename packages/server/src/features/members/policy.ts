// Whether one member may change what another is: a pure decision over roles.
import { isAtLeast, may, type Permission, type WorkspaceRole } from '@mixmodel/contract';

export interface RoleChange {
  /** Of who asks, as it is now; undefined when they are in the workspace no more. */
  readonly actor: WorkspaceRole | undefined;
  /** What it needs; nothing where people go by themselves. */
  readonly permission: Permission;
  /** What the member is, and will be; undefined: not in the workspace. */
  readonly from: WorkspaceRole | undefined;
  readonly to: WorkspaceRole | undefined;
  readonly owners: number;
}

export type Verdict =
  | { readonly kind: 'allowed' | 'actor_gone' | 'not_there' | 'last_owner' }
  | { readonly kind: 'too_low'; readonly role: WorkspaceRole }
  | { readonly kind: 'above'; readonly yours: WorkspaceRole; readonly got: WorkspaceRole };

/** Nobody gives or takes what is above them, and a workspace always keeps an owner. */
export function judgeChange({ actor, permission, from, to, owners }: RoleChange): Verdict {
  if (actor === undefined) return { kind: 'actor_gone' };
  if (!may(actor, permission)) return { kind: 'too_low', role: actor };
  if (from === undefined) return { kind: 'not_there' };
  for (const got of [from, to])
    if (got !== undefined && !isAtLeast(actor, got)) return { kind: 'above', yours: actor, got };
  if (from === 'owner' && to !== 'owner' && owners < 2) return { kind: 'last_owner' };
  return { kind: 'allowed' };
}
