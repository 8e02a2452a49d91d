// What charts are laid out with: widths of text, labels moved apart, ticks of amounts and of time, odd chains, CSV.
import { describe, expect, test } from 'vitest';
import { toCsv } from './csv.ts';
import { dodge } from './dodge.ts';
import { oddChains } from './odd-chain.ts';
import { cutAbove, cutLine } from './paths.ts';
import { dayOf, periodName, timeTicks } from './periods.ts';
import { domainOf, linear, ticksOf, tickText } from './scale.ts';
import { fitText, textWidth, type Weight, wrapText } from './text-width.ts';

const euro = { before: '€', after: '' };

describe('the width of a text', () => {
  // Inter 4.1 (fontsource, latin, variable) in Chromium, getComputedTextLength, tabular figures.
  test.each<[string, number, Weight, number]>([
    ['Flatter than break-even: next €1 returns €1.62 (1.04 to', 13, 400, 340.9],
    ['Arrow: the 94 % interval of Radio goes on; its ends are writ…', 12, 400, 342.6],
    ['€53.9 M (51.1 to 56.7 M)', 12, 400, 145.9],
    ['Mostly assumed', 12, 500, 94.1],
    ['Mostly assumed', 12, 600, 95.6],
    ['A channel with a very long name', 12, 600, 189.3],
  ])('is that of a browser, or up to 4 %% more: %s', (text, size, weight, measured) => {
    const ratio = textWidth(text, { size, weight }) / measured;
    expect(ratio).toBeGreaterThan(0.999);
    expect(ratio).toBeLessThan(1.04);
  });

  test('an accent adds nothing, a Chinese letter fills its square', () => {
    expect(textWidth('Übermaß')).toBeCloseTo(textWidth('Uberma') + textWidth('ß'), 6);
    expect(textWidth('電視', { size: 10 })).toBeGreaterThanOrEqual(20);
  });

  test('what does not fit ends in an ellipsis, what fits is left alone', () => {
    expect(fitText('Search', 100)).toBe('Search');
    const cut = fitText('A channel with a very long name', 100);
    expect(cut).toMatch(/^A channel.*…$/);
    expect(textWidth(cut)).toBeLessThanOrEqual(100);
  });

  test('lines break at spaces and lose no word', () => {
    const text = 'Revenue a week, in €, 104 weeks. Areas are posterior means.';
    const lines = wrapText(text, 120);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(120);
    expect(wrapText('', 120)).toEqual([]);
  });
});

describe('labels that collide', () => {
  test('stay where they are when there is room', () => {
    expect(dodge([10, 50, 90], 17, [0, 100])).toEqual([10, 50, 90]);
  });

  test('move apart evenly around their middle, in the same order', () => {
    expect(dodge([50, 52], 20, [0, 100])).toEqual([41, 61]);
    expect(dodge([52, 50], 20, [0, 100])).toEqual([61, 41]);
    expect(dodge([50, 50], 20, [0, 100])).toEqual([40, 60]);
  });

  test('stay inside their bounds, and share the room when it is too small for all', () => {
    expect(dodge([95, 96, 97], 20, [0, 100])).toEqual([60, 80, 100]);
    expect(dodge([1, 1, 1, 1], 50, [0, 90])).toEqual([0, 30, 60, 90]);
  });
});

describe('ticks', () => {
  test('all of an axis are in one scale, with the digits their step needs and their unit', () => {
    const scale = linear([0, 1_000_000], [0, 100]);
    expect(ticksOf(scale, 4, euro).map(({ text }) => text)).toEqual([
      '0',
      '€0.2 M',
      '€0.4 M',
      '€0.6 M',
      '€0.8 M',
      '€1.0 M',
    ]);
    expect(tickText(2500, 2500, 10_000, euro)).toBe('€2.5 k');
    expect(tickText(-40_000, 20_000, 60_000, euro)).toBe('−€40 k');
    expect(tickText(0.25, 0.25, 1, { before: '', after: '' })).toBe('0.25');
  });

  test('amounts begin at zero; without any spread there is still an axis', () => {
    expect(domainOf([3, 5])).toEqual([0, 5]);
    expect(domainOf([3, 5], false)).toEqual([3, 5]);
    expect(domainOf([0, 0, null, Number.NaN])).toEqual([0, 1]);
    expect(domainOf([4, 4], false)).toEqual([2, 6]);
    expect(domainOf([])).toEqual([0, 1]);
  });

  test('of time are months, years or days, whatever fits', () => {
    const days = (from: string, to: string, width: number) =>
      timeTicks(linear([dayOf(from), dayOf(to)], [0, width])).map(({ text }) => text);
    expect(days('2024-11-04', '2026-10-26', 500).slice(0, 3)).toEqual(['Jan 2025', 'Apr', 'Jul']);
    expect(days('2024-11-04', '2026-10-26', 120)).toEqual(['2025', '2026']);
    expect(days('2024-11-04', '2024-11-12', 300)[0]).toBe('4 Nov');
    expect(days('2010-01-01', '2026-01-01', 300)).toContain('2020');
  });

  test('a period is named by its first day', () => {
    expect(periodName('2024-11-04', 'week')).toBe('Week of 4 Nov 2024');
    expect(periodName('2024-11-04', 'day')).toBe('4 Nov 2024');
    expect(periodName('2024-11-01', 'month')).toBe('Nov 2024');
  });
});

describe('what leaves a panel', () => {
  test('is cut exactly where it crosses the edge', () => {
    expect(cutAbove([0, 1, 2], [[0, 4, 0]], 2)).toEqual({
      at: [0, 0.5, 1, 1.5, 2],
      values: [[0, 2, 2, 2, 0]],
    });
  });

  test('ends there as a line, instead of running along the edge', () => {
    const same = linear([0, 10], [0, 10]);
    expect(cutLine([0, 1, 2], [0, 4, 0], 2, same, same)).toBe('M0,0L0.5,2M1.5,2L2,0');
  });
});

describe('odd chains', () => {
  const chains = (means: readonly number[]) => ({
    chains: means.map((mean) => ({
      mean,
      trace: Array.from({ length: 40 }, (_, i) => mean + Math.sin(i * 1.7)),
      ranks: [],
    })),
  });

  test.each([
    ['one far from three', [1.2, 1.25, 1.15, 3.1], [3]],
    ['none, where all agree', [1.2, 1.25, 1.15, 1.3], []],
    ['none, where two stand against two', [1, 1.1, 5, 5.1], []],
    ['none of two', [1, 5], []],
    ['two of six', [1, 1.1, 0.9, 1, 6, -4], [4, 5]],
  ])('%s', (_, means, odd) => {
    expect(oddChains(chains(means))).toEqual(odd);
  });
});

describe('a table as CSV', () => {
  const table = (rows: (string | number)[][]) => ({
    columns: [
      { label: 'Channel', numeric: false },
      { label: 'Spend, EUR', numeric: true },
    ],
    rows,
  });

  test('quotes what needs it, ends lines as RFC 4180 wants, and begins with a byte order mark', () => {
    expect(toCsv(table([['TV, "linear"', 1.5]]))).toBe(
      '\ufeffChannel,"Spend, EUR"\r\n"TV, ""linear""",1.5\r\n',
    );
  });

  test('keeps every digit of a number, and a negative one a number', () => {
    expect(toCsv(table([['a', -0.1234567890123]]))).toContain('a,-0.1234567890123\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
    'a name that begins like a formula is harmless: %j',
    (name) => {
      expect(toCsv(table([[name, 1]]))).toMatch(/\r\n"?'/);
    },
  );
});
