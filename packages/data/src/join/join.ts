// Several tables of one market to one: a row for each date that any of them has, a column for each column of each.
import { InputError } from '@mixmodel/engine';
import { isoDate } from '../cells/calendar.ts';
import type { Column, Misfit } from '../cells/column.ts';
import { cellFindings } from '../check/cells.ts';
import { error, type Finding, hasErrors, warning } from '../finding.ts';
import { commonestStep } from '../grid/lay.ts';
import type { Table } from '../read/table.ts';
import { detectRoles, type RoleChoices } from '../roles/detect.ts';
import { ofFile } from './of-file.ts';

/** A file that was read, one row a date. */
export interface Part {
  readonly fileName: string;
  readonly table: Table;
}

/** A part with its dates: each row has one, and no two the same. */
interface Dated extends Part {
  readonly date: Column;
  /** Row of the part's table by day. */
  readonly rows: ReadonlyMap<number, number>;
  readonly findings: readonly Finding[];
}

/** Throws an InputError when rows of different files cannot be said to belong together. */
export function joinTables(parts: readonly Part[], choices: RoleChoices): Table {
  const dated = parts.map((part) => datesOf(part, choices));
  const refusals = dated.flatMap((part) => ('rows' in part ? [] : part.refusal));
  if (refusals.length > 0) throw new InputError(refusals);
  const whole = dated.filter((part) => 'rows' in part);
  const apart = [...stepsApart(whole), ...datesApart(whole)];
  if (apart.length > 0) throw new InputError(apart);
  return outerJoin(whole);
}

function datesOf(part: Part, choices: RoleChoices): Dated | { readonly refusal: readonly Finding[] } {
  const { fileName, table } = part;
  const guesses = detectRoles(table, choices);
  const date = table.columns[guesses.findIndex(({ role }) => role === 'date')];
  const refused = (...found: Finding[]) => ({ refusal: [...found, ...table.findings].map(ofFile(fileName)) });
  if (date?.kind !== 'date')
    return refused(error('join_no_date', {}, { columns: table.columns.map(({ header }) => header) }));
  if (hasErrors(date.findings)) return refused(...date.findings);
  const rows = new Map<number, number>();
  const repeated: number[] = [];
  date.values.forEach((day, row) => {
    if (Number.isNaN(day)) return;
    if (rows.has(day)) repeated.push(table.rowNumbers[row] ?? 0);
    else rows.set(day, row);
  });
  const where = { column: date.header, rows: repeated };
  if (repeated.length > 0) return refused(error('join_dates_repeat', where));
  const findings = [...table.findings, ...date.findings, ...cellFindings(date, 'date', table.rowNumbers)];
  return { ...part, date, rows, findings: findings.map(ofFile(fileName)) };
}

const daysOf = ({ rows }: Dated): number[] => [...rows.keys()].sort((a, b) => a - b);

/** Days against weeks: six rows of seven would have no partner. */
function stepsApart(parts: readonly Dated[]): Finding[] {
  const steps = parts.map((part) => {
    const days = daysOf(part);
    return commonestStep(days.slice(1).map((day, i) => day - (days[i] ?? 0)));
  });
  const [first] = parts;
  return parts.flatMap((part, i) => {
    const [days, otherDays] = [steps[i], steps[0]];
    if (days === undefined || otherDays === undefined || days === otherDays) return [];
    const facts = { days, other: first?.fileName ?? '', otherDays };
    return [ofFile(part.fileName)(error('join_steps_differ', { column: part.date.header }, facts))];
  });
}

/** Mondays against Sundays: the same weeks, and no date in common. */
function datesApart(parts: readonly Dated[]): Finding[] {
  const [first] = parts;
  if (!first) return [];
  return parts.slice(1).flatMap((part) => {
    const others = parts.filter((other) => other !== part);
    if ([...part.rows.keys()].some((day) => others.some(({ rows }) => rows.has(day)))) return [];
    const [begins = 0, otherBegins = 0] = [daysOf(part)[0], daysOf(first)[0]];
    const facts = { date: isoDate(begins), other: first.fileName, otherDate: isoDate(otherBegins) };
    return [ofFile(part.fileName)(error('join_no_date_shared', { column: part.date.header }, facts))];
  });
}

