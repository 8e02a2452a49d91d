// Who may ask what: every route of the server in one line. `http/access.test.ts` walks it and fails where one is missing.
import type { WorkspaceRole } from '@mixmodel/contract';

/** The least role; `people only` where no API key may, whatever its scope. */
type LeastRole = WorkspaceRole | `${WorkspaceRole}, people only`;

/** `page`: no feature's, and no data of anybody. */
export type Who = 'page' | 'anyone' | 'account' | 'operator' | LeastRole;

/**
 * Besides who may ask, a body that passes the schema, where the route needs one to come to its ids. In it `':runId'`
 * stands for the id of a run, and so on: the names are those of parameters.
 */
export type RouteRow = Who | { readonly who: Who; readonly body: object };

/** By method and path, where `/api/v1` is left out and `~` stands for `/workspaces/:workspaceId`. */
export const routeTable: Readonly<Record<string, RouteRow>> = {
  'GET /health': 'page',
  'GET /*': 'page',
  'GET /docs': 'page',
  'GET /docs/static/index.html': 'page',
  'GET /docs/static/swagger-initializer.js': 'page',
  'GET /docs/json': 'page',
  'GET /docs/yaml': 'page',
  'GET /docs/static/*': 'page',
  'GET /openapi.json': 'page',
  'GET /redoc': 'page',
  'GET /redoc/redoc.standalone.js': 'page',

  'GET /errors/:code': 'anyone',
  'GET /installation': 'anyone',

  'PUT /installation/registration': 'operator',

  'POST /accounts': 'anyone',
  'POST /accounts/confirmations': 'anyone',
  'POST /accounts/invited': 'anyone',
  'GET /accounts/me': 'account',
  'PATCH /accounts/me': 'account',
  'PUT /accounts/me/password': 'account',
  'POST /accounts/me/email-changes': 'account',
  'POST /email-confirmations': 'anyone',
  'POST /password-resets': 'anyone',
  'POST /password-resets/redemptions': 'anyone',
  'POST /sessions': 'anyone',
  'POST /sessions/refresh': 'anyone',
  'DELETE /sessions': 'anyone',
  'GET /sessions': 'account',
  'DELETE /sessions/others': 'account',
  'DELETE /sessions/:sessionId': 'account',
  'GET /accounts/me/export': 'account',
  'POST /accounts/me/deletion': 'account',
  'POST /sessions/provider/start': 'anyone',
  'POST /sessions/provider/connect': 'account',
  'POST /sessions/provider': 'anyone',
  'GET /accounts/me/identities': 'account',
  'POST /accounts/me/identities/:identityId/removal': {
    who: 'account',
    body: { password: 'a password of tests' },
  },
  'POST /sessions/second-factor': 'anyone',
  'GET /accounts/me/second-factor': 'account',
  'POST /accounts/me/second-factor': 'account',
  'POST /accounts/me/second-factor/confirmation': 'account',
  'POST /accounts/me/second-factor/recovery-codes': 'account',
  'POST /accounts/me/second-factor/removal': 'account',

  'GET /workspaces': 'account',
  'POST /workspaces': 'account',
  'GET /deleted-workspaces': 'account',
  'POST /deleted-workspaces/:workspaceId/restore': 'account',
  'GET ~': 'viewer',
  'PATCH ~': 'admin',
  'POST ~/delete': 'owner, people only',
  'GET ~/audit': 'admin',
  'GET ~/usage': 'viewer',

  'GET ~/members': 'viewer, people only',
  'PATCH ~/members/:accountId': { who: 'admin, people only', body: { role: 'viewer' } },
  'DELETE ~/members/:accountId': 'admin, people only',
  'POST ~/leave': 'viewer, people only',
  'POST ~/transfer': { who: 'owner, people only', body: { accountId: ':accountId' } },

  'GET ~/invitations': 'admin, people only',
  'POST ~/invitations': 'admin, people only',
  'DELETE ~/invitations/:invitationId': 'admin, people only',
  'POST /invitations/read': 'anyone',
  'POST /invitations/accept': 'account',

  'GET ~/keys': 'admin, people only',
  'POST ~/keys': 'admin, people only',
  'DELETE ~/keys/:keyId': 'admin, people only',

  'GET ~/datasets': 'viewer',
  'POST ~/datasets': 'member',
  'POST ~/datasets/sample': 'member',
  'GET ~/datasets/:datasetId': 'viewer',
  'GET ~/datasets/:datasetId/rows': 'viewer',
  'GET ~/datasets/:datasetId/file': 'viewer',
  'PUT ~/datasets/:datasetId/mapping': { who: 'member', body: {} },
  'POST ~/datasets/:datasetId/plan': { who: 'viewer', body: {} },
  'GET ~/datasets/:datasetId/versions': 'viewer',
  'POST ~/datasets/:datasetId/versions': 'member',
  'GET ~/datasets/:datasetId/changes': 'viewer',
  'PATCH ~/datasets/:datasetId': { who: 'member', body: { name: 'Shop' } },
  'DELETE ~/datasets/:datasetId': 'member',
  'POST ~/datasets/:datasetId/restore': 'member',
  'GET /templates/data.csv': 'anyone',
  'GET /templates/data.xlsx': 'anyone',

  'GET ~/runs': 'viewer',
  'POST ~/runs': { who: 'member', body: { datasetId: ':datasetId' } },
  'GET ~/runs/:runId': 'viewer',
  'PATCH ~/runs/:runId': { who: 'member', body: { name: 'Mine' } },
  'POST ~/runs/:runId/again': 'member',
  'POST ~/runs/:runId/duplicate': { who: 'member', body: { datasetId: ':datasetId' } },
  'POST ~/runs/:runId/cancel': 'member',
  'POST ~/runs/:runId/retry': 'member',
  'POST ~/runs/:runId/resume': 'member',
  'DELETE ~/runs/:runId': 'member',
  'GET ~/runs/:runId/lineage': 'viewer',
  'GET ~/runs/:runId/events': 'viewer',
  'GET ~/runs/:runId/result': 'viewer',
  'GET ~/runs/:runId/quantities/:name': 'viewer',
  'GET ~/runs/:runId/result.json': 'viewer',
  'GET ~/runs/:runId/draws': 'viewer',

  'GET ~/webhooks': 'admin',
  'POST ~/webhooks': { who: 'admin', body: { url: 'https://93.184.216.34/' } },
  'GET ~/webhooks/:webhookId': 'admin',
  'PATCH ~/webhooks/:webhookId': { who: 'admin', body: { active: true } },
  'DELETE ~/webhooks/:webhookId': 'admin',
  'POST ~/webhooks/:webhookId/test': 'admin',
  'GET ~/webhooks/:webhookId/deliveries': 'admin',
  'POST ~/webhooks/:webhookId/deliveries/:deliveryId/again': 'admin',
  'GET ~/runs/:runId/export': 'viewer',
  'GET ~/runs/compare': 'viewer',
  'GET ~/runs/:runId/channels': 'viewer',
  'GET ~/runs/:runId/decomposition': 'viewer',
  'GET ~/runs/:runId/contributions': 'viewer',
  'GET ~/runs/:runId/predictions': 'viewer',
  'GET ~/runs/:runId/response-curves': 'viewer',
  'GET ~/runs/:runId/adstock': 'viewer',
  'GET ~/runs/:runId/distributions': 'viewer',
  'GET ~/runs/:runId/information': 'viewer',
  'GET ~/runs/:runId/parameters': 'viewer',
  'GET ~/runs/:runId/densities': 'viewer',
  'GET ~/runs/:runId/diagnostics': 'viewer',
  'GET ~/runs/:runId/shares': 'admin',
  'POST ~/runs/:runId/shares': { who: 'admin', body: { expiresInDays: 1 } },
  'DELETE ~/runs/:runId/shares/:shareId': 'admin',
  'POST /shared/read': 'anyone',
};

const workspacePath = '/workspaces/:workspaceId';

/** The name of a route in the table. */
export function routeName(method: string, url: string): string {
  const path = url.startsWith('/api/v1') ? url.slice('/api/v1'.length) : url;
  const short = path.startsWith(workspacePath) ? `~${path.slice(workspacePath.length)}` : path;
  // What answers HEAD is what answers GET.
  return `${method === 'HEAD' ? 'GET' : method} ${short.length > 1 ? short.replace(/\/$/, '') : short}`;
}
