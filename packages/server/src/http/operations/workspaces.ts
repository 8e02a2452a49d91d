// What is said of operations on workspaces, their members, invitations, keys and log.
import { shownOnce } from '../idempotency.ts';
import type { Operations } from './operation.ts';

const memberCodes = ['last_owner', 'role_above_yours'];

export const workspaceOperations: Operations = {
  'GET /workspaces': {
    says: 'For people. A program knows its workspace: the one its API key was made in.',
  },
  'POST /workspaces': {
    says: 'You are its owner. One account can be in many, and own as many as the server lets it (ACCOUNT_WORKSPACES).',
    refuses: ['idempotency_key_taken', 'too_many_workspaces'],
  },
  'GET ~': { says: 'With an API key, `role` is what the key may do.' },
  'PATCH ~': { says: 'The name only; addresses and ids stay.' },
  'POST ~/delete': {
    id: 'deleteWorkspace',
    says: 'For everyone it is gone at once, runs at work are cancelled, keys are good no more. `name` has to be typed as it stands. An owner can restore it until `goneAt`; then its rows and files are removed.',
    refuses: ['workspace_name_differs'],
  },
  'GET /deleted-workspaces': { says: 'Each with the time until which it can be restored.' },
  'POST /deleted-workspaces/:workspaceId/restore': {
    id: 'restoreWorkspace',
    says: 'Everything in it is there again, also members and keys.',
  },
  'GET ~/audit': {
    id: 'listAuditEvents',
    says: 'Every change of roles, keys, data and runs: who (a person, or a key by its name), what, when. Nobody can change it.',
  },
  'GET ~/usage': {
    says: 'Counted from the files themselves, also of what was deleted and can still be restored.',
  },
  'GET ~/members': { says: 'With name, address and role.' },
  'PATCH ~/members/:accountId': {
    says: 'Nobody gives or takes away a role above their own, and one owner always stays.',
    refuses: memberCodes,
  },
  'DELETE ~/members/:accountId': {
    says: 'They see nothing more at once, also in pages that are open; their API keys, shared links and open invitations end too, each noted in the log. Their webhooks stay, which let nobody in; the log says how many.',
    refuses: memberCodes,
  },
  'POST ~/leave': {
    id: 'leaveWorkspace',
    says: 'Your API keys, shared links and open invitations of the workspace end too. The last owner cannot leave.',
    refuses: ['last_owner'],
  },
  'POST ~/transfer': {
    id: 'transferWorkspace',
    says: 'The member becomes an owner and you an admin, in one step.',
    refuses: [...memberCodes, 'field_wrong'],
  },
  'GET ~/invitations': { says: 'Open ones only: those that were taken, revoked or ran out are not listed.' },
  'POST ~/invitations': {
    says: `Valid for seven days, works once. With \`email\` the link goes there and opens for that address alone; without, the answer holds it, this once. ${shownOnce('invitation', 'link')}`,
    refuses: ['role_above_yours', 'already_member', 'idempotency_key_taken'],
  },
  'DELETE ~/invitations/:invitationId': { says: 'Its link opens nothing from now on.' },
  'POST /invitations/read': {
    says: 'For whoever has the link: workspace, role and who invited. Its token stands behind the `#`, and is sent in the body so that no log holds it.',
    refuses: ['invitation_ended'],
  },
  'POST /invitations/accept': {
    says: 'The account that asks joins. Who has none registers with the invitation instead (`POST /accounts/invited`).',
    refuses: ['invitation_ended', 'invitation_for_another', 'already_member'],
  },
  'GET ~/keys': {
    says: 'Also those that were revoked or have run out. The keys themselves are not kept: `start` tells them apart.',
  },
  'POST ~/keys': {
    says: `Send the \`secret\` as \`Authorization: Bearer mm_…\`; it is shown this once. \`read\` reads and exports, \`run\` also uploads and runs, \`manage\` also manages webhooks and shared links. In nothing may a key do more than whoever made it may now. ${shownOnce('key', 'secret')}`,
    refuses: ['role_above_yours', 'idempotency_key_taken'],
  },
  'DELETE ~/keys/:keyId': {
    says: 'Good no more, at once; streams it has opened end. Answers with the key as it is listed.',
  },
};
