// The commonest channels done in one piece against the same channels done by curve, adstock and amplitude: equal bits.
import { describe, expect, it } from 'vitest';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { LogProduct } from '../numeric/log-product.ts';
import { bothWays } from './channel.ts';
import type { ModelData } from './data.ts';
import { expandSpec } from './expand.ts';
import { posterior } from './posterior.ts';
import type { ChannelDraft } from './spec.ts';

type Common = Pick<ChannelDraft, 'size' | 'adstock'>;
const common: readonly Common[] = [
  { size: { kind: 'coefficient' } },
  { size: { kind: 'roi' } },
  { size: { kind: 'contribution' }, adstock: { kind: 'geometric', normalize: false } },
  { size: { kind: 'coefficient' }, adstock: { kind: 'geometric', lMax: 1 } },
];

const weekly = smallData({ leadIn: 4 });
const daily: ModelData = { ...weekly, period: 'day', dates: weekly.dates.map((_, t) => 19000 + t) };

describe.each([weekly, daily])('common channels by the $period', (data) => {
  it.each(common)('%j: one piece gives the bits of all pieces', (channel) => {
    const channels = [{ column: smallDraft.channels[0].column, ...channel }];
    const { spec } = expandSpec({ ...smallDraft, channels }, data);
    const model = posterior(spec, data);
    const { kernel, scaled } = model;
    const [{ offset, lane }] = model.channels;
    const jacobian = new LogProduct();
    const place = { offset, lane, kernel, jacobian, data: scaled, channel: scaled.channels[0] };
    const { block, quick } = bothWays({ ...place, totals: kernel.weighted, evidence: [] });
    expect(quick).toBeDefined();
    for (const chain of [0, 1, 2, 3]) {
      const position = model.priorPosition(9, chain);
      const found = [block, { ...block, ...quick }].map((one) => {
        model.logDensity(position, new Float64Array(model.size));
        one.setCurve(position);
        kernel.weigh(0);
        one.setAmplitude(position);
        jacobian.clear();
        const gradient = new Float64Array(model.size);
        const density = one.addDensity(7.5, gradient);
        const { alpha, gamma, gammaSlope, steepness, amplitude } = kernel;
        const written = [alpha, gamma, gammaSlope, steepness, amplitude].map((lanes) => lanes[lane]);
        return [density, jacobian.log(), block.size.x, ...written, ...gradient];
      });
      expect(found[1]).toEqual(found[0]);
      expect(found[0].every(Number.isFinite)).toBe(true);
    }
  });
});
