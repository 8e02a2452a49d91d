// Inputs that no data can tell apart are named before a fit: exact multiples and sums, and media that hardly move.
import { sentence } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { bytesOf, type Cells, csv, healthy, noise, type TableShape } from '../../fixtures/weekly.ts';
import { prepare, prepareWithSpec } from '../prepare.ts';

const of = (column: string, row: number) => Number(healthy[column]?.(row));
const codes = ['collinear_media', 'collinear_controls', 'flat_media', 'high_correlation'];

async function found(more: Cells, shape?: TableShape) {
  const { data, findings } = await prepare(bytesOf(csv({ ...healthy, ...more }, shape)));
  expect(data).toBeDefined();
  return findings.filter(({ code }) => codes.includes(code));
}

const toldOf = async (more: Cells) => (await found(more)).map((one) => sentence(one));

describe('inputs that are tied exactly', () => {
  test('a multiple is named with its factor, and with no correlation beside it', async () => {
    expect(await toldOf({ radio_spend: (r) => 2 * of('tv_spend', r) })).toEqual([
      'Column `radio_spend` is always 2 times `tv_spend`: the data know little more than what they bring together, and how that is split between them is what the priors assume, however sure each figure sounds. Add them up to one channel, or vary one of them alone.',
    ]);
  });

  test('a channel that is a sum of others is the one to leave out, wherever it stands', async () => {
    const total = (r: number) => of('tv_spend', r) + of('search_spend', r) + of('radio_spend', r);
    for (const cells of [
      { ...healthy, media_total_spend: total },
      { revenue: healthy.revenue as never, media_total_spend: total, ...healthy },
    ]) {
      const { findings } = await prepare(bytesOf(csv(cells)), { roles: { media_total_spend: 'spend' } });
      const tied = findings.filter(({ code }) => code === 'collinear_media');
      expect(tied).toMatchObject([{ column: 'media_total_spend', facts: { how: 'sum' } }]);
      expect([tied[0]?.facts?.columns ?? []].flat().sort()).toEqual([
        'radio_spend',
        'search_spend',
        'tv_spend',
      ]);
      expect(sentence(tied[0] as never)).toContain('Leave the sum out of the spec');
    }
  });

  test('a constant beside the multiple, as in a budget with a fixed fee, changes nothing', async () => {
    const [text] = await toldOf({ radio_spend: (r) => 300 + 0.5 * of('tv_spend', r) });
    expect(text).toMatch(/^Columns `radio_spend` and `tv_spend` move exactly alike: /);
  });

  test('a control that follows a channel takes its effect, and is told with what to do', async () => {
    const told = await found({ temperature: (r) => 0.01 * of('tv_spend', r) });
    expect(told).toMatchObject([{ code: 'collinear_media', facts: { controls: ['temperature'] } }]);
    expect(sentence(told[0] as never)).toContain('whether media or `temperature` moved the KPI');
    expect(sentence(told[0] as never, 'screen')).toContain('Ignore `temperature`');
  });

  test('two controls leave media as they are, also when one falls as the other rises', async () => {
    const told = await found({ rain_days: (r) => 40 - of('temperature', r) });
    expect(told).toMatchObject([{ code: 'collinear_controls', facts: { how: 'against' } }]);
  });

  test('a price that a spec names as a treatment is held against the channels', async () => {
    const cells = { ...healthy, price: (r: number) => 5 + 0.001 * of('tv_spend', r) };
    const { findings } = await prepareWithSpec(bytesOf(csv(cells)), {
      columns: { date: 'date', target: { column: 'revenue', kind: 'money' } },
      channels: [{ column: 'tv_spend' }, { column: 'search_spend' }],
      treatments: [{ column: 'price' }],
    });
    expect(findings).toMatchObject([{ code: 'collinear_media', column: 'price' }, {}, {}]);
  });

  test('what is rounded to cents is still the same', async () => {
    const told = await found({ radio_spend: (r) => Math.round(33.3333 * of('tv_spend', r)) / 100 });
    expect(told.map(({ code }) => code)).toEqual(['collinear_media']);
  });

  test('what only nearly moves together is told as that', async () => {
    const near = (r: number) => of('tv_spend', r) * (1 + 0.05 * noise(r, 8));
    expect((await found({ radio_spend: near })).map(({ code }) => code)).toEqual(['high_correlation']);
  });
});

describe('media that hardly change', () => {
  test('are told from those that move', async () => {
    const told = await found({ radio_spend: (r) => Math.round(1000 + 20 * noise(r, 4)) });
    expect(told).toMatchObject([{ code: 'flat_media', column: 'radio_spend' }]);
    expect(sentence(told[0] as never)).toMatch(/standard deviation is 0\.\d+ % of its mean/);
  });

  test('are not those of a healthy file', async () => {
    expect(await found({})).toEqual([]);
  });
});
