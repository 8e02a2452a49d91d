// A figure: the finding as its heading, what is plotted under it, the drawing or its table, and the tools.
import type { Chart } from '@mixmodel/report/charts';
import { type ReactNode, useId, useState } from 'react';
import { ChartTable } from './chart-table.tsx';
import { Drawing } from './drawing.tsx';
import { Tools } from './tools.tsx';

interface HeadProps {
  title: ReactNode;
  subtitle: ReactNode;
  id?: string;
  tools?: ReactNode;
}

/** Heading of a section: finding, subtitle, tools at the right. */
export function FigureHead({ title, subtitle, id, tools }: HeadProps) {
  return (
    <div className="mb-3 flex items-start justify-between gap-4">
      <div className="min-w-0">
        <h2 id={id}>{title}</h2>
        {subtitle && <p className="max-w-[92ch] text-13 text-muted">{subtitle}</p>}
      </div>
      {tools}
    </div>
  );
}

interface FigureProps {
  chart: Chart;
  /** In place of the chart's own finding. */
  title?: ReactNode;
  subtitle?: ReactNode;
}

export function Figure({ chart, title = chart.title, subtitle = chart.subtitle }: FigureProps) {
  const [table, setTable] = useState(false);
  const id = useId();
  const name = chart.title || chart.description;
  return (
    <figure aria-labelledby={id} className="min-w-0 break-inside-avoid">
      <FigureHead
        id={id}
        title={title}
        subtitle={subtitle}
        tools={<Tools charts={[chart]} name={name} table={table} onTable={() => setTable(!table)} />}
      />
      {table ? <ChartTable table={chart.table} caption={name} /> : <Drawing chart={chart} />}
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
  return (
    <section aria-labelledby={id} className="mt-10 max-sm:mt-8">
      <FigureHead
        id={id}
        title={title}
        subtitle={subtitle}
        tools={<Tools charts={charts} name={title} table={table} onTable={() => setTable(!table)} />}
      />
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
    </section>
  );
}
