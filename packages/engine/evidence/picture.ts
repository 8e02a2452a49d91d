// Rank ECDFs as pictures: for each model a panel with what the ECDF of every quantity strays from the diagonal, and the band.
import { cumulated } from './uniformity.ts';
import type { Verdict } from './verdict.ts';

const PANEL = { width: 190, height: 104, left: 6, top: 26, right: 6, bottom: 10 };
const ACROSS = 4;
/** Every third of the points at which the ECDF is looked at: small files, the same shapes. */
const STEP = 3;

export interface Panel {
  readonly verdict: Verdict;
  /** By point, in counts. */
  readonly band: readonly { readonly low: number; readonly high: number }[];
  /** p values below it are refused. */
  readonly least: number;
}

/** One sheet of panels. Differences are drawn in units of √(1/N), so that panels of any N look alike. */
export function sheet(title: string, panels: readonly Panel[], ranked: number): string {
  const rows = Math.ceil(panels.length / ACROSS);
  const [width, height] = [ACROSS * PANEL.width, rows * PANEL.height + 24];
  const parts = panels.map((panel, i) => {
    const [x, y] = [(i % ACROSS) * PANEL.width, 24 + Math.floor(i / ACROSS) * PANEL.height];
    return `<g transform="translate(${x} ${y})">${drawn(panel, ranked)}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    '<style>.b{fill:#e3e8ee}.z{stroke:#9aa5b1;stroke-width:.6}.q{fill:none;stroke:#1f4e79;stroke-width:.6;stroke-opacity:.55}.r{fill:none;stroke:#b00020;stroke-width:1.2}text{fill:#1b1f24}</style>',
    `<text x="6" y="16" font-size="11" font-weight="600">${escaped(title)}</text>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function drawn({ verdict, band, least }: Panel, ranked: number): string {
  const { fits, quantities } = verdict;
  const points = Array.from({ length: ranked }, (_, i) => i).filter((i) => i % STEP === 0);
  const inner = {
    width: PANEL.width - PANEL.left - PANEL.right,
    height: PANEL.height - PANEL.top - PANEL.bottom,
  };
  const strayed = (count: number, i: number) => (count - (fits * (i + 1)) / (ranked + 1)) / Math.sqrt(fits);
  const lines = quantities.map(({ ranks, p }) => ({
    refused: p < least,
    at: cumulated(ranks, ranked).map(strayed),
  }));
  const most = Math.max(
    1.2,
    ...band.flatMap(({ low, high }, i) => [Math.abs(strayed(low, i)), Math.abs(strayed(high, i))]),
    ...lines.flatMap(({ at }) => at.map(Math.abs)),
  );
  const x = (i: number) => (PANEL.left + ((i + 1) / (ranked + 1)) * inner.width).toFixed(1);
  const y = (value: number) => (PANEL.top + (0.5 - value / (2 * most)) * inner.height).toFixed(1);
  const path = (at: (i: number) => number, along = points) =>
    along.map((i) => `${x(i)} ${y(at(i))}`).join('L');
  const back = [...points].reverse();
  const area = `M${path((i) => strayed(band[i].high, i))}L${path((i) => strayed(band[i].low, i), back)}Z`;
  const [first, second = ''] = verdict.name.split(' + ');
  return [
    `<text x="${PANEL.left}" y="10" font-size="7.5">${escaped(first)}</text>`,
    `<text x="${PANEL.left}" y="20" font-size="7.5">${escaped(second)} · N ${fits}</text>`,
    `<path class="b" d="${area}"/>`,
    `<path class="z" d="M${PANEL.left} ${y(0)}H${PANEL.width - PANEL.right}"/>`,
    ...lines.map(({ refused, at }) => `<path class="${refused ? 'r' : 'q'}" d="M${path((i) => at[i])}"/>`),
  ].join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
