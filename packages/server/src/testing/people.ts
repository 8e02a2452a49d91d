// People for tests: members of a workspace in each role.
import type { WorkspaceRole } from '@mixmodel/contract';
import type { Client, TestServer } from './server.ts';

/** Somebody new, who is in the workspace of `of` and has a workspace of their own as well. */
export async function memberAs(server: TestServer, of: Client, role: WorkspaceRole): Promise<Client> {
  const client = await server.register();
  await server.services.database.$client.query('insert into members values ($1, $2, $3, now())', [
    of.workspaceId,
    client.account.id,
    role,
  ]);
  return client.in(of.workspaceId);
}
