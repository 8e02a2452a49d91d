// A figure: the finding as its heading, what is plotted under it, the drawing or its table, and the tools.
import type { Chart } from '@mixmodel/report/charts';
import { type ReactNode, useId, useState } from 'react';
import { ChartTable } from './chart-table.tsx';
import { Drawing } from './drawing.tsx';
import { Tools } from './tools.tsx';
import { usePhone } from './use-phone.ts';

interface HeadProps {
  title: ReactNode;
  subtitle: ReactNode;
  id?: string;
  tools?: ReactNode;
}

/** Heading of a section: finding, tools at the right, and under both what is plotted. */
export function FigureHead({ title, subtitle, id, tools }: HeadProps) {
  return (
    <div className="mb-3 grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4">
      <h2 id={id}>{title}</h2>
      {tools}
      {subtitle && <p className="col-span-full max-w-[92ch] text-13 text-muted">{subtitle}</p>}
    </div>
  );
}

interface FoldedProps extends HeadProps {
  fold: boolean;
  children: ReactNode;
}

/** On a phone a section that is not the first shows its finding alone, until it is opened. */
function Folded({ fold, title, subtitle, id, tools, children }: FoldedProps) {
  const isPhone = usePhone();
  if (!(fold && isPhone)) {
    return (
      <>
        <FigureHead id={id} title={title} subtitle={subtitle} tools={tools} />
        {children}
      </>
    );
  }
  return (
    <details className="group border-border border-y py-2">
      <summary className="flex min-h-10 items-center gap-3">
        <h2 id={id} className="grow">
          {title}
        </h2>
        <span aria-hidden="true" className="text-20 text-muted group-open:rotate-45">
          +
        </span>
      </summary>
      <div className="flex justify-end">{tools}</div>
      <p className="mb-3 text-13 text-muted">{subtitle}</p>
      {children}
    </details>
  );
}

interface FigureProps {
  chart: Chart;
  /** In place of the chart's own words. */
  title?: ReactNode;
  subtitle?: ReactNode;
  /** Folded on a phone. */
  fold?: boolean;
}

export function Figure({ chart, title = chart.title, subtitle = chart.subtitle, fold = false }: FigureProps) {
  const [table, setTable] = useState(false);
  const id = useId();
  const name = chart.title || chart.description;
  const tools = <Tools charts={[chart]} name={name} table={table} onTable={() => setTable(!table)} />;
  return (
    <figure aria-labelledby={id} className="min-w-0 break-inside-avoid">
      <Folded id={id} fold={fold} title={title} subtitle={subtitle} tools={tools}>
        {table ? <ChartTable table={chart.table} caption={name} /> : <Drawing chart={chart} />}
      </Folded>
    </figure>
  );
}

interface Panel {
  readonly key: string;
  readonly chart: Chart;
  readonly head: ReactNode;
}

interface MultiplesProps {
  title: string;
  subtitle: string;
  panels: readonly Panel[];
  /** Classes of the grid. */
  grid: string;
  /** After the last panel. */
  children?: ReactNode;
}

/** One small chart for each channel under one heading and one pair of tools. */
export function Multiples({ title, subtitle, panels, grid, children }: MultiplesProps) {
  const [table, setTable] = useState(false);
  const id = useId();
  const charts = panels.map(({ chart }) => chart);
  const tools = <Tools charts={charts} name={title} table={table} onTable={() => setTable(!table)} />;
  return (
    <div className="mt-10 max-sm:mt-4">
      <Folded id={id} fold title={title} subtitle={subtitle} tools={tools}>
        <div className={`mt-4 grid ${grid}`}>
          {panels.map(({ key, chart, head }) => (
            <figure key={key} className="min-w-0 break-inside-avoid">
              {head}
              {table ? (
                <ChartTable table={chart.table} caption={chart.title || chart.description} />
              ) : (
                <Drawing chart={chart} />
              )}
            </figure>
          ))}
          {children}
        </div>
      </Folded>
    </div>
  );
}
