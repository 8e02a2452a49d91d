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
function rise(x: number, b: number, here: number, atZero: number): number {
  return -expm1(-b * x) * here * atZero;
}

export const hillSigmoid: SaturationForm = {
  parameters: [
    { name: 'beta', support: 'positive' },
    { name: 'lam', support: 'positive' },
  ],
  amplitude: 'sigma',
  value: (x, shapes) =>
    rise(x, shapes[0], sigmoid(shapes[0] * (x - shapes[1])), sigmoid(shapes[0] * shapes[1])),
  at(x, shapes, out) {
    const b = shapes[0];
    const lam = shapes[1];
    const here = sigmoid(b * (x - lam));
    const atZero = sigmoid(b * lam);
    const bendHere = here * (1 - here);
    const bendAtZero = atZero * (1 - atZero);
    out.value = rise(x, b, here, atZero);
    out.byInput = b * bendHere;
    out.byFirst = (x - lam) * bendHere + lam * bendAtZero;
    out.bySecond = b * (bendAtZero - bendHere);
  },
  asymptote: (shapes) => sigmoid(shapes[0] * shapes[1]),
};
