// The slow twin of the series: every draw convolved directly, all of it held, sorted and read off.
import type { Series } from '../src/fit/insights.ts';
import type { Band } from '../src/fit/result.ts';
import type { ModelData } from '../src/model/data.ts';
import type { ParameterPoint } from '../src/model/posterior.ts';
import { scaleData } from '../src/model/scaled.ts';
import type { Spec } from '../src/model/spec.ts';
import { purpose } from '../src/numeric/purposes.ts';
import { stream } from '../src/numeric/random.ts';
import { curveAt } from './marginal-density.ts';

/** `points` are all draws, in order. */
export function slowSeries(
  spec: Spec,
  data: ModelData,
  points: readonly ParameterPoint[],
  seed: number,
): Pick<Series, 'predicted' | 'baseline' | 'channels'> {
  const { columns, mask, leadIn, rows, targetScale } = scaleData(spec, data);
  const periods = Array.from({ length: rows - leadIn }, (_, i) => leadIn + i);
  const table = (at: (point: ParameterPoint, t: number) => number) =>
    periods.map((t) => points.map((point) => targetScale * at(point, t)));
  const baseline = table(({ linear }, t) =>
    columns.reduce((sum, column, i) => sum + linear[i] * column.values[t], 0),
  );
  const channels = spec.channels.map((_, c) =>
    table((point, t) => point.channels[c].beta * curveAt(spec, data, point, c, t)),
  );
  const mean = baseline.map((draws, i) =>
    draws.map((base, s) => channels.reduce((sum, channel) => sum + channel[i][s], base)),
  );
  // One normal a period: those of the likelihood first, then the others.
  const order = [...periods.filter((t) => mask[t] === 1), ...periods.filter((t) => mask[t] === 0)];
  const noise = points.map(({ sigma }, s) => {
    const random = stream(seed, 0, purpose.predictive, s);
    return new Map(order.map((t) => [t, targetScale * sigma * random.normal()]));
  });
  const kpi = mean.map((draws, i) => draws.map((mu, s) => mu + (noise[s].get(periods[i]) ?? Number.NaN)));
  return {
    predicted: { ...slowBand(kpi), mean: slowBand(mean).mean },
    baseline: slowBand(baseline),
    channels: channels.map(slowBand),
  };
}

function slowBand(points: readonly (readonly number[])[]): Band {
  const at = (p: number) =>
    points.map((draws) =>
      interpolated(
        [...draws].sort((a, b) => a - b),
        p,
      ),
    );
  return {
    mean: points.map((draws) => draws.reduce((sum, draw) => sum + draw, 0) / draws.length),
    q03: at(0.03),
    q25: at(0.25),
    q75: at(0.75),
    q97: at(0.97),
  };
}

function interpolated(sorted: readonly number[], p: number): number {
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}
