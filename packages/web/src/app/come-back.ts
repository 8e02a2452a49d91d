// Where to go after signing in: the address one came from, only ever one of this application.
import type { AccountView } from '@mixmodel/contract';

/** Reads `from` out of a page's search; `//elsewhere` and `/\elsewhere` would leave the application. */
export function comeBack(search: Record<string, unknown>): { from?: string } {
  const { from } = search;
  return typeof from === 'string' && /^\/(?![/\\])/.test(from) ? { from } : {};
}

/** Whether who has signed in may see the address: another person's page would greet them as not found. */
export function isOwn(from: string, { workspaces }: Pick<AccountView, 'workspaces'>): boolean {
  const workspaceId = /^\/w\/([^/?#]+)/.exec(from)?.[1];
  return workspaceId === undefined || workspaces.some(({ id }) => id === workspaceId);
}
