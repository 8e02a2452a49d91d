// Which role each column gets, from its name in many languages and from its values.
import { describe, expect, test } from 'vitest';
import { bytesOf, type Cells, csv, healthy, noise } from '../../fixtures/weekly.ts';
import { readTable } from '../read/table.ts';
import { detectRoles, type RoleChoices } from './detect.ts';
import { labelOf, stemOf } from './label.ts';

const amount = (salt: number) => (row: number) => Math.round(100 + 900 * noise(row, salt));

const detect = async (cells: Cells, choices?: RoleChoices) =>
  detectRoles(await readTable(bytesOf(csv(cells, { rows: 30 }))), choices);

/** The role of one column beside a revenue and two channels. */
const roleOf = async (header: string, cell: (row: number) => string | number = amount(9)) => {
  const cells = { revenue: amount(1), tv_spend: amount(2), radio_spend: amount(3), [header]: cell };
  return (await detect(cells)).find((guess) => guess.column === header)?.role;
};

test('words that every object has are words of a header like any other', async () => {
  const [date, , , spend, other] = await detect({
    revenue: amount(1),
    tv_spend: amount(2),
    constructor_spend: amount(3),
    constructor: amount(4),
    toString: amount(5),
  });
  expect(date?.role).toBe('date');
  expect(spend).toMatchObject({ role: 'spend', label: 'Constructor' });
  expect(typeof other?.role).toBe('string');
  expect(() => structuredClone({ spend, other })).not.toThrow();
  const columns = (await readTable(bytesOf(csv({ constructor: amount(1), valueOf: amount(2) })))).columns;
  expect(() => structuredClone(columns)).not.toThrow();
});

describe('spend, in many languages and spellings', () => {
  test.each([
    'Facebook Spend',
    'google_cost',
    'AdSpend_Display',
    'budget.youtube',
    'tvspend',
    'TV Kosten',
    'Werbeausgaben Print',
    'Plakatkosten',
    'dépenses télé',
    'coût_affichage',
    'gasto_televisión',
    'inversión digital',
    'spesa_radio',
    'Uitgaven Online',
    'despesa_outdoor',
    'kostnad_bio',
    'ooh_S',
    'email_cost',
    'tiktok_eur',
    'Instagram',
    'paid_social',
    'Werbung Süd',
    'Außenwerbung',
    'Anzeigen',
    'publicité Nord',
    'Publicidad',
    'pubblicità',
    'reclame',
    'Advertising',
    'Ads',
    'ad north',
    'Marketing',
    'Media North',
  ])('%s', async (header) => {
    expect(await roleOf(header)).toBe('spend');
  });
});

describe('other roles by name', () => {
  test.each([
    ['revenue_per_conversion', 'revenue_per_kpi'],
    ['Umsatz pro Bestellung', 'revenue_per_kpi'],
    ['cost_per_click', 'ignore'],
    ['tv_roas', 'ignore'],
    ['competitor_sales', 'control'],
    ['competitor_spend', 'control'],
    ['Wettbewerberumsatz', 'control'],
    ['sentiment_score_control', 'control'],
    ['competitor_sales_B', 'control'],
    ['Temperatur', 'control'],
    ['weather_index', 'control'],
    ['gdp', 'control'],
    ['price', 'treatment'],
    ['Rabatt', 'treatment'],
    ['Promo', 'treatment'],
    ['Feiertage', 'event'],
    ['black_friday_flag', 'event'],
    ['sessions', 'outcome'],
    ['Website visits', 'outcome'],
    ['page_views', 'outcome'],
    ['brand_search_volume', 'outcome'],
    ['leads', 'outcome'],
    ['facebook_conversions', 'outcome'],
    ['orders', 'target'],
    ['newsletter', 'organic'],
    ['organic_social_impressions', 'organic'],
    ['display_impressions', 'organic'],
    ['tv_impressions', 'exposure'],
    ['tv_grps', 'exposure'],
    ['Radio_reach', 'reach'],
    ['Radio_frequency', 'frequency'],
    ['population', 'population'],
    ['year', 'ignore'],
  ])('%s is %s', async (header, role) => {
    expect(await roleOf(header)).toBe(role);
  });
});

