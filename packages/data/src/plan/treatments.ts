// What the company sets besides media, as treatments of a draft: each with the value at which it adds nothing.
import type { SpecDraft } from '@mixmodel/engine';
import type { Column } from '../cells/column.ts';
import { type Finding, note } from '../finding.ts';
import { labelOf } from '../roles/label.ts';
import { matched, tokensOf } from '../roles/tokens.ts';
import * as words from '../roles/words.ts';

type TreatmentDraft = NonNullable<SpecDraft['treatments']>[number];

interface Treatments {
  readonly drafts: readonly TreatmentDraft[];
  readonly findings: readonly Finding[];
}

/** The names of the channels are `taken`: both stand in the same tables. */
export function treatmentsOf(columns: readonly Column[], taken: readonly string[]): Treatments {
  const each = columns.map((column) => ({ column, reference: referenceOf(column) }));
  const names = namesOf(columns, taken);
  return {
    drafts: each.map(({ column: { header }, reference }, i) => ({
      column: header,
      name: names[i] ?? header,
      ...(reference === undefined ? {} : { reference: reference.value }),
    })),
    findings: each.map(({ column: { header }, reference }) =>
      note('treatment_apart', { column: header }, { ...reference }),
    ),
  };
}

/** "price_net" and "price_gross" would both be "Price": where labels meet, a header says more. */
function namesOf(columns: readonly Column[], taken: readonly string[]): string[] {
  const labels = columns.map(({ header }) => labelOf(header));
  const called = [...taken, ...labels];
  return columns.map(({ header }, i) => {
    const label = labels[i] ?? header;
    return called.filter((other) => other === label).length > 1 ? header : label;
  });
}

/** What a price is when nothing is done about it; undefined leaves the smallest value, which no promotion is. */
function referenceOf(column: Column): { readonly value: number; readonly is: 'usual' | 'none' } | undefined {
  if (column.kind !== 'number') return undefined;
  const known = column.values.filter(Number.isFinite).sort();
  const [lowest = 0] = known;
  const usual = known[Math.floor((known.length - 1) / 2)];
  if (usual !== undefined && isPrice(column.header)) return { value: usual, is: 'usual' };
  // A discount written as what it takes away.
  return lowest < 0 && known.at(-1) === 0 ? { value: 0, is: 'none' } : undefined;
}

/** "price", "Netto-Preis"; a price that is told by its promotion may be either. */
function isPrice(header: string): boolean {
  const tokens = tokensOf(header);
  return matched(tokens, words.PRICE) !== undefined && matched(tokens, words.PROMOTION) === undefined;
}
