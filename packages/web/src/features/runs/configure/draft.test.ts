// Edits of a draft: what is said stays, what goes back to its default disappears, the draft before is untouched.
import { specDraftSchema } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import * as edit from './draft.ts';

const draft: edit.Draft = {
  columns: { date: 'week', target: { column: 'revenue', kind: 'money' } },
  channels: [{ column: 'tv' }, { column: 'search', name: 'Search', demandCaptured: true }],
  controls: [{ column: 'price', role: 'confounder' }],
};
const channel = (after: edit.Draft, column = 'tv') => after.channels.find((one) => one.column === column);

describe('a channel', () => {
  test('takes a label, and loses it again', () => {
    const named = edit.changeChannel(draft, 'tv', { name: 'TV' });
    expect(channel(named)).toEqual({ column: 'tv', name: 'TV' });
    expect(edit.changeChannel(named, 'tv', { name: undefined })).toEqual(draft);
    expect(channel(draft)).toEqual({ column: 'tv' });
  });

  test('takes a window and needs no empty adstock after it', () => {
    const longer = edit.changeAdstock(draft, 'tv', { lMax: 13 });
    expect(channel(longer)).toEqual({ column: 'tv', adstock: { lMax: 13 } });
    expect(edit.changeAdstock(longer, 'tv', { lMax: undefined })).toEqual(draft);
  });

  test('drops the priors of the curve it no longer has', () => {
    const hill = edit.chooseSaturation(draft, 'tv', 'hill');
    const tuned = edit.changeChannel(hill, 'tv', {
      saturation: { kind: 'hill', priors: { slope: { family: 'log_normal', mu: 0, sigma: 0.2 } } },
    });
    expect(edit.chooseSaturation(tuned, 'tv', 'hill')).toEqual(tuned);
    expect(edit.chooseSaturation(tuned, 'tv', 'logistic')).toEqual(draft);
  });

  test('drops the prior of the size it no longer has', () => {
    const prior = { family: 'log_normal', mu: 0.2, sigma: 0.9 } as const;
    const roi = edit.changeSizePrior(draft, 'tv', { kind: 'roi', prior });
    expect(edit.chooseSize(roi, 'tv', 'roi')).toEqual(roi);
    expect(channel(edit.chooseSize(roi, 'tv', 'contribution'))).toEqual({
      column: 'tv',
      size: { kind: 'contribution' },
    });
    expect(edit.chooseSize(roi, 'tv', undefined)).toEqual(draft);
  });

  test('keeps what was said of others', () => {
    const hill = edit.chooseSaturation(draft, 'tv', 'hill');
    expect(channel(hill, 'search')).toEqual({ column: 'search', name: 'Search', demandCaptured: true });
  });
});

describe('the baseline', () => {
  test('loses its trend and finds the default again', () => {
    const flat = edit.chooseTrend(draft, 'none');
    expect(flat.baseline).toEqual({ trend: { kind: 'none' } });
    expect(edit.chooseTrend(flat, 'linear')).toEqual(draft);
    expect(edit.chooseTrend(draft, 'linear')).toBe(draft);
  });

  test('takes waves of the season beside what else was said', () => {
    const both = edit.changeYearly(edit.chooseTrend(draft, 'none'), 3);
    expect(both.baseline).toEqual({ trend: { kind: 'none' }, yearly: { order: 3 } });
    expect(edit.changeYearly(both, undefined).baseline).toEqual({ trend: { kind: 'none' } });
  });
});

describe('controls', () => {
  test('change their role in place, leave, and come', () => {
    const precise = edit.chooseControl(draft, 'price', 'precision');
    expect(precise.controls).toEqual([{ column: 'price', role: 'precision' }]);
    expect(edit.chooseControl(draft, 'price', 'none')).not.toHaveProperty('controls');
    expect(edit.chooseControl(draft, 'promo', 'confounder').controls).toHaveLength(2);
  });

  test('become treatments and controls again', () => {
    const treated = edit.chooseControl(draft, 'price', 'treatment');
    expect(treated).not.toHaveProperty('controls');
    expect(treated.treatments).toEqual([{ column: 'price' }]);
    const back = edit.chooseControl(treated, 'price', 'precision');
    expect(back.controls).toEqual([{ column: 'price', role: 'precision' }]);
    expect(back).not.toHaveProperty('treatments');
    expect(edit.chooseControl(treated, 'price', 'none')).not.toHaveProperty('treatments');
  });

  test('become again the treatment that the data began with, counted from what is given', () => {
    const began = { column: 'price', name: 'Price', reference: 9.9 };
    const treated = edit.chooseControl(draft, 'price', 'treatment', began);
    expect(treated.treatments).toEqual([began]);
    const lower = edit.changeReference(treated, 'price', 8);
    expect(lower.treatments).toEqual([{ ...began, reference: 8 }]);
    expect(edit.changeReference(lower, 'price', undefined).treatments).toEqual([
      { column: 'price', name: 'Price' },
    ]);
    expect(edit.changeReference(draft, 'price', 8)).toEqual(draft);
  });
});

test('every edit is a draft the contract takes', () => {
  const all = [
    edit.chooseSaturation(draft, 'tv', 'hill'),
    edit.chooseSize(draft, 'tv', 'total_media'),
    edit.changeAdstock(draft, 'tv', { normalize: false }),
    edit.changeYearly(draft, 0),
    edit.chooseControl(draft, 'price', 'outcome'),
    edit.changeReference(edit.chooseControl(draft, 'price', 'treatment'), 'price', 9.9),
    edit.chooseTrend(draft, 'gaussian_process'),
  ];
  for (const after of all) expect(specDraftSchema.safeParse(after).success).toBe(true);
});

test('drafts are the same whatever the order of their keys', () => {
  expect(edit.sameDraft({ a: 1, b: { c: [1, 2], d: undefined } }, { b: { c: [1, 2] }, a: 1 })).toBe(true);
  expect(edit.sameDraft({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
});
