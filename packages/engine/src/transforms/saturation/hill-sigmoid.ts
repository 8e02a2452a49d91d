// Hill saturation as a sigmoid, 1/(1 + e^{−b(x−λ)}) − 1/(1 + e^{bλ}), with PyMC-Marketing's name beta for b.
import { exp, expm1 } from '../../numeric/elementary.ts';
import type { SaturationForm } from './form.ts';

/** 1/(1 + e^{−u}) without overflow, with digits in both tails. */
function sigmoid(u: number): number {
  if (u >= 0) return 1 / (1 + exp(-u));
  const e = exp(u);
  return e / (1 + e);
}

/** As a product, (1 − e^{−bx})·σ(b(x − λ))·σ(bλ), so that a small x keeps its digits. */
function value(x: number, b: number, lam: number): number {
  return -expm1(-b * x) * sigmoid(b * (x - lam)) * sigmoid(b * lam);
}

export const hillSigmoid: SaturationForm = {
  parameters: [
    { name: 'beta', support: 'positive' },
    { name: 'lam', support: 'positive' },
  ],
  amplitude: 'sigma',
  value: (x, shapes) => value(x, shapes[0], shapes[1]),
  at(x, shapes, out) {
    const [b, lam] = [shapes[0], shapes[1]];
    const here = sigmoid(b * (x - lam)) * sigmoid(b * (lam - x));
    const atZero = sigmoid(b * lam) * sigmoid(-b * lam);
    out.value = value(x, b, lam);
    out.byInput = b * here;
    out.byFirst = (x - lam) * here + lam * atZero;
    out.bySecond = b * (atZero - here);
  },
  asymptote: (shapes) => sigmoid(shapes[0] * shapes[1]),
};
