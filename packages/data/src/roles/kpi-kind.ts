// Is the KPI money, or a count of things? Its name tells, or its values do, or it is assumed to be money and said so.
import type { Column } from '../cells/column.ts';
import { matched, tokensOf } from './tokens.ts';
import { MONEY_UNIT, OUTCOME, TARGET_MONEY, TARGET_UNITS, VALUE_COLUMN } from './words.ts';

export type KpiKind = 'money' | 'units';

export interface JudgedKind {
  readonly kind: KpiKind;
  /** Neither name nor values say so. */
  readonly assumed: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''));

/** Said of money only; "sales", "ventes" and "Verkäufe" may be counted as well. */
const SURELY_MONEY = words(`
  revenue revenues rev income gmv turnover umsatz umsaetze umsatze jahresumsatz erlos erlose erloes erloese einnahmen
  affaires recettes ingresos facturacion ricavi ricavo fatturato omzet opbrengst receita receitas faturamento
  faturacao intakt intakter omsattning`);
const AMOUNT: ReadonlySet<string> = new Set([
  ...VALUE_COLUMN,
  ...words('montant importe importo bedrag belopp'),
]);
const BEFORE_DEDUCTIONS = words('net gross netto brutto');

/** Things counted, beside a word for sales; alone they are no KPI. */
const COUNTED = words(`
  unit quantities volumes volumen count counts number num nb pieces pcs items anzahl stk mengen quantite quantites
  nombre cantidad cantidades piezas unita quantita numero pezzi aantal stuks hoeveelheid quantidade antal kvantitet
  reservations buchungen`);
const BOOKINGS = words('booking bookings');

export function judgeKind(column: Column): JudgedKind {
  const named = kindByName(tokensOf(column.header));
  if (named) return { kind: named, assumed: false };
  const isMoney = column.currency !== undefined || hasCents(column.values);
  return { kind: 'money', assumed: !isMoney };
}

export function kindByName(tokens: readonly string[]): KpiKind | undefined {
  const has = (set: ReadonlySet<string>) => tokens.some((token) => set.has(token));
  const sold = tokens.filter((token) => TARGET_MONEY.has(token));
  const booked = has(BOOKINGS) && sold.some((token) => !BOOKINGS.has(token));
  const isTarget = sold.length > 0 || matched(tokens, TARGET_UNITS) !== undefined;
  // "Verkäufe" ends in "Käufe", and is sold all the same.
  const counts = (some: readonly string[]) =>
    some
      .filter((t) => matched([t], TARGET_MONEY) === undefined)
      .some((t) => matched([t], TARGET_UNITS) !== undefined || COUNTED.has(t) || OUTCOME.has(t));
  const units = counts(tokens) || booked;
  const money = matched(tokens, SURELY_MONEY) !== undefined || has(MONEY_UNIT) || (isTarget && has(AMOUNT));
  // The last word is what is meant: order revenue is money, revenue volume is not.
  if (money && units) return counts(tokens.slice(-1)) ? 'units' : 'money';
  if (units) return 'units';
  return money || (sold.length > 0 && has(BEFORE_DEDUCTIONS)) ? 'money' : undefined;
}

/** Two decimal places in most cells, and no more in any: prices were added up. */
function hasCents(values: Float64Array): boolean {
  const present = values.filter((value) => Number.isFinite(value));
  const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-4;
  const broken = present.filter((value) => !isWhole(value));
  return (
    broken.length > 0.5 * present.length &&
    broken.every((value) => isWhole(100 * value)) &&
    broken.some((value) => !isWhole(10 * value))
  );
}
