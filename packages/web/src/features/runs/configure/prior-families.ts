// The distributions a size prior may have: their names, their parameters, and where each begins.
import type { Prior, SizeKind } from './draft.ts';

type Family = Prior['family'];

const names: Readonly<Record<Family, string>> = {
  normal: 'Normal',
  half_normal: 'HalfNormal',
  log_normal: 'LogNormal',
  gamma: 'Gamma',
  beta: 'Beta',
  uniform: 'Uniform',
  truncated_normal: 'TruncatedNormal',
  student_t: 'StudentT',
  laplace: 'Laplace',
  inverse_gamma: 'InverseGamma',
  exponential: 'Exponential',
};

/** A contribution is a share; every other size is any positive number. */
const allowed = {
  share: ['beta', 'uniform', 'truncated_normal'],
  positive: [
    'log_normal',
    'half_normal',
    'gamma',
    'uniform',
    'truncated_normal',
    'exponential',
    'inverse_gamma',
  ],
} as const satisfies Record<string, readonly Family[]>;

const supportOf = (kind: SizeKind) => (kind === 'contribution' ? 'share' : 'positive');

export function families(kind: SizeKind): readonly { readonly family: Family; readonly name: string }[] {
  return allowed[supportOf(kind)].map((family) => ({ family, name: names[family] }));
}

export function familyOf(text: string): Family | null {
  return text in names ? (text as Family) : null;
}

/** What a newly chosen family begins with: about as wide as the default it replaces. */
export function startOf(family: Family, kind: SizeKind): Prior {
  switch (family) {
    case 'normal':
      return { family, mean: 0, sd: 1 };
    case 'half_normal':
      return { family, sd: 2 };
    case 'log_normal':
      return { family, mu: 0.2, sigma: 0.9 };
    case 'gamma':
      return { family, shape: 2, rate: 1 };
    case 'beta':
      return { family, alpha: 1, beta: 99 };
    case 'uniform':
      return { family, low: 0, high: kind === 'contribution' ? 0.1 : 5 };
    case 'truncated_normal':
      return kind === 'contribution'
        ? { family, mean: 0.01, sd: 0.01, low: 0, high: 1 }
        : { family, mean: 1, sd: 1, low: 0 };
    case 'student_t':
      return { family, nu: 4, location: 0, scale: 1 };
    case 'laplace':
      return { family, location: 0, b: 1 };
    case 'inverse_gamma':
      return { family, shape: 3, scale: 2 };
    case 'exponential':
      return { family, rate: 1 };
  }
}

/** The parameters of a prior in the order they are written: `LogNormal(mu, sigma)`. */
export function parametersOf(prior: Prior) {
  const { family: _, ...parameters } = prior;
  return Object.entries(parameters).map(([key, value]) => ({ key, name: key, value }));
}
