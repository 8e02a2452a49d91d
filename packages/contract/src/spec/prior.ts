// Schemas of prior distributions, and of the supports a parameter allows.
import type { NormalPrior, Prior } from '@mixmodel/engine';
import { z } from 'zod';
import type { Same } from '../same.ts';

const positive = z.number().positive();

export const normalPriorSchema = z
  .strictObject({
    family: z.literal('normal'),
    mean: z.number(),
    sd: positive,
  })
  .meta({ id: 'normalPrior' });

export const priorSchema = z
  .discriminatedUnion('family', [
    normalPriorSchema,
    z.strictObject({ family: z.literal('half_normal'), sd: positive }),
    z.strictObject({ family: z.literal('log_normal'), mu: z.number(), sigma: positive }),
    z.strictObject({ family: z.literal('gamma'), shape: positive, rate: positive }),
    z.strictObject({ family: z.literal('beta'), alpha: positive, beta: positive }),
    z
      .strictObject({ family: z.literal('uniform'), low: z.number(), high: z.number() })
      .refine((p) => p.low < p.high, { params: { code: 'prior_parameter' }, path: ['high'] }),
  ])
  .meta({ id: 'prior' });

export const priorFamilies = priorSchema.options.map((option) => option.shape.family.value);

type Support = 'positive' | 'fraction';

/** Families that stay inside a support; a uniform must also keep its bounds there. */
const familiesOf: Readonly<Record<Support, readonly Prior['family'][]>> = {
  positive: ['half_normal', 'log_normal', 'gamma', 'uniform'],
  fraction: ['beta', 'uniform'],
};

/** Whether `prior` gives no weight outside `support`. */
export function staysIn(support: Support, prior: Prior): boolean {
  if (!familiesOf[support].includes(prior.family)) return false;
  return prior.family !== 'uniform' || (prior.low >= 0 && (support === 'positive' || prior.high <= 1));
}

/** What an issue says when a prior leaves its support. */
export function supportIssue(support: Support) {
  return { params: { code: 'prior_support', choices: familiesOf[support] } };
}

/** A prior for what cannot be negative: media effects, scales, shapes. */
export const positivePriorSchema = priorSchema
  .refine((prior) => staysIn('positive', prior), supportIssue('positive'))
  .meta({ id: 'positivePrior' });

/** A prior for what lies between 0 and 1: the share of an effect carried into the next period. */
export const fractionPriorSchema = priorSchema
  .refine((prior) => staysIn('fraction', prior), supportIssue('fraction'))
  .meta({ id: 'fractionPrior' });

const prior: Same<z.infer<typeof priorSchema>, Prior> = true;
const normal: Same<z.infer<typeof normalPriorSchema>, NormalPrior> = true;
void [prior, normal];
