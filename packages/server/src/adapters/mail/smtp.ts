// Letters by a mail server (SMTP): tried again where it was busy, told where it refused.
import { setTimeout as wait } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { Config } from '../../config.ts';
import type { Mail } from '../../ports/mail.ts';
import { sealed } from './envelope.ts';

/** A server that says "later", or does not answer, is asked again after these. */
const patienceMs = [2_000, 20_000] as const;

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

type Options = NonNullable<Config['smtp']> & { readonly waitMs?: readonly number[] };

export function smtpMail({ url, from, waitMs = patienceMs }: Options): Mail {
  const transport = createTransport(
    { url, ...timeouts },
    { from, disableFileAccess: true, disableUrlAccess: true },
  );
  return {
    async send(letter) {
      const { to, subject, text } = sealed(letter);
      for (const ms of [...waitMs, undefined]) {
        try {
          await transport.sendMail({ to: { name: '', address: to }, subject, text });
          return;
        } catch (error) {
          if (ms === undefined || isFinal(error)) throw cleared(error);
          await wait(ms);
        }
      }
    },
  };
}

/** A reply that begins with 5 stays the same however often one asks (RFC 5321, 4.2.1). */
function isFinal(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return code === 'EAUTH' || (responseCode !== undefined && responseCode >= 500);
}

/** What the log may have: the reason, without the address and without the password of the server. */
function cleared(error: unknown): Error {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return new Error(`A letter could not be mailed (${[code, responseCode].filter(Boolean).join(' ')})`);
}
