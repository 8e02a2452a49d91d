// Exports over HTTP: a completed run as tables or a report, as its result file, or as all its draws.
import { Readable } from 'node:stream';
import { backtestSchema, resultSchema } from '@mixmodel/contract';
import { absence, exportFormats, tableNames } from '@mixmodel/report';
import * as z from 'zod';
import { scopeOf } from '../../http/access.ts';
import type { App } from '../../http/app.ts';
import { asSent, jsonType } from '../../http/as-sent.ts';
import { attachment } from '../../http/attachment.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { completedRun, readBacktest, readDrawsFile } from '../runs/actions.ts';
import { exportInThread } from './in-thread.ts';

const base = '/workspaces/:workspaceId/runs';
const ofRun = z.object({ workspaceId: z.uuid(), runId: z.uuid() });

const types = {
  csv: 'text/csv; charset=utf-8',
  json: jsonType,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  md: 'text/markdown; charset=utf-8',
} as const;

export function exports(app: App, services: Services): void {
  tables(app, services);
  files(app, services);
}

function tables(app: App, services: Services): void {
  app.get(
    `${base}/:runId/export`,
    {
      config: { access: 'run.export' },
      schema: {
        ...about('A run as tables or as a report, the same file `mixmodel report` writes'),
        params: ofRun,
        querystring: z.strictObject({
          format: z
            .enum(exportFormats)
            .default('csv')
            .meta({ description: 'CSV holds one table; Markdown without `table` is a report in sentences' }),
          table: z.enum(tableNames).optional().meta({ description: 'One table alone' }),
        }),
        produces: Object.values(types),
        response: { 200: z.any().meta({ description: 'The file' }) },
      },
    },
    async (request, reply) => {
      const { format, table } = request.query;
      const { runId } = request.params;
      const { row, result, insights, backtest } = await completedRun(services, scopeOf(request), runId);
      const bytes = await exportInThread({ result, insights, backtest, asked: { format, table } });
      const { number, name } = row.run;
      if (!bytes) throw tableUnknown(number, String(table));
      const fileName = `${name}${table ? ` ${table}` : ''}.${format}`;
      void reply.type(types[format]).header('content-disposition', attachment(fileName));
      return reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  );
}

function tableUnknown(number: number, table: string) {
  const { why } = absence(table);
  return refuse('table_unknown', { path: 'table', facts: { number, got: table, why } });
}

function files(app: App, services: Services): void {
  app.get(
    `${base}/:runId/result.json`,
    {
      config: { access: 'run.export' },
      schema: {
        ...about('The result file, as `mixmodel fit --out` writes it'),
        params: ofRun,
        response: { 200: resultSchema },
      },
    },
    async (request, reply) => {
      const { row, result } = await completedRun(services, scopeOf(request), request.params.runId);
      void reply.type(jsonType).header('content-disposition', attachment(`${row.run.name}.json`));
      // The database does not keep the order of keys; the schema is the order a reader finds in the file of a fit.
      return reply.send(asSent(resultSchema.parse(result), 2));
    },
  );
  app.get(
    `${base}/:runId/backtest.json`,
    {
      config: { access: 'run.export' },
      schema: {
        ...about('The backtest file, as `mixmodel backtest --out` writes it'),
        params: ofRun,
        response: { 200: backtestSchema },
      },
    },
    async (request, reply) => {
      const { name, body } = await readBacktest(services, scopeOf(request), request.params.runId);
      void reply.type(jsonType).header('content-disposition', attachment(`${name} backtest.json`));
      return reply.send(asSent(backtestSchema.parse(body), 2));
    },
  );
  app.get(
    `${base}/:runId/draws`,
    {
      config: { access: 'run.export' },
      schema: {
        ...about('All draws as one `.zarr.zip`, which xarray and ArviZ read'),
        params: ofRun,
        produces: ['application/zip'],
        response: { 200: z.any().meta({ description: 'An uncompressed zip of a Zarr v3 group' }) },
      },
    },
    async (request, reply) => {
      const { name, length, parts } = await readDrawsFile(services, scopeOf(request), request.params.runId);
      void reply.type('application/zip').header('content-disposition', attachment(`${name}.zarr.zip`));
      void reply.header('content-length', length);
      return reply.send(Readable.from(parts, { objectMode: false }));
    },
  );
}

function about(summary: string) {
  return { tags: ['Exports'], summary };
}
