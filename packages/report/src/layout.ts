// Plain-text layout for a terminal: tables, wrapped sentences, and colour that can be left out.

/** Emphasis by name; `plainStyle` adds nothing. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly good: (text: string) => string;
}

const same = (text: string) => text;
export const plainStyle: Style = { strong: same, faint: same, bad: same, warn: same, good: same };

const ansi = (open: number, close: number) => (text: string) =>
  text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`;
export const colourStyle: Style = {
  strong: ansi(1, 22),
  faint: ansi(2, 22),
  bad: ansi(31, 39),
  warn: ansi(33, 39),
  good: ansi(32, 39),
};

export interface Column {
  readonly head: string;
  readonly align: 'left' | 'right';
  readonly cells: readonly string[];
  /** Dresses a padded cell; the head is left as it is. */
  readonly dress?: (cell: string) => string;
}

const gap = '  ';

const number = /^(.*?\d)(\.\d+)?(\D*)$/;

/** Right-aligned cells with their decimal points below each other; cells with a unit stay as they are: no gap before it. */
export function onePoint(cells: readonly string[]): string[] {
  const parts = cells.map((cell) => number.exec(cell));
  const units = new Set(parts.flatMap((part) => (part ? [part[3]] : [])));
  if (units.size > 1 || !units.has('')) return [...cells];
  const longest = Math.max(0, ...parts.map((part) => part?.[2]?.length ?? 0));
  return cells.map((cell, i) => {
    const [, whole, fraction = '', unit] = parts[i] ?? [];
    return whole === undefined ? cell : `${whole}${fraction.padEnd(longest)}${unit}`;
  });
}

/** How many characters wide a table of these columns is. */
export function tableWidth(columns: readonly Column[]): number {
  const widths = columns.map(widthOf);
  return widths.reduce((sum, width) => sum + width, 0) + gap.length * (columns.length - 1);
}

/** Lines of a table, head first. */
export function table(columns: readonly Column[], style: Style): string[] {
  const widths = columns.map(widthOf);
  const line = (cellOf: (column: Column, width: number) => string) =>
    columns
      .map((column, i) => cellOf(column, widths[i] ?? 0))
      .join(gap)
      .trimEnd();
  const rows = Math.max(0, ...columns.map((column) => column.cells.length));
  const head = line((column, width) => pad(column.head, width, column.align));
  const body = Array.from({ length: rows }, (_, row) =>
    line((column, width) => (column.dress ?? same)(pad(column.cells[row] ?? '', width, column.align))),
  );
  return [style.faint(head), ...body];
}

function widthOf({ head, cells }: Column): number {
  return Math.max(...[head, ...cells].map((text) => charCount(text)));
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - charCount(text)));
  return align === 'left' ? text + space : space + text;
}

/** Characters as people count them, not UTF-16 units. */
function charCount(text: string): number {
  return [...text].length;
}

/** `text` cut to `width` characters, the cut marked. */
export function clip(text: string, width: number): string {
  return charCount(text) <= width ? text : `${[...text].slice(0, Math.max(1, width - 1)).join('')}…`;
}

/** Words of `text` on lines of at most `width`; later lines begin with `indent`. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  // A number stays with its unit: `40 %`, `1.2 M`.
  const words = text.replaceAll(/(?<=\d) (?=(?:%|k|M|bn|s|MB)(?:\W|$))/g, '\u00a0').split(' ');
  for (const word of words) {
    if (line.trim() !== '' && charCount(line) + 1 + charCount(word) > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((text) => text.replaceAll('\u00a0', ' '));
}

/** A list of `sentences`, at most `most` of them; `all` is the flag that gives the rest. */
export function bullets(sentences: readonly string[], width: number, most: number, all: string): string[] {
  const shown = sentences.slice(0, most).flatMap((sentence) => wrap(`- ${sentence}`, width, '  '));
  const more = sentences.length - most;
  return more > 0 ? [...shown, `- And ${more} more; ${all} has them all.`] : shown;
}
