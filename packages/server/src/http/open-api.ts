// The description of the API (OpenAPI 3.1), written from the routes' own schemas.
import swagger from '@fastify/swagger';
import { isForPeopleOnly } from '@mixmodel/contract';
import type { RouteOptions } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { version } from '../version.ts';
import type { App } from './app.ts';
import { describeOperations } from './open-api-operations.ts';
import { type ApiDocument, tidySchemas } from './open-api-schemas.ts';

const description = `Sign in (\`POST /api/v1/sessions\`) and send the access token as \`Authorization: Bearer …\`; programs send an API key of their workspace there. The guide for programs is \`docs/guide/programs.md\`.

Whatever is refused is answered with problem details (RFC 9457): a stable \`code\`, a sentence, and each fault in its place. Lists take \`q\`, filters, \`sort\`, \`limit\` and \`cursor\`, and answer with \`items\` and \`next\`. Examples are what a server of this version answered; of long lists they hold the first entries, and of tokens the first letters.`;

export async function openApi(app: App): Promise<void> {
  const routes = new Map<string, RouteOptions>();
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'MixModel', version, description },
      components: {
        securitySchemes: {
          session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          key: { type: 'http', scheme: 'bearer', bearerFormat: 'mm_…', description: 'An API key' },
        },
      },
    },
    transform: (asked) => {
      const { schema, url } = jsonSchemaTransform(asked);
      if (!isDescribed(url)) return { url, schema: { hide: true } };
      routes.set(
        `${String(asked.route.method).toLowerCase()} ${url.replace(/:(\w+)/g, '{$1}')}`,
        asked.route,
      );
      return { url, schema: withAccess(schema, asked.route) };
    },
    transformObject: (document) =>
      tidySchemas(describeOperations(jsonSchemaTransformObject(document) as ApiDocument, routes)),
  });
  const schema = { hide: true };
  app.get('/api/v1/openapi.json', { config: { access: 'anyone' }, schema }, () => app.swagger());
}

function isDescribed(url: string): boolean {
  return url.startsWith('/api/v1/') || url === '/health';
}

function withAccess<Schema extends object>(schema: Schema, { config }: RouteOptions): Schema {
  const access = config?.access;
  if (access === undefined || access === 'anyone') return schema;
  const session = { session: [] };
  const forPeople = access === 'account' || access === 'operator' || isForPeopleOnly(access);
  return { ...schema, security: forPeople ? [session] : [session, { key: [] }] };
}
