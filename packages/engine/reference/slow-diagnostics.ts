// Convergence diagnostics as their paper writes them, slow and plain: the check on the fast ones.
//
// Vehtari, Gelman, Simpson, Carpenter, Bürkner (Bayesian Analysis 16 (2021) 667); no transform, no shared sort.
import { normalQuantile } from '../src/numeric/normal.ts';

type Chains = readonly (readonly number[])[];

export interface SlowDiagnosis {
  rHat: number;
  essBulk: number;
  essTail: number;
  mcseMean: number;
}

export function slowDiagnose(chains: Chains): SlowDiagnosis {
  const halves = split(chains);
  const median = medianOf(halves.flat());
  const folded = halves.map((half) => half.map((x) => Math.abs(x - median)));
  const all = chains.flat();
  const below = (p: number) => {
    const limit = quantileOf(all, p);
    return split(chains.map((chain) => chain.map((x) => (x <= limit ? 1 : 0))));
  };
  return {
    rHat: Math.max(rHatOf(rankNormalised(halves)), rHatOf(rankNormalised(folded))),
    essBulk: sizeOf(rankNormalised(halves)),
    essTail: Math.min(sizeOf(below(0.05)), sizeOf(below(0.95))),
    mcseMean: Math.sqrt(variance(all) / sizeOf(halves)),
  };
}

function split(chains: Chains): number[][] {
  return chains.flatMap((chain) => {
    const half = Math.floor(chain.length / 2);
    return [chain.slice(0, half), chain.slice(chain.length - half)];
  });
}

function mean(x: readonly number[]): number {
  return x.reduce((a, b) => a + b, 0) / x.length;
}

function variance(x: readonly number[]): number {
  const m = mean(x);
  return x.reduce((sum, v) => sum + (v - m) ** 2, 0) / (x.length - 1);
}

function quantileOf(x: readonly number[], p: number): number {
  const sorted = [...x].sort((a, b) => a - b);
  const position = (x.length - 1) * p;
  const low = sorted[Math.floor(position)];
  const high = sorted[Math.ceil(position)];
  return low + (high - low) * (position - Math.floor(position));
}

/** The mean of the middle two of an even number of values. */
function medianOf(x: readonly number[]): number {
  const sorted = [...x].sort((a, b) => a - b);
  return (sorted[x.length / 2 - 1] + sorted[x.length / 2]) / 2;
}

/** Average rank by counting: how many are smaller, and half of those that are equal. */
function rankNormalised(chains: Chains): number[][] {
  const all = chains.flat();
  return chains.map((chain) =>
    chain.map((x) => {
      const smaller = all.filter((v) => v < x).length;
      const equal = all.filter((v) => v === x).length;
      return normalQuantile((smaller + (equal + 1) / 2 - 3 / 8) / (all.length + 1 / 4));
    }),
  );
}

function rHatOf(chains: Chains): number {
  const n = chains[0].length;
  const between = n * variance(chains.map(mean));
  const within = mean(chains.map(variance));
  return Math.sqrt((((n - 1) / n) * within + between / n) / within);
}

function autocovarianceOf(x: readonly number[], lag: number): number {
  const m = mean(x);
  let sum = 0;
  for (let i = 0; i + lag < x.length; i++) sum += (x[i] - m) * (x[i + lag] - m);
  return sum / x.length;
}

function sizeOf(chains: Chains): number {
  const all = chains.flat();
  if (Math.max(...all) - Math.min(...all) < 1e-15) return all.length;
  const n = chains[0].length;
  const within = mean(chains.map(variance));
  const total = ((n - 1) / n) * within + variance(chains.map(mean));
  const rho = Array.from({ length: n }, (_, lag) =>
    lag === 0 ? 1 : 1 - (within - mean(chains.map((chain) => autocovarianceOf(chain, lag)))) / total,
  );
  // Geyer's pairs: the positive ones, made non-increasing. ArviZ stops looking three lags before the end.
  const pair = (k: number) => rho[2 * k] + rho[2 * k + 1];
  const pairs: number[] = [];
  let k = 0;
  while (2 * k + 1 < n - 3 && pair(k) > 0) {
    pairs.push(Math.min(pair(k), ...pairs.slice(-1)));
    k++;
  }
  const next = rho[2 * k] > 0 || pair(k) >= 0 ? rho[2 * k] : 0;
  const time = -1 + 2 * pairs.reduce((a, b) => a + b, 0) + next;
  return all.length / Math.max(time, 1 / Math.log10(all.length));
}
