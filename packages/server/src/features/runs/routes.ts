// Runs over HTTP: planned, asked for, watched, changed, read, taken away as files.
import {
  planRequestSchema,
  planSchema,
  quantitySchema,
  type RunEvent,
  runChangeSchema,
  runDuplicateSchema,
  runLineageSchema,
  runPageSchema,
  runRequestSchema,
  runResultSchema,
  runSchema,
  runStates,
} from '@mixmodel/contract';
import { z } from 'zod';
import { scopeOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import { jsonType } from '../../http/as-sent.ts';
import { isKnown } from '../../http/etag.ts';
import { type SentEvent, sendEvents } from '../../http/event-stream.ts';
import { idempotencyHeaders, idempotencyKeyOf } from '../../http/idempotency.ts';
import { anyOf, listQuery } from '../../http/list-query.ts';
import { openStreams } from '../../http/open-streams.ts';
import { accessEndsAt } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import {
  createRun,
  deleteRun,
  duplicateRun,
  editRun,
  readRun,
  readRuns,
  reopen,
  repeatRun,
  stopRun,
} from './actions.ts';
import { runEvents } from './events.ts';
import { readLineage } from './lineage.ts';
import { planRun } from './plan.ts';
import { runSorts } from './queries.ts';
import { readQuantity, readResult } from './results.ts';

const base = '/workspaces/:workspaceId/runs';
const inWorkspace = z.object({ workspaceId: z.uuid() });
const ofRun = inWorkspace.extend({ runId: z.uuid() });
const pageSchema = listQuery(runSorts, '-createdAt', {
  state: anyOf(runStates).meta({ description: 'Only runs in this state; repeat it for several' }),
  datasetId: z.uuid().optional().meta({ description: 'Only runs of this dataset' }),
});

const notModified = z.null().meta({ description: '`if-none-match` names what is there' });

export function runs(app: App, services: Services): void {
  plans(app, services);
  asking(app, services);
  changing(app, services);
  watching(app, services);
  results(app, services);
}

function plans(app: App, services: Services): void {
  app.post(
    '/workspaces/:workspaceId/datasets/:datasetId/plan',
    {
      config: { access: 'run.read' },
      schema: {
        ...about('What a model would be and cost, before it is run'),
        params: inWorkspace.extend({ datasetId: z.uuid() }),
        body: planRequestSchema,
        response: { 200: planSchema },
      },
    },
    (request) => planRun(services, scopeOf(request), request.params.datasetId, request.body),
  );
}

function asking(app: App, services: Services): void {
  app.post(
    base,
    {
      config: { access: 'run.create' },
      schema: {
        ...about('Start a run'),
        params: inWorkspace,
        headers: idempotencyHeaders,
        body: runRequestSchema,
        response: { 200: runSchema, 201: runSchema },
      },
    },
    async (request, reply) => {
      const key = idempotencyKeyOf(request);
      const { run, made } = await createRun(services, scopeOf(request), request.body, key);
      return reply.code(made ? 201 : 200).send(run);
    },
  );
  app.post(
    `${base}/:runId/again`,
    {
      config: { access: 'run.create' },
      schema: {
        ...about('Start the same run again: its data, model, seed and margin as they were'),
        params: ofRun,
        headers: idempotencyHeaders,
        response: { 200: runSchema, 201: runSchema },
      },
    },
    async (request, reply) => {
      const key = idempotencyKeyOf(request);
      const { run, made } = await repeatRun(services, scopeOf(request), request.params.runId, key);
      return reply.code(made ? 201 : 200).send(run);
    },
  );
  app.post(
    `${base}/:runId/duplicate`,
    {
      config: { access: 'run.create' },
      schema: {
        ...about('Start a run like this one with something about it changed'),
        params: ofRun,
        headers: idempotencyHeaders,
        body: runDuplicateSchema,
        response: { 200: runSchema, 201: runSchema },
      },
    },
    async (request, reply) => {
      const idempotencyKey = idempotencyKeyOf(request);
      const wish = { change: request.body, idempotencyKey };
      const { run, made } = await duplicateRun(services, scopeOf(request), request.params.runId, wish);
      return reply.code(made ? 201 : 200).send(run);
    },
  );
  app.get(
    base,
    {
      config: { access: 'run.read' },
      schema: {
        ...about('The runs of a workspace, newest first unless `sort` says otherwise'),
        params: inWorkspace,
        querystring: pageSchema,
        response: { 200: runPageSchema },
      },
    },
    (request) => readRuns(services, scopeOf(request), request.query),
  );
  app.get(
    `${base}/:runId`,
    {
      config: { access: 'run.read' },
      schema: { ...about('One run'), params: ofRun, response: { 200: runSchema } },
    },
    (request) => readRun(services, scopeOf(request), request.params.runId),
  );
  app.get(
    `${base}/:runId/lineage`,
    {
      config: { access: 'run.read' },
      schema: {
        ...about('What the numbers of a run follow from: data, spec, seed, engine, draws chain by chain'),
        params: ofRun,
        response: { 200: runLineageSchema },
      },
    },
    (request) => readLineage(services, scopeOf(request), request.params.runId),
  );
}

function changing(app: App, services: Services): void {
  app.patch(
    `${base}/:runId`,
    {
      config: { access: 'run.edit' },
      schema: {
        ...about('Rename a run, or set the margin its results are read with'),
        params: ofRun,
        body: runChangeSchema,
        response: { 200: runSchema },
      },
    },
    (request) => editRun(services, scopeOf(request), request.params.runId, request.body),
  );
  app.post(
    `${base}/:runId/cancel`,
    {
      config: { access: 'run.cancel' },
      schema: {
        ...about('Cancel a run that waits or is at work'),
        params: ofRun,
        response: { 200: runSchema },
      },
    },
    (request) => stopRun(services, scopeOf(request), request.params.runId),
  );
  app.post(
    `${base}/:runId/retry`,
    {
      config: { access: 'run.cancel' },
      schema: {
        ...about('Let a failed run begin anew'),
        params: ofRun,
        response: { 200: runSchema },
      },
    },
    (request) => reopen(services, scopeOf(request), request.params.runId, 'failed'),
  );
  app.post(
    `${base}/:runId/resume`,
    {
      config: { access: 'run.cancel' },
      schema: {
        ...about('Let a cancelled run go on from what it had drawn, to the numbers it would have had'),
        params: ofRun,
        response: { 200: runSchema },
      },
    },
    (request) => reopen(services, scopeOf(request), request.params.runId, 'cancelled'),
  );
  app.delete(
    `${base}/:runId`,
    {
      config: { access: 'run.delete_own' },
      schema: {
        ...about('Delete a run with its results and draws; one of somebody else needs the role admin'),
        params: ofRun,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await deleteRun(services, scopeOf(request), request.params.runId);
      return reply.code(204).send(null);
    },
  );
}

function watching(app: App, services: Services): void {
  const closing = new AbortController();
  const streams = openStreams(services.config.accountStreams);
  app.addHook('preClose', async () => closing.abort());
  app.get(
    `${base}/:runId/events`,
    {
      config: { access: 'run.read' },
      schema: {
        ...about('What a run tells while it works, as server-sent events'),
        params: ofRun,
        produces: ['text/event-stream'],
        response: {
          200: z.unknown().meta({
            description:
              'Each event has as its data a `RunEvent`: a snapshot first, then progress at most four times a second, at last completed, failed or cancelled. Its id is the sequence number of the run.',
          }),
        },
      },
    },
    (request, reply) => {
      const scope = scopeOf(request);
      const { runId } = request.params;
      const endsAt = accessEndsAt(request, services);
      return streams.through(scope.accountId, () =>
        sendEvents(reply, closing.signal, (signal) =>
          sent(runEvents(services, scope, runId, { signal, endsAt })),
        ),
      );
    },
  );
}

async function* sent(events: AsyncGenerator<RunEvent>): AsyncGenerator<SentEvent> {
  for await (const data of events) yield { id: String(data.sequence), event: data.kind, data };
}

function results(app: App, services: Services): void {
  app.get(
    `${base}/:runId/result`,
    {
      config: { access: 'run.read' },
      schema: {
        ...about('What a completed run says, also when it did not converge'),
        params: ofRun,
        response: { 200: runResultSchema, 304: notModified },
      },
    },
    async (request, reply) => {
      const { tag, body } = await readResult(services, scopeOf(request), request.params.runId);
      if (isKnown(request, reply, tag)) return reply.send(null);
      return reply.type(jsonType).send(body);
    },
  );
  app.get(
    `${base}/:runId/quantities/:name`,
    {
      config: { access: 'run.read' },
      schema: {
        ...about('One reported quantity, chain by chain'),
        params: ofRun.extend({ name: z.string().min(1).max(1000) }),
        response: { 200: quantitySchema },
      },
    },
    (request) => readQuantity(services, scopeOf(request), request.params.runId, request.params.name),
  );
}

function about(summary: string) {
  return { tags: ['Runs'], summary };
}
