// Uploads over HTTP: a dataset, a new version of one, the sample.
import multipart from '@fastify/multipart';
import { type DatasetView, datasetViewSchema } from '@mixmodel/contract';
import type { FastifyReply, FastifyRequest, FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import { scopeOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import { idempotencyHeaders, idempotencyKeyOf } from '../../http/idempotency.ts';
import { perMinute } from '../../http/rate-limits.ts';
import { compileValidator } from '../../http/validation.ts';
import type { Services } from '../../services.ts';
import { addSample, addVersion, uploadDataset } from './actions.ts';
import { formLimits, withUpload } from './form.ts';
import type { Upload } from './keep.ts';
import { leastBytes, turnstile } from './pace.ts';
import { all, inWorkspace, ofOne, one, tags } from './paths.ts';

/** Forms are read here only: every other route takes JSON. */
export async function uploads(app: App, services: Services): Promise<void> {
  await app.register(multipart, { limits: formLimits, throwFileSizeLimit: false });
  app.setValidatorCompiler(compileAllButBody);
  // Any other type comes to the handler, which says what is wanted instead.
  app.addContentTypeParser('*', (_request, _body, done) => done(null));
  const rateLimit = perMinute(60, services.config);
  const config = { access: 'dataset.create' as const, rateLimit };
  const upload = uploader(services);
  const form = { tags, consumes: ['multipart/form-data'], headers: idempotencyHeaders, body: formSchema };
  app.post(
    all,
    {
      config,
      schema: {
        ...form,
        summary: 'Upload a CSV or Excel file of at most 50 MB; several files are joined on their dates',
        params: inWorkspace,
        response: { 201: datasetViewSchema },
      },
    },
    (request, reply) => upload(request, reply, (files) => uploadDataset(services, scopeOf(request), files)),
  );
  app.post(
    `${one}/versions`,
    {
      config: { access: 'dataset.edit', rateLimit },
      schema: {
        ...form,
        summary: 'Upload a new version: it takes over the name, and the mapping where columns are the same',
        params: ofOne,
        response: { 201: datasetViewSchema },
      },
    },
    (request, reply) =>
      upload(request, reply, (files) =>
        addVersion(services, scopeOf(request), request.params.datasetId, files),
      ),
  );
  app.post(
    `${all}/sample`,
    {
      config,
      schema: {
        tags,
        summary: 'Add the simulated sample, whose truth is known',
        params: inWorkspace,
        headers: idempotencyHeaders,
        response: { 201: datasetViewSchema },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await addSample(services, scopeOf(request), idempotencyKeyOf(request))),
  );
}

/** Streams a form's files to `keep` and answers with what became of them. */
function uploader({ config }: Services) {
  const gate = turnstile();
  const pace = { windowMs: config.uploadWindowMs, leastBytes };
  return (
    request: FastifyRequest,
    reply: FastifyReply,
    keep: (upload: Upload) => Promise<DatasetView>,
  ): Promise<DatasetView> =>
    withUpload(request, reply, pace, async (files) => {
      const idempotencyKey = idempotencyKeyOf(request);
      const { workspaceId } = scopeOf(request);
      const view = await gate.through(workspaceId, () => keep({ files, idempotencyKey }));
      void reply.code(201);
      return view;
    });
}

/** Described for readers of the API; read as a stream by `form.ts`, never as a value. */
const formSchema = z.object({
  file: z.file().meta({ description: 'CSV or Excel; again for each further file. At most 50 MB together' }),
});

const compileAllButBody: FastifySchemaCompiler<z.ZodType> = (part) =>
  part.httpPart === 'body' ? (value: unknown) => ({ value }) : compileValidator(part);