function outerJoin(parts: readonly Dated[]): Table {
  const days = [...new Set(parts.flatMap(daysOf))].sort((a, b) => a - b);
  const taken = new Set<string>();
  const renamed: Finding[] = [];
  const columns = parts.flatMap((part, i) => {
    const place = placesOf(part, days);
    const date = i === 0 ? [dateColumn(part.date, days)] : [];
    for (const { header } of date) taken.add(header);
    const others = part.table.columns.filter((column) => column !== part.date);
    return [
      ...date,
      ...others.map((column) => {
        const header = freeName(column.header, part.fileName, taken);
        if (header !== column.header) renamed.push(renaming(column.header, header, part.fileName));
        taken.add(header);
        return aligned(renamedTo(header, column, part.fileName), place);
      }),
    ];
  });
  return {
    source: { kind: 'joined', headerRow: 1 },
    columns: columns.map((column, position) => ({ ...column, position })),
    // As a spreadsheet would show the joined table: its header is row 1.
    rowNumbers: days.map((_, i) => i + 2),
    findings: [
      ...parts.flatMap(({ findings }) => findings),
      ...renamed,
      ...parts.flatMap((part) => lacking(part, days)),
    ],
  };
}

/** The part's row of each joined row; -1 where it has none. */
const placesOf = ({ rows }: Dated, days: readonly number[]): number[] =>
  days.map((day) => rows.get(day) ?? -1);

function dateColumn({ header, position }: Column, days: readonly number[]): Column {
  const base = { header, position, texts: [], misfits: [], infinite: [], findings: [] };
  return { ...base, kind: 'date', values: Float64Array.from(days) };
}

function aligned(column: Column, places: readonly number[]): Column {
  const { values, texts, misfits, infinite, missing, reported } = column;
  const to = new Map(places.map((row, i) => [row, i]));
  const moved = (cells: readonly Misfit[]) =>
    cells.flatMap(({ index, text }) => {
      const at = to.get(index);
      return at === undefined ? [] : [{ index: at, text }];
    });
  const isText = column.kind === 'text';
  return {
    ...column,
    values: isText ? values : Float64Array.from(places, (row) => values[row] ?? Number.NaN),
    texts: isText ? places.map((row) => texts[row] ?? '') : [],
    misfits: moved(misfits),
    infinite: moved(infinite),
    ...(missing && { missing: moved(missing) }),
    ...(reported && { reported: new Set([...reported].flatMap((row) => to.get(row) ?? [])) }),
  };
}

function renamedTo(header: string, column: Column, fileName: string): Column {
  const findings = column.findings.map((found) => ofFile(fileName)({ ...found, column: header }));
  return { ...column, header, findings };
}

/** `tv_spend`, or `tv_spend (spend.csv)` where another file has it already. */
function freeName(header: string, fileName: string, taken: ReadonlySet<string>): string {
  let name = header;
  for (let i = 1; taken.has(name); i += 1) name = `${header} (${fileName}${i > 1 ? ` ${i}` : ''})`;
  return name;
}

const renaming = (column: string, name: string, fileName: string): Finding =>
  ofFile(fileName)(warning('join_column_renamed', { column: name }, { text: column }));

/** Dates written out before "and n more". */
const datesShown = 4;

function lacking(part: Dated, days: readonly number[]): Finding[] {
  const absent = days.filter((day) => !part.rows.has(day));
  if (absent.length === 0) return [];
  const facts = { dates: absent.slice(0, datesShown).map(isoDate), count: absent.length };
  return [ofFile(part.fileName)(warning('join_rows_missing', {}, facts))];
}
