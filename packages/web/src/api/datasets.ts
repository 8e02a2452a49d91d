// Datasets: the list, one with its columns and findings, upload, sample, mapping, raw rows, the file itself.
import type { DatasetSummary, DatasetView, Mapping, RowsView } from '@mixmodel/contract';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { download } from './download.ts';
import type { Page } from './page.ts';
import { newIdempotencyKey, request } from './request.ts';
import { type UploadOptions, upload } from './upload.ts';

const base = (workspaceId: string) => `/workspaces/${workspaceId}/datasets`;

export const datasetsQuery = (workspaceId: string) =>
  infiniteQueryOptions({
    queryKey: ['datasets', workspaceId],
    queryFn: ({ signal, pageParam }) =>
      request<Page<DatasetSummary>>('GET', base(workspaceId), {
        signal,
        query: { cursor: pageParam ?? undefined },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const datasetQuery = (workspaceId: string, datasetId: string) =>
  queryOptions({
    queryKey: ['dataset', workspaceId, datasetId],
    queryFn: ({ signal }) => request<DatasetView>('GET', `${base(workspaceId)}/${datasetId}`, { signal }),
  });

export const rowsQuery = (workspaceId: string, datasetId: string, span: { from: number; count: number }) =>
  queryOptions({
    queryKey: ['rows', workspaceId, datasetId, span],
    queryFn: ({ signal }) =>
      request<RowsView>('GET', `${base(workspaceId)}/${datasetId}/rows`, { signal, query: span }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const uploadDataset = (workspaceId: string, file: File, options?: UploadOptions) =>
  upload<DatasetView>(base(workspaceId), file, options);

export const takeSample = (workspaceId: string) =>
  request<DatasetView>('POST', `${base(workspaceId)}/sample`, { idempotencyKey: newIdempotencyKey() });

export const putMapping = (workspaceId: string, datasetId: string, mapping: Mapping) =>
  request<DatasetView>('PUT', `${base(workspaceId)}/${datasetId}/mapping`, { body: mapping });

export const downloadDataset = (workspaceId: string, dataset: DatasetSummary) =>
  download(`${base(workspaceId)}/${dataset.id}/file`, dataset.fileName);

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
