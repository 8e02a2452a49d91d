// Columns of a terminal table, and how many of them stand beside each other.
import type { EstimateText } from './amounts.ts';
import { type Column, onePoint, tableWidth } from './layout.ts';

export const none = '–';

/** An estimate and its interval, with one decimal point below the other. */
export function estimateColumns(head: string, texts: readonly (EstimateText | undefined)[]): Column[] {
  return [
    right(head, onePoint(texts.map((text) => text?.mean ?? none))),
    right(
      '94 % interval',
      texts.map((text) => text?.interval ?? none),
    ),
  ];
}

export function right(head: string, cells: readonly string[]): Column {
  return { head, align: 'right', cells };
}

/** As many groups of columns beside each other as there is room for, the label first in each table. */
export function packed(label: Column, groups: readonly (readonly Column[])[], width: number): Column[][] {
  const tables: Column[][] = [];
  for (const group of groups) {
    const last = tables.at(-1);
    if (last && tableWidth([...last, ...group]) <= width) last.push(...group);
    else tables.push([label, ...group]);
  }
  return tables;
}
