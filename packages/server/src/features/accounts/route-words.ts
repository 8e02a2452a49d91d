// What the routes of accounts share: how they are described, and who asks with what.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { callerOf } from '../../http/access.ts';
import { deviceOf } from './device.ts';
import type { Acting } from './sessions.ts';

export function schemaOf<Response>(tag: string, summary: string, response: Response) {
  return { tags: [tag], summary, response };
}

/** An answer without a body. */
export function done(description: string) {
  return z.null().meta({ description });
}

export function deviceIn(request: FastifyRequest): string {
  return deviceOf(request.headers['user-agent']);
}

export function actingOf(request: FastifyRequest): Acting {
  return { ...callerOf(request), device: deviceIn(request) };
}
