// One quantity chain by chain: draws in lanes on one scale, and ranks that are even when the chains agree.
import type { QuantityView } from '@mixmodel/contract';
import type { ChartTable } from '../rounded-table.ts';
import { rounded } from '../rounding.ts';
import type { Title } from '../views/shapes.ts';
import type { Chart, Frame } from './chart.ts';
import { Box, Canvas, Line, px, Text } from './marks.tsx';
import { oddChains, sideOf } from './odd-chain.ts';
import { brokenPath } from './paths.ts';
import { domainOf, linear, type Scale } from './scale.ts';
import { textWidth } from './text-width.ts';

export interface TraceOptions extends Title {
  /** For a run that did not converge: the disagreement is drawn, no value can be read. */
  readonly hideValues?: boolean;
}

const narrow = 560;
const lane = 64;
const footHeight = 28;
const gap = 32;
const left = 64;

interface Drawn {
  readonly quantity: QuantityView;
  readonly hideValues: boolean;
  readonly odd: readonly number[];
  readonly label: string;
}

export function traceChart(quantity: QuantityView, options: TraceOptions): Chart {
  const { title, subtitle, hideValues = false } = options;
  const odd = oddChains(quantity);
  const apart = odd.map((k) => ` Chain ${k + 1} lies ${sideOf(quantity, k)} than the others.`).join('');
  const description = `${title}.${apart} Draws and ranks of ${quantity.chains.length} chains of ${thousands(quantity.draws)} draws.`;
  const drawn = { quantity, hideValues, odd, label: description };
  return {
    id: `trace-${quantity.name}`,
    title,
    subtitle,
    description,
    table: hideValues ? ranksTable(quantity) : drawsTable(quantity),
    height: (width) => layoutOf(quantity, width).height,
    draw: (frame) => <Lanes {...drawn} {...frame} />,
  };
}

function thousands(count: number): string {
  return count.toLocaleString('en-US');
}

/** Ranks stand beside the lanes, or below them where there is no room. */
function layoutOf({ chains }: QuantityView, width: number) {
  const isNarrow = width < narrow;
  const block = chains.length * lane + footHeight;
  const traceWidth = isNarrow ? width - left : (width - left - gap) * 0.62;
  const ranksLeft = isNarrow ? left : left + traceWidth + gap;
  return {
    isNarrow,
    traceRight: left + traceWidth,
    ranksLeft,
    ranksTop: isNarrow ? block + 12 : 0,
    height: isNarrow ? 2 * block + 12 : block,
  };
}

function Lanes({ quantity, hideValues, odd, label, width, palette }: Drawn & Frame) {
  const { chains, draws } = quantity;
  const { isNarrow, traceRight, ranksLeft, ranksTop, height } = layoutOf(quantity, width);
  const values = domainOf(
    chains.flatMap(({ trace }) => trace),
    false,
  );
  const x = linear([0, Math.max(1, ...chains.map(({ trace }) => trace.length - 1))], [left, traceRight]);
  const foot = chains.length * lane + footHeight - 8;
  const colourOf = (k: number) => (odd.includes(k) ? palette.bad : palette.accent);
  const range = `each lane: ${figure(values[0], values)} to ${figure(values[1], values)}`;
  const roomy = traceRight - left > textWidth(range) + textWidth(`draw 1${thousands(draws)}`) + 32;
  return (
    <Canvas label={label} width={width} height={height} palette={palette}>
      {chains.map((chain, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a chain is its number
        <g key={k}>
          <Text x={0} y={k * lane + lane / 2 + 4} weight={500}>
            {`Chain ${k + 1}`}
          </Text>
          <Lane
            trace={chain.trace}
            mean={chain.mean}
            x={x}
            y={linear(values, [k * lane + lane - 6, k * lane + 4])}
            floor={k * lane + lane - 1}
            colour={colourOf(k)}
            rule={palette.border}
            meanColour={palette.text}
          />
          {odd.includes(k) && (
            <Text
              x={traceRight - 4}
              y={k * lane + (sideOf(quantity, k) === 'higher' ? lane - 10 : 14)}
              anchor="end"
              fill={palette.bad}
              halo={palette.background}
            >
              {`${sideOf(quantity, k)} than the others`}
            </Text>
          )}
        </g>
      ))}
      <Text x={left} y={foot} fill={palette.muted}>
        draw 1
      </Text>
      {!hideValues && roomy && (
        <Text x={(left + traceRight) / 2} y={foot} anchor="middle" fill={palette.muted}>
          {range}
        </Text>
      )}
      <Text x={traceRight} y={foot} anchor="end" fill={palette.muted}>
        {thousands(draws)}
      </Text>
      <Ranks
        {...{ quantity, palette, isNarrow }}
        from={[ranksLeft, ranksTop]}
        right={width}
        colourOf={colourOf}
      />
    </Canvas>
  );
}

