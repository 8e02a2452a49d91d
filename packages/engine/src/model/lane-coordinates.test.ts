// Models whose channels the kernel goes through by itself, against the same models gone through by the host: equal bits.
import { describe, expect, it } from 'vitest';
import { expectGradient, expectPlainBits } from '../../fixtures/posterior-checks.ts';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import type { ModelData } from './data.ts';
import { expandSpec } from './expand.ts';
import { type Posterior, posterior } from './posterior.ts';
import type { ChannelDraft, SpecDraft } from './spec.ts';

type Channel = Omit<ChannelDraft, 'column'>;

const data = smallData({ leadIn: 4, missing: [17] });
const columns = ['tv', 'radio', 'search', 'social', 'temperature', 'holiday', 'news'];

function modelOf(channels: readonly Channel[], more: Partial<SpecDraft> = {}, given: ModelData = data) {
  const named = channels.map((channel, c): ChannelDraft => ({ ...channel, column: columns[c] }));
  const { spec } = expandSpec({ ...smallDraft, controls: [], ...more, channels: named }, given);
  return posterior(spec, given);
}

/** Where chains go, farther out, and where no table reaches. */
function positionsOf(model: Posterior): Float64Array[] {
  const random = stream(5, 0, purpose.start, 1);
  const drawn = (spread: number) =>
    Float64Array.from(
      { length: model.size },
      (_, i) => spread * random.normal() - (i === model.size - 1 ? 3 : 0),
    );
  const near = Array.from({ length: 40 }, () => drawn(1));
  const edges = [-5.99, 5.99, -7.9].map((z) => near[0].map((_, i) => (i < model.size - 1 ? z : -3)));
  return [...near, drawn(2), drawn(3), drawn(4), ...edges];
}

const effect: Channel = { size: { kind: 'coefficient' } };
const roi: Channel = { size: { kind: 'roi' } };
const total: Channel = { size: { kind: 'total_media' } };
const short: Channel['adstock'] = { kind: 'geometric', lMax: 1 };
const steep: Channel['saturation'] = { priors: { lam: { family: 'log_normal', mu: 3, sigma: 1.5 } } };
const within: Channel['adstock'] = { priors: { alpha: { family: 'uniform', low: 0.1, high: 0.95 } } };

describe('channels that the kernel goes through by itself', () => {
  it.each<{ name: string; channels: Channel[]; more?: Partial<SpecDraft> }>([
    { name: 'one effect', channels: [effect] },
    { name: 'four effects', channels: [effect, effect, effect, effect] },
    {
      name: 'effects with windows, curves and priors of their own',
      channels: [
        { ...effect, adstock: short },
        { ...effect, saturation: steep },
        { size: { kind: 'coefficient', prior: { family: 'half_normal', sd: 0.3 } }, adstock: within },
      ],
    },
    { name: 'three returns', channels: [roi, { ...roi, adstock: short }, roi] },
    { name: 'their total', channels: [total, total] },
    {
      name: 'returns under a steep curve and a gamma prior',
      channels: [
        { ...roi, saturation: steep },
        { size: { kind: 'roi', prior: { family: 'gamma', shape: 2, rate: 1 } }, adstock: within },
      ],
    },
    {
      name: 'effects beside sampled coefficients and learned scales',
      channels: [effect, effect, effect],
      more: {
        controls: [{ column: 'temperature', sign: 'positive' }, { column: 'holiday' }],
        baseline: { trend: { kind: 'piecewise' } },
      },
    },
    {
      name: 'returns under heavy-tailed noise',
      channels: [roi, roi],
      more: { likelihood: { family: 'student_t' } },
    },
  ])('$name: the bits of the host, and the gradient of the density', ({ channels, more }) => {
    const model = modelOf(channels, more);
    const positions = positionsOf(model);
    expect(positions.filter((position) => model.kernel.coordinates?.enter(position)).length).toBeGreaterThan(
      35,
    );
    expectPlainBits(model, data, positions);
    expectGradient(model, positions.slice(0, 3));
  });

  it('are left to the host at a coordinate beyond its table, and then found again', () => {
    const model = modelOf([effect, effect]);
    const near = model.priorPosition(3, 0);
    for (let i = 0; i < model.size - 1; i++) {
      for (const z of [-9, 8.5, Number.NaN]) {
        const far = near.slice();
        far[i] = z;
        expect(model.kernel.coordinates?.enter(far)).toBe(false);
        expectPlainBits(model, data, [far, near]);
      }
    }
  });

  it('are gone through also where an effect is certain beyond all tables', () => {
    const model = modelOf([effect, effect]);
    const positions = [9, 12.5, 36.9].map((z) => Float64Array.of(0.3, -0.2, z, 0.1, 0.2, 0.5, -3));
    for (const position of positions) expect(model.kernel.coordinates?.enter(position)).toBe(true);
    expectPlainBits(model, data, positions);
  });

  it('say of a position what they say after its density', () => {
    const model = modelOf([roi, roi]);
    const [one, other] = [model.priorPosition(3, 0), model.priorPosition(3, 1)];
    model.locate(one);
    const expected = model.channels.map(({ size, adstock, shapes }) => [size.x, adstock[0].x, shapes[0].x]);
    model.logDensity(other, new Float64Array(model.size));
    model.locate(one);
    const found = model.channels.map(({ size, adstock, shapes }) => [size.x, adstock[0].x, shapes[0].x]);
    expect(found).toEqual(expected);
  });
});

describe('channels that need the host', () => {
  const daily: ModelData = { ...data, period: 'day', dates: data.dates.map((_, t) => 19000 + t) };
  it.each<{ name: string; channels: Channel[]; given?: ModelData }>([
    { name: 'a Hill curve among others', channels: [effect, { ...effect, saturation: { kind: 'hill' } }] },
    { name: 'effects beside returns', channels: [effect, roi] },
    { name: 'a return of one hundredth more', channels: [roi, { size: { kind: 'mroi' } }] },
    { name: 'weights that are not normalised', channels: [{ ...roi, adstock: { normalize: false } }] },
    {
      name: 'a size with bounds',
      channels: [{ size: { kind: 'coefficient', prior: { family: 'uniform', low: 0, high: 1 } } }],
    },
    { name: 'another grid of time', channels: [effect], given: daily },
    { name: 'a share of the KPI', channels: [{ size: { kind: 'contribution' } }] },
  ])('$name', ({ channels, given }) => {
    expect(modelOf(channels, {}, given).kernel.coordinates).toBeUndefined();
  });
});
