// Schema of what stands behind the charts of a run: the engine's `Insights`, null for what does not exist.
import type { ChannelInsights, Insights } from '@mixmodel/engine';
import * as z from 'zod';
import type { Same } from '../same.ts';
import { estimate, numbers } from './result.ts';

const bandSchema = z
  .strictObject({ mean: numbers, q03: numbers, q25: numbers, q75: numbers, q97: numbers })
  .meta({ id: 'Band' });
const quantiles = z.array(z.number()).length(101).meta({ id: 'Quantiles' });

export const insightsSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    kpi: z.number(),
    series: z.strictObject({
      dates: z.array(z.iso.date()),
      actual: z.array(z.number().nullable()),
      fitted: z.array(z.boolean()),
      heldOut: z.array(z.boolean()).optional(),
      predicted: bandSchema,
      baseline: bandSchema,
      treatments: z.array(bandSchema).optional(),
      channels: z.array(bandSchema),
    }),
    channels: z.array(
      z.strictObject({
        name: z.string(),
        decay: bandSchema,
        halfLife: estimate,
        contribution: quantiles,
        incremental: quantiles.optional(),
        roas: quantiles.nullable(),
        roasOfSpend: quantiles.nullable(),
        marginalRoas: quantiles.nullable(),
        /** Absent in what earlier versions wrote. */
        best: z
          .number()
          .nullable()
          .optional()
          .meta({ description: 'P(no other channel has a higher ROAS of its spend)' }),
      }),
    ),
    paid: z.strictObject({
      spend: z.number(),
      contribution: estimate,
      incremental: estimate.optional(),
      roas: estimate.nullable(),
      roasQuantiles: quantiles.nullable(),
    }),
    densities: z.array(
      z.strictObject({ name: z.string(), grid: numbers, posterior: numbers, prior: numbers.nullable() }),
    ),
    residuals: z.strictObject({ autocorrelation: z.array(z.number().nullable()), noise: z.number() }),
  })
  .meta({
    id: 'Insights',
    description:
      'Series and distributions of one fit, all summaries of its draws. Quantiles are at 0, 1 … 100 %; bands are equal-tailed, 25–75 and 3–97 %. Dates are the first days of the periods. The grid of a density ascends and is finer where the posterior is. Points of charts have six significant digits.',
  });

export type InsightsFile = z.infer<typeof insightsSchema>;

/** The file as the engine's types define it: any change there that the schema does not follow stops the compiler. */
interface Written extends Omit<Insights, 'series' | 'channels' | 'residuals'> {
  schemaVersion: 1;
  channels: (Omit<ChannelInsights, 'best'> & { best?: number | null })[];
  series: Omit<Insights['series'], 'dates' | 'actual'> & { dates: string[]; actual: (number | null)[] };
  residuals: { autocorrelation: (number | null)[]; noise: number };
}

const drift: Same<InsightsFile, Written> = true;
void drift;
