// A column's values in small: a line, bars for spend, and a mark where cells are empty.
import type { ColumnView } from '@mixmodel/contract';

const width = 112;
const height = 28;

export function Sparkline({ column, bars }: { column: ColumnView; bars: boolean }) {
  const points = column.sparkline;
  const known = points?.filter((value): value is number => value !== null) ?? [];
  if (!points || known.length === 0) return <span className="text-12 text-muted">–</span>;
  const top = Math.max(...known, 0);
  const bottom = bars ? Math.min(0, ...known) : Math.min(...known);
  const y = (value: number) => height - 3 - ((value - bottom) / (top - bottom || 1)) * (height - 5);
  const step = width / points.length;
  const x = (index: number) => (index + 0.5) * step;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="block"
      role="img"
      aria-label={`${column.name} over time`}
    >
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--border)" />
      {bars ? (
        points.map((value, index) =>
          value === null || value === 0 ? null : (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in time
              key={index}
              x={index * step}
              y={Math.min(y(value), y(0))}
              width={Math.max(0.6, step - 0.3)}
              height={Math.max(0.5, Math.abs(y(0) - y(value)))}
              fill="var(--muted)"
            />
          ),
        )
      ) : (
        <path d={linePath(points, x, y)} fill="none" stroke="var(--text)" strokeWidth={1.25} />
      )}
      {points.map((value, index) =>
        value === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in time
          <rect key={index} x={x(index) - 1} y={1} width={2} height={height - 2} fill="var(--bad)" />
        ) : null,
      )}
    </svg>
  );
}

/** A line that breaks where a value is missing. */
function linePath(
  points: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let pen = 'M';
  return points
    .map((value, index) => {
      if (value === null) {
        pen = 'M';
        return '';
      }
      const part = `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = 'L';
      return part;
    })
    .join('');
}