/** The ends of a scale, with as many digits as tell them apart. */
function figure(value: number, [low, high]: readonly [number, number]): string {
  return rounded(value, Math.floor(Math.log10(Math.max(high - low, Number.MIN_VALUE))) - 1);
}

interface LaneProps {
  readonly trace: readonly number[];
  readonly mean: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly floor: number;
  readonly colour: string;
  readonly rule: string;
  readonly meanColour: string;
}

function Lane({ trace, mean, x, y, floor, colour, rule, meanColour }: LaneProps) {
  const [from = 0, to = 0] = x.range();
  const steps = trace.map((_, i) => i);
  return (
    <>
      <Line from={[from, floor]} to={[to, floor]} stroke={rule} crisp />
      <path d={brokenPath(steps, trace, x, y)} fill="none" stroke={colour} strokeLinejoin="round" />
      <Line from={[from, y(mean)]} to={[to, y(mean)]} stroke={meanColour} dash="3 3" />
    </>
  );
}

interface RanksProps {
  readonly quantity: QuantityView;
  /** Left and top. */
  readonly from: readonly [number, number];
  readonly right: number;
  readonly isNarrow: boolean;
  readonly palette: Frame['palette'];
  colourOf(chain: number): string;
}

function Ranks({ quantity, from: [x0, top], right, isNarrow, palette, colourOf }: RanksProps) {
  const { chains, evenRanks } = quantity;
  const [fewest, most] = evenRanks;
  const highest = Math.max(most * 1.25, ...chains.flatMap(({ ranks }) => ranks));
  const foot = top + chains.length * lane + footHeight - 8;
  const wide = right - x0;
  return (
    <>
      {chains.map(({ ranks }, k) => {
        const floor = top + k * lane + lane - 1;
        const y = linear([0, highest], [floor, top + k * lane + 6]);
        const step = wide / Math.max(1, ranks.length);
        const even = ranks.reduce((sum, count) => sum + count, 0) / Math.max(1, ranks.length);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a chain is its number
          <g key={k}>
            {isNarrow && (
              <Text x={0} y={floor - lane / 2 + 4} weight={500}>
                {`Chain ${k + 1}`}
              </Text>
            )}
            <Box
              x={x0}
              y={y(most)}
              width={wide}
              height={y(fewest) - y(most)}
              fill={palette.text}
              opacity={0.16}
            />
            {ranks.map((count, bin) => (
              <Box
                // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its number
                key={bin}
                x={x0 + bin * step + 0.5}
                y={y(count)}
                width={step - 1}
                height={floor - y(count)}
                fill={colourOf(k)}
                opacity={0.7}
              />
            ))}
            <Line from={[x0, y(even)]} to={[right, y(even)]} stroke={palette.text} dash="3 3" />
            <Line from={[x0, floor]} to={[right, floor]} stroke={palette.rule} crisp />
          </g>
        );
      })}
      <Text x={x0} y={foot} fill={palette.muted}>
        lowest rank
      </Text>
      <Text x={px(right)} y={foot} anchor="end" fill={palette.muted}>
        highest
      </Text>
    </>
  );
}

function ranksTable({ chains }: QuantityView): ChartTable {
  return {
    columns: ['Rank bin', ...chains.map((_, k) => `Chain ${k + 1}: draws`)].map((label) => ({
      label,
      numeric: true,
    })),
    rows: (chains[0]?.ranks ?? []).map((_, bin) => [bin + 1, ...chains.map(({ ranks }) => ranks[bin] ?? 0)]),
  };
}

/** Draws first, ranks after them: both are drawn. */
function drawsTable(quantity: QuantityView): ChartTable {
  const { chains, every } = quantity;
  const longest = Math.max(0, ...chains.map(({ trace, ranks }) => Math.max(trace.length, ranks.length)));
  const names = (what: string) => chains.map((_, k) => `Chain ${k + 1}: ${what}`);
  return {
    columns: ['Draw', ...names('value'), 'Rank bin', ...names('draws in bin')].map((label) => ({
      label,
      numeric: true,
    })),
    rows: Array.from({ length: longest }, (_, i) => [
      i * every + 1,
      ...chains.map(({ trace }) => trace[i] ?? ''),
      ...(i < (chains[0]?.ranks.length ?? 0)
        ? [i + 1, ...chains.map(({ ranks }) => ranks[i] ?? '')]
        : ['', ...chains.map(() => '')]),
    ]),
  };
}
