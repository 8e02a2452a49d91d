// Who asks, and in which workspace: every query takes it, and without it does not compile.
import type { WorkspaceRole } from '@mixmodel/contract';

declare const checked: unique symbol;

/** Only `http/session.ts` makes one, after it has looked up the membership. */
export interface Scope {
  readonly workspaceId: string;
  readonly accountId: string;
  readonly role: WorkspaceRole;
  readonly [checked]: true;
}

/** The program itself, doing work that a scope has asked for earlier (a queued run). */
export interface SystemScope {
  readonly system: true;
}
