// A dataset's row as the API shows it.
import type { DatasetSummary, DatasetView } from '@mixmodel/contract';
import type { FileView } from '../../reading/protocol.ts';
import type { DatasetRow } from './queries.ts';

export function datasetSummary({ dataset, createdBy }: DatasetRow): DatasetSummary {
  const { id, name, fileName, bytes, sha256, sample, createdAt } = dataset;
  return { id, name, fileName, bytes, sha256, sample, createdAt: createdAt.toISOString(), createdBy };
}

export function datasetView(row: DatasetRow, { refusal: _, ...file }: FileView): DatasetView {
  return { dataset: datasetSummary(row), mapping: row.dataset.mapping, ...file };
}
