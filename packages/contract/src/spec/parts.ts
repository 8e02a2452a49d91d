// Schemas of the parts a spec is made of, shared by the complete spec and the draft a person writes.
import type { Size } from '@mixmodel/engine';
import * as z from 'zod';
import { positivePriorSchema, priorSchema, staysIn, supportIssue } from './prior.ts';
import { adstockSchema, saturationSchema } from './transforms.ts';

export const preset = z.enum(['default', 'pymc_1_3', 'meridian_2_1']).meta({ id: 'Preset' });

/** A column header: any text but none. */
export const columnName = z.string().min(1);

/** Half the days of a year: more pairs cannot be told apart on any grid. */
const mostPairs = 182;

export const targetSchema = z
  .strictObject({
    column: columnName,
    kind: z.enum(['money', 'units']),
    currency: z
      .string()
      .regex(/^[A-Za-z]{3}$/, 'a currency code of three letters, such as EUR')
      .optional(),
    revenuePerKpi: columnName.optional(),
  })
  .meta({ id: 'Target' });

export const columnsSchema = z
  .strictObject({ date: columnName, target: targetSchema })
  .meta({ id: 'SpecColumns' });

export const sizeKind = z
  .enum(['coefficient', 'spend_share', 'roi', 'mroi', 'total_media', 'contribution'])
  .meta({ id: 'SizeKind' });

/** A contribution is a share of the KPI; every other size is any positive number. */
function sizeFits(support: 'positive' | 'fraction') {
  const meant = (kind: Size['kind']) => (kind === 'contribution' ? 'fraction' : 'positive');
  return (size: Partial<Pick<Size, 'kind' | 'prior'>>) =>
    !size.prior || !size.kind || meant(size.kind) !== support || staysIn(support, size.prior);
}

const ofPrior = { path: ['prior'] };

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day written as year, month and day, such as 2024-11-29');

/** Both ends included. */
export const windowSchema = z.strictObject({ first: day, last: day }).meta({ id: 'DateWindow' });

const experimentSchema = z
  .strictObject({
    mean: z.number(),
    sd: z.number(),
    weeks: z.number(),
    weeksAgo: z.number(),
    spend: z.number().optional().describe('Total spent on the channel over the weeks of the experiment.'),
    gamma: z.number(),
    tau: z.number(),
  })
  .meta({ id: 'Experiment' });

const size = z.strictObject({
  kind: sizeKind,
  prior: priorSchema,
  window: windowSchema.optional(),
  experiment: experimentSchema.optional(),
});

export const sizeSchema = size
  .refine(sizeFits('positive'), { ...supportIssue('positive'), ...ofPrior })
  .refine(sizeFits('fraction'), { ...supportIssue('fraction'), ...ofPrior })
  .meta({ id: 'Size' });

export const sizeDraftSchema = size
  .extend({
    prior: priorSchema.optional(),
    experiment: experimentSchema
      .partial({ gamma: true, tau: true })
      .meta({ id: 'ExperimentDraft' })
      .optional(),
  })
  .refine(sizeFits('positive'), { ...supportIssue('positive'), ...ofPrior })
  .refine(sizeFits('fraction'), { ...supportIssue('fraction'), ...ofPrior })
  .meta({ id: 'SizeDraft' });

export const channelSchema = z
  .strictObject({
    column: columnName,
    name: z.string().min(1),
    exposure: columnName.optional(),
    organic: z.boolean().optional(),
    demandCaptured: z.boolean().optional(),
    order: z.enum(['adstock_first', 'saturation_first']),
    adstock: adstockSchema,
    saturation: saturationSchema,
    size: sizeSchema,
  })
  .meta({ id: 'Channel' });

const seasonalitySchema = z
  .strictObject({
    order: z.int().min(0).max(mostPairs),
    prior: priorSchema,
  })
  .meta({ id: 'Seasonality' });

export const eventSchema = z
  .strictObject({
    name: z.string().min(1),
    country: z.string().min(2).optional(),
    region: z.string().min(1).optional(),
    dates: z.array(day).optional(),
    windows: z.array(windowSchema).optional(),
    prior: priorSchema,
  })
  .meta({ id: 'Event' });

