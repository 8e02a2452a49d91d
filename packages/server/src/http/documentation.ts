// Pages that describe the API: Swagger UI at /docs, ReDoc at /redoc, both from this server alone.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import swaggerUi from '@fastify/swagger-ui';
import type { App } from './app.ts';

const require = createRequire(import.meta.url);

/** Both pages write style elements while they run, which the product's own policy forbids. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  // ReDoc searches in a worker that it makes from its own text.
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const redocPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>MixModel API</title>
<link rel="icon" href="data:,">
</head>
<body>
<redoc spec-url="/redoc/openapi.json" disable-google-font="true"></redoc>
<script src="/redoc/redoc.standalone.js" charset="utf-8"></script>
</body>
</html>
`;

export async function documentation(app: App): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: policy,
    // Without the bar, which shows the framework's logo and offers to open descriptions from elsewhere.
    uiConfig: { layout: 'BaseLayout', deepLinking: true },
    theme: { title: 'MixModel API' },
  });
  await app.register(redoc, { prefix: '/redoc' });
}

async function redoc(app: App): Promise<void> {
  app.addHook('onSend', async (_request, reply) => {
    void reply.header('content-security-policy', policy);
  });
  app.get('/', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(redocPage),
  );
  let description: string | undefined;
  app.get('/openapi.json', { schema: { hide: true } }, (_request, reply) => {
    description ??= JSON.stringify(unionsInPlace(app.swagger() as Described));
    return reply.type('application/json; charset=utf-8').send(description);
  });
  let script: Promise<string> | undefined;
  app.get('/redoc.standalone.js', { schema: { hide: true } }, async (_request, reply) => {
    script ??= redocScript();
    // The bundle holds characters beyond Latin-1: without the charset the page stays blank.
    return reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(await script);
  });
}

interface Described {
  readonly components?: { readonly schemas?: Readonly<Record<string, object>> };
}

/**
 * The description with every named union where it is used: ReDoc 2 works through those that it finds by name until the
 * page has no memory left, and has no trouble with the same ones in place.
 */
function unionsInPlace(document: Described): unknown {
  const unions = new Map(
    Object.entries(document.components?.schemas ?? {})
      .filter(([, schema]) => 'oneOf' in schema)
      .map(([name, schema]) => [`#/components/schemas/${name}`, schema]),
  );
  const inPlace = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inPlace);
    if (typeof value !== 'object' || value === null) return value;
    const union = '$ref' in value ? unions.get(String(value.$ref)) : undefined;
    if (union) return inPlace(union);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inPlace(inner)]));
  };
  return inPlace(document);
}

/** The bundle without its maker's logo, which it would fetch from elsewhere. */
async function redocScript(): Promise<string> {
  const text = await readFile(require.resolve('redoc/bundles/redoc.standalone.js'), 'utf8');
  return text.replaceAll('https://cdn.redoc.ly/redoc/logo-mini.svg', 'data:,');
}
