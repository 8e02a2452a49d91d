// The protocol with the provider (OpenID Connect): authorization code with PKCE, state and nonce.
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { type Config, homeOf, type Oidc } from '../../../config.ts';
import { refuse } from '../../../refuse.ts';

/** What the browser keeps, sealed, while it is at the provider. */
export interface Flow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who somebody is, by the provider's word. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** Undefined where the provider does not vouch for it. */
  readonly email: string | undefined;
  readonly name: string | undefined;
}

export interface Provider {
  begin(): Promise<{ readonly url: string; readonly flow: Flow }>;
  /** `query`: what the provider wrote behind the `?`. */
  finish(query: string, flow: Flow): Promise<Identity>;
}

export function providerOf(config: Config): Provider | undefined {
  const { oidc } = config;
  if (oidc === undefined) return undefined;
  const returnTo = `${homeOf(config)}/sign-in/return`;
  let known: Promise<Configuration> | undefined;
  /** Asked when somebody wants to sign in, and again when it did not answer: a start does not wait for it. */
  const discovered = () => {
    known ??= discover(oidc).catch((error: unknown) => {
      known = undefined;
      throw refusalOf(error);
    });
    return known;
  };
  return {
    async begin() {
      const flow = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(await discovered(), {
        redirect_uri: returnTo,
        scope: 'openid email profile',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, flow };
    },
    async finish(query, flow) {
      const configuration = await discovered();
      try {
        return await exchange(configuration, new URL(`${returnTo}?${query.replace(/^\?/, '')}`), flow);
      } catch (error) {
        throw refusalOf(error);
      }
    },
  };
}

function discover({ issuer, clientId, clientSecret }: Oidc): Promise<Configuration> {
  const url = new URL(issuer);
  // Signatures are checked also of what came over TLS from the provider itself. Only one on this machine is asked
  // without TLS: the settings refuse others.
  const execute = [enableNonRepudiationChecks, ...(url.protocol === 'http:' ? [allowInsecureRequests] : [])];
  return discovery(url, clientId, undefined, ClientSecretBasic(clientSecret), { execute, timeout: 10 });
}

async function exchange(configuration: Configuration, url: URL, flow: Flow): Promise<Identity> {
  const tokens = await authorizationCodeGrant(configuration, url, {
    expectedState: flow.state,
    expectedNonce: flow.nonce,
    pkceCodeVerifier: flow.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new ClientError('no ID token');
  const asked = configuration.serverMetadata().userinfo_endpoint !== undefined;
  const info = asked ? await fetchUserInfo(configuration, tokens.access_token, claims.sub) : {};
  const { name }: Said = { ...claims, ...info };
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: vouchedFor('email' in info ? info : claims),
    name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 100) : undefined,
  };
}

type Said = Readonly<Record<string, unknown>>;

/** Both from one place: what one says of its address is no word for the address of the other. */
function vouchedFor({ email, email_verified: isVerified }: Said): string | undefined {
  return typeof email === 'string' && isVerified === true ? email : undefined;
}

function refusalOf(error: unknown): Error {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError)
    return refused(`it answers \`${error.error.replace(/[^\w-]/g, '').slice(0, 60)}\``);
  // Also of a provider that ends the tokens of a code that came twice.
  if (
    error instanceof WWWAuthenticateChallengeError ||
    (error instanceof ClientError && error.code !== 'OAUTH_TIMEOUT')
  )
    return refused('the answer belongs to no sign-in that was begun here');
  return refuse('provider_unreachable');
}

function refused(reason: string): Error {
  return refuse('provider_refused', { facts: { reason } });
}
