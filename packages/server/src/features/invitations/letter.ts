// The letter that brings an invitation.
import { invitationDays, type WorkspaceRole } from '@mixmodel/contract';
import type { Letter } from '../../ports/mail.ts';

export interface Invited {
  readonly email: string;
  readonly invitedBy: string;
  readonly workspace: string;
  readonly role: WorkspaceRole;
  readonly link: string;
}

export function invitationLetter({ email, invitedBy, workspace, role, link }: Invited): Letter {
  const [who, where] = [oneLine(invitedBy), oneLine(workspace)];
  return {
    to: email,
    subject: `${who} invites you to ${where}`,
    text: [
      `${who} invites you to the workspace "${where}" on MixModel, with the role ${role}.`,
      '',
      `Open this link to accept. It is valid for ${invitationDays} days, once, and for this address only:`,
      '',
      link,
      '',
      'If you do not know what this is about, ignore this letter: nothing happens until the link is opened.',
      '',
    ].join('\n'),
  };
}

/** Names are people's own words, and are not to look like a paragraph of ours. */
function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}
