// Access tokens: fifteen minutes, signed, carried in the Authorization header and never in an address.
import type { FastifyRequest } from 'fastify';
import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose';
import { refuse } from '../refuse.ts';
import type { Services } from '../services.ts';

const issuer = 'mixmodel';
const accessMinutes = 15;

type Signing = Pick<Services, 'signingKey' | 'clock'>;

export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

export async function signAccess(accountId: string, { signingKey, clock }: Signing): Promise<AccessToken> {
  // A token counts whole seconds.
  const now = Math.floor(clock.now().getTime() / 1000);
  const expires = now + accessMinutes * 60;
  const token = await new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setSubject(accountId)
    .setIssuedAt(now)
    .setExpirationTime(expires)
    .sign(signingKey);
  return { token, expiresAt: new Date(expires * 1000) };
}

/** Id of the account whose valid token the request carries. */
export async function verifyAccess(request: FastifyRequest, { signingKey, clock }: Signing): Promise<string> {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw refuse('signed_out');
  try {
    const { payload } = await jwtVerify(token, signingKey, {
      algorithms: ['HS256'],
      issuer,
      currentDate: clock.now(),
      requiredClaims: ['sub', 'exp'],
    });
    return String(payload.sub);
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw refuse('session_ended');
    if (error instanceof errors.JOSEError) throw refuse('signed_out');
    throw error;
  }
}

/** When the token of a request that the guard has let through ends: what outlives its request must end with it. */
export function accessEndsAt(request: FastifyRequest): Date {
  const [, token = ''] = (request.headers.authorization ?? '').split(' ');
  return new Date((decodeJwt(token).exp ?? 0) * 1000);
}
