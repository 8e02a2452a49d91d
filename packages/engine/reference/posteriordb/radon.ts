// posteriordb's radon_mn-radon_hierarchical_intercept_noncentered: homes in counties whose levels have one distribution.
//
// Coordinates: alpha_raw of each county, two slopes, mu_alpha, log sigma_alpha, log sigma_y.
import { exp, log } from '../../src/numeric/elementary.ts';
import { numbered, type PublishedModel } from './published-model.ts';

export type County = readonly [name: string, uranium: number, homes: readonly (readonly [number, number])[]];

export function radon(counties: readonly County[]): PublishedModel {
  const size = counties.length;
  const rows = counties.flatMap(([, , homes], county) =>
    homes.map(([floor, level]) => ({ county, floor, y: log(level + 0.1) })),
  );
  const county = Int32Array.from(rows, (row) => row.county);
  const floor = Float64Array.from(rows, (row) => row.floor);
  const y = Float64Array.from(rows, (row) => row.y);
  const uranium = Float64Array.from(counties, ([, ppm]) => log(ppm));
  const byCounty = new Float64Array(size);
  return {
    target: {
      size: size + 5,
      logDensity(position, gradient) {
        const [byUranium, byFloor, mu] = [position[size], position[size + 1], position[size + 2]];
        const spread = exp(position[size + 3]);
        const sigma = exp(position[size + 4]);
        byCounty.fill(0);
        let squares = 0;
        let slope = 0;
        for (let i = 0; i < y.length; i++) {
          const j = county[i];
          const level = mu + spread * position[j] + uranium[j] * byUranium;
          const error = y[i] - level - floor[i] * byFloor;
          squares += error * error;
          byCounty[j] += error;
          slope += error * floor[i];
        }
        const perVariance = 1 / (sigma * sigma);
        let density = -0.5 * squares * perVariance - y.length * position[size + 4];
        density -= (byUranium * byUranium + byFloor * byFloor + mu * mu) / 200;
        density += -0.5 * (spread * spread + sigma * sigma) + position[size + 3] + position[size + 4];
        gradient[size] = -byUranium / 100;
        gradient[size + 1] = slope * perVariance - byFloor / 100;
        gradient[size + 2] = -mu / 100;
        gradient[size + 3] = 1 - spread * spread;
        gradient[size + 4] = squares * perVariance - y.length - sigma * sigma + 1;
        for (let j = 0; j < size; j++) {
          const raw = position[j];
          const by = byCounty[j] * perVariance;
          density -= 0.5 * raw * raw;
          gradient[j] = by * spread - raw;
          gradient[size] += by * uranium[j];
          gradient[size + 2] += by;
          gradient[size + 3] += by * spread * raw;
        }
        return density;
      },
    },
    names: [...numbered('alpha', size), 'beta[1]', 'beta[2]', 'mu_alpha', 'sigma_alpha', 'sigma_y'],
    describe(position) {
      const [mu, spread] = [position[size + 2], Math.exp(position[size + 3])];
      const alpha = position.slice(0, size).map((raw) => mu + spread * raw);
      return [...alpha, ...position.slice(size, size + 3), spread, Math.exp(position[size + 4])];
    },
  };
}
