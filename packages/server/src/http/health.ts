// Whether the program lives: answered without touching anything a fit keeps busy.
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { version } from '../version.ts';
import type { App } from './app.ts';

const healthSchema = z
  .object({
    status: z.enum(['ok', 'degraded']),
    version: z.string(),
    uptimeSeconds: z.int(),
    /** `busy`: it did not answer within a second. */
    database: z.enum(['ok', 'busy', 'down']),
    queue: z.literal('in_process'),
  })
  .meta({ id: 'Health' });

const patienceMs = 1000;

export function health(app: App, ping: () => Promise<void>): void {
  const schema = {
    tags: ['Installation'],
    summary: 'Whether the program lives',
    response: { 200: healthSchema, 503: healthSchema },
  };
  app.get('/health', { schema, config: { rateLimit: false } }, async (_request, reply) => {
    const database = await databaseState(ping);
    return reply.code(database === 'down' ? 503 : 200).send({
      status: database === 'ok' ? 'ok' : 'degraded',
      version,
      uptimeSeconds: Math.floor(process.uptime()),
      database,
      queue: 'in_process',
    });
  });
}

async function databaseState(ping: () => Promise<void>): Promise<'ok' | 'busy' | 'down'> {
  const timer = new AbortController();
  try {
    return await Promise.race([
      ping().then(() => 'ok' as const),
      wait(patienceMs, 'busy' as const, { signal: timer.signal }),
    ]);
  } catch {
    return 'down';
  } finally {
    timer.abort();
  }
}
