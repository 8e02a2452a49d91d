// Makes the file of what stands behind a run's charts: ISO dates, null for what does not exist, six digits.
import type { Insights } from '@mixmodel/engine';
import { type InsightsFile, insightsSchema } from './insights.ts';
import { faultOf, isoDate, withNull } from './write.ts';

/** Points of charts need no more; estimates keep all digits, because they are the result file's too. */
const DIGITS = 6;

/** The file of `insights`; throws when it would not be one, which is a defect of the program. */
export function insightsFile(insights: Insights): InsightsFile {
  const { kpi, series, channels, paid, densities, residuals } = insights;
  const file = {
    schemaVersion: 1,
    kpi,
    series: { ...short(series), dates: series.dates.map(isoDate), actual: series.actual },
    channels: channels.map(({ halfLife, best, ...curves }) => ({ ...short(curves), halfLife, best })),
    paid: { ...paid, roasQuantiles: short(paid.roasQuantiles) },
    densities: short(densities),
    residuals,
  };
  const written = insightsSchema.safeParse(withNull(file));
  if (written.success) return written.data;
  throw new Error(`the insights cannot be written, ${faultOf(written.error.issues)}`);
}

/** The same with every number to six significant digits. */
function short<T>(value: T): T;
function short(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(DIGITS));
  if (Array.isArray(value)) return value.map(short);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, short(inner)]));
}
