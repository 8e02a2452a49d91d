// Schemas of adstocks and saturations, complete and as a person writes them: one alternative a kind.
import type { ChannelDraft, ChannelSpec } from '@mixmodel/engine';
import * as z from 'zod';
import type { Same } from '../same.ts';
import { fractionPriorSchema as fraction, positivePriorSchema as positive } from './prior.ts';

/** Two years of daily periods: far beyond any carryover, small enough to hold. */
const longestWindow = 730;

const window = { lMax: z.int().min(1).max(longestWindow), normalize: z.boolean() };

/** Priors of each kind, stated per week. */
const adstockPriors = {
  geometric: z.strictObject({ alpha: fraction }),
  delayed: z.strictObject({ alpha: fraction, theta: positive }),
  weibull: z.strictObject({ lam: positive, k: positive }),
  binomial: z.strictObject({ alpha: fraction }),
  none: z.strictObject({}),
};

const divisor = z.enum(['l_max', 'l_max_plus_one']);

export const adstockSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('geometric'), ...window, priors: adstockPriors.geometric }),
    z.strictObject({ kind: z.literal('delayed'), ...window, priors: adstockPriors.delayed }),
    z.strictObject({ kind: z.literal('weibull_pdf'), ...window, priors: adstockPriors.weibull }),
    z.strictObject({ kind: z.literal('weibull_cdf'), ...window, priors: adstockPriors.weibull }),
    z.strictObject({ kind: z.literal('binomial'), ...window, divisor, priors: adstockPriors.binomial }),
    z.strictObject({ kind: z.literal('none'), ...window, priors: adstockPriors.none }),
  ])
  .meta({ id: 'Adstock' });

const windowDraft = { lMax: window.lMax.optional(), normalize: window.normalize.optional() };
const some = <T extends z.ZodRawShape>(priors: z.ZodObject<T, z.core.$strict>) => priors.partial().optional();

export const adstockDraftSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('geometric').optional(),
      ...windowDraft,
      priors: some(adstockPriors.geometric),
    }),
    z.strictObject({ kind: z.literal('delayed'), ...windowDraft, priors: some(adstockPriors.delayed) }),
    z.strictObject({ kind: z.literal('weibull_pdf'), ...windowDraft, priors: some(adstockPriors.weibull) }),
    z.strictObject({ kind: z.literal('weibull_cdf'), ...windowDraft, priors: some(adstockPriors.weibull) }),
    z.strictObject({
      kind: z.literal('binomial'),
      ...windowDraft,
      divisor: divisor.optional(),
      priors: some(adstockPriors.binomial),
    }),
    z.strictObject({
      kind: z.literal('none'),
      ...windowDraft,
      priors: adstockPriors.none.optional(),
    }),
  ])
  .meta({ id: 'AdstockDraft' });

const saturationPriors = {
  logistic: z.strictObject({ lam: positive }),
  inverse_scaled_logistic: z.strictObject({ lam: positive }),
  hill: z.strictObject({ kappa: positive, slope: positive }),
  /** `c` under the size coefficient, `lam` under any other: the engine checks which. */
  tanh: z.strictObject({ lam: positive.optional(), c: positive.optional() }),
  michaelis_menten: z.strictObject({ lam: positive }),
  root: z.strictObject({ alpha: fraction }),
  hill_sigmoid: z.strictObject({ beta: positive, lam: positive }),
  none: z.strictObject({}),
};

function saturation<Kind extends string, Priors extends z.ZodType>(kind: Kind, priors: Priors) {
  return z.strictObject({ kind: z.literal(kind), priors });
}

export const saturationSchema = z
  .discriminatedUnion('kind', [
    saturation('logistic', saturationPriors.logistic),
    saturation('inverse_scaled_logistic', saturationPriors.inverse_scaled_logistic),
    saturation('hill', saturationPriors.hill),
    saturation('tanh', saturationPriors.tanh),
    saturation('michaelis_menten', saturationPriors.michaelis_menten),
    saturation('root', saturationPriors.root),
    saturation('hill_sigmoid', saturationPriors.hill_sigmoid),
    saturation('log', saturationPriors.none),
    saturation('none', saturationPriors.none),
  ])
  .meta({ id: 'Saturation' });

export const saturationDraftSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('logistic').optional(), priors: some(saturationPriors.logistic) }),
    saturation('inverse_scaled_logistic', some(saturationPriors.inverse_scaled_logistic)),
    saturation('hill', some(saturationPriors.hill)),
    saturation('tanh', some(saturationPriors.tanh)),
    saturation('michaelis_menten', some(saturationPriors.michaelis_menten)),
    saturation('root', some(saturationPriors.root)),
    saturation('hill_sigmoid', some(saturationPriors.hill_sigmoid)),
    saturation('log', saturationPriors.none.optional()),
    saturation('none', saturationPriors.none.optional()),
  ])
  .meta({ id: 'SaturationDraft' });

type Draft<Part extends 'adstock' | 'saturation'> = NonNullable<ChannelDraft[Part]>;
const adstock: Same<z.infer<typeof adstockSchema>, ChannelSpec['adstock']> = true;
const adstockDraft: Same<z.infer<typeof adstockDraftSchema>, Draft<'adstock'>> = true;
const saturated: Same<z.infer<typeof saturationSchema>, ChannelSpec['saturation']> = true;
const saturationDraft: Same<z.infer<typeof saturationDraftSchema>, Draft<'saturation'>> = true;
void [adstock, adstockDraft, saturated, saturationDraft];
