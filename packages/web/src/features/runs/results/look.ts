// What a reader looks at, kept in the address so that it stays when the view changes: view, one channel, the last weeks.
import type { View } from '@mixmodel/report';
import { useNavigate, useSearch } from '@tanstack/react-router';

type ViewName = 'executive' | 'manager' | 'analyst';

export interface Look {
  readonly view: ViewName;
  /** Column of one channel; null for all. */
  readonly channel: string | null;
  /** Periods shown on charts over time, counted from the last; null for all. */
  readonly last: number | null;
}

export function useLook(): readonly [Look, (change: Partial<Look>) => void] {
  const { view = 'executive', channel, last } = useSearch({ from: '/w/$workspaceId/runs/$runId' });
  const navigate = useNavigate({ from: '/w/$workspaceId/runs/$runId' });
  const look: Look = { view, channel: channel ?? null, last: last ?? null };
  const change = (to: Partial<Look>) => {
    const next = { ...look, ...to };
    void navigate({
      search: {
        view: next.view,
        ...(next.channel !== null && { channel: next.channel }),
        ...(next.last !== null && { last: next.last }),
      },
      replace: to.view === undefined,
      resetScroll: false,
    });
  };
  return [look, change];
}

/** `view` with its series cut to the last periods: what is drawn over time, while every figure stays of the whole. */
export function lately(view: View, last: number | null): View {
  const { insights } = view;
  const all = insights.series.dates.length;
  if (last === null || last >= all) return view;
  const tail = <T>(values: readonly T[]): T[] => values.slice(-last);
  const { dates, actual, fitted, predicted, baseline, treatments, channels } = insights.series;
  const band = (of: typeof predicted) => ({
    mean: tail(of.mean),
    q03: tail(of.q03),
    q25: tail(of.q25),
    q75: tail(of.q75),
    q97: tail(of.q97),
  });
  const series = {
    dates: tail(dates),
    actual: tail(actual),
    fitted: tail(fitted),
    predicted: band(predicted),
    baseline: band(baseline),
    ...(treatments && { treatments: treatments.map(band) }),
    channels: channels.map(band),
  };
  return { ...view, insights: { ...insights, series } };
}

/** The spans worth offering: shorter than the data, a year and half a year. */
export function spansOf(periods: number, period: 'day' | 'week' | 'month'): readonly number[] {
  const year = { day: 365, week: 52, month: 12 }[period];
  return [year, Math.round(year / 2)].filter((span) => span < periods);
}
