// The reference page of roles, written from the table that the server asks.
import { isForPeopleOnly, keyScopes, may, type Permission, permissions, roles } from './roles.ts';

const all = Object.keys(permissions) as Permission[];
const scopes = Object.entries(keyScopes);

/** docs/reference/roles.md */
export function rolesPage(): string {
  return [
    '# Roles and API keys',
    '',
    'Written by `npm run docs` from the table in `packages/contract` that the server asks before it reads a request.',
    '',
    'Every member of a workspace has one role in it. An API key belongs to one workspace and has one scope: it may what the role of its scope may, but never more than whoever made it may now, and nothing that is for people only. To anyone else a workspace is not there (404).',
    '',
    tableRow(['May', 'permission', ...roles, ...scopes.map(([scope]) => `key: ${scope}`)]),
    tableRow(Array(2 + roles.length + scopes.length).fill('---')),
    ...all.map(rowOf),
    '',
  ].join('\n');
}

function rowOf(permission: Permission): string {
  const ofRoles = roles.map((role) => mark(may(role, permission)));
  const ofKeys = scopes.map(([, role]) => mark(may(role, permission) && !isForPeopleOnly(permission)));
  return tableRow([permissions[permission].what, `\`${permission}\``, ...ofRoles, ...ofKeys]);
}

const mark = (yes: boolean) => (yes ? 'yes' : '–');

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
