// Every adstock with every saturation in either order: values by direct sums, slopes by finite differences of those.
import { describe, expect, it } from 'vitest';
import { pymcTransforms } from '../../fixtures/transforms.ts';
import {
  adstockCases,
  adstockKinds,
  adstockOf,
  curveSpec,
  saturationCases,
  saturationKinds,
  slopeOf,
} from '../../reference/transform-cases.ts';
import { slowCurve } from '../../reference/transforms.ts';
import type { Adstock, ChannelSpec, Saturation } from '../model/spec.ts';
import { lagWindow } from './adstock/adstock.ts';
import { compose, type Parts } from './compose.ts';
import { saturationForm } from './saturation/saturation.ts';

const UNIT = 40;
/** Zeros, single ones and a pause longer than a window. */
const input = Float64Array.from(pymcTransforms.input);
const orders = ['adstock_first', 'saturation_first'] as const;

function partsOf(adstock: Adstock, kind: Saturation['kind'], order: ChannelSpec['order']): Parts {
  return { window: lagWindow(adstock), saturation: saturationForm(kind, UNIT), order, input };
}

function slow(adstock: Adstock, kind: Saturation['kind'], order: ChannelSpec['order'], x = input) {
  const count = adstockCases[adstock.kind][0].length;
  return (p: readonly number[]) =>
    slowCurve(
      {
        channel: curveSpec(adstock, kind, order),
        adstock: p.slice(0, count),
        shapes: p.slice(count),
        unit: UNIT,
      },
      x,
    );
}

const pairs = adstockKinds.flatMap((carried) => saturationKinds.map((curved) => [carried, curved] as const));

describe.each(pairs)('%s adstock, %s saturation', (carried, curved) => {
  const adstock = adstockOf(carried, { normalize: curved !== 'root' });
  const parameters = [...adstockCases[carried][0], ...saturationCases[curved][0]];

  it.each(orders)('%s: is what the formulas give, row by row', (order) => {
    const composed = compose(partsOf(adstock, curved, order));
    const direct = slow(adstock, curved, order);
    for (const carriedAt of adstockCases[carried])
      for (const curvedAt of saturationCases[curved]) {
        composed.evaluate(Float64Array.of(...carriedAt, ...curvedAt));
        const expected = direct([...carriedAt, ...curvedAt]);
        for (const [t, value] of expected.entries())
          expect(Math.abs(composed.value[t] - value)).toBeLessThan(1e-12 * Math.max(1, Math.abs(value)));
      }
  });

  it.each(orders)('%s: has the slopes that finite differences find', (order) => {
    const composed = compose(partsOf(adstock, curved, order));
    composed.evaluate(Float64Array.from(parameters));
    const direct = slow(adstock, curved, order);
    expect(composed.slopes.length).toBe(parameters.length);
    for (const i of parameters.keys())
      for (let t = 0; t < input.length; t++)
        expect(composed.slopes[i][t]).toBeCloseTo(
          slopeOf((p) => direct(p)[t], parameters, i),
          7,
        );
  });

  it.each(orders)('%s: knows its slope by the scale of part of the input', (order) => {
    const measured = input.map((x, t) => (t > 6 && t < 34 ? x : 0));
    const composed = compose({ ...partsOf(adstock, curved, order), measured });
    composed.evaluate(Float64Array.from(parameters));
    expect(composed.slopes.length).toBe(1);
    const at = ([scale]: number[]) => {
      const scaled = input.map((x, t) => (measured[t] > 0 ? scale * x : x));
      return slow(adstock, curved, order, scaled)(parameters);
    };
    for (let t = 0; t < input.length; t++)
      expect(composed.slopes[0][t]).toBeCloseTo(
        slopeOf((p) => at(p)[t], [1], 0),
        7,
      );
  });
});

describe('a composed curve', () => {
  it('is exactly 0 where its window holds no input, and so are its slopes', () => {
    for (const order of orders) {
      const composed = compose(partsOf(adstockOf('delayed'), 'root', order));
      composed.evaluate(Float64Array.of(0.5, 1, 0.3));
      const empty = Array.from(input.keys()).filter((t) =>
        input.slice(Math.max(0, t - 7), t + 1).every((x) => x === 0),
      );
      expect(empty.length).toBeGreaterThan(3);
      for (const t of empty)
        for (const column of [composed.value, ...composed.slopes]) expect(column[t]).toBe(0);
    }
  });

  it('shows what enters the saturation', () => {
    const [carried, plain] = orders.map((order) => compose(partsOf(adstockOf('binomial'), 'none', order)));
    for (const composed of [carried, plain]) composed.evaluate(Float64Array.of(0.4));
    expect(carried.drive).toEqual(carried.value);
    expect(plain.drive).toEqual(input);
    for (let t = 0; t < input.length; t++) expect(plain.value[t]).toBeCloseTo(carried.value[t], 14);
  });
});
