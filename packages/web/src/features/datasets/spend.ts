// What each paid channel cost over the whole file, and its part of all spend.
import type { DatasetView } from '@mixmodel/contract';

export interface ChannelSpend {
  readonly name: string;
  readonly column: string;
  /** Null where the file has no one column of it. */
  readonly total: number | null;
  /** 0..1; null while any total is unknown or nothing was spent. */
  readonly share: number | null;
}

export interface Spend {
  /** The most expensive first. */
  readonly channels: readonly ChannelSpend[];
  readonly total: number | null;
}

/** Organic media cost nothing that is known, so they have no part in it: their columns count views, not money. */
export function spendOf({ draft, columns }: Pick<DatasetView, 'draft' | 'columns'>): Spend {
  const known = new Map(columns.map((column) => [column.name, column]));
  const paid = (draft?.channels ?? [])
    .filter(({ organic }) => !organic)
    .map(({ column, name }) => ({
      name: name ?? known.get(column)?.label ?? column,
      column,
      total: known.get(column)?.total ?? null,
    }))
    .sort((a, b) => (b.total ?? 0) - (a.total ?? 0));
  const total = paid.reduce<number | null>(
    (sum, { total }) => (sum === null || total === null ? null : sum + total),
    0,
  );
  const shareOf = (part: number | null) => (part !== null && total ? part / total : null);
  return { total, channels: paid.map((channel) => ({ ...channel, share: shareOf(channel.total) })) };
}

/** `49 %`; a part that rounds to nothing is still a part. */
export function shareWords(share: number | null): string {
  if (share === null) return '–';
  return share > 0 && share < 0.005 ? '<1 %' : `${Math.round(share * 100)} %`;
}
