// Schemas of prior distributions, and of the supports a parameter allows.
import type { Prior } from '@mixmodel/engine';
import * as z from 'zod';
import type { Same } from '../same.ts';

const positive = z.number().positive();

/** One family, named: descriptions say it once. */
function family<Name extends Prior['family'], Shape extends z.ZodRawShape>(
  [id, name]: readonly [string, Name],
  shape: Shape,
) {
  return z.strictObject({ family: z.literal(name), ...shape }).meta({ id });
}

const uniform = z
  .strictObject({ family: z.literal('uniform'), low: z.number(), high: z.number() })
  .refine((p) => p.low < p.high, { params: { code: 'prior_parameter' }, path: ['high'] })
  .meta({ id: 'UniformPrior' });

const truncatedNormal = z
  .strictObject({
    family: z.literal('truncated_normal'),
    mean: z.number(),
    sd: positive,
    low: z.number().optional(),
    high: z.number().optional(),
  })
  .refine((p) => (p.low ?? p.high) !== undefined, { params: { code: 'prior_parameter' }, path: ['low'] })
  .refine((p) => p.low === undefined || p.high === undefined || p.low < p.high, {
    params: { code: 'prior_parameter' },
    path: ['high'],
  })
  .meta({ id: 'TruncatedNormalPrior' });

export const priorSchema = z
  .discriminatedUnion('family', [
    family(['NormalPrior', 'normal'], { mean: z.number(), sd: positive }),
    family(['HalfNormalPrior', 'half_normal'], { sd: positive }),
    family(['LogNormalPrior', 'log_normal'], { mu: z.number(), sigma: positive }),
    family(['GammaPrior', 'gamma'], { shape: positive, rate: positive }),
    family(['BetaPrior', 'beta'], { alpha: positive, beta: positive }),
    uniform,
    truncatedNormal,
    family(['StudentTPrior', 'student_t'], { nu: positive, location: z.number(), scale: positive }),
    family(['LaplacePrior', 'laplace'], { location: z.number(), b: positive }),
    family(['InverseGammaPrior', 'inverse_gamma'], { shape: positive, scale: positive }),
    family(['ExponentialPrior', 'exponential'], { rate: positive }),
  ])
  .meta({ id: 'Prior' });

type Support = 'positive' | 'fraction';

/** Families that can stay inside a support. */
const familiesOf: Readonly<Record<Support, readonly Prior['family'][]>> = {
  positive: [
    'half_normal',
    'log_normal',
    'gamma',
    'beta',
    'uniform',
    'truncated_normal',
    'inverse_gamma',
    'exponential',
  ],
  fraction: ['beta', 'uniform', 'truncated_normal'],
};

/** Whether `prior` gives no weight outside `support`; bounds of its own must lie inside. */
export function staysIn(support: Support, prior: Prior): boolean {
  if (!familiesOf[support].includes(prior.family)) return false;
  if (prior.family !== 'uniform' && prior.family !== 'truncated_normal') return true;
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = prior;
  return low >= 0 && (support === 'positive' || high <= 1);
}

/** What an issue says when a prior leaves its support. */
export function supportIssue(support: Support) {
  return { params: { code: 'prior_support', choices: familiesOf[support] } };
}

function families(support: Support, words: string): string {
  return `It has to ${words}: ${familiesOf[support].join(', ')}`;
}

/** A prior for what cannot be negative: media effects, scales, shapes. */
export const positivePriorSchema = priorSchema
  .refine((prior) => staysIn('positive', prior), supportIssue('positive'))
  .meta({ id: 'PositivePrior', description: families('positive', 'never be below 0') });

/** A prior for what lies between 0 and 1: the share of an effect carried into the next period. */
export const fractionPriorSchema = priorSchema
  .refine((prior) => staysIn('fraction', prior), supportIssue('fraction'))
  .meta({ id: 'FractionPrior', description: families('fraction', 'stay between 0 and 1') });

const prior: Same<z.infer<typeof priorSchema>, Prior> = true;
void prior;
