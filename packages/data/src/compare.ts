// What changed from one table to the next of the same market: rows by date, columns by name, cells one by one.
import { isoDate } from './cells/calendar.ts';
import { writtenIn } from './cells/cell.ts';
import { type Column, cellOf } from './cells/column.ts';
import type { Table } from './read/table.ts';
import type { ColumnGuess } from './roles/guess.ts';

/** Some of many, the first ones in the order of time. */
export interface Dates {
  readonly count: number;
  readonly first: readonly string[];
}

export interface CellChange {
  readonly date: string;
  /** As the newer table calls it. */
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

export interface Comparison {
  readonly rows: {
    readonly added: Dates;
    readonly removed: Dates;
    readonly changed: Dates;
    readonly same: number;
  };
  readonly columns: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    /** A guess: the only two that hold the same in every row of both. */
    readonly renamed: readonly { readonly from: string; readonly to: string }[];
  };
  readonly cells: { readonly changed: number; readonly first: readonly CellChange[] };
}

/** A table with the roles of its columns. */
export interface Compared {
  readonly table: Table;
  readonly guesses: readonly ColumnGuess[];
}

const datesShown = 20;
const cellsShown = 50;

/** Undefined when either has no dates to tell its rows by. */
export function compareTables(before: Compared, after: Compared): Comparison | undefined {
  const [old, now] = [rowsByDate(before), rowsByDate(after)];
  if (!old || !now) return undefined;
  const shared = [...now.rows.keys()].filter((key) => old.rows.has(key));
  const pairs = shared.map(
    (key): Pair => ({ key, old: old.rows.get(key) ?? 0, now: now.rows.get(key) ?? 0 }),
  );
  const columns = columnsOf(old.columns, now.columns, pairs);
  const changes = pairs.flatMap((pair) => changesIn(pair, columns.both));
  const changed = new Set(changes.map(({ key }) => key));
  return {
    rows: {
      added: dates([...now.rows.keys()].filter((key) => !old.rows.has(key))),
      removed: dates([...old.rows.keys()].filter((key) => !now.rows.has(key))),
      changed: dates([...changed]),
      same: shared.length - changed.size,
    },
    columns: { added: columns.added, removed: columns.removed, renamed: columns.renamed },
    cells: {
      changed: changes.length,
      first: changes.slice(0, cellsShown).map(({ key: _, ...change }) => change),
    },
  };
}

/** Rows by their date, and by which of its rows they are where a date has several; the date itself is no column. */
interface ByDate {
  readonly rows: ReadonlyMap<string, number>;
  readonly columns: readonly Column[];
}

interface Pair {
  readonly key: string;
  readonly old: number;
  readonly now: number;
}

function rowsByDate({ table, guesses }: Compared): ByDate | undefined {
  const date = table.columns[guesses.findIndex(({ role }) => role === 'date')];
  if (date?.kind !== 'date') return undefined;
  const dated = [...date.values.keys()].filter((row) => !Number.isNaN(date.values[row]));
  dated.sort((a, b) => (date.values[a] ?? 0) - (date.values[b] ?? 0) || a - b);
  const seen = new Map<number, number>();
  const rows = new Map<string, number>();
  for (const row of dated) {
    const day = date.values[row] ?? 0;
    const before = seen.get(day) ?? 0;
    seen.set(day, before + 1);
    rows.set(`${isoDate(day)} ${before}`, row);
  }
  return { rows, columns: table.columns.filter((column) => column !== date) };
}

const dateIn = (key: string): string => key.split(' ', 1).join('');

function dates(keys: readonly string[]): Dates {
  return { count: keys.length, first: [...keys].sort().slice(0, datesShown).map(dateIn) };
}

interface Both {
  readonly old: Column;
  readonly now: Column;
}

function columnsOf(old: readonly Column[], now: readonly Column[], pairs: readonly Pair[]) {
  const byName = new Map(old.map((column) => [column.header, column]));
  const names = new Set(now.map(({ header }) => header));
  const gone = old.filter(({ header }) => !names.has(header));
  const come = now.filter(({ header }) => !byName.has(header));
  const renamed = renamedOf(gone, come, pairs);
  const same = now.flatMap((column): Both[] => {
    const before = byName.get(column.header);
    return before ? [{ old: before, now: column }] : [];
  });
  const left = (columns: readonly Column[], side: keyof Both) =>
    columns.filter((column) => !renamed.some((pair) => pair[side] === column)).map(({ header }) => header);
  return {
    both: [...same, ...renamed],
    added: left(come, 'now'),
    removed: left(gone, 'old'),
    renamed: renamed.map((pair) => ({ from: pair.old.header, to: pair.now.header })),
  };
}

/** Two columns that hold the same, and neither of them another like it. */
function renamedOf(gone: readonly Column[], come: readonly Column[], pairs: readonly Pair[]): Both[] {
  const byContent = (columns: readonly Column[], side: 'old' | 'now') => {
    const found = new Map<string, Column[]>();
    for (const column of columns) {
      const cells = pairs.map((pair) => textAt(column, pair[side]));
      // A column that always says the same says nothing of what it was called.
      if (new Set(cells).size < 2) continue;
      const key = JSON.stringify(cells);
      found.set(key, [...(found.get(key) ?? []), column]);
    }
    return found;
  };
  const now = byContent(come, 'now');
  return [...byContent(gone, 'old')].flatMap(([content, [old, ...others]]): Both[] => {
    const [column, ...more] = now.get(content) ?? [];
    return old && column && others.length === 0 && more.length === 0 ? [{ old, now: column }] : [];
  });
}

const textAt = (column: Column, row: number): string => writtenIn(cellOf(column, row));

function changesIn(
  { key, old, now }: Pair,
  columns: readonly Both[],
): (CellChange & { readonly key: string })[] {
  return columns.flatMap((column) => {
    const [before, after] = [textAt(column.old, old), textAt(column.now, now)];
    return before === after ? [] : [{ key, date: dateIn(key), column: column.now.header, before, after }];
  });
}
