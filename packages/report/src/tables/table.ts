// What a table of a run is: a name for programs, a title for people, and cells that are numbers or words.
import type { ResultFile } from '@mixmodel/contract';
import type { CsvCell } from '../csv.ts';

export type Cell = CsvCell;

export interface TableColumn {
  /** For programs: `roas_mean`. */
  readonly key: string;
  /** For people: `ROAS, mean`. */
  readonly label: string;
  /** Cells of one estimate in a row are rounded alike where people read them. */
  readonly estimate?: string;
  /** One of the two ends of its interval. */
  readonly isEnd?: boolean;
  /** As many decimals where people read it. */
  readonly decimals?: number;
}

export interface RunTable {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A column with where its cell comes from. */
export interface Source<Row> extends TableColumn {
  readonly cell: (row: Row) => Cell;
}

export function tableOf<Row>(
  name: string,
  title: string,
  rows: readonly Row[],
  sources: readonly Source<Row>[],
): RunTable {
  return {
    name,
    title,
    columns: sources.map(({ cell: _, ...column }) => column),
    rows: rows.map((row) => sources.map(({ cell }) => cell(row))),
  };
}

export function one<Row>(key: string, label: string, cell: (row: Row) => Cell): Source<Row> {
  return { key, label, cell };
}

/** A column whose numbers all have as many decimals where people read them. */
export function fixed<Row>(source: Source<Row>, decimals: number): Source<Row> {
  return { ...source, decimals };
}

export type Estimate = ResultFile['baseline'];

/** Mean, standard deviation, median and the narrowest 94 % interval; empty where there is no such estimate. */
export function estimated<Row>(
  key: string,
  label: string,
  of: (row: Row) => Estimate | null | undefined,
): Source<Row>[] {
  const part = (
    name: string,
    words: string,
    from: (estimate: Estimate) => number,
    isEnd = false,
  ): Source<Row> => ({
    key: `${key}_${name}`,
    label: `${label}, ${words}`,
    estimate: key,
    isEnd,
    cell: (row) => {
      const estimate = of(row);
      return estimate ? from(estimate) : null;
    },
  });
  return [
    part('mean', 'mean', ({ mean }) => mean),
    part('sd', 'sd', ({ sd }) => sd),
    part('median', 'median', ({ median }) => median),
    part('hdi94_low', '94 % interval: low', ({ hdi94 }) => hdi94[0], true),
    part('hdi94_high', '94 % interval: high', ({ hdi94 }) => hdi94[1], true),
  ];
}

/** A band at one place: equal-tailed quantiles. */
export interface BandPoint {
  readonly mean: number;
  readonly q03: number;
  readonly q25: number;
  readonly q75: number;
  readonly q97: number;
}

export interface Band {
  readonly mean: readonly number[];
  readonly q03: readonly number[];
  readonly q25: readonly number[];
  readonly q75: readonly number[];
  readonly q97: readonly number[];
}

export function pointOf(band: Band, at: number): BandPoint {
  const { mean, q03, q25, q75, q97 } = band;
  return {
    mean: mean[at] ?? Number.NaN,
    q03: q03[at] ?? Number.NaN,
    q25: q25[at] ?? Number.NaN,
    q75: q75[at] ?? Number.NaN,
    q97: q97[at] ?? Number.NaN,
  };
}

export function banded<Row>(key: string, label: string, of: (row: Row) => BandPoint): Source<Row>[] {
  const names = ['mean', 'q03', 'q25', 'q75', 'q97'] as const;
  return names.map((name) => ({
    key: `${key}${name}`,
    label: `${label}${name === 'mean' ? 'mean' : `${Number(name.slice(1))} % quantile`}`,
    estimate: key,
    isEnd: name === 'q03' || name === 'q97',
    cell: (row) => of(row)[name],
  }));
}
