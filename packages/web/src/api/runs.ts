// Runs: plan, start, list, one, change, cancel, the result in summaries, one quantity's chains, and the files.
import { answerOf } from '@mixmodel/client';
import type { PlanRequest, RunChange, RunRequest, RunView } from '@mixmodel/contract';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { download } from './download.ts';

const all = '/api/v1/workspaces/{workspaceId}/runs';
const one = '/api/v1/workspaces/{workspaceId}/runs/{runId}';

/** What a model would be and cost before it runs; the mapping's own draft when `asked` is empty. */
export const planQuery = (workspaceId: string, datasetId: string, asked: PlanRequest = {}) =>
  queryOptions({
    queryKey: ['plan', workspaceId, datasetId, asked],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/v1/workspaces/{workspaceId}/datasets/{datasetId}/plan', {
          params: { path: { workspaceId, datasetId } },
          body: asked,
          signal,
        }),
      ),
  });

export const runsQuery = (workspaceId: string) =>
  infiniteQueryOptions({
    queryKey: ['runs', workspaceId],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET(all, {
          signal,
          params: { path: { workspaceId }, query: { cursor: pageParam ?? undefined } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const runQuery = (workspaceId: string, runId: string) =>
  queryOptions({
    queryKey: ['run', workspaceId, runId],
    queryFn: ({ signal }) => answerOf(api.GET(one, { signal, params: { path: { workspaceId, runId } } })),
  });

/** A finished run's result never changes; its name and margin do, and those come with `runQuery`. */
export const runResultQuery = (workspaceId: string, runId: string) =>
  queryOptions({
    queryKey: ['result', workspaceId, runId],
    queryFn: ({ signal }) =>
      answerOf(api.GET(`${one}/result`, { signal, params: { path: { workspaceId, runId } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const quantityQuery = (workspaceId: string, runId: string, name: string) =>
  queryOptions({
    queryKey: ['quantity', workspaceId, runId, name],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET(`${one}/quantities/{name}`, { signal, params: { path: { workspaceId, runId, name } } }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** `idempotencyKey` is the page's, made once for one wish: a repeat after a lost answer starts no second run. */
export const createRun = (workspaceId: string, body: RunRequest, idempotencyKey: string) =>
  answerOf(
    api.POST(all, {
      params: { path: { workspaceId }, header: { 'idempotency-key': idempotencyKey } },
      body,
    }),
  );

export function useCreateRun(workspaceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: RunRequest; idempotencyKey: string }) =>
      createRun(workspaceId, body, idempotencyKey),
    onSuccess: (run) => {
      client.setQueryData(runQuery(workspaceId, run.id).queryKey, run);
      return client.invalidateQueries({ queryKey: ['runs', workspaceId] });
    },
  });
}

/** Starts a run with all that another one was asked for. */
export function useRepeatRun(workspaceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ runId, idempotencyKey }: { runId: string; idempotencyKey: string }) =>
      answerOf(
        api.POST(`${one}/again`, {
          params: { path: { workspaceId, runId }, header: { 'idempotency-key': idempotencyKey } },
        }),
      ),
    onSuccess: (run) => {
      client.setQueryData(runQuery(workspaceId, run.id).queryKey, run);
      return client.invalidateQueries({ queryKey: ['runs', workspaceId] });
    },
  });
}

/** Renames a run or sets its margin. */
export function useChangeRun(workspaceId: string, runId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RunChange) =>
      answerOf(api.PATCH(one, { params: { path: { workspaceId, runId } }, body })),
    onSuccess: (run) => {
      client.setQueryData(runQuery(workspaceId, runId).queryKey, run);
      return Promise.all([
        client.invalidateQueries({ queryKey: ['runs', workspaceId] }),
        client.invalidateQueries({ queryKey: ['result', workspaceId, runId] }),
      ]);
    },
  });
}

export function useCancelRun(workspaceId: string, runId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(api.POST(`${one}/cancel`, { params: { path: { workspaceId, runId } } })),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: runQuery(workspaceId, runId).queryKey }),
        client.invalidateQueries({ queryKey: ['runs', workspaceId] }),
      ]),
  });
}

/** The result file as `mixmodel fit --out` writes it. */
export const downloadResult = (workspaceId: string, run: RunView) =>
  download(
    api.GET(`${one}/result.json`, { params: { path: { workspaceId, runId: run.id } }, parseAs: 'blob' }),
    `${run.name}.json`,
  );

/** The draws as one `.zarr.zip`. */
export const downloadDraws = (workspaceId: string, run: RunView) =>
  download(
    api.GET(`${one}/draws`, { params: { path: { workspaceId, runId: run.id } }, parseAs: 'blob' }),
    `${run.name}.zarr.zip`,
  );
