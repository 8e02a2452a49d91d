// One part of a completed run's results at a time, runs side by side, and results shared by link.
import * as z from 'zod';
import { insightsSchema } from '../result/insights.ts';
import { estimate, resultSchema } from '../result/result.ts';
import { runSchema } from './run.ts';

const { shape: ofResult } = resultSchema;
const { shape: ofInsights } = insightsSchema;
const { responseCurve, information, ...ofChannel } = ofResult.channels.element.shape;
const ofColumn = { name: ofChannel.name, label: ofChannel.label };
const { decay, halfLife, ...quantiles } = ofInsights.channels.element.shape;

/** By the last part of its address. */
export const insightParts = {
  channels: {
    what: 'What each channel returned: contribution, share, ROAS, marginal ROAS, cost, carry-over, saturation',
    schema: z.object({ channels: z.array(z.object(ofChannel)) }).meta({ id: 'RunChannels' }),
  },
  decomposition: {
    what: 'Where the KPI came from: baseline, treatments, channels, and all media together',
    schema: z
      .object({
        kpi: z.number(),
        baseline: estimate,
        baselineNegative: z.number().meta({ description: 'P(baseline < 0)' }),
        treatments: ofResult.treatments,
        channels: z.array(z.object({ ...ofColumn, contribution: estimate, share: estimate })),
        totalMedia: estimate,
        paid: ofInsights.paid,
      })
      .meta({ id: 'RunDecomposition' }),
  },
  contributions: {
    what: 'Contributions over time with bands',
    schema: ofInsights.series
      .omit({ actual: true, predicted: true, fitted: true, heldOut: true })
      .extend({ names: z.array(z.string()).meta({ description: 'Columns of `channels`, in their order' }) })
      .meta({ id: 'RunContributions' }),
  },
  predictions: {
    what: 'Actual beside predicted, with bands, and how well the model follows',
    schema: ofInsights.series
      .omit({ baseline: true, treatments: true, channels: true })
      .extend({ fit: ofResult.fit, holdout: ofResult.holdout, residuals: ofInsights.residuals })
      .meta({ id: 'RunPredictions' }),
  },
  'response-curves': {
    what: 'What other amounts of spend would bring',
    schema: z
      .object({ channels: z.array(z.object({ ...ofColumn, spend: z.number(), curve: responseCurve })) })
      .meta({ id: 'RunResponseCurves' }),
  },
  adstock: {
    what: 'When what was spent has its effect: carry-over by lag, mean lag, half-life',
    schema: z
      .object({
        channels: z.array(z.object({ ...ofColumn, adstock: ofChannel.adstock, decay, halfLife })),
      })
      .meta({ id: 'RunAdstock' }),
  },
  distributions: {
    what: 'Each return as 101 quantiles, to read any probability from; how likely each channel is the best',
    schema: z.object({ channels: z.array(z.object(quantiles)) }).meta({ id: 'RunDistributions' }),
  },
  information: {
    what: 'How much of each ROAS is the data, and how much was assumed',
    schema: z
      .object({ channels: z.array(z.object({ ...ofColumn, information })), prior: ofResult.prior })
      .meta({ id: 'RunInformation' }),
  },
  parameters: {
    what: 'Every parameter with its interval and its convergence',
    schema: z.object({ parameters: ofResult.parameters }).meta({ id: 'RunParameters' }),
  },
  densities: {
    what: 'Priors beside posteriors',
    schema: z.object({ densities: ofInsights.densities }).meta({ id: 'RunDensities' }),
  },
  diagnostics: {
    what: 'How it was sampled, what the convergence check found, what is to be known',
    schema: z
      .object({
        sampling: ofResult.sampling,
        convergence: ofResult.convergence,
        liftTests: ofResult.liftTests,
        warnings: ofResult.warnings,
      })
      .meta({ id: 'RunDiagnostics' }),
  },
} as const;

export type InsightPart = keyof typeof insightParts;

export type InsightPartOf<Part extends InsightPart> = z.infer<(typeof insightParts)[Part]['schema']>;

const compared = z
  .object({
    spend: z.number(),
    contribution: estimate,
    share: estimate,
    roas: estimate.nullable(),
    roasOfSpend: estimate.nullable(),
    marginalRoas: estimate.nullable(),
    verdict: z.string().nullable().meta({ description: 'How much of the ROAS is the data' }),
  })
  .meta({ id: 'ComparedChannel' });

/** Lists within have an entry a run, in the order of `runs`; null where a run has no such thing. */
export const comparisonSchema = z
  .object({
    runs: z.array(runSchema),
    channels: z.array(z.object({ name: z.string(), label: z.string(), runs: z.array(compared.nullable()) })),
    baseline: z.array(estimate),
    totalMedia: z.array(estimate),
    fit: z.array(ofResult.fit),
    convergence: z.array(ofResult.convergence.omit({ problems: true })),
    sampling: z.array(ofResult.sampling.omit({ attempts: true }).extend({ seed: z.int() })),
    spec: z
      .array(
        z.object({
          path: z.string(),
          values: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
        }),
      )
      .meta({ description: 'Where their models differ; parts of a list are named by their column' }),
    data: z.object({
      same: z.boolean().meta({ description: 'All read the same numbers' }),
      runs: z.array(ofResult.data),
    }),
  })
  .meta({ id: 'Comparison' });

export type Comparison = z.infer<typeof comparisonSchema>;

export const shareRequestSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(120).optional().meta({ description: 'To tell links apart by' }),
    expiresInDays: z.int().min(1).max(365).default(30),
  })
  .meta({ id: 'ShareRequest' });

export const shareSchema = z
  .object({
    id: z.uuid(),
    runId: z.uuid(),
    name: z.string(),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    expiresAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
    views: z.int(),
    lastViewedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Share' });

export const newShareSchema = z
  .object({
    share: shareSchema,
    url: z
      .string()
      .meta({ description: 'Shown once; its token stands behind the `#`, which no server sees' }),
  })
  .meta({ id: 'NewShare' });

export const sharePageSchema = z
  .object({
    items: z.array(shareSchema),
    next: z.string().nullable().meta({ description: 'Hand back as `cursor`; null at the end' }),
  })
  .meta({ id: 'SharePage' });

export const openSharedSchema = z
  .strictObject({ token: z.string().min(1).max(200) })
  .meta({ id: 'OpenShared' });

/** The one result, and nothing else of the workspace it lies in. */
export const sharedSchema = z
  .object({
    name: z.string(),
    margin: z.number().nullable(),
    expiresAt: z.iso.datetime(),
    result: resultSchema,
    insights: insightsSchema,
  })
  .meta({ id: 'Shared' });

export type ShareRequest = z.infer<typeof shareRequestSchema>;
export type ShareView = z.infer<typeof shareSchema>;
export type NewShare = z.infer<typeof newShareSchema>;
export type SharePage = z.infer<typeof sharePageSchema>;
export type SharedView = z.infer<typeof sharedSchema>;
