// Sentences for workspaces: who may be in them as what, how one gets in, and what programs may do.
import { type Catalogue, error, fact } from './entry.ts';

export const workspaceErrors = {
  workspace_name_differs: error(
    (p) =>
      `A workspace is deleted by typing its name, \`${fact(p, 'wanted')}\`; got \`${fact(p, 'got')}\`. Type it as it stands, or keep the workspace.`,
    { path: 'name', facts: { wanted: 'Acme', got: 'acme' } },
  ),
  too_many_workspaces: error(
    (p) =>
      `An account may own ${fact(p, 'most')} workspaces, and yours owns as many; those that were deleted count until they are gone. Hand one over to another member, delete one, or ask whoever runs this server for more (ACCOUNT_WORKSPACES).`,
    { facts: { most: 50 } },
    409,
  ),
  storage_full: error(
    (p) =>
      `This workspace keeps ${fact(p, 'usedMb')} MB of the ${fact(p, 'mostMb')} MB that it may, so that nothing more is taken. Delete runs, whose draws go at once, or datasets, which count until they can be restored no more; or ask whoever runs this server for more (WORKSPACE_STORAGE_MB).`,
    { facts: { usedMb: 10_236.4, mostMb: 10_240 } },
    409,
  ),
  last_owner: error(
    () =>
      'The workspace would be left without an owner. Make another member an owner first, or delete the workspace.',
    {},
    409,
  ),
  role_above_yours: error(
    (p) =>
      `You may give and take away roles up to your own, which is ${fact(p, 'yours')}; this one is ${fact(p, 'got')}. Ask someone with that role.`,
    { path: 'role', facts: { yours: 'admin', got: 'owner' } },
    403,
  ),
  already_member: error(
    (p) =>
      `${fact(p, 'who')} in this workspace already, with the role ${fact(p, 'role')}. Change the role there.`,
    { facts: { who: 'You are', role: 'member' } },
    409,
  ),
  invitation_ended: error(
    () =>
      'This invitation is not valid: it was used, revoked or has run out, or its link is not whole. Ask for another.',
    { path: 'token' },
    404,
  ),
  invitation_for_another: error(
    () =>
      'This invitation was sent to another address than that of this account. Sign in or register with the address it was sent to.',
    { path: 'token' },
    403,
  ),
  key_refused: error(
    () =>
      'This API key is not valid: it is not known, was revoked or has run out, or whoever made it has left. Make another among the API keys of the workspace.',
    {},
    401,
  ),
  key_scope_too_small: error(
    (p) =>
      `This needs an API key of the scope \`${fact(p, 'needed')}\`, made by somebody who is at least ${fact(p, 'least')}; this one has \`${fact(p, 'got')}\`, and whoever made it is ${fact(p, 'maker')}. Make another key.`,
    { facts: { needed: 'run', least: 'member', got: 'read', maker: 'admin' } },
    403,
  ),
  people_only: error(
    () =>
      'This is for people: no API key may do it. Sign in and send the access token of the session instead.',
    {},
    403,
  ),
} satisfies Catalogue;