describe('roles by values where the name says nothing', () => {
  test.each([
    ['0 and 1 are an event', (row: number) => row % 2, 'event'],
    ['negative numbers are no media', (row: number) => noise(row, 7) - 0.5, 'control'],
    ['the same everywhere is nothing', () => 5, 'ignore'],
    ['a count of rows is nothing', (row: number) => row + 1, 'ignore'],
    ['text is nothing', (row: number) => (row % 5 ? 'na' : 'launch party'), 'ignore'],
    ['an empty column is nothing', () => '', 'ignore'],
    ['any other number is a control, unsure', amount(7), 'control'],
  ])('%s', async (_, cell, role) => {
    expect(await roleOf('zz1', cell)).toBe(role);
  });
});

describe('the target', () => {
  test.each([
    'revenue',
    'Umsatz',
    "Chiffre d'affaires",
    'ventas',
    'Fatturato',
    'omzet',
    'receita',
    'försäljning',
    'Nettoumsatz',
    'kpi',
    'y',
  ])('%s', async (header) => {
    const guesses = await detect({ [header]: amount(1), tv_spend: amount(2) });
    expect(guesses[1]?.role).toBe('target');
  });

  test.each([
    ['revenue and orders', ['revenue', 'orders']],
    ['revenue of two sales channels', ['Umsatz Online', 'Umsatz Filiale']],
  ])('%s stay targets both: nobody may choose silently', async (_, names) => {
    const guesses = await detect({
      [names[0] as string]: amount(1),
      [names[1] as string]: amount(2),
      tv: amount(3),
    });
    expect(guesses.filter((g) => g.role === 'target').map((g) => g.column)).toEqual(names);
  });

  test('a column called KPI wins over others that could be one', async () => {
    const guesses = await detect({ orders: amount(1), kpi: amount(2), tv_spend: amount(3) });
    expect(guesses.map((g) => g.role)).toEqual(['date', 'outcome', 'target', 'spend']);
  });

  test('what an advertising channel claims for itself is no candidate', async () => {
    const guesses = await detect({ revenue: amount(1), facebook_revenue: amount(2), tv_spend: amount(3) });
    expect(guesses.map((g) => g.role)).toEqual(['date', 'target', 'outcome', 'spend']);
  });

  test('a sale of 0 and 1 is an event', async () => {
    const guesses = await detect({ revenue: amount(1), sale: (r) => r % 2, tv_spend: amount(3) });
    expect(guesses.map((g) => g.role)).toEqual(['date', 'target', 'event', 'spend']);
  });

  test('two names of equal standing stay targets both', async () => {
    const guesses = await detect({ revenue: amount(1), sales: amount(2), tv_spend: amount(3) });
    expect(guesses.filter((g) => g.role === 'target').map((g) => g.column)).toEqual(['revenue', 'sales']);
  });

  test("the user's word wins", async () => {
    const guesses = await detect(
      { revenue: amount(1), sales: amount(2), tv_spend: amount(3) },
      { sales: 'target' },
    );
    expect(guesses.map((g) => g.role)).toEqual(['date', 'outcome', 'target', 'spend']);
    expect(guesses[2]?.reason).toBe('You said so.');
  });

  test('leads are the target when nothing else can be', async () => {
    const guesses = await detect({ leads: amount(1), tv_spend: amount(2) });
    expect(guesses[1]).toMatchObject({ role: 'target', kind: 'units' });
  });
});

