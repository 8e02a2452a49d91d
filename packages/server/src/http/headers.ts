// Headers of every answer: the number of the request, and what a browser may do with a page.
import helmet from '@fastify/helmet';
import type { Config } from '../config.ts';
import type { App } from './app.ts';

/** A fit never reaches another machine, and neither does the page that shows it. */
const policy = {
  'default-src': ["'self'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

export async function headers(app: App, { publicUrl }: Config): Promise<void> {
  const overTls = publicUrl?.startsWith('https://') === true;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: overTls ? { ...policy, 'upgrade-insecure-requests': [] } : policy,
    },
    strictTransportSecurity: overTls,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
  });
}
