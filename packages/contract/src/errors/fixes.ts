// What can be changed in the mapping to settle a finding: the buttons that stand beside its sentence.
import type { ColumnRole, ColumnView, Fix, Mapping } from '../api/dataset.ts';
import { fact, listFact, type Told } from './entry.ts';

/** What a column is at present. */
export type KnownColumn = Pick<ColumnView, 'name' | 'role' | 'kind'>;

type Fixes = (told: Told, known: readonly KnownColumn[]) => Fix[];

/** More choices than this are no help: the table of columns has them all. */
const mostChoices = 6;

const fix = (label: string, change: Mapping): Fix => ({ label, change });

function withRole(names: readonly string[], role: ColumnRole): Mapping {
  return { roles: Object.fromEntries(names.map((name) => [name, role])) };
}

const ignore = (name: string): Fix => fix(`Ignore ${name}`, withRole([name], 'ignore'));

const ignoreColumn: Fixes = ({ column }) => (column === undefined ? [] : [ignore(column)]);

/** The date and the KPI cannot be ignored: only a column known to be another is. */
const ignoreUnlessNeeded: Fixes = ({ column }, known) => {
  const role = known.find(({ name }) => name === column)?.role;
  const isNeeded = role === undefined || role === 'date' || role === 'target';
  return column === undefined || isNeeded ? [] : [ignore(column)];
};

/** Without any one of them the others are free; the sum of others goes first. */
const ignoreTied: Fixes = (told, known) =>
  [told.column ?? '', ...listFact(told, 'columns')]
    .slice(0, mostChoices)
    .flatMap((column) => ignoreUnlessNeeded({ ...told, column }, known));

/** `column` is the KPI, and no other is. */
function explain(column: string, others: readonly string[]): Fix {
  const rest = others.filter((name) => name !== column);
  return fix(`Explain ${column}`, {
    roles: { ...withRole(rest, 'outcome').roles, ...withRole([column], 'target').roles },
  });
}

/** Columns of numbers that could be what is to be explained: results of media first. */
const otherTarget: Fixes = (told, known) => {
  const rank = ({ role }: KnownColumn) => ['outcome', 'control', 'revenue_per_kpi'].indexOf(role);
  return known
    .filter((column) => column.kind === 'number' && column.name !== told.column && rank(column) >= 0)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, mostChoices)
    .map(({ name }) => explain(name, told.column === undefined ? [] : [told.column]));
};

const oneOfTargets: Fixes = (told) => {
  const columns = listFact(told, 'columns');
  return columns.slice(0, mostChoices).map((column) => explain(column, columns));
};

const media: Fixes = (_, known) =>
  known
    .filter(({ role, kind }) => kind === 'number' && ['control', 'outcome', 'treatment'].includes(role))
    .slice(0, mostChoices)
    .map(({ name }) => fix(`Take ${name} as media spend`, withRole([name], 'spend')));

const sure: Fixes = (told) => {
  const several = listFact(told, 'columns');
  const names = several.length > 0 ? several : [told.column ?? ''];
  const [media, control] =
    names.length > 1
      ? ['They are media spend', 'They are controls']
      : ['It is media spend', 'It is a control'];
  return [fix(media, withRole(names, 'spend')), fix(control, withRole(names, 'control'))];
};

/** The sign that stands last in the text is the decimal one if it means 1.234, and groups thousands if not. */
const decimalSign: Fixes = (told) => {
  const text = String(told.facts?.text ?? '');
  const sign = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
  const other = sign === ',' ? '.' : ',';
  const asRead = (key: string) => `Read ${text} as ${told.facts?.[key]}`;
  return [fix(asRead('thousands'), { decimal: other }), fix(asRead('decimal'), { decimal: sign })];
};

const dateOrders: Fixes = (told) =>
  (['dmy', 'mdy', 'ymd'] as const).flatMap((dateOrder) => {
    const date = told.facts?.[dateOrder];
    return date === undefined ? [] : [fix(`Read ${told.facts?.text} as ${date}`, { dateOrder })];
  });

