// The small multiples of the manager's view: every channel's response curve, every channel's carry-over.
import { curvesTitle, decayTitle } from '../views/return-titles.ts';
import type { View } from '../views/view.ts';
import type { Chart } from './chart.ts';
import { curveChart, curveSlope } from './curve.tsx';
import { decayChart } from './decay.tsx';
import { grid } from './grid.tsx';

/** Of all channels, or of those in `columns`, to the slope of all. */
export function curvesChart(view: View, columns: readonly string[] = view.order): Chart {
  const slope = curveSlope(view);
  const panels = columns.flatMap((column) => curveChart(view, column, { slope }) ?? []);
  const { title, subtitle } = curvesTitle(view);
  const words = { title, subtitle: `${subtitle} ${curvesNote}` };
  return grid(panels, { id: 'curves', ...words, narrowest: 280, columns: 3 });
}

/** How panels of different scales compare, and what an arrow is: for the key beside the curves. */
export const curvesNote =
  'The same return is equally steep in every panel. Arrow: the 94 % band goes on above.';

export function decaysChart(view: View, columns: readonly string[] = view.order): Chart {
  const panels = columns.map((column) => decayChart(view, column));
  return grid(panels, { id: 'carry-over', ...decayTitle(view), narrowest: 188, columns: 5 });
}
