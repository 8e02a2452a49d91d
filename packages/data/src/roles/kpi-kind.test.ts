// Whether a KPI is money or a count: by its name, by its values, by the user's word, or assumed and said so.
import { describe, expect, test } from 'vitest';
import { bytesOf, type Cells, csv, healthy, noise } from '../../fixtures/weekly.ts';
import { type PrepareOptions, prepare } from '../prepare.ts';

const whole = (row: number) => Math.round(500 + 400 * noise(row, 1));

async function kindOf(header: string, cell: Cells[string] = whole, options?: PrepareOptions, more?: Cells) {
  const { revenue: _, ...rest } = healthy;
  const { draft, findings } = await prepare(bytesOf(csv({ [header]: cell, ...rest, ...more })), options);
  const assumed = findings.filter(({ code }) => code === 'kpi_kind_assumed');
  return { target: draft?.columns.target, assumed };
}

describe('a name that tells', () => {
  test.each([
    'unit_sales',
    'sales_units',
    'sales_volume',
    'Sales Qty',
    'sales count',
    'number_of_sales',
    'net_unit_sales',
    'sales_bookings',
    'target_orders',
    'kpi_conversions',
    'signups',
    'Verkäufe (Stück)',
    'Verkaufte Stück',
    'Absatz',
    'Absatzmenge',
    'ventes unités',
    'ventas_unidades',
    'revenue_volume',
    'leads',
  ])('%s is units', async (header) => {
    expect(await kindOf(header)).toEqual({ target: { column: header, kind: 'units' }, assumed: [] });
  });

  test.each([
    'revenue',
    'Umsatz',
    'Nettoumsatz',
    'gmv',
    'turnover',
    'net_sales',
    'sales_value',
    'order_value',
    'order_revenue',
    'bookings_revenue',
    'kpi_revenue',
    "Chiffre d'affaires",
  ])('%s is money', async (header) => {
    expect(await kindOf(header)).toEqual({ target: { column: header, kind: 'money' }, assumed: [] });
  });
});

describe('a name that leaves it open', () => {
  test.each(['sales', 'kpi', 'y', 'target', 'Verkäufe', 'ventes', 'bookings'])(
    '%s is assumed to be money, with a warning that says so',
    async (header) => {
      const { target, assumed } = await kindOf(header);
      expect(target?.kind).toBe('money');
      expect(assumed).toMatchObject([{ severity: 'warning', column: header }]);
    },
  );

  test.each<[string, string, Cells[string]]>([
    ['a currency sign in its cells', 'sales', (row) => `€${whole(row)}`],
    ['a currency in its header', 'sales_eur', whole],
    ['cents', 'kpi', (row) => (whole(row) + Math.floor(100 * noise(row, 7)) / 100).toFixed(2)],
  ])('is money by %s', async (_, header, cell) => {
    const { target, assumed } = await kindOf(header, cell);
    expect([target?.kind, assumed]).toEqual(['money', []]);
  });

  test('is not money by many decimal places, which no price has', async () => {
    expect((await kindOf('y', (row) => (1 + noise(row, 7)).toFixed(6))).assumed).toHaveLength(1);
  });

  test('is units where a column tells what a unit brings', async () => {
    const worth = { revenue_per_kpi: (row: number) => 2 + (row % 3) };
    expect(await kindOf('kpi', whole, {}, worth)).toEqual({
      target: { column: 'kpi', kind: 'units', revenuePerKpi: 'revenue_per_kpi' },
      assumed: [],
    });
  });

  test('needs a word also when the user chose a column that is named like no KPI', async () => {
    expect((await kindOf('zz', whole, { target: 'zz' })).assumed).toMatchObject([{ column: 'zz' }]);
    expect((await kindOf('sessions', whole, { target: 'sessions' })).target?.kind).toBe('units');
  });

  test.each(['money', 'units'] as const)('is %s when the user says so', async (kpi) => {
    expect(await kindOf('sales', whole, { kpi })).toEqual({
      target: { column: 'sales', kind: kpi },
      assumed: [],
    });
  });
});
