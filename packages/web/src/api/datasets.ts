// Datasets: the list, one with its columns and findings, upload, sample, mapping, raw rows, the file itself.
import { answerOf } from '@mixmodel/client';
import type { DatasetSummary, DatasetView, Mapping } from '@mixmodel/contract';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, newIdempotencyKey } from './client.ts';
import { download } from './download.ts';
import { type UploadOptions, upload } from './upload.ts';

const all = '/api/v1/workspaces/{workspaceId}/datasets';
const one = '/api/v1/workspaces/{workspaceId}/datasets/{datasetId}';

export const datasetsQuery = (workspaceId: string) =>
  infiniteQueryOptions({
    queryKey: ['datasets', workspaceId],
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

export const datasetQuery = (workspaceId: string, datasetId: string) =>
  queryOptions({
    queryKey: ['dataset', workspaceId, datasetId],
    queryFn: ({ signal }) => answerOf(api.GET(one, { signal, params: { path: { workspaceId, datasetId } } })),
  });

export const rowsQuery = (workspaceId: string, datasetId: string, span: { from: number; count: number }) =>
  queryOptions({
    queryKey: ['rows', workspaceId, datasetId, span],
    queryFn: ({ signal }) =>
      answerOf(api.GET(`${one}/rows`, { signal, params: { path: { workspaceId, datasetId }, query: span } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const uploadDataset = (workspaceId: string, file: File, options?: UploadOptions) =>
  upload<DatasetView>(`/api/v1/workspaces/${workspaceId}/datasets`, file, options);

export const takeSample = (workspaceId: string) =>
  answerOf(
    api.POST(`${all}/sample`, {
      params: { path: { workspaceId }, header: { 'idempotency-key': newIdempotencyKey() } },
    }),
  );

export const putMapping = (workspaceId: string, datasetId: string, mapping: Mapping) =>
  answerOf(api.PUT(`${one}/mapping`, { params: { path: { workspaceId, datasetId } }, body: mapping }));

export const downloadDataset = (workspaceId: string, dataset: DatasetSummary) =>
  download(
    api.GET(`${one}/file`, { params: { path: { workspaceId, datasetId: dataset.id } }, parseAs: 'blob' }),
    dataset.fileName,
  );

/** Uploads or takes the sample, and knows the new dataset before its page asks. */
export function useNewDataset(workspaceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (from: ({ file: File } & UploadOptions) | 'sample') =>
      from === 'sample' ? takeSample(workspaceId) : uploadDataset(workspaceId, from.file, from),
    onSuccess: (view) => {
      client.setQueryData(datasetQuery(workspaceId, view.dataset.id).queryKey, view);
      return client.invalidateQueries({ queryKey: ['datasets', workspaceId] });
    },
  });
}

/** Saves each change of the mapping at once; answers carry the newly guessed rest. Changes go one after the other. */
export function useMapping(workspaceId: string, datasetId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (mapping: Mapping) => putMapping(workspaceId, datasetId, mapping),
    scope: { id: `mapping ${datasetId}` },
    onSuccess: (view) => {
      client.setQueryData(datasetQuery(workspaceId, datasetId).queryKey, view);
      // The sheet or the delimiter may have changed: rows are other rows now.
      return client.invalidateQueries({ queryKey: ['rows', workspaceId, datasetId] });
    },
  });
}
