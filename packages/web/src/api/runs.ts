// Runs: plan, start, list, one, change, cancel, the result in summaries, one quantity's chains, and the files.
import type {
  PlanRequest,
  PlanView,
  QuantityView,
  RunChange,
  RunRequest,
  RunResult,
  RunView,
} from '@mixmodel/contract';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { download } from './download.ts';
import type { Page } from './page.ts';
import { request } from './request.ts';

const base = (workspaceId: string) => `/workspaces/${workspaceId}/runs`;

/** What a model would be and cost before it runs; the mapping's own draft when `asked` is empty. */
export const planQuery = (workspaceId: string, datasetId: string, asked: PlanRequest = {}) =>
  queryOptions({
    queryKey: ['plan', workspaceId, datasetId, asked],
    queryFn: ({ signal }) =>
      request<PlanView>('POST', `/workspaces/${workspaceId}/datasets/${datasetId}/plan`, {
        body: asked,
        signal,
      }),
  });

export const runsQuery = (workspaceId: string) =>
  infiniteQueryOptions({
    queryKey: ['runs', workspaceId],
    queryFn: ({ signal, pageParam }) =>
      request<Page<RunView>>('GET', base(workspaceId), { signal, query: { cursor: pageParam ?? undefined } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const runQuery = (workspaceId: string, runId: string) =>
  queryOptions({
    queryKey: ['run', workspaceId, runId],
    queryFn: ({ signal }) => request<RunView>('GET', `${base(workspaceId)}/${runId}`, { signal }),
  });

/** A finished run's result never changes; its name and margin do, and those come with `runQuery`. */
export const runResultQuery = (workspaceId: string, runId: string) =>
  queryOptions({
    queryKey: ['result', workspaceId, runId],
    queryFn: ({ signal }) => request<RunResult>('GET', `${base(workspaceId)}/${runId}/result`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const quantityQuery = (workspaceId: string, runId: string, name: string) =>
  queryOptions({
    queryKey: ['quantity', workspaceId, runId, name],
    queryFn: ({ signal }) =>
      request<QuantityView>('GET', `${base(workspaceId)}/${runId}/quantities/${encodeURIComponent(name)}`, {
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** `idempotencyKey` is the page's, made once for one wish: a repeat after a lost answer starts no second run. */
export const createRun = (workspaceId: string, body: RunRequest, idempotencyKey: string) =>
  request<RunView>('POST', base(workspaceId), { body, idempotencyKey });

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
      request<RunView>('POST', `${base(workspaceId)}/${runId}/again`, { idempotencyKey }),
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
    mutationFn: (body: RunChange) => request<RunView>('PATCH', `${base(workspaceId)}/${runId}`, { body }),
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
    mutationFn: () => request<RunView | undefined>('POST', `${base(workspaceId)}/${runId}/cancel`),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: runQuery(workspaceId, runId).queryKey }),
        client.invalidateQueries({ queryKey: ['runs', workspaceId] }),
      ]),
  });
}

/** The result file as `mixmodel fit --out` writes it. */
export const downloadResult = (workspaceId: string, run: RunView) =>
  download(`${base(workspaceId)}/${run.id}/result.json`, `${run.name}.json`);

/** The draws as one `.zarr.zip`. */
export const downloadDraws = (workspaceId: string, run: RunView) =>
  download(`${base(workspaceId)}/${run.id}/draws`, `${run.name}.zarr.zip`);
