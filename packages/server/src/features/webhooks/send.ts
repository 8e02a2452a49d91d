// One attempt to hand a message over: no redirect is followed, no internal address reached, no long answer read.
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { version } from '../../version.ts';
import { publicLookup, requirePublicLiteral } from './address.ts';

const patienceMs = 10_000;

export interface Attempt {
  /** HTTP status of the answer; null when none came. */
  readonly status: number | null;
  /** Null: it was taken. */
  readonly problem: string | null;
}

interface Outgoing {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Taken is what is answered with 2xx. Never throws: whatever goes wrong is the attempt's problem. */
export async function send(message: Outgoing, internal: boolean): Promise<Attempt> {
  try {
    const status = await post(message, internal);
    if (status >= 200 && status < 300) return { status, problem: null };
    const redirect =
      status >= 300 && status < 400 ? ' Redirects are not followed: give the final address.' : '';
    return { status, problem: `The address answered with HTTP ${status}.${redirect}` };
  } catch (error) {
    return { status: null, problem: `No answer came: ${reasonOf(error)}` };
  }
}

function post({ url, headers, body }: Outgoing, internal: boolean): Promise<number> {
  const address = new URL(url);
  if (!internal) requirePublicLiteral(address);
  const request = address.protocol === 'https:' ? secure : plain;
  return new Promise((resolve, reject) => {
    const sending = request(address, {
      method: 'POST',
      lookup: publicLookup(internal),
      signal: AbortSignal.timeout(patienceMs),
      // Kept connections would go on to an address that was looked up long ago.
      agent: false,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': `MixModel/${version}`,
        ...headers,
      },
    });
    sending.on('response', (answer) => {
      // What it says does not matter, and it may say much.
      answer.destroy();
      resolve(answer.statusCode ?? 0);
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

function reasonOf(error: unknown): string {
  const { name, code, message } = error as NodeJS.ErrnoException;
  if (name === 'InternalAddress') return message;
  if (name === 'AbortError' || name === 'TimeoutError') return `nothing within ${patienceMs / 1000} seconds.`;
  switch (code) {
    case 'ENOTFOUND':
      return 'its name is not known.';
    case 'ECONNREFUSED':
      return 'nothing listens there.';
    case 'ECONNRESET':
      return 'the connection was cut.';
    default:
      return `${code ?? message}.`;
  }
}
