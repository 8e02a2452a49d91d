// A parameter's posterior (filled) beside its prior (dashed), as small as a line of a table.
import type { InsightsFile } from '@mixmodel/contract';
import type { Chart } from './chart.ts';
import { Canvas, Line } from './marks.tsx';
import { bandPath, brokenPath } from './paths.ts';
import { domainOf, linear } from './scale.ts';

type Density = InsightsFile['densities'][number];

const height = 24;
const floor = 23;

export function densitySpark({ name, grid, posterior, prior }: Density): Chart {
  const description = prior
    ? `${name}: posterior against its prior.`
    : `${name}: posterior; no prior is stated about it.`;
  return {
    id: `density-${name}`,
    title: '',
    subtitle: '',
    description,
    table: {
      columns: [name, 'Posterior density', ...(prior ? ['Prior density'] : [])].map((label) => ({
        label,
        numeric: true,
      })),
      rows: grid.map((at, i) => [at, posterior[i] ?? 0, ...(prior ? [prior[i] ?? 0] : [])]),
    },
    height: () => height,
    draw({ width, palette }) {
      const x = linear(domainOf(grid, false), [2, width - 2]);
      const y = linear(domainOf([...posterior, ...(prior ?? [])]), [floor, 2]);
      const zero = grid.map(() => 0);
      return (
        <Canvas label={description} width={width} height={height} palette={palette}>
          <Line from={[0, floor]} to={[width, floor]} stroke={palette.border} crisp />
          <path
            d={bandPath({ at: grid, values: [zero, posterior] }, x, y)}
            fill={palette.accent}
            fillOpacity={palette.band50}
          />
          <path d={brokenPath(grid, posterior, x, y)} fill="none" stroke={palette.accent} strokeWidth={1.5} />
          {prior && (
            <path
              d={brokenPath(grid, prior, x, y)}
              fill="none"
              stroke={palette.muted}
              strokeWidth={1.25}
              strokeDasharray="3 2"
            />
          )}
        </Canvas>
      );
    },
  };
}
