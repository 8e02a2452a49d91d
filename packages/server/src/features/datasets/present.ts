// A dataset's row as the API shows it.
import type { DatasetSummary, DatasetView } from '@mixmodel/contract';
import type { FileView } from '../../reading/protocol.ts';
import type { DatasetRow } from './queries.ts';

export function datasetSummary({ dataset, createdBy, newest }: DatasetRow): DatasetSummary {
  const { id, firstId, version, name, fileName, bytes, sha256, sample, createdAt, deletedAt } = dataset;
  return {
    ...{ id, firstId, version, newest, name, fileName, bytes, sha256, sample, createdBy },
    files: dataset.files.map((file) => ({
      fileName: file.fileName,
      bytes: file.bytes,
      sha256: file.sha256,
    })),
    createdAt: createdAt.toISOString(),
    deletedAt: deletedAt?.toISOString() ?? null,
  };
}

export function datasetView(row: DatasetRow, { refusal: _, ...file }: FileView): DatasetView {
  return { dataset: datasetSummary(row), mapping: row.dataset.mapping, ...file };
}
