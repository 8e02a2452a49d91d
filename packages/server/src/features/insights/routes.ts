// Insights over HTTP: one part of a completed run's results at a time, and runs side by side.
import { backtestSchema, comparisonSchema, type InsightPart, insightParts } from '@mixmodel/contract';
import * as z from 'zod';
import { scopeOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import { asSent, jsonType } from '../../http/as-sent.ts';
import { isKnown } from '../../http/etag.ts';
import type { Services } from '../../services.ts';
import { readBacktest } from '../runs/actions.ts';
import { compareRuns, readPart } from './actions.ts';

const tags = ['Insights'];
const base = '/workspaces/:workspaceId/runs';
const inWorkspace = z.object({ workspaceId: z.uuid() });
const notModified = z.null().meta({ description: '`if-none-match` names what is there' });

export function insights(app: App, services: Services): void {
  app.get(
    `${base}/compare`,
    {
      config: { access: 'run.read' },
      schema: {
        tags,
        summary: 'Two to four completed runs side by side, and where their models and data differ',
        params: inWorkspace,
        querystring: z.strictObject({
          runs: z.string().max(400).meta({ description: 'Their ids with commas between them' }),
        }),
        response: { 200: comparisonSchema },
      },
    },
    async (request, reply) => {
      const runIds = request.query.runs.split(',').map((id) => id.trim());
      const body = await compareRuns(services, scopeOf(request), runIds);
      return reply.type(jsonType).send(asSent(body));
    },
  );
  app.get(
    `${base}/:runId/backtest`,
    {
      config: { access: 'run.read' },
      schema: {
        tags,
        summary: 'How well the model would have forecast from origins in the past, beside two baselines',
        params: inWorkspace.extend({ runId: z.uuid() }),
        response: { 200: backtestSchema, 304: notModified },
      },
    },
    async (request, reply) => {
      const { tag, body } = await readBacktest(services, scopeOf(request), request.params.runId);
      if (isKnown(request, reply, tag)) return reply.send(null);
      return reply.type(jsonType).send(asSent(body));
    },
  );
  for (const part of Object.keys(insightParts) as InsightPart[]) readingOf(app, services, part);
}

function readingOf(app: App, services: Services, part: InsightPart): void {
  const { what, schema } = insightParts[part];
  app.get(
    `${base}/:runId/${part}`,
    {
      config: { access: 'run.read' },
      schema: {
        tags,
        summary: what,
        params: inWorkspace.extend({ runId: z.uuid() }),
        response: { 200: schema as z.ZodType, 304: notModified },
      },
    },
    async (request, reply) => {
      const { tag, body } = await readPart(services, scopeOf(request), request.params.runId, part);
      if (isKnown(request, reply, tag)) return reply.send(null);
      return reply.type(jsonType).send(asSent(body));
    },
  );
}
