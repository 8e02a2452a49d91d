// Where webhooks may go: to public addresses alone, looked up again at every attempt.
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { refuse } from '../../refuse.ts';

/** Thrown at the attempt: the name led elsewhere when the webhook was made. */
export class InternalAddress extends Error {
  override readonly name = 'InternalAddress';
  readonly host: string;
  readonly to: string;

  constructor(host: string, to: string) {
    super(`The address ${host} leads to ${to}, inside the server's own network.`);
    this.host = host;
    this.to = to;
  }
}

/** The address as it is kept. Refused: what is no https address, carries a password, or leads inside. */
export async function checkedAddress(url: string, internal: boolean): Promise<string> {
  const wrong = (got: string) => refuse('webhook_address_wrong', { path: 'url', facts: { got } });
  const shown = `\`${url.slice(0, 100)}\``;
  if (!URL.canParse(url)) throw wrong(`${shown} is none`);
  const address = new URL(url);
  const schemes = internal ? ['https:', 'http:'] : ['https:'];
  if (!schemes.includes(address.protocol)) throw wrong(`${shown} does not begin with https://`);
  if (address.username !== '' || address.password !== '')
    throw wrong('this one carries a name or a password, which would be kept in clear');
  if (!internal) await refuseInternal(address);
  return address.href;
}

async function refuseInternal({ hostname }: URL): Promise<void> {
  const host = bare(hostname);
  try {
    const found = isIP(host) ? [host] : (await lookup(host, { all: true })).map(({ address }) => address);
    for (const to of found) requirePublic(host, to);
  } catch (error) {
    if (error instanceof InternalAddress)
      throw refuse('webhook_address_internal', { path: 'url', facts: { host: error.host, to: error.to } });
    throw refuse('webhook_address_wrong', {
      path: 'url',
      facts: { got: whyNotFound(host.slice(0, 100), (error as NodeJS.ErrnoException).code) },
    });
  }
}

/** A name that nobody has is the address's fault; a lookup that failed may pass. */
export function whyNotFound(host: string, code = 'no reason given'): string {
  return code === 'ENOTFOUND' || code === 'ENODATA'
    ? `the name \`${host}\` is not known`
    : `the name \`${host}\` could not be looked up just now (${code})`;
}

/** For the connection itself: a name that was public a moment ago may lead inside now. */
export function publicLookup(internal: boolean): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true })
      .then((found) => {
        if (!internal) for (const { address } of found) requirePublic(host, address);
        const [first] = found;
        if (options.all) done(null, found);
        else done(null, first?.address ?? '', first?.family);
      })
      .catch((error: NodeJS.ErrnoException) => done(error, ''));
  };
}

/** A literal address is connected to without a lookup. */
export function requirePublicLiteral({ hostname }: URL): void {
  const host = bare(hostname);
  if (isIP(host)) requirePublic(host, host);
}

/** Public is what IANA's registries call global unicast; a v4 address inside a v6 one counts as what it is. */
function requirePublic(host: string, to: string): void {
  if (ipaddr.process(to).range() !== 'unicast') throw new InternalAddress(host, to);
}

/** `[::1]` stands in brackets in an address. */
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');
