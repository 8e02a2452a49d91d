// The colours a chart is drawn in: a fixed light or dark set for files, or the page's own custom properties.

export interface Palette {
  readonly text: string;
  readonly muted: string;
  readonly background: string;
  readonly panel: string;
  readonly border: string;
  readonly rule: string;
  readonly accent: string;
  readonly good: string;
  readonly warn: string;
  readonly bad: string;
  /** Nine hues that stay apart under every colour vision; from the tenth channel on there is none. */
  readonly channels: readonly string[];
  /** Baseline, trend and "other". */
  readonly base: string;
  /** Opacities of the middle 50 %, of 94 %, and of stacked areas; strings where CSS decides. */
  readonly band50: number | string;
  readonly band94: number | string;
  readonly area: number | string;
}

export const lightPalette: Palette = {
  text: '#14181f',
  muted: '#5b6472',
  background: '#ffffff',
  panel: '#f6f7f9',
  border: '#e1e4ea',
  rule: '#8a919e',
  accent: '#2b54d6',
  good: '#1a7f4b',
  warn: '#8f5f00',
  bad: '#c0322b',
  channels: [
    '#123eb2',
    '#da3f58',
    '#0a7e83',
    '#83870b',
    '#c272ef',
    '#306406',
    '#8d1920',
    '#6d58ca',
    '#762575',
  ],
  base: '#8a919e',
  band50: 0.3,
  band94: 0.14,
  area: 0.92,
};

export const darkPalette: Palette = {
  text: '#e6e9ee',
  muted: '#9aa4b2',
  background: '#0e1116',
  panel: '#161b22',
  border: '#2a313c',
  rule: '#6d7683',
  accent: '#86a8ff',
  good: '#4cc38a',
  warn: '#e2a336',
  bad: '#ff7b72',
  channels: [
    '#6965e6',
    '#d33a3e',
    '#90d9ff',
    '#b8ab15',
    '#bf89fd',
    '#a9e44a',
    '#f9ada8',
    '#b27402',
    '#b54ba0',
  ],
  base: '#8a919e',
  band50: 0.36,
  band94: 0.18,
  area: 0.88,
};

/** For a page that follows the system's theme: its tokens by name, so a chart is drawn once for both. */
export const cssPalette: Palette = {
  text: 'var(--text)',
  muted: 'var(--muted)',
  background: 'var(--bg)',
  panel: 'var(--bg2)',
  border: 'var(--border)',
  rule: 'var(--rule)',
  accent: 'var(--accent)',
  good: 'var(--good)',
  warn: 'var(--warn)',
  bad: 'var(--bad)',
  channels: Array.from({ length: 9 }, (_, i) => `var(--c${i + 1})`),
  base: 'var(--base)',
  band50: 'var(--band50, 0.33)',
  band94: 'var(--band94, 0.16)',
  area: 'var(--area, 0.9)',
};
