// Datasets over HTTP: list, one with its findings, mapping, rows, versions, the file itself, deletion.
import {
  datasetChangeSchema,
  datasetChangesSchema,
  datasetPageSchema,
  datasetSchema,
  datasetViewSchema,
  mappingSchema,
  rowsSchema,
  versionsSchema,
} from '@mixmodel/contract';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { scopeOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import { attachment } from '../../http/attachment.ts';
import { listQuery } from '../../http/list-query.ts';
import { perMinute } from '../../http/rate-limits.ts';
import type { Services } from '../../services.ts';
import {
  changeMapping,
  changesOf,
  type Download,
  deleteDataset,
  fileOf,
  pageOfDatasets,
  renameDataset,
  restoreDataset,
  rowsOf,
  template,
  versionsOf,
  viewOf,
} from './actions.ts';
import { all, inWorkspace, ofOne, one, tags } from './paths.ts';
import { datasetSorts } from './queries.ts';
import { mostFiles } from './storage.ts';
import { uploads } from './upload-routes.ts';

const flag = (description: string) =>
  z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .optional()
    .meta({ description });

const pageQuery = listQuery(datasetSorts, '-createdAt', {
  sample: flag('Only simulated ones, or only real ones'),
  deleted: flag('Those that were deleted and can be restored'),
});

const rowNumber = z.coerce.number().int().min(1).max(10_000_000).optional();
const rowsQuery = z.object({
  from: rowNumber.meta({ description: 'First row wanted, as the user counts them (header = 1)' }),
  around: rowNumber.meta({ description: 'Row to stand in the middle, in place of `from`' }),
  count: z.coerce.number().int().min(1).max(200).default(20),
  file: z.coerce.number().int().min(1).max(mostFiles).optional().meta({
    description: 'Rows of one of several files (1 is the first), not of the table they are joined to',
  }),
});

/** What reads the file: a person who tries every role of a wide table asks some sixty times. */
const readsAMinute = 120;

export async function datasets(app: App, services: Services): Promise<void> {
  // Forms are read in there only: every other route takes JSON.
  await app.register(async (scope) => uploads(scope as App, services));
  reads(app, services);
  versions(app, services);
  changes(app, services);
  templates(app, services);
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
    {
      config,
      schema: {
        tags,
        summary: 'The file as it was uploaded; several of them in a zip, unchanged',
        params: ofOne,
        produces: ['application/octet-stream'],
        response: { 200: fileSchema },
      },
    },
    async (request, reply) =>
      sendFile(reply, await fileOf(services, scopeOf(request), request.params.datasetId)),
  );
}

const fileSchema = z.any().meta({ description: 'The bytes of a file, as an attachment' });

function sendFile(reply: FastifyReply, { fileName, bytes }: Download) {
  return reply
    .header('content-disposition', attachment(fileName))
    .type('application/octet-stream')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

function versions(app: App, services: Services): void {
  const access = 'dataset.read' as const;
  app.get(
    `${one}/versions`,
    {
      config: { access },
      schema: {
        tags,
        summary: 'All versions of a dataset, newest first',
        params: ofOne,
        response: { 200: versionsSchema },
      },
    },
    (request) => versionsOf(services, scopeOf(request), request.params.datasetId),
  );
  app.get(
    `${one}/changes`,
    {
      config: { access, rateLimit: perMinute(readsAMinute, services.config) },
      schema: {
        tags,
        summary: 'What changed in this version: rows by date, columns, cells',
        params: ofOne,
        querystring: z.strictObject({
          since: z
            .uuid()
            .optional()
            .meta({ description: 'Another version; the one before this when absent' }),
        }),
        response: { 200: datasetChangesSchema },
      },
    },
    (request) => changesOf(services, scopeOf(request), request.params.datasetId, request.query.since),
  );
}

function changes(app: App, services: Services): void {
  app.patch(
    one,
    {
      config: { access: 'dataset.edit' },
      schema: {
        tags,
        summary: 'Rename a dataset, in all its versions',
        params: ofOne,
        body: datasetChangeSchema,
        response: { 200: datasetSchema },
      },
    },
    (request) => renameDataset(services, scopeOf(request), request.params.datasetId, request.body.name),
  );
  app.delete(
    one,
    {
      config: { access: 'dataset.delete_own' },
      schema: {
        tags,
        summary: 'Delete a dataset with all its versions, unless runs were fitted on it',
        params: ofOne,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await deleteDataset(services, scopeOf(request), request.params.datasetId);
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${one}/restore`,
    {
      config: { access: 'dataset.delete_own' },
      schema: {
        tags,
        summary: 'Restore a dataset that was deleted',
        params: ofOne,
        response: { 200: datasetSchema },
      },
    },
    (request) => restoreDataset(services, scopeOf(request), request.params.datasetId),
  );
}

/** Open to anyone: a link in a page or a mail carries no token, and there is nothing of anybody in it. */
function templates(app: App, { config }: Services): void {
  for (const kind of ['csv', 'xlsx'] as const)
    app.get(
      `/templates/data.${kind}`,
      {
        config: { access: 'anyone', rateLimit: perMinute(30, config) },
        schema: {
          tags,
          summary: `The columns that are needed, with example rows, as ${kind === 'csv' ? 'CSV' : 'Excel'}`,
          produces: ['application/octet-stream'],
          response: { 200: fileSchema },
        },
      },
      async (_request, reply) => sendFile(reply, await template(kind)),
    );
}
