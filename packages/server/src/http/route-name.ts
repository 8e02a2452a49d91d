// The name of a route in tables of routes: `GET ~/runs/:runId`.

const workspacePath = '/workspaces/:workspaceId';

/** `/api/v1` is left out, and `~` stands for the workspace of the path. */
export function routeName(method: string, url: string): string {
  const path = url.startsWith('/api/v1') ? url.slice('/api/v1'.length) : url;
  const short = path.startsWith(workspacePath) ? `~${path.slice(workspacePath.length)}` : path;
  // What answers HEAD is what answers GET.
  return `${method === 'HEAD' ? 'GET' : method} ${short.length > 1 ? short.replace(/\/$/, '') : short}`;
}
