// The guard: every route below /api says who may ask, and is refused at start when it does not.
import { may, type Permission, permissions } from '@mixmodel/contract';
import type { FastifyRequest } from 'fastify';
import { validate as isUuid } from 'uuid';
import { refuse } from '../refuse.ts';
import type { Services } from '../services.ts';
import { askedWithKey, isKey, roleOfKey } from './api-keys.ts';
import type { App } from './app.ts';
import { isOperator, roleIn } from './queries.ts';
import type { Scope } from './scope.ts';
import { bearerOf, type Caller, verifyAccess } from './session.ts';

/**
 * Anyone; whoever is signed in; whoever runs the installation; a member of the workspace in the path whose role has the
 * permission, or an API key of it whose scope has.
 */
export type Access = 'anyone' | 'account' | 'operator' | Permission;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may ask: `app.get(path, { config: { access: 'run.read' }, schema }, handler)`. */
    access?: Access;
  }
  interface FastifyRequest {
    mixmodelCaller: Caller | undefined;
    mixmodelScope: Scope | undefined;
  }
}

const workspacePath = '/api/v1/workspaces/:workspaceId';

/** Hooks of the whole application; they run before a body is read. */
export function guard(app: App, services: Services): void {
  app.decorateRequest('mixmodelCaller', undefined);
  app.decorateRequest('mixmodelScope', undefined);
  app.addHook('onRoute', ({ url, method, config }) => {
    if (!url.startsWith('/api/')) return;
    const access = config?.access;
    const inWorkspace = url.startsWith(workspacePath);
    if (access === undefined || inWorkspace !== access in permissions)
      throw new Error(`Route ${String(method)} ${url} must say who may ask, in config.access: got ${access}`);
  });
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config.access;
    if (access === undefined || access === 'anyone') return;
    const token = bearerOf(request);
    if (token !== undefined && isKey(token)) {
      if (access === 'account' || access === 'operator') throw refuse('people_only');
      request.mixmodelScope = await scopeOfProgram(request, { secret: token, permission: access }, services);
      return;
    }
    request.mixmodelCaller = await verifyAccess(request, services);
    if (access === 'account') return;
    if (access === 'operator') await mustBeOperator(request, services);
    else request.mixmodelScope = await scopeOfPerson(request, access, services);
  });
}

async function mustBeOperator(request: FastifyRequest, { database }: Services): Promise<void> {
  if (!(await isOperator(database, accountOf(request)))) throw refuse('operators_only');
}

// Scopes are made in the following two functions and nowhere else: membership or key have just been looked up.

async function scopeOfPerson(
  request: FastifyRequest,
  permission: Permission,
  services: Services,
): Promise<Scope> {
  const { workspaceId } = request.params as { readonly workspaceId: string };
  const accountId = accountOf(request);
  const role = isUuid(workspaceId) ? await roleIn(services.database, { workspaceId, accountId }) : undefined;
  if (role === undefined) throw refuse('not_found', { facts: { what: 'workspace' } });
  if (!may(role, permission))
    throw refuse('role_too_low', { facts: { needed: permissions[permission].least, role } });
  return { workspaceId, accountId, keyId: null, role } as Scope;
}

async function scopeOfProgram(
  request: FastifyRequest,
  { secret, permission }: { readonly secret: string; readonly permission: Permission },
  services: Services,
): Promise<Scope> {
  const { workspaceId } = request.params as { readonly workspaceId: string };
  return (await askedWithKey(secret, { workspaceId, permission }, services)) as Scope;
}

/** The scope of a route whose `access` is a permission. */
export function scopeOf(request: FastifyRequest): Scope {
  if (request.mixmodelScope === undefined)
    throw new Error('This route asks for a scope, but not for a permission');
  return request.mixmodelScope;
}

/** Id of the account that asks, on routes whose `access` is `account`. */
export function accountOf(request: FastifyRequest): string {
  return callerOf(request).accountId;
}

/** The account that asks and its session, on routes that are not for anyone. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.mixmodelCaller === undefined)
    throw new Error('This route asks for an account, but is for anyone');
  return request.mixmodelCaller;
}

/** Whether the scope would be made again now: its membership may have been ended since, or its key revoked. */
export async function isStillIn(scope: Scope, permission: Permission, services: Services): Promise<boolean> {
  const role =
    scope.keyId === null ? await roleIn(services.database, scope) : await roleOfKey(scope.keyId, services);
  return role !== undefined && may(role, permission);
}
