// Tables of what stands behind the charts: series over time, adstock, priors beside posteriors.
import type { InsightsFile, ResultFile } from '@mixmodel/contract';
import { type Band, banded, one, pointOf, type RunTable, tableOf } from './table.ts';

export function predictionTable({ series }: InsightsFile): RunTable {
  const rows = series.dates.map((date, t) => ({
    date,
    actual: series.actual[t] ?? null,
    fitted: series.fitted[t] ?? null,
    heldOut: series.heldOut?.[t] ?? false,
    predicted: pointOf(series.predicted, t),
  }));
  type Row = (typeof rows)[number];
  return tableOf<Row>('prediction', 'Actual beside predicted', rows, [
    one('date', 'Date', ({ date }) => date),
    one('actual', 'Actual', ({ actual }) => actual),
    ...banded<Row>('predicted_', 'Predicted, ', ({ predicted }) => predicted),
    one('fitted', 'Counted in the fit', ({ fitted }) => fitted),
    one('held_out', 'Held out', ({ heldOut }) => heldOut),
  ]);
}

/** One row a date and part: as many columns however many channels. */
export function contributionsTable(result: ResultFile, { series, channels }: InsightsFile): RunTable {
  const labels = new Map(result.channels.map(({ name, label }) => [name, label]));
  const parts: { readonly kind: string; readonly column: string | null; label: string; band: Band }[] = [
    { kind: 'baseline', column: null, label: 'Baseline', band: series.baseline },
    ...(series.treatments ?? []).map((band, i) => {
      const treatment = result.treatments?.[i];
      return { kind: 'treatment', column: treatment?.name ?? null, label: treatment?.label ?? '', band };
    }),
    ...series.channels.map((band, i) => {
      const column = channels[i]?.name ?? '';
      return { kind: 'channel', column, label: labels.get(column) ?? column, band };
    }),
  ];
  const rows = series.dates.flatMap((date, t) =>
    parts.map(({ band, ...part }) => ({ date, ...part, point: pointOf(band, t) })),
  );
  type Row = (typeof rows)[number];
  return tableOf<Row>('contributions', 'Contributions over time', rows, [
    one('date', 'Date', ({ date }) => date),
    one('part', 'Part', ({ label }) => label),
    one('kind', 'Kind', ({ kind }) => kind),
    one('column', 'Column', ({ column }) => column),
    ...banded<Row>('', 'Contribution, ', ({ point }) => point),
  ]);
}

export function adstockTable(result: ResultFile, { channels }: InsightsFile): RunTable {
  const labels = new Map(result.channels.map(({ name, label }) => [name, label]));
  const rows = channels.flatMap(({ name, decay }) =>
    decay.mean.map((_, lag) => ({ name, lag, point: pointOf(decay, lag) })),
  );
  type Row = (typeof rows)[number];
  return tableOf<Row>('adstock', 'When what was spent has its effect', rows, [
    one('channel', 'Channel', ({ name }) => labels.get(name) ?? name),
    one('column', 'Column', ({ name }) => name),
    one('lag', 'Periods later', ({ lag }) => lag),
    ...banded<Row>('', 'Weight, ', ({ point }) => point),
  ]);
}

export function densitiesTable({ densities }: InsightsFile): RunTable {
  const rows = densities.flatMap(({ name, grid, posterior, prior }) =>
    grid.map((value, i) => ({
      name,
      value,
      posterior: posterior[i] ?? null,
      prior: prior?.[i] ?? null,
    })),
  );
  type Row = (typeof rows)[number];
  return tableOf<Row>('densities', 'Priors beside posteriors', rows, [
    one('quantity', 'Quantity', ({ name }) => name),
    one('value', 'Value', ({ value }) => value),
    one('posterior', 'Posterior density', ({ posterior }) => posterior),
    one('prior', 'Prior density', ({ prior }) => prior),
  ]);
}
