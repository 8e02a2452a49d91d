// The columns of a file as a table, on a phone as cards: name, drawing, first values, role and the reason for it.
import type { ColumnView, DatasetView, FindingView } from '@mixmodel/contract';
import { amountText, currencyUnit } from '@mixmodel/report';
import { cssPalette, sparkline } from '@mixmodel/report/charts';
import { Fragment } from 'react';
import { classes } from '../../ui/classes.ts';
import { Select } from '../../ui/field.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { counted } from '../../ui/written.ts';
import { gravestOf } from './findings.ts';
import { changed, guessedAgain } from './mapping.ts';
import { columnRoles, roleWords } from './roles.ts';
import type { MappingEdits } from './use-mapping-edits.ts';

interface ColumnTableProps {
  readonly view: DatasetView;
  readonly edits: MappingEdits;
}

/** The id of a column's row, to which findings jump. */
export const columnId = (column: string) => `column-${encodeURIComponent(column)}`;

export function ColumnTable({ view, edits }: ColumnTableProps) {
  const currency = edits.mapping.currency ?? view.draft?.columns.target.currency;
  const span = view.grid
    ? counted(view.grid.periods, view.grid.period)
    : counted(view.table?.rows ?? 0, 'row');
  return (
    <table className="w-full border-collapse text-13 max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          <Head className="w-[19%]">Column</Head>
          <Head className="w-32">{span}</Head>
          <Head className="w-[20%]">First values</Head>
          <Head className="w-48">Role</Head>
          <Head>Why we think so</Head>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {view.columns.map((column) => (
          <ColumnRow
            key={column.name}
            column={column}
            finding={gravestOf(column.name, view.findings)}
            currency={currency}
            edits={edits}
          />
        ))}
      </tbody>
    </table>
  );
}

function Head({ className, children }: { className?: string; children: string }) {
  return (
    <th
      scope="col"
      className={classes(
        'sticky top-0 z-1 border-rule border-b bg-bg py-2 pr-3 text-left align-bottom font-medium text-12 text-muted last:pr-0',
        className,
      )}
    >
      {children}
    </th>
  );
}

interface ColumnRowProps {
  readonly column: ColumnView;
  readonly finding: FindingView | undefined;
  readonly currency: string | undefined;
  readonly edits: MappingEdits;
}

function ColumnRow({ column, finding, currency, edits }: ColumnRowProps) {
  const role = edits.mapping.roles?.[column.name] ?? column.role;
  const isError = finding?.severity === 'error';
  const reasonId = `${columnId(column.name)}-reason`;
  return (
    <tr
      id={columnId(column.name)}
      className={classes(
        'border-border border-b align-top scroll-mt-4 hover:bg-bg2',
        'max-md:grid max-md:grid-cols-[minmax(0,1fr)_112px] max-md:gap-x-4 max-md:gap-y-1 max-md:py-3',
      )}
    >
      <th
        scope="row"
        className="py-2 pr-3 text-left font-semibold [overflow-wrap:anywhere] md:pt-3.5 max-md:p-0"
      >
        <BreakableName name={column.name} />
        <div className="font-normal text-12 text-muted tabular-nums">{underName(column, role, currency)}</div>
      </th>
      <td className="py-2 pr-3 max-md:p-0">
        <Sparkline column={column} role={role} />
      </td>
      <td className="py-2 pr-3 text-12 text-muted tabular-nums [overflow-wrap:anywhere] md:pt-4 max-md:col-span-2 max-md:p-0">
        {firstValues(column)}
      </td>
      <td className="py-2 pr-3 max-md:col-span-2 max-md:p-0">
        <Select
          aria-label={`Role of ${column.name}`}
          aria-invalid={isError || undefined}
          aria-describedby={reasonId}
          value={role}
          onChange={(event) => {
            const chosen = columnRoles.find((known) => known === event.target.value);
            if (chosen) edits.change((mapping) => changed(mapping, { roles: { [column.name]: chosen } }));
          }}
        >
          {columnRoles.map((known) => (
            <option key={known} value={known}>
              {roleWords[known].name}
            </option>
          ))}
        </Select>
      </td>
      <td id={reasonId} className="py-2 text-12 text-muted md:pt-4 max-md:col-span-2 max-md:p-0">
        <Reason column={column} role={role} finding={finding} edits={edits} />
      </td>
    </tr>
  );
}

interface ReasonProps {
  readonly column: ColumnView;
  readonly role: ColumnView['role'];
  readonly finding: FindingView | undefined;
  readonly edits: MappingEdits;
}

function Reason({ column, role, finding, edits }: ReasonProps) {
  const chosen = edits.mapping.roles?.[column.name] !== undefined;
  return (
    <>
      {finding && (
        <>
          <b className={classes('font-medium', finding.severity === 'error' ? 'text-bad' : 'text-warn')}>
            {finding.severity === 'error' ? 'Error:' : 'Warning:'}
          </b>{' '}
          <Sentence text={finding.title} />.{' '}
        </>
      )}
      {chosen ? `Your choice: ${roleWords[role].means}.` : <Sentence text={column.reason} />}
      {chosen && (
        <>
          {' '}
          <button
            type="button"
            className="link"
            aria-label={`Guess again what ${column.name} is`}
            onClick={() => edits.change((mapping) => guessedAgain(mapping, column.name))}
          >
            Guess again
          </button>
        </>
      )}
    </>
  );
}

/** Long names break after their underscores rather than inside a word. */
function BreakableName({ name }: { name: string }) {
  return name.split(/(?<=[_.-])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts are their places
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

function Sparkline({ column, role }: { column: ColumnView; role: ColumnView['role'] }) {
  const values = column.sparkline;
  if (!values?.some((value) => value !== null)) return <span className="text-12 text-muted">–</span>;
  const kind = role === 'spend' || isOnAndOff(column) ? 'bars' : 'line';
  return sparkline(values, kind).draw({ width: 112, palette: cssPalette });
}

/** Zero most of the time: a line between the few other values would say too much. */
function isOnAndOff({ sparkline }: ColumnView): boolean {
  const zeros = sparkline?.filter((value) => value === 0).length ?? 0;
  return zeros > (sparkline?.length ?? 0) / 2;
}

const summed = new Set(['target', 'spend', 'exposure', 'organic']);

/** `TV, €384 k in all`; what a sum says nothing about has only its label. */
function underName(column: ColumnView, role: ColumnView['role'], currency: string | undefined): string {
  const inMoney = role === 'spend' || (role === 'target' && currency !== undefined);
  const total =
    column.total !== null && summed.has(role)
      ? `${amountText(column.total, inMoney ? currencyUnit(currency) : undefined)} in all`
      : null;
  return [column.label, total].filter(Boolean).join(', ');
}

/** Letters of one line; one value is shown whatever its length. */
const roomFor = 20;

function firstValues({ firstValues: values, kind }: ColumnView): string {
  if (values.length === 0) return 'empty';
  const written = kind === 'text' ? values.map((value) => `“${value}”`) : values;
  const fitting = written.filter((_, index) => written.slice(0, index + 1).join(', ').length <= roomFor);
  return `${(fitting.length > 0 ? fitting : written.slice(0, 1)).join(', ')}, …`;
}
