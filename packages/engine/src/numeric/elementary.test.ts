// The elementary functions: close to the exact values, right at the edges, and the same bits for ever.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worstUlps } from '../../fixtures/special-functions.ts';
import { cbrt, cos, exp, expm1, log, log1p, pow, sin, tanh } from './elementary.ts';

const unary = { exp, expm1, log, log1p, tanh, cbrt, sin, cos };
type Unary = keyof typeof unary;

/** Evenly scattered numbers of [low, high), the same everywhere: multiples of the golden ratio. */
function scattered(low: number, high: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => low + (high - low) * ((i * 0.6180339887498949) % 1));
}

/** Numbers of every size from 2^low to 2^high. */
function wide(low: number, high: number, count: number): Float64Array {
  const factors = scattered(1, 2, count);
  return factors.map((factor, i) => scaled(factor, low + ((i * 7919) % (high - low))));
}

/** x·2^power by exact steps. */
function scaled(x: number, power: number): number {
  let y = x;
  for (let k = power; k > 0; k--) y *= 2;
  for (let k = power; k < 0; k++) y /= 2;
  return y;
}

function ordinal(x: number): bigint {
  const value = Float64Array.of(x);
  const bits = new BigInt64Array(value.buffer)[0];
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

/** Doubles between a and b; 0 for two NaN. */
function steps(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b))
    return Number.isNaN(a) && Number.isNaN(b) ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(Number(ordinal(a) - ordinal(b)));
}

describe('exact values', () => {
  // mpmath, 200 bits: fixtures/make-special-functions.py
  const bounds: Record<Unary, number> = {
    exp: 0.52,
    expm1: 1.3,
    log: 0.7,
    log1p: 1.3,
    tanh: 2,
    cbrt: 0.7,
    sin: 0.8,
    cos: 0.8,
  };
  for (const name of Object.keys(bounds) as Unary[]) {
    it(`${name} is within ${bounds[name]} units in the last place of the exact value`, () => {
      expect(worstUlps(name, unary[name])).toBeLessThan(bounds[name]);
    });
  }

  it('pow is within 0.52 units in the last place of the exact value', () => {
    expect(worstUlps('pow', pow)).toBeLessThan(0.52);
  });
});

describe('agreement with Math', () => {
  // Math's own error is up to 2 units in tanh and 1 in the others.
  const grids: [Unary, number, Float64Array][] = [
    ['exp', 2, scattered(-740, 709, 20000)],
    ['exp', 2, scattered(-1, 1, 20000)],
    ['expm1', 3, scattered(-40, 40, 20000)],
    ['expm1', 3, wide(-1074, -3, 20000)],
    ['log', 2, wide(-1074, 1023, 20000)],
    ['log', 2, scattered(0.9, 1.1, 20000)],
    ['log1p', 3, scattered(-0.999, 10, 20000)],
    ['log1p', 3, wide(-1074, 1000, 20000)],
    ['tanh', 4, scattered(-23, 23, 20000)],
    ['tanh', 4, wide(-1074, 0, 20000)],
    ['cbrt', 2, wide(-1074, 1023, 20000)],
    ['sin', 2, scattered(-1e5, 1e5, 20000)],
    ['sin', 2, wide(-1074, 3, 20000)],
    ['cos', 2, scattered(-1e5, 1e5, 20000)],
    ['cos', 2, scattered(-4, 4, 20000)],
  ];
  for (const [name, bound, grid] of grids) {
    it(`${name} stays within ${bound} doubles of Math.${name} from ${grid.reduce((a, b) => Math.min(a, b)).toPrecision(2)} to ${grid.reduce((a, b) => Math.max(a, b)).toPrecision(2)}`, () => {
      let worst = 0;
      for (const x of grid) worst = Math.max(worst, steps(unary[name](x), Math[name](x)));
      expect(worst).toBeLessThanOrEqual(bound);
    });
  }

  it('pow stays within 2 doubles of Math.pow', () => {
    const exponents = scattered(-25, 25, 20000);
    let worst = 0;
    wide(-40, 40, 20000).forEach((x, i) => {
      worst = Math.max(worst, steps(pow(x, exponents[i]), x ** exponents[i]));
    });
    expect(worst).toBeLessThanOrEqual(2);
  });
});

