// Access tokens: fifteen minutes, signed, carried in the Authorization header and never in an address.
import { InputError } from '@mixmodel/engine';
import type { FastifyRequest } from 'fastify';
import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose';
import { refuse } from '../refuse.ts';
import type { Services } from '../services.ts';
import { isKey } from './api-keys.ts';
import { isLive } from './queries.ts';

const issuer = 'mixmodel';
/** Whom a token is for and what it is: another program that was given the same key signs others. */
const audience = 'mixmodel-api';
const type = 'at+jwt';
const accessMinutes = 15;

type Signing = Pick<Services, 'signingKey' | 'clock'>;

export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Who asks, and by which sign-in. */
export interface Caller {
  readonly accountId: string;
  /** Of the family of refresh tokens: what is listed and revoked as one session. */
  readonly sessionId: string;
}

export async function signAccess(
  { accountId, sessionId }: Caller,
  { signingKey, clock }: Signing,
): Promise<AccessToken> {
  // A token counts whole seconds.
  const now = Math.floor(clock.now().getTime() / 1000);
  const expires = now + accessMinutes * 60;
  const token = await new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: 'HS256', typ: type })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(accountId)
    .setIssuedAt(now)
    .setExpirationTime(expires)
    .sign(signingKey);
  return { token, expiresAt: new Date(expires * 1000) };
}

/** What the request carries as `Authorization: Bearer …`. */
export function bearerOf({ headers }: FastifyRequest): string | undefined {
  const [scheme, token] = (headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token ? token : undefined;
}

/** Whose valid token the request carries; a session that was ended takes its access tokens with it. */
export async function verifyAccess(
  request: FastifyRequest,
  { signingKey, clock, database }: Signing & Pick<Services, 'database'>,
): Promise<Caller> {
  const caller = await readAccess(request, { signingKey, clock });
  if (!(await isLive(database, { ...caller, now: clock.now() }))) throw refuse('session_ended');
  return caller;
}

/** Whose token the request carries, if it is good: for routes that anyone may ask. */
export async function callerIfAny(
  request: FastifyRequest,
  services: Parameters<typeof verifyAccess>[1],
): Promise<Caller | undefined> {
  const token = bearerOf(request);
  if (token === undefined || isKey(token)) return undefined;
  try {
    return await verifyAccess(request, services);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

async function readAccess(request: FastifyRequest, { signingKey, clock }: Signing): Promise<Caller> {
  const token = bearerOf(request);
  if (token === undefined) throw refuse('signed_out');
  try {
    const { payload } = await jwtVerify(token, signingKey, {
      algorithms: ['HS256'],
      typ: type,
      issuer,
      audience,
      currentDate: clock.now(),
      requiredClaims: ['sub', 'sid', 'exp'],
    });
    return { accountId: String(payload.sub), sessionId: String(payload.sid) };
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw refuse('session_ended');
    if (error instanceof errors.JOSEError) throw refuse('signed_out');
    throw error;
  }
}

/**
 * When the token of a request that the guard has let through ends: what outlives its request must end with it. A
 * program comes back as often as a person does.
 */
export function accessEndsAt(request: FastifyRequest, { clock }: Pick<Services, 'clock'>): Date {
  const token = bearerOf(request) ?? '';
  if (isKey(token)) return new Date(clock.now().getTime() + accessMinutes * 60_000);
  return new Date((decodeJwt(token).exp ?? 0) * 1000);
}
