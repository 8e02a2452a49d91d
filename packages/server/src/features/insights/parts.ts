// Parts of a completed run's results, each as one resource.
import type { InsightPart, InsightPartOf, InsightsFile, ResultFile } from '@mixmodel/contract';

export interface Read {
  readonly result: ResultFile;
  readonly insights: InsightsFile;
}

/** What each address answers with. */
export const partsOf: { readonly [Part in InsightPart]: (read: Read) => InsightPartOf<Part> } = {
  channels: ({ result }) => ({
    channels: result.channels.map(({ responseCurve: _, information: __, ...channel }) => channel),
  }),
  decomposition: ({ result, insights }) => ({
    kpi: insights.kpi,
    baseline: result.baseline,
    baselineNegative: result.baselineNegative,
    treatments: result.treatments,
    channels: result.channels.map(({ name, label, contribution, share }) => ({
      name,
      label,
      contribution,
      share,
    })),
    totalMedia: result.totalMedia,
    paid: insights.paid,
  }),
  contributions: ({ insights }) => {
    const { dates, baseline, treatments, channels } = insights.series;
    const names = insights.channels.map(({ name }) => name);
    return { dates, baseline, ...(treatments && { treatments }), channels, names };
  },
  predictions: ({ result, insights }) => {
    const { dates, actual, fitted, heldOut, predicted } = insights.series;
    const { fit, holdout } = result;
    return {
      ...{ dates, actual, fitted, predicted, fit, holdout, residuals: insights.residuals },
      ...(heldOut && { heldOut }),
    };
  },
  'response-curves': ({ result }) => ({
    channels: result.channels.map(({ name, label, spend, responseCurve }) => ({
      ...{ name, label, spend, curve: responseCurve },
    })),
  }),
  adstock: ({ result, insights }) => ({
    channels: result.channels.flatMap(({ name, label, adstock }) => {
      const found = insights.channels.find((channel) => channel.name === name);
      return found ? [{ name, label, adstock, decay: found.decay, halfLife: found.halfLife }] : [];
    }),
  }),
  distributions: ({ insights }) => ({
    channels: insights.channels.map(({ decay: _, halfLife: __, ...quantiles }) => quantiles),
  }),
  information: ({ result }) => ({
    channels: result.channels.map(({ name, label, information }) => ({ name, label, information })),
    prior: result.prior,
  }),
  parameters: ({ result }) => ({ parameters: result.parameters }),
  densities: ({ insights }) => ({ densities: insights.densities }),
  diagnostics: ({ result }) => {
    const { sampling, convergence, liftTests, warnings } = result;
    return { sampling, convergence, liftTests, warnings };
  },
};