describe('edges', () => {
  // biome-ignore format: one long list
  const edges = [0, -0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1e-300, 5e-324, -5e-324, 2.2250738585072014e-308, 1e-310, 1e308, -1e308,
    1e20, -1e20, 1e300, 1.5, 9007199254740991, 9007199254740992, 709.782712893384, 709.7827128933841, -745.1332191019411,
    -745.1332191019412, 746, -746, 22, -22, 40, -40, 0.0078125, 0.008125, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];

  for (const name of ['exp', 'expm1', 'log', 'log1p', 'tanh', 'cbrt'] as const) {
    it(`${name} agrees with Math.${name} at zeros, infinities, NaN, subnormals and limits`, () => {
      for (const x of edges) {
        const [got, wanted] = [unary[name](x), Math[name](x)];
        const close = Number.isFinite(wanted) && wanted !== 0 && steps(got, wanted) <= 2;
        expect(close || Object.is(got, wanted), `${name}(${x}) = ${got}, wanted ${wanted}`).toBe(true);
      }
    });
  }

  it('pow follows ECMAScript for every pair of special values', () => {
    for (const x of edges) {
      for (const y of edges) {
        const [got, wanted] = [pow(x, y), x ** y];
        const close = Number.isFinite(wanted) && wanted !== 0 && steps(got, wanted) <= 2;
        expect(close || Object.is(got, wanted), `pow(${x}, ${y}) = ${got}, wanted ${wanted}`).toBe(true);
      }
    }
  });

  it('sin and cos keep the sign of zero, give NaN for infinities and refuse what they cannot reduce', () => {
    expect(Object.is(sin(-0), -0)).toBe(true);
    expect(cos(0)).toBe(1);
    for (const x of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(sin(x)).toBeNaN();
      expect(cos(x)).toBeNaN();
    }
    expect(() => sin(1e7)).toThrow('sin is exact enough up to 1e6 only, got 10000000');
    expect(() => cos(-1e7)).toThrow('cos is exact enough up to 1e6 only');
  });
});

describe('laws', () => {
  const seeded = { seed: 7 };

  it('pow(x, 1) is x to the bit, pow(x, 2) is x · x and pow(x, ½) is √x to the last place', () => {
    const positive = fc.double({ min: 1e-150, max: 1e150, noNaN: true });
    fc.assert(
      fc.property(positive, (x) => {
        expect(pow(x, 1)).toBe(x);
        expect(steps(pow(x, 2), x * x)).toBeLessThanOrEqual(1);
        expect(steps(pow(x, 0.5), Math.sqrt(x))).toBeLessThanOrEqual(1);
      }),
      seeded,
    );
  });

  it('log undoes exp and log1p undoes expm1', () => {
    const moderate = fc.double({ min: -30, max: 700, noNaN: true });
    fc.assert(
      fc.property(moderate, (x) => {
        expect(Math.abs(log(exp(x)) - x)).toBeLessThanOrEqual(3e-16 * Math.max(1, Math.abs(x)));
        const tiny = x * 1e-5;
        expect(Math.abs(log1p(expm1(tiny)) - tiny)).toBeLessThanOrEqual(6e-16 * Math.abs(tiny));
      }),
      seeded,
    );
  });

  it('sin² + cos² is 1', () => {
    const angle = fc.double({ min: -1e5, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(angle, (x) => {
        expect(sin(x) * sin(x) + cos(x) * cos(x)).toBeCloseTo(1, 14);
      }),
      seeded,
    );
  });
});

describe('golden bits', () => {
  // A changed hash means changed draws: raise ENGINE_NUMERICS with it.
  const hash = (values: Float64Array) =>
    createHash('sha256').update(new Uint8Array(values.buffer)).digest('hex').slice(0, 16);
  const golden: Record<Unary | 'pow', string> = {
    exp: '7e6b9709edeabf9a',
    expm1: '4187d97011460b94',
    log: '84cbe1c925af6189',
    log1p: 'c72463fe14ca7a6f',
    tanh: '9d40529ecb9b56ad',
    cbrt: 'bfa608102952bb37',
    sin: 'b79d3ad9e0e09a71',
    cos: 'ed051ac237e5dd99',
    pow: '4dc2a4c788c2c3da',
  };
  const inputs: Record<Unary, Float64Array> = {
    exp: scattered(-746, 710, 5000),
    expm1: scattered(-3, 3, 5000),
    log: wide(-1074, 1023, 5000),
    log1p: scattered(-1, 4, 5000),
    tanh: scattered(-6, 6, 5000),
    cbrt: wide(-1074, 1023, 5000),
    sin: scattered(-1000, 1000, 5000),
    cos: scattered(-1000, 1000, 5000),
  };
  for (const name of Object.keys(inputs) as Unary[]) {
    it(`${name} gives the bits it always gave`, () => {
      expect(hash(inputs[name].map(unary[name]))).toBe(golden[name]);
    });
  }

  it('pow gives the bits it always gave', () => {
    const exponents = scattered(-20, 20, 5000);
    expect(hash(scattered(0.01, 50, 5000).map((x, i) => pow(x, exponents[i])))).toBe(golden.pow);
  });
});
