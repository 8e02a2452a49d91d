// The description of the API (OpenAPI 3.1), written from the routes' own schemas.
import swagger from '@fastify/swagger';
import { isForPeopleOnly, type Permission, permissions, problemSchema } from '@mixmodel/contract';
import type { RouteOptions } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { version } from '../version.ts';
import type { App } from './app.ts';
import { type ApiDocument, tidySchemas } from './open-api-schemas.ts';
import { operationId } from './operation-id.ts';

const description =
  'Sign in (`POST /api/v1/sessions`) and send the access token as `Authorization: Bearer …`; programs send an API key of their workspace there. Whatever is refused is answered with problem details (RFC 9457): a stable code, a sentence, and each fault in its place.';

const problemName = problemSchema.meta()?.id;

export async function openApi(app: App): Promise<void> {
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
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route);
      return { url, schema: isDescribed(route.url) ? withAccess(schema, route.route) : { hide: true } };
    },
    transformObject: (document) =>
      tidySchemas(withProblems(jsonSchemaTransformObject(document) as ApiDocument)),
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
  if (access === 'account') return { ...schema, security: [session] };
  if (access === 'operator')
    return { ...schema, security: [session], description: 'Needs the operator of the installation.' };
  const security = isForPeopleOnly(access) ? [session] : [session, { key: [] }];
  return { ...schema, security, description: needs(access) };
}

function needs(permission: Permission): string {
  return `Needs the role ${permissions[permission].least} or a higher one in the workspace.`;
}

/** Every operation may be refused, and says so in one shape. */
function withProblems(document: ApiDocument): ApiDocument {
  const problem = {
    description: 'Refused',
    content: { 'application/problem+json': { schema: { $ref: `#/components/schemas/${problemName}` } } },
  };
  const paths = Object.entries(document.paths ?? {}).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => [
        method,
        {
          operationId: operationId(method, path),
          ...operation,
          responses: { ...operation.responses, default: problem },
        },
      ]),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}
