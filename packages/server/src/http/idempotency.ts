// The header that makes a repeated request find what the first one made.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refuse } from '../refuse.ts';

const longest = 200;
/** Of ASCII, spaces within it included. */
const visible = /^[!-~]([ -~]*[!-~])?$/;

/** Described here and judged by `idempotencyKeyOf`: a form has to be heard out before it is refused. */
export const idempotencyHeaders = z.looseObject({
  'idempotency-key': z.string().optional().meta({
    description: 'The same key again answers with what was made the first time, instead of making another',
    minLength: 1,
    maxLength: longest,
    pattern: visible.source,
  }),
});

/** For the description of a route whose answer holds a secret. */
export function shownOnce(thing: string, secret: string): string {
  return `With an \`idempotency-key\` that has made one before, the answer (200) is that ${thing} with \`${secret}\` null: it is kept nowhere. Whoever has lost it revokes the ${thing}, after which the same key makes another.`;
}

export function idempotencyKeyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  const text = String(key);
  if (visible.test(text) && text.length <= longest) return text;
  throw refuse('idempotency_key_wrong', { facts: { most: longest, got: text.length } });
}
