// A Gaussian-process trend by the Hilbert-space approximation (Solin & Särkkä 2020; Riutort-Mayol et al. 2023), Matérn 5/2.
import type { GaussianProcessTrend } from '../model/spec.ts';
import { log, sin } from '../numeric/elementary.ts';
import type { BaselineColumn } from './column.ts';
import type { LearnedScale } from './learned-scale.ts';

const DAYS_PER_YEAR = 365.25;
/** The boundary B in half-ranges of the data; longer length scales than a third of one are drawn to the level there. */
const BOUNDARY = 1.5;
/** Columns that a length scale of 0.3 years needs: 2.65·B/0.3 for Matérn 5/2 (Riutort-Mayol et al. 2023, table 1). */
const COLUMNS_PER_YEAR = 2.65 / 0.3;
const FEWEST = 10;
const MOST = 40;
/** log of 16/3·5^{5/2}, the constant of the spectral density in one dimension. */
const LOG_CONSTANT = 5.697571214656922;

/**
 * φ_j = B^{−½} sin(jπ(t + B)/2B), t in years around the middle of the data, less its mean over the training rows: the
 * level is the intercept's. w_j ~ N(0, √s(jπ/2B)), s(ω) = η²·16/3·5^{5/2}·ℓ^{−5}·(5/ℓ² + ω²)^{−3}.
 */
export function gaussianProcessColumns(
  trend: GaussianProcessTrend,
  dates: readonly number[],
  mask: Float64Array,
): BaselineColumn[] {
  const first = dates[mask.indexOf(1)];
  const last = dates[dates.length - 1];
  const middle = (first + last) / 2;
  const half = (last - first) / 2 / DAYS_PER_YEAR;
  const boundary = BOUNDARY * half;
  const count = Math.min(MOST, Math.max(FEWEST, Math.ceil(COLUMNS_PER_YEAR * boundary)));
  const scale = matern(trend, boundary);
  return Array.from({ length: count }, (_, index): BaselineColumn => {
    const frequency = ((index + 1) * Math.PI) / (2 * boundary);
    const wave = Float64Array.from(
      dates,
      (day) => sin(frequency * ((day - middle) / DAYS_PER_YEAR + boundary)) / Math.sqrt(boundary),
    );
    const mean = maskedMean(wave, mask);
    return {
      variable: 'trend_gp',
      label: `phi_${index + 1}`,
      values: wave.map((v) => v - mean),
      prior: { family: 'learned', scale, index },
    };
  });
}

/** Amplitude η and length scale ℓ in years, and the variance they give each column. */
function matern({ amplitude, lengthScale }: GaussianProcessTrend, boundary: number): LearnedScale {
  return {
    parameters: [
      { variable: 'trend_gp_amplitude', prior: amplitude },
      { variable: 'trend_gp_length', prior: lengthScale },
    ],
    logVariance(values, index, slopes) {
      const [eta, ell] = values;
      const omega = ((index + 1) * Math.PI) / (2 * boundary);
      const inverse = 5 / (ell * ell);
      const sum = inverse + omega * omega;
      slopes[0] = 2 / eta;
      slopes[1] = (-5 + (6 * inverse) / sum) / ell;
      return LOG_CONSTANT + 2 * log(eta) - 5 * log(ell) - 3 * log(sum);
    },
  };
}

function maskedMean(values: Float64Array, mask: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let t = 0; t < values.length; t++) {
    sum += mask[t] * values[t];
    count += mask[t];
  }
  return sum / count;
}
