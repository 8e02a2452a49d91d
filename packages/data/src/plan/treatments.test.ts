// What the company sets besides media is drafted as a treatment, with the value at which it adds nothing.
import { sentence } from '@mixmodel/contract';
import { expandSpec } from '@mixmodel/engine';
import { expect, test } from 'vitest';
import { bytesOf, type Cells, csv, healthy, noise } from '../../fixtures/weekly.ts';
import { type PrepareOptions, prepare } from '../prepare.ts';

const given = (more: Cells, options?: PrepareOptions) =>
  prepare(bytesOf(csv({ ...healthy, ...more })), options);

async function drafted(more: Cells, options?: PrepareOptions) {
  const { draft } = await given(more, options);
  return draft?.treatments;
}

/** 9.99 but for a sale every sixth week, and dearer for a while. */
const price = (row: number) => (row % 6 === 0 ? 7.49 : row > 90 ? 10.99 : 9.99);
const promo = (row: number) => (row % 9 === 4 ? 1 : 0);

test('a price is a treatment counted from its usual value, a promotion from its smallest', async () => {
  const { draft, data, findings } = await given({ price_eur: price, promo });
  expect(draft?.treatments).toEqual([
    { column: 'price_eur', name: 'Price', reference: 9.99 },
    { column: 'promo', name: 'Promo' },
  ]);
  expect(draft?.controls?.map(({ column }) => column)).toEqual(['temperature', 'holiday']);
  if (!data || !draft) throw new Error('no data');
  const { spec } = expandSpec(draft, data);
  expect(spec.treatments).toMatchObject([{ reference: 9.99, prior: { sd: 2 } }, { column: 'promo' }]);
  const told = findings.filter(({ code }) => code === 'treatment_apart');
  expect(told.map((one) => sentence(one))).toEqual([
    'Column `price_eur` is what you set besides media: its effect is reported apart, counted from 9.99, its usual value. Another `reference` can be given in the spec (--spec).',
    'Column `promo` is what you set besides media: its effect is reported apart, counted from its smallest value. Another `reference` can be given in the spec (--spec).',
  ]);
  expect(sentence(told[0] as never, 'screen')).toMatch(
    /Another value to count from can be given when you configure a run\.$/,
  );
});

test('prices whose labels would meet, each other or a channel, are called as their columns are', async () => {
  const names = (
    await drafted({ price_net: price, price_gross: (r) => price(r) * 1.19 + noise(r, 3), promo })
  )?.map(({ name }) => name);
  expect(names).toEqual(['price_net', 'price_gross', 'Promo']);
  const roles = { tv: 'treatment' } as const;
  expect(await drafted({ tv: promo }, { roles })).toEqual([{ column: 'tv', name: 'tv' }]);
});

test('a discount written as what it takes away is counted from none', async () => {
  expect(await drafted({ rabatt: (row) => (row % 5 === 0 ? -0.2 : 0) })).toEqual([
    { column: 'rabatt', name: 'Rabatt', reference: 0 },
  ]);
});

test('prices are known in other languages, and a price of a promotion is counted from the smallest', async () => {
  const [netto, promoPrice] =
    (await drafted({ Nettopreis: price, 'Prix promo': (r) => 5 + noise(r, 9) })) ?? [];
  expect(netto).toEqual({ column: 'Nettopreis', name: 'Nettopreis', reference: 9.99 });
  expect(promoPrice).not.toHaveProperty('reference');
});

test('the user’s word makes a treatment of any column, and of one that is none a control', async () => {
  expect(await drafted({ price }, { roles: { temperature: 'treatment', price: 'control' } })).toEqual([
    { column: 'temperature', name: 'Temperature' },
  ]);
});

test('a file without any has no treatments, not an empty list', async () => {
  expect((await given({})).draft).not.toHaveProperty('treatments');
});

test('one that never changes cannot be one, and that is told', async () => {
  const { data, findings } = await given({ price: () => 9.99 });
  expect(data).toBeUndefined();
  expect(findings.filter(({ severity }) => severity === 'error').map((one) => sentence(one))).toEqual([
    'Column `price` is 9.99 in every period, so its effect cannot be told from the baseline. Delete the column, or leave it out of the spec.',
  ]);
});

test('one with words or gaps in it is refused by its rows, as a control is', async () => {
  const { findings } = await given(
    { promo: (row) => (row === 3 ? 'yes' : row === 7 ? '' : promo(row)) },
    { roles: { promo: 'treatment' } },
  );
  expect(findings.filter(({ severity }) => severity === 'error').map(({ code, row }) => [code, row])).toEqual(
    [
      ['control_not_numeric', 5],
      ['missing_control', 9],
    ],
  );
});
