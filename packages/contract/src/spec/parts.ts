// Schemas of the parts a spec is made of, shared by the complete spec and the draft a person writes.
import type { Size } from '@mixmodel/engine';
import * as z from 'zod';
import { positivePriorSchema, priorSchema, staysIn, supportIssue } from './prior.ts';
import { adstockSchema, saturationSchema } from './transforms.ts';

export const preset = z.enum(['default', 'pymc_1_3', 'meridian_2_1']);

/** A column header: any text but none. */
export const columnName = z.string().min(1);

/** Half the days of a year: more pairs cannot be told apart on any grid. */
const mostPairs = 182;

export const targetSchema = z.strictObject({
  column: columnName,
  kind: z.enum(['money', 'units']),
  currency: z
    .string()
    .regex(/^[A-Za-z]{3}$/)
    .optional(),
  revenuePerKpi: columnName.optional(),
});

export const columnsSchema = z.strictObject({ date: columnName, target: targetSchema });

export const sizeKind = z.enum(['coefficient', 'spend_share', 'roi', 'mroi', 'total_media', 'contribution']);

/** A contribution is a share of the KPI; every other size is any positive number. */
function sizeFits(support: 'positive' | 'fraction') {
  const meant = (kind: Size['kind']) => (kind === 'contribution' ? 'fraction' : 'positive');
  return (size: Partial<Pick<Size, 'kind' | 'prior'>>) =>
    !size.prior || !size.kind || meant(size.kind) !== support || staysIn(support, size.prior);
}

const ofPrior = { path: ['prior'] };

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Both ends included. */
export const windowSchema = z.strictObject({ first: day, last: day });

const experimentSchema = z.strictObject({
  mean: z.number(),
  sd: z.number(),
  weeks: z.number(),
  weeksAgo: z.number(),
  spend: z.number().optional().describe('Total spent on the channel over the weeks of the experiment.'),
  gamma: z.number(),
  tau: z.number(),
});

const size = z.strictObject({
  kind: sizeKind,
  prior: priorSchema,
  window: windowSchema.optional(),
  experiment: experimentSchema.optional(),
});

export const sizeSchema = size
  .refine(sizeFits('positive'), { ...supportIssue('positive'), ...ofPrior })
  .refine(sizeFits('fraction'), { ...supportIssue('fraction'), ...ofPrior });

export const sizeDraftSchema = size
  .extend({
    prior: priorSchema.optional(),
    experiment: experimentSchema.partial({ gamma: true, tau: true }).optional(),
  })
  .refine(sizeFits('positive'), { ...supportIssue('positive'), ...ofPrior })
  .refine(sizeFits('fraction'), { ...supportIssue('fraction'), ...ofPrior });

export const channelSchema = z.strictObject({
  column: columnName,
  name: z.string().min(1),
  exposure: columnName.optional(),
  organic: z.boolean().optional(),
  demandCaptured: z.boolean().optional(),
  order: z.enum(['adstock_first', 'saturation_first']),
  adstock: adstockSchema,
  saturation: saturationSchema,
  size: sizeSchema,
});

const seasonalitySchema = z.strictObject({
  order: z.int().min(0).max(mostPairs),
  prior: priorSchema,
});

export const eventSchema = z.strictObject({
  name: z.string().min(1),
  country: z.string().min(2).optional(),
  region: z.string().min(1).optional(),
  dates: z.array(day).optional(),
  windows: z.array(windowSchema).optional(),
  prior: priorSchema,
});

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

export const baselineSchema = z.strictObject({
  intercept: priorSchema,
  trend: z.discriminatedUnion('kind', [
    noTrendSchema,
    linearTrendSchema,
    piecewiseTrendSchema,
    gaussianProcessTrendSchema,
  ]),
  yearly: seasonalitySchema,
  weekly: seasonalitySchema,
  monthly: seasonalitySchema.optional(),
  events: z.array(eventSchema).optional(),
});

const byKind = { kind: true } as const;

/** Every part of the baseline may be left out, down to a single prior. */
export const baselineDraftSchema = z
  .strictObject({
    intercept: priorSchema,
    trend: z.discriminatedUnion('kind', [
      noTrendSchema,
      linearTrendSchema.partial().required(byKind),
      piecewiseTrendSchema.partial().required(byKind),
      gaussianProcessTrendSchema.partial().required(byKind),
    ]),
    yearly: seasonalitySchema.partial(),
    weekly: seasonalitySchema.partial(),
    monthly: seasonalitySchema.partial(),
    events: z.array(eventSchema.partial().required({ name: true })),
  })
  .partial();

const sign = z.enum(['positive', 'negative']);

export const controlSchema = z.strictObject({
  column: columnName,
  role: z.enum(['confounder', 'precision', 'outcome']),
  knownAhead: z.boolean().optional(),
  sign: sign.optional(),
  prior: priorSchema,
});

export const treatmentSchema = z.strictObject({
  column: columnName,
  name: z.string().min(1),
  reference: z.number().optional(),
  sign: sign.optional(),
  prior: priorSchema,
});

export const likelihoodSchema = z.strictObject({
  family: z.enum(['normal', 'student_t']),
  link: z.enum(['identity', 'log']),
  errors: z.enum(['independent', 'ar1']),
  sigma: positivePriorSchema,
  /** Bounds of ν and ρ are the engine's: it cuts priors there and checks that something is left. */
  nu: priorSchema.optional(),
  rho: priorSchema.optional(),
});

export const holdoutSchema = z.strictObject({ periods: z.int().min(1) });

export const liftTestSchema = z.strictObject({
  name: z.string().min(1),
  channels: z.array(columnName).min(1),
  treated: windowSchema,
  measured: windowSchema,
  spendChange: z.record(columnName, z.number()),
  lift: z.number(),
  sd: z.number(),
  marketShare: z.number(),
  unit: z.enum(['kpi', 'log_ratio']),
});

export const liftTestDraftSchema = liftTestSchema.partial({
  name: true,
  measured: true,
  marketShare: true,
  unit: true,
});

export const scalesSchema = z.strictObject({
  target: z.number().positive(),
  kpiTotal: z.number().positive().optional(),
  channels: z.record(columnName, z.number().positive()),
});

/** Written by an expansion; a person has no reason to. */
export const fromDataSchema = z.strictObject({
  until: day,
  sizes: z.record(columnName, sizeSchema).optional(),
  sizePriors: z.record(columnName, priorSchema).optional(),
  yearlyOrder: z.int().min(0).max(mostPairs).optional(),
  intercept: priorSchema.optional(),
  scales: scalesSchema.optional(),
});