const otherSheets: Fixes = (told) =>
  listFact(told, 'sheets')
    .filter((sheet) => sheet !== told.facts?.sheet)
    .slice(0, mostChoices)
    .map((sheet) => fix(`Read sheet ${sheet}`, { sheet }));

const delimiters = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;

/** A header that was not cut holds the sign that should have cut it. */
const otherDelimiter: Fixes = ({ column = '' }) =>
  Object.entries(delimiters)
    .filter(([, delimiter]) => column.includes(delimiter))
    .map(([name, delimiter]) => fix(`Separate columns by ${name}`, { delimiter }));

const addUp: Fixes = () => [fix('Add them up', { duplicates: 'sum' })];

const fixes: Readonly<Record<string, Fixes>> = {
  sheet_not_found: otherSheets,
  sheet_empty: otherSheets,
  several_sheets: otherSheets,
  encoding_unknown: () =>
    ['utf-8', 'windows-1252', 'utf-16le'].map((encoding) => fix(`Read as ${encoding}`, { encoding })),
  one_column: otherDelimiter,
  ambiguous_number: decimalSign,
  mixed_decimals: ignoreUnlessNeeded,
  infinite_number: ignoreUnlessNeeded,
  number_out_of_range: ignoreUnlessNeeded,
  media_not_numeric: ignoreColumn,
  control_not_numeric: ignoreColumn,
  revenue_per_kpi_not_numeric: ignoreColumn,
  ambiguous_dates: dateOrders,
  no_target: otherTarget,
  two_targets: oneOfTargets,
  other_target_left_out: (told) => [explain(told.column ?? '', [fact(told, 'target')])],
  target_all_zero: otherTarget,
  target_constant: otherTarget,
  kpi_kind_assumed: () => [fix('It is money', { kpi: 'money' }), fix('It counts units', { kpi: 'units' })],
  no_media_cols: media,
  unsure_role: sure,
  target_is_channel: (told) => (told.facts?.channel === told.column ? [] : [ignore(fact(told, 'channel'))]),
  duplicate_dates: addUp,
  long_table_repeated: addUp,
  daily_offer_weeks: () => [fix('Take them as weeks', { weeks: 1 })],
  partial_period: () => [fix('Keep it as it is', { partial: 'keep' })],
  missing_media: ignoreColumn,
  missing_control: ignoreColumn,
  missing_revenue_per_kpi: ignoreColumn,
  revenue_per_kpi_not_positive: ignoreColumn,
  negative_spend: ignoreColumn,
  zero_spend_channel: ignoreColumn,
  zero_variance: ignoreUnlessNeeded,
  collinear_media: ignoreTied,
  collinear_controls: ignoreTied,
  duplicate_columns: (told, known) => [
    ...ignoreColumn(told, known),
    ...ignoreUnlessNeeded({ ...told, column: fact(told, 'other') }, known),
  ],
};

/** Changes of the mapping, each of which settles `finding`; none where only the file itself can be corrected. */
export function fixesOf(finding: Told, known: readonly KnownColumn[] = []): Fix[] {
  const all = Object.hasOwn(fixes, finding.code) ? (fixes[finding.code]?.(finding, known) ?? []) : [];
  const file = finding.facts?.ofFile;
  return file === undefined
    ? all
    : all.map((each) => ({ ...each, change: ofFile(String(file), each.change) }));
}

/** How a file is read is said of the one file it is about. */
function ofFile(file: string, change: Mapping): Mapping {
  const { sheet, encoding, delimiter, decimal, dateOrder, ...rest } = change;
  const asked = { sheet, encoding, delimiter, decimal, dateOrder };
  const reading = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  return Object.keys(reading).length === 0 ? change : { ...rest, files: { [file]: reading } };
}