describe('columns that belong together', () => {
  test("exposure finds its channel's spend", async () => {
    const guesses = await detect({
      revenue: amount(1),
      facebook_I: amount(2),
      facebook_S: amount(3),
      search_clicks_P: amount(4),
      search_S: amount(5),
    });
    expect(guesses.filter((g) => g.role === 'exposure').map((g) => [g.column, g.spend])).toEqual([
      ['facebook_I', 'facebook_S'],
      ['search_clicks_P', 'search_S'],
    ]);
  });

  test('of several exposures impressions are taken', async () => {
    const guesses = await detect({
      revenue: amount(1),
      meta_clicks: amount(2),
      meta_impressions: amount(3),
      meta_spend: amount(4),
    });
    expect(guesses.map((g) => g.role)).toEqual(['date', 'target', 'ignore', 'exposure', 'spend']);
  });

  test('the total of the spend columns is left out', async () => {
    const [a, b] = [amount(2), amount(3)];
    const cells = {
      revenue: amount(1),
      tv_spend: a,
      radio_spend: b,
      media_budget: (row: number) => a(row) + b(row),
    };
    expect((await detect(cells)).at(-1)).toMatchObject({
      role: 'ignore',
      reason: 'It is the total of the other spend columns.',
    });
  });

  test('a channel called total is a channel unless it adds up others', async () => {
    const headers = ['tv_total_spend', 'radio_spend', 'meta_spend', 'search_spend', 'all_print_cost'];
    const cells = Object.fromEntries(headers.map((header, i) => [header, amount(i + 2)]));
    const roles = (await detect({ revenue: amount(1), ...cells })).slice(2).map((g) => g.role);
    expect(roles).toEqual(headers.map(() => 'spend'));
  });

  test('channels that are all called total are channels', async () => {
    const cells = { tv_total_cost: amount(2), radio_total_cost: amount(3), meta_total_cost: amount(4) };
    const roles = (await detect({ revenue: amount(1), ...cells })).slice(2).map((g) => g.role);
    expect(roles).toEqual(['spend', 'spend', 'spend']);
  });

  test('a total may be rounded, stand beside another one, and add up some channels only', async () => {
    const [tv, meta, search] = [amount(2), amount(3), amount(4)];
    const guesses = await detect({
      revenue: amount(1),
      tv_spend: (row) => tv(row) + 0.4,
      meta_spend: (row) => meta(row) + 0.3,
      search_spend: search,
      total_spend: (row) => tv(row) + meta(row) + search(row),
      digital_total_spend: (row) => meta(row) + search(row),
      sum_of_costs: (row) => tv(row) + meta(row) + search(row) + 1,
    });
    expect(guesses.slice(2).map((g) => g.role)).toEqual([
      ...['spend', 'spend', 'spend'],
      ...['ignore', 'ignore', 'ignore'],
    ]);
    expect(guesses[6]?.reason).toMatch(/^It is the total of (meta|search)_spend and (meta|search)_spend\.$/);
  });

  test('of two date columns the start of the week is taken', async () => {
    const table = await readTable(
      bytesOf('week_end,week_start,revenue,tv\n2024-01-07,2024-01-01,1,2\n2024-01-14,2024-01-08,3,4\n'),
    );
    expect(detectRoles(table).map((g) => g.role)).toEqual(['ignore', 'date', 'target', 'spend']);
  });

  test('visits are media only where nothing else is', async () => {
    expect((await detect({ revenue: amount(1), visits: amount(2) })).at(-1)?.role).toBe('organic');
    expect((await detect({ revenue: amount(1), visits: amount(2), tv: amount(3) }))[2]?.role).toBe('outcome');
  });
});

test('every guess has a reason that is one sentence', async () => {
  for (const guess of await detect({ ...healthy, sessions: amount(8), zz: amount(9) }))
    expect(guess.reason).toMatch(/^[A-Z"].*[^.]\.$/);
});

test.each([
  ['tv_spend', 'TV'],
  ['meta_spend', 'Meta'],
  ['tv_S', 'TV'],
  ['Channel0_spend', 'Channel0'],
  ['paid_search_cost_eur', 'Paid search'],
  ['AdSpend_TikTok', 'TikTok'],
  ['Plakatkosten', 'Plakat'],
  ['Hörfunk Werbekosten', 'Hörfunk'],
  ['Außenwerbung', 'Außenwerbung'],
  ['Straßenkosten', 'Straßen'],
  ['Télé dépenses', 'Télé'],
  ['Te\u0301le\u0301 de\u0301penses', 'Télé'],
  ['Werbung Süd', 'Süd'],
  ['Meta Reels Spend', 'Meta Reels'],
  ['FACEBOOK_SPEND', 'Facebook'],
  ['spend', 'spend'],
])('the channel of %s is called %s', (header, label) => {
  expect(labelOf(header)).toBe(label);
});

test('columns of one channel have one stem', () => {
  expect(
    new Set(['search_S', 'search_clicks_P', 'Search Cost (USD)', 'search impressions'].map(stemOf)).size,
  ).toBe(1);
});
