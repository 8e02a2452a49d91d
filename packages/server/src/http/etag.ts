// Entity tags: whoever has an answer already is told so, instead of being sent it again (RFC 9110, 13.1.2).
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * True when the request names `tag`, and the reply is then 304 without a body. Weak, because a proxy may compress what
 * it stands for. Answers stay `no-store`: what a program keeps it keeps knowingly, browsers keep nothing.
 */
export function isKnown(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  void reply.header('etag', `W/"${tag}"`);
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  const isSame = known.includes(`"${tag}"`) || known.includes('*');
  if (isSame) void reply.code(304);
  return isSame;
}
