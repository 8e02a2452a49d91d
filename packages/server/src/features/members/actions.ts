// Who is in a workspace as what, and how that changes.
import {
  type MemberPage,
  type MemberView,
  type Permission,
  permissions,
  type WorkspaceRole,
} from '@mixmodel/contract';
import type { InputError } from '@mixmodel/engine';
import { accessTopic, type Scope } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import type { Verdict } from './policy.ts';
import {
  type Change,
  changeMember,
  findMember,
  handOver,
  listMembers,
  type MemberRow,
  type MembersAsked,
} from './queries.ts';

export { takeOut } from './queries.ts';

export function readMembers({ database }: Services, scope: Scope, asked: MembersAsked): Promise<MemberPage> {
  return listMembers(database, scope, asked, memberView);
}

function memberView({ joinedAt, ...member }: MemberRow): MemberView {
  return { ...member, joinedAt: joinedAt.toISOString() };
}

export async function changeRole(
  services: Services,
  scope: Scope,
  accountId: string,
  to: WorkspaceRole,
): Promise<MemberView> {
  await change(services, scope, {
    accountId,
    to,
    permission: 'member.manage',
    action: 'member.role_changed',
  });
  const member = await findMember(services.database, scope, accountId);
  if (member === undefined) throw refuse('not_found', { facts: { what: 'member' } });
  return memberView(member);
}

export async function removeMember(services: Services, scope: Scope, accountId: string): Promise<void> {
  const permission = 'member.manage';
  await change(services, scope, { accountId, to: undefined, permission, action: 'member.removed' });
}

export async function leave(services: Services, scope: Scope): Promise<void> {
  const { accountId } = scope;
  const permission = 'workspace.leave';
  await change(services, scope, { accountId, to: undefined, permission, action: 'member.left' });
}

async function change(
  { database, clock, events }: Services,
  scope: Scope,
  wanted: Omit<Change, 'at'>,
): Promise<void> {
  check(await changeMember(database, scope, { ...wanted, at: clock.now() }), wanted.permission);
  events.publish(accessTopic(scope));
}

export async function transfer(
  { database, clock }: Services,
  scope: Scope,
  accountId: string,
): Promise<void> {
  if (accountId === scope.accountId)
    throw refuse('field_wrong', {
      path: 'accountId',
      facts: { wanted: 'the id of another member', got: 'your own' },
    });
  check(await handOver(database, scope, { accountId, at: clock.now() }), 'workspace.transfer');
}

function check(verdict: Verdict, permission: Permission): void {
  const refusal = refusalOf(verdict, permission);
  if (refusal !== undefined) throw refusal;
}

function refusalOf(verdict: Verdict, permission: Permission): InputError | undefined {
  switch (verdict.kind) {
    case 'allowed':
      return undefined;
    case 'actor_gone':
      return refuse('not_found', { facts: { what: 'workspace' } });
    case 'not_there':
      return refuse('not_found', { facts: { what: 'member' } });
    case 'last_owner':
      return refuse('last_owner');
    case 'above':
      return refuse('role_above_yours', { path: 'role', facts: { yours: verdict.yours, got: verdict.got } });
    case 'too_low':
      return refuse('role_too_low', { facts: { needed: permissions[permission].least, role: verdict.role } });
  }
}
