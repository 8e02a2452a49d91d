// Datasets over HTTP: upload, sample, list, one with its findings, mapping, rows, the file itself.
import multipart from '@fastify/multipart';
import { datasetPageSchema, datasetViewSchema, mappingSchema, rowsSchema } from '@mixmodel/contract';
import type { FastifyRequest, FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import { scopeOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import { attachment } from '../../http/attachment.ts';
import { idempotencyMeaning } from '../../http/idempotency.ts';
import { listQuery } from '../../http/list-query.ts';
import { perMinute } from '../../http/rate-limits.ts';
import { compileValidator } from '../../http/validation.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import {
  addSample,
  changeMapping,
  fileOf,
  pageOfDatasets,
  rowsOf,
  uploadDataset,
  viewOf,
} from './actions.ts';
import { formLimits, withUpload } from './form.ts';
import { datasetSorts } from './queries.ts';

const tags = ['Datasets'];
const inWorkspace = z.object({ workspaceId: z.uuid() });
const ofOne = inWorkspace.extend({ datasetId: z.uuid() });
const all = '/workspaces/:workspaceId/datasets';
const one = `${all}/:datasetId`;

const pageQuery = listQuery(datasetSorts, '-createdAt', {
  sample: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .optional()
    .meta({ description: 'Only simulated ones, or only real ones' }),
});

const rowNumber = z.coerce.number().int().min(1).max(10_000_000).optional();
const rowsQuery = z.object({
  from: rowNumber.meta({ description: 'First row wanted, as the user counts them (header = 1)' }),
  around: rowNumber.meta({ description: 'Row to stand in the middle, in place of `from`' }),
  count: z.coerce.number().int().min(1).max(200).default(20),
});

/** What reads the file: a person who tries every role of a wide table asks some sixty times. */
const readsAMinute = 120;

export async function datasets(app: App, services: Services): Promise<void> {
  // Forms are read below this line only: every other route takes JSON.
  await app.register(async (scope) => uploads(scope as App, services));
  reads(app, services);
  app.put(
    `${one}/mapping`,
    {
      config: { access: 'dataset.map', rateLimit: perMinute(readsAMinute, services.config) },
      schema: {
        tags,
        summary: 'Say what the columns are and how the file is read; what is absent is guessed',
        params: ofOne,
        body: mappingSchema,
        response: { 200: datasetViewSchema },
      },
    },
    (request) => changeMapping(services, scopeOf(request), request.params.datasetId, request.body),
  );
}

async function uploads(app: App, services: Services): Promise<void> {
  await app.register(multipart, { limits: formLimits, throwFileSizeLimit: false });
  app.setValidatorCompiler(compileAllButBody);
  // Any other type comes to the handler, which says what is wanted instead.
  app.addContentTypeParser('*', (_request, _body, done) => done(null));
  const config = { access: 'dataset.create' as const, rateLimit: perMinute(60, services.config) };
  app.post(
    all,
    {
      config,
      schema: {
        tags,
        summary: 'Upload a CSV or Excel file of at most 50 MB, as the form field `file`',
        consumes: ['multipart/form-data'],
        params: inWorkspace,
        headers: uploadHeaders,
        body: formSchema,
        response: { 201: datasetViewSchema },
      },
    },
    async (request, reply) => {
      const idempotencyKey = keyOf(request);
      const view = await withUpload(request, reply, (file) =>
        uploadDataset(services, scopeOf(request), { ...file, idempotencyKey }),
      );
      return reply.code(201).send(view);
    },
  );
  app.post(
    `${all}/sample`,
    {
      config,
      schema: {
        tags,
        summary: 'Add the simulated sample, whose truth is known',
        params: inWorkspace,
        headers: uploadHeaders,
        response: { 201: datasetViewSchema },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await addSample(services, scopeOf(request), keyOf(request))),
  );
}

function reads(app: App, services: Services): void {
  const config = { access: 'dataset.read' as const };
  const reading = { ...config, rateLimit: perMinute(readsAMinute, services.config) };
  app.get(
    all,
    {
      config,
      schema: {
        tags,
        summary: 'The datasets of a workspace, newest first unless `sort` says otherwise',
        params: inWorkspace,
        querystring: pageQuery,
        response: { 200: datasetPageSchema },
      },
    },
    (request) => pageOfDatasets(services, scopeOf(request), request.query),
  );
  app.get(
    one,
    {
      config: reading,
      schema: {
        tags,
        summary: 'A dataset with its columns, findings and the draft of a spec',
        params: ofOne,
        response: { 200: datasetViewSchema },
      },
    },
    (request) => viewOf(services, scopeOf(request), request.params.datasetId),
  );
  app.get(
    `${one}/rows`,
    {
      config: reading,
      schema: {
        tags,
        summary: 'Rows as they stand in the file',
        params: ofOne,
        querystring: rowsQuery,
        response: { 200: rowsSchema },
      },
    },
    (request) => rowsOf(services, scopeOf(request), request.params.datasetId, request.query),
  );
  app.get(
    `${one}/file`,
    { config, schema: { tags, summary: 'The file as it was uploaded', params: ofOne } },
    async (request, reply) => {
      const { fileName, bytes } = await fileOf(services, scopeOf(request), request.params.datasetId);
      return reply
        .header('content-disposition', attachment(fileName))
        .type('application/octet-stream')
        .send(bytes);
    },
  );
}

/** Described for readers of the API; read as a stream by `form.ts`, never as a value. */
const formSchema = z.object({ file: z.file().meta({ description: 'CSV or Excel, at most 50 MB' }) });

/** As everywhere; what is wrong with the key is said in words of its own (`keyOf`). */
const uploadHeaders = z.looseObject({
  'idempotency-key': z.string().optional().meta({ description: idempotencyMeaning }),
});

const compileAllButBody: FastifySchemaCompiler<z.ZodType> = (part) =>
  part.httpPart === 'body' ? (value: unknown) => ({ value }) : compileValidator(part);

const longestKey = 200;

function keyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  const text = String(key);
  if (/^[\x21-\x7e]+$/.test(text) && text.length <= longestKey) return text;
  throw refuse('upload_key_wrong', { facts: { most: longestKey, got: text.length } });
}
