// How much of a return is the data (solid) and how much was assumed (hatched), with marks where the verdict changes.
import type { Channel } from '../words.ts';
import type { Chart } from './chart.ts';
import { Box, Canvas, Line, px, Text } from './marks.tsx';
import { linear } from './scale.ts';
import { textWidth } from './text-width.ts';

const height = 24;
const axisHeight = 32;
/** Shares of data from which on a return is partly, and fully, measured (METHOD §8). */
const marks = [0.5, 0.8];

export function meterChart(information: Channel['information']): Chart {
  // Where nothing pulls at the return, shares of that nothing would be noise.
  const shares = information?.verdict === 'not_determined' ? undefined : information?.shares;
  const experiments = shares?.experiments ?? 0;
  const data = Math.min(1, Math.max(0, (shares?.data ?? 0) + experiments));
  const percent = Math.round(data * 100);
  const source = experiments > 0 ? 'data and experiments' : 'the data';
  const known = `${percent} % from ${source}, ${100 - percent} % assumed.`;
  const unknown = information
    ? 'Not determined by the data.'
    : 'Too few draws to say how much comes from the data.';
  const description = shares ? known : unknown;
  return {
    id: 'information',
    title: '',
    subtitle: '',
    description,
    table: {
      columns: [
        { label: 'Source', numeric: false },
        { label: 'Share', numeric: true },
      ],
      rows: shares
        ? [
            ['Data', shares.data],
            ...(experiments > 0 ? [['Experiments', experiments]] : []),
            ['Assumed: size of the effect', shares.ownSize],
            ['Assumed: carry-over and saturation', shares.ownShape],
            ['Assumed: everything else', shares.otherPriors],
          ]
        : [],
    },
    height: () => height,
    draw({ width, palette }) {
      const x = linear([0, 1], [0.5, width - 0.5]);
      const frame = { y: 4, height: 16 };
      return (
        <Canvas label={description} width={width} height={height} palette={palette}>
          {shares && <Box x={x(0)} {...frame} width={x(data) - x(0)} fill={palette.accent} />}
          {shares && (
            <path d={hatch(x(data), 4, x(1), 20)} fill="none" stroke={palette.rule} strokeWidth={1.25} />
          )}
          <rect
            x={px(x(0))}
            {...frame}
            width={px(x(1) - x(0))}
            fill="none"
            stroke={palette.rule}
            {...(!shares && { strokeDasharray: '3 3' })}
          />
          {marks.map((mark) => (
            <Line key={mark} from={[x(mark), 0]} to={[x(mark), height]} stroke={palette.text} crisp />
          ))}
        </Canvas>
      );
    },
  };
}

/** Diagonals inside a rectangle, each cut at its edges: no pattern, whose id would have to be unique in a page. */
function hatch(left: number, top: number, right: number, bottom: number): string {
  const lines: string[] = [];
  const tall = bottom - top;
  for (let start = left - tall + 2; start < right; start += 6) {
    const from = Math.max(left, start);
    const to = Math.min(right, start + tall);
    if (from < to)
      lines.push(`M${px(from)},${px(bottom - (from - start))}L${px(to)},${px(bottom - (to - start))}`);
  }
  return lines.join('');
}

/** The scale over a column of meters. */
export function meterAxis(): Chart {
  const description = 'Scale of the meters: below 50 % data mostly assumed, to 80 % partly, above measured.';
  const places = [
    { from: 0, to: 0.5, names: ['mostly assumed', 'assumed'] },
    { from: 0.5, to: 0.8, names: ['partly assumed', 'partly'] },
    { from: 0.8, to: 1, names: ['measured'] },
  ];
  return {
    id: 'information-scale',
    title: '',
    subtitle: '',
    description,
    table: { columns: [{ label: 'Mark', numeric: true }], rows: marks.map((mark) => [mark]) },
    height: () => axisHeight,
    draw({ width, palette }) {
      const x = linear([0, 1], [0.5, width - 0.5]);
      return (
        <Canvas label={description} width={width} height={axisHeight} palette={palette}>
          {places.map(({ from, to, names }) => {
            const name = names.find((text) => textWidth(text) <= x(to) - x(from) - 4);
            return (
              name && (
                <Text key={from} x={(x(from) + x(to)) / 2} y={11} anchor="middle" fill={palette.muted}>
                  {name}
                </Text>
              )
            );
          })}
          {marks.map((mark) => (
            <g key={mark}>
              <Line from={[x(mark), 16]} to={[x(mark), axisHeight]} stroke={palette.rule} crisp />
              <Text x={x(mark) - 4} y={29} anchor="end" fill={palette.muted}>
                {`${mark * 100} %`}
              </Text>
            </g>
          ))}
        </Canvas>
      );
    },
  };
}
