// Names of operations, from method and path: what a generated client calls them.

const verbs: Readonly<Record<string, string>> = {
  get: 'read',
  post: 'create',
  put: 'set',
  patch: 'change',
  delete: 'delete',
};
const workspace = '/api/v1/workspaces/{workspaceId}';

/**
 * `get …/runs` is `listRuns`, `get …/runs/{runId}/result` `readRunResult`, `post …/runs` `createRun`, and
 * `post …/runs/{runId}/cancel` `cancelRun`: below one thing, a POST to what is no plural does it.
 */
export function operationId(method: string, path: string): string {
  const inside = path.startsWith(`${workspace}/`)
    ? path.slice(workspace.length)
    : path.replace('/api/v1', '');
  const segments = inside.split('/').filter((segment) => segment !== '');
  const last = segments.at(-1) ?? '';
  const plural = /s$/.test(last) && !isPlace(last);
  if (method === 'post' && !plural && segments.length > 1) return camel(last) + nouns(segments.slice(0, -1));
  if (method === 'get' && plural) return `list${nouns(segments, true)}`;
  return (verbs[method] ?? method) + nouns(segments);
}

/** Singular where one of them is meant; the last stays as it is in the name of a list. */
function nouns(segments: readonly string[], list = false): string {
  const words = segments.filter((segment) => !isPlace(segment));
  return words.map((word, i) => pascal(list && i === words.length - 1 ? word : singular(word))).join('');
}

const isPlace = (segment: string) => segment.startsWith('{');

const singular = (word: string) => word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');

function pascal(word: string): string {
  return word
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

const camel = (word: string) => pascal(word).replace(/^./, (first) => first.toLowerCase());
