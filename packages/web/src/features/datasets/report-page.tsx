// Step 3: what will be fitted, in the data's own numbers: period, target, spend by channel, and what remains to know.
import type { ColumnView, DatasetView, FindingView } from '@mixmodel/contract';
import { amountText, currencyUnit } from '@mixmodel/report';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { datasetQuery } from '../../api/datasets.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { PageFoot } from '../../ui/page-foot.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Empty, PageSkeleton, Refusal } from '../../ui/states.tsx';
import { counted, dayText } from '../../ui/written.ts';
import { DatasetSteps } from './dataset-steps.tsx';
import { FindingList } from './finding-list.tsx';
import { errorsAmong } from './findings.ts';
import { roleWords } from './roles.ts';
import { RowsPanel } from './rows-panel.tsx';
import { shareWords, spendOf } from './spend.ts';

export function ReportPage() {
  const { workspaceId, datasetId } = useParams({ from: '/w/$workspaceId/data/$datasetId/report' });
  const { data, error, refetch } = useQuery(datasetQuery(workspaceId, datasetId));
  usePageTitle('What will be fitted', data?.dataset.fileName);
  if (data) return <Report workspaceId={workspaceId} view={data} />;
  if (error)
    return <Refusal error={error} title="The dataset could not be shown" onRetry={() => void refetch()} />;
  return <PageSkeleton />;
}

function Report({ workspaceId, view }: { workspaceId: string; view: DatasetView }) {
  const datasetId = view.dataset.id;
  const params = { workspaceId, datasetId };
  const [rows, setRows] = useState<FindingView | null>(null);
  const ready = errorsAmong(view.findings).length === 0;
  const toColumns = (
    <ButtonLink to="/w/$workspaceId/data/$datasetId/columns" params={params}>
      {ready ? 'Back' : 'Go to the columns'}
    </ButtonLink>
  );
  return (
    <>
      <h1>What will be fitted</h1>
      <DatasetSteps present={2} workspaceId={workspaceId} datasetId={datasetId} />
      {ready && view.grid && view.draft ? (
        <>
          <Facts view={view} grid={view.grid} />
          <div className="mt-8 grid grid-cols-[minmax(0,1fr)_312px] items-start gap-10 max-lg:grid-cols-1">
            <div className="grid gap-8">
              <SpendTable view={view} />
              <Others view={view} />
            </div>
            <FindingList findings={view.findings} onShowRows={setRows} />
          </div>
          <PageFoot
            back={toColumns}
            next={
              <ButtonLink kind="primary" to="/w/$workspaceId/data/$datasetId/fit" params={params}>
                Choose the model
              </ButtonLink>
            }
          />
        </>
      ) : (
        <div className="mt-6">
          <Empty title={unready(view)}>
            <p>The report is ready as soon as the columns leave nothing to solve.</p>
            <div>{toColumns}</div>
          </Empty>
        </div>
      )}
      <RowsPanel {...params} finding={rows} onClose={() => setRows(null)} />
    </>
  );
}

function unready(view: DatasetView): string {
  const toSolve = errorsAmong(view.findings).length;
  return toSolve === 0
    ? 'The columns are not complete yet'
    : `${counted(toSolve, 'error')} in the data must be solved first`;
}

const unitOf = (view: DatasetView) =>
  currencyUnit(view.mapping.currency ?? view.draft?.columns.target.currency);

function Facts({ view, grid }: { view: DatasetView; grid: NonNullable<DatasetView['grid']> }) {
  const target = view.draft?.columns.target;
  const column = view.columns.find(({ name }) => name === target?.column);
  const spend = spendOf(view);
  const facts = [
    {
      label: 'Period',
      value: counted(grid.periods, grid.period),
      note: `${dayText(grid.from)} to ${dayText(grid.to)}`,
    },
    {
      label: `Target: ${column?.label ?? target?.column ?? ''}`,
      value:
        column?.total == null
          ? '–'
          : amountText(column.total, target?.kind === 'money' ? unitOf(view) : undefined),
      note: target?.kind === 'money' ? 'in all' : 'units in all',
    },
    {
      label: 'Spend',
      value: spend.total === null ? '–' : amountText(spend.total, unitOf(view)),
      note: `in all, in ${counted(spend.channels.length, 'channel')}`,
    },
  ];
  return (
    <dl className="mt-6 flex flex-wrap gap-x-12 gap-y-4">
      {facts.map(({ label, value, note }) => (
        <div key={label}>
          <dt className="text-12 text-muted">{label}</dt>
          <dd className="font-semibold text-20 tabular-nums tracking-tight">{value}</dd>
          <dd className="text-13 text-muted">{note}</dd>
        </div>
      ))}
    </dl>
  );
}

function SpendTable({ view }: { view: DatasetView }) {
  const { channels } = spendOf(view);
  const unit = unitOf(view);
  return (
    <section aria-labelledby="spend-head">
      <h2 id="spend-head">Spend by channel</h2>
      <table className="table-plain mt-2">
        <thead>
          <tr>
            <th scope="col">Channel</th>
            <th scope="col" className="n">
              Spend
            </th>
            <th scope="col" className="n">
              Share
            </th>
            <th scope="col" className="w-[40%] max-sm:hidden">
              <span className="sr-only">Share drawn</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {channels.map(({ name, column, total, share }) => (
            <tr key={column}>
              <th scope="row" className="font-medium">
                {name}
                {name !== column && <span className="ml-2 font-normal text-12 text-muted">{column}</span>}
              </th>
              <td className="n">{total === null ? '–' : amountText(total, unit)}</td>
              <td className="n">{shareWords(share)}</td>
              <td className="max-sm:hidden" aria-hidden="true">
                <div className="h-2 bg-muted" style={{ width: `${(share ?? 0) * 100}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const used = new Set(['exposure', 'organic', 'control', 'treatment', 'event', 'revenue_per_kpi']);

/** Columns that go into the model beside target and spend, and those that do not. */
function Others({ view }: { view: DatasetView }) {
  const inModel = view.columns.filter(({ role }) => used.has(role));
  const leftOut = view.columns.filter(({ role }) => role === 'ignore' || role === 'outcome');
  return (
    <section aria-labelledby="others-head">
      <h2 id="others-head">Other columns</h2>
      <dl className="mt-2 grid gap-3 text-13">
        <ColumnNames title="Also in the model" columns={inModel} />
        <ColumnNames title="Left out" columns={leftOut} />
      </dl>
    </section>
  );
}

function ColumnNames({ title, columns }: { title: string; columns: readonly ColumnView[] }) {
  return (
    <div>
      <dt className="text-muted">{title}</dt>
      <dd className="[overflow-wrap:anywhere]">
        {columns.length === 0
          ? 'none'
          : columns
              .map(({ name, role }) =>
                role === 'ignore' ? name : `${name} (${roleWords[role].name.toLowerCase()})`,
              )
              .join(', ')}
      </dd>
    </div>
  );
}
