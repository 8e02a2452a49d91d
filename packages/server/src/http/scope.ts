// Who asks, and in which workspace: every query takes it, and without it does not compile.
import type { WorkspaceRole } from '@mixmodel/contract';

declare const checked: unique symbol;

/** Only `http/access.ts` makes one, after it has looked up the membership. */
export interface Scope {
  readonly workspaceId: string;
  /** Of the person; of a key, whoever made it. */
  readonly accountId: string;
  /** The API key that asks, if it is one. */
  readonly keyId: string | null;
  readonly role: WorkspaceRole;
  readonly [checked]: true;
}

/** Whoever is signed in, outside of any workspace: they are shown what is theirs. */
export interface AccountScope {
  readonly accountId: string;
}

/**
 * The program itself: doing work that a scope has asked for earlier (a queued run), or finding out who asks before
 * there is a scope (accounts and sessions).
 */
export interface SystemScope {
  readonly system: true;
}

export const system: SystemScope = { system: true };

/** Published when somebody's right to be in the workspace may be over: `isStillIn` then tells. */
export function accessTopic({ workspaceId }: Pick<Scope, 'workspaceId'>): string {
  return `workspace/${workspaceId}/access`;
}