const noTrendSchema = z.strictObject({ kind: z.literal('none') });
const linearTrendSchema = z.strictObject({ kind: z.literal('linear'), prior: priorSchema });
const piecewiseTrendSchema = z.strictObject({
  kind: z.literal('piecewise'),
  prior: priorSchema,
  scale: positivePriorSchema,
});
const gaussianProcessTrendSchema = z.strictObject({
  kind: z.literal('gaussian_process'),
  amplitude: positivePriorSchema,
  lengthScale: positivePriorSchema,
});

const trendSchema = z
  .discriminatedUnion('kind', [
    noTrendSchema,
    linearTrendSchema,
    piecewiseTrendSchema,
    gaussianProcessTrendSchema,
  ])
  .meta({ id: 'Trend' });

export const baselineSchema = z
  .strictObject({
    intercept: priorSchema,
    trend: trendSchema,
    yearly: seasonalitySchema,
    weekly: seasonalitySchema,
    monthly: seasonalitySchema.optional(),
    events: z.array(eventSchema).optional(),
  })
  .meta({ id: 'Baseline' });

const byKind = { kind: true } as const;

const trendDraftSchema = z
  .discriminatedUnion('kind', [
    noTrendSchema,
    linearTrendSchema.partial().required(byKind),
    piecewiseTrendSchema.partial().required(byKind),
    gaussianProcessTrendSchema.partial().required(byKind),
  ])
  .meta({ id: 'TrendDraft' });

const seasonalityDraftSchema = seasonalitySchema.partial().meta({ id: 'SeasonalityDraft' });
const eventDraftSchema = eventSchema.partial().required({ name: true }).meta({ id: 'EventDraft' });

/** Every part of the baseline may be left out, down to a single prior. */
export const baselineDraftSchema = z
  .strictObject({
    intercept: priorSchema,
    trend: trendDraftSchema,
    yearly: seasonalityDraftSchema,
    weekly: seasonalityDraftSchema,
    monthly: seasonalityDraftSchema,
    events: z.array(eventDraftSchema),
  })
  .partial()
  .meta({ id: 'BaselineDraft' });

const sign = z.enum(['positive', 'negative']);

export const controlSchema = z
  .strictObject({
    column: columnName,
    role: z.enum(['confounder', 'precision', 'outcome']),
    knownAhead: z.boolean().optional(),
    sign: sign.optional(),
    prior: priorSchema,
  })
  .meta({ id: 'Control' });

export const treatmentSchema = z
  .strictObject({
    column: columnName,
    name: z.string().min(1),
    reference: z.number().optional(),
    sign: sign.optional(),
    prior: priorSchema,
  })
  .meta({ id: 'Treatment' });

export const likelihoodSchema = z
  .strictObject({
    family: z.enum(['normal', 'student_t']),
    link: z.enum(['identity', 'log']),
    errors: z.enum(['independent', 'ar1']),
    sigma: positivePriorSchema,
    /** Bounds of ν and ρ are the engine's: it cuts priors there and checks that something is left. */
    nu: priorSchema.optional(),
    rho: priorSchema.optional(),
  })
  .meta({ id: 'Likelihood' });

export const holdoutSchema = z.strictObject({ periods: z.int().min(1) }).meta({ id: 'HoldoutRows' });

export const liftTestSchema = z
  .strictObject({
    name: z.string().min(1),
    channels: z.array(columnName).min(1),
    treated: windowSchema,
    measured: windowSchema,
    spendChange: z.record(columnName, z.number()),
    lift: z.number(),
    sd: z.number(),
    marketShare: z.number(),
    unit: z.enum(['kpi', 'log_ratio']),
  })
  .meta({ id: 'LiftTest' });

export const liftTestDraftSchema = liftTestSchema
  .partial({
    name: true,
    measured: true,
    marketShare: true,
    unit: true,
  })
  .meta({ id: 'LiftTestDraft' });

export const scalesSchema = z
  .strictObject({
    target: z.number().positive(),
    kpiTotal: z.number().positive().optional(),
    channels: z.record(columnName, z.number().positive()),
  })
  .meta({ id: 'Scales' });

/** Written by an expansion; a person has no reason to. */
export const fromDataSchema = z
  .strictObject({
    until: day,
    sizes: z.record(columnName, sizeSchema).optional(),
    sizePriors: z.record(columnName, priorSchema).optional(),
    yearlyOrder: z.int().min(0).max(mostPairs).optional(),
    intercept: priorSchema.optional(),
    scales: scalesSchema.optional(),
  })
  .meta({ id: 'FromData' });
