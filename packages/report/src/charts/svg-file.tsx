// A chart as a file of its own: its finding and what is plotted above it, ground and font included.
import type { Chart } from './chart.ts';
import { Box, px, Text } from './marks.tsx';
import { markup } from './markup.ts';
import type { Palette } from './palette.ts';
import { type Lettering, wrapText } from './text-width.ts';

const edge = 24;
/** Where Inter is not installed, one that is narrower than what was laid out; `system-ui` may be wider. */
const font = "Inter, 'Inter Variable', 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif";
const titleType: Required<Lettering> & { line: number } = { size: 16, weight: 600, line: 24 };
const subtitleType: Required<Lettering> & { line: number } = { size: 13, weight: 400, line: 20 };

export interface SvgFileOptions {
  /** Of the drawing; the file is 48 wider. */
  readonly width: number;
  /** One with colours: a file of its own knows no custom properties. */
  readonly palette: Palette;
}

export function toSvg(chart: Chart, { width, palette }: SvgFileOptions): string {
  const words = chart.alone ?? chart;
  const title = wrapText(words.title, width, titleType);
  const subtitle = wrapText(words.subtitle, width, subtitleType);
  const subtitleTop = edge + title.length * titleType.line;
  const top =
    subtitleTop + subtitle.length * subtitleType.line + (title.length + subtitle.length > 0 ? 12 : 0);
  const size = { width: px(width + 2 * edge), height: px(top + chart.height(width) + edge) };
  return markup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${size.width} ${size.height}`}
      {...size}
      fontFamily={font}
      fill={palette.text}
    >
      <title>{words.title || chart.description}</title>
      <desc>{chart.description}</desc>
      <Box x={0} y={0} {...size} fill={palette.background} />
      {title.map((line, i) => (
        <Text
          key={line}
          x={edge}
          y={edge + i * titleType.line + 17}
          size={titleType.size}
          weight={titleType.weight}
        >
          {line}
        </Text>
      ))}
      {subtitle.map((line, i) => (
        <Text
          key={line}
          x={edge}
          y={subtitleTop + i * subtitleType.line + 14}
          size={subtitleType.size}
          fill={palette.muted}
        >
          {line}
        </Text>
      ))}
      <g transform={`translate(${edge} ${px(top)})`}>{chart.draw({ width, palette })}</g>
    </svg>,
  );
}
