// The manager view: what each channel returns and would return, its curve, its carry-over, the total, how much is data.
import { curveNote, curvesTitle, decayNote, decayTitle, type View } from '@mixmodel/report';
import {
  curveChart,
  curveSlope,
  decayChart,
  metersChart,
  roasChart,
  waterfallChart,
} from '@mixmodel/report/charts';
import { type ReactNode, useMemo } from 'react';
import { Figure, Multiples } from '../figure/figure.tsx';
import { Term } from '../term.tsx';
import { ChannelName } from './channel-name.tsx';
import { CurveKey } from './curve-key.tsx';
import type { Look } from './look.ts';

interface ViewProps {
  view: View;
  look: Look;
}

export function Manager({ view, look }: ViewProps) {
  const roas = useMemo(() => roasChart(view), [view]);
  const meters = useMemo(() => metersChart(view), [view]);
  const waterfall = useMemo(() => waterfallChart(view), [view]);
  return (
    <>
      <section className="mt-6">
        <Figure chart={roas} />
      </section>
      <Curves view={view} look={look} />
      <CarryOver view={view} look={look} />
      <section className="mt-10 grid gap-10 max-sm:mt-4 max-sm:gap-4 md:grid-cols-2">
        <Figure chart={waterfall} fold />
        <Figure chart={meters} fold />
      </section>
      <Footnote view={view} />
    </>
  );
}

/** The words of the page, each with its sentence behind it. */
function Footnote({ view }: { view: View }) {
  const inMoney = view.result.channels.some(({ roas }) => roas !== null);
  const breakEven =
    view.margin === null
      ? '1, because no margin was given'
      : `${view.breakEven.toFixed(2)}: 1 divided by the margin of ${Number((view.margin * 100).toFixed(2))} %`;
  return (
    <p className="mt-10 max-w-[92ch] border-border border-t pt-4 text-13 text-pretty text-muted">
      {inMoney && (
        <>
          <Term of="ROAS" /> counts what came within the measured periods, <Term of="ROAS of the spend" /> the
          effect after them too, and <Term of="Marginal ROAS" /> the next unit when every period’s spend grows
          alike. <Term of="Break-even" /> is {breakEven}.{' '}
        </>
      )}
      The channels keep the order of their <Term of="Contribution">contribution</Term> on every chart.
    </p>
  );
}

/** The channels to show: all, or the one that is looked at. */
function shown(view: View, look: Look): readonly string[] {
  return look.channel !== null && view.order.includes(look.channel) ? [look.channel] : view.order;
}

function panelHead(view: View, column: string, note: string): ReactNode {
  return (
    <figcaption className="mb-2">
      <h3>
        <ChannelName view={view} column={column} />
      </h3>
      <p className="text-13 text-muted tabular-nums">{note}</p>
    </figcaption>
  );
}

function Curves({ view, look }: ViewProps) {
  const panels = useMemo(() => {
    const slope = curveSlope(view);
    return shown(view, look).flatMap((column) => {
      const chart = curveChart(view, column, { slope });
      return chart ? [{ key: column, chart, head: panelHead(view, column, curveNote(view, column)) }] : [];
    });
  }, [view, look]);
  if (panels.length === 0) return null;
  const { title, subtitle } = curvesTitle(view);
  return (
    <Multiples
      title={title}
      subtitle={subtitle}
      panels={panels}
      grid={
        panels.length === 1
          ? 'gap-8 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]'
          : 'gap-8 sm:grid-cols-2 lg:grid-cols-3'
      }
    >
      <CurveKey view={view} />
    </Multiples>
  );
}

function CarryOver({ view, look }: ViewProps) {
  const panels = useMemo(
    () =>
      shown(view, look).map((column) => ({
        key: column,
        chart: decayChart(view, column),
        head: panelHead(view, column, decayNote(view, column)),
      })),
    [view, look],
  );
  const { title, subtitle } = decayTitle(view);
  return (
    <Multiples
      title={title}
      subtitle={subtitle}
      panels={panels}
      grid={
        panels.length === 1
          ? 'md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]'
          : 'gap-6 sm:grid-cols-2 md:grid-cols-3 lg:grid-cols-5'
      }
    />
  );
}
