// All adstocks by kind, and the window of weights that a spec asks for.
import type { Adstock } from '../../model/spec.ts';
import { binomial } from './binomial.ts';
import { delayed } from './delayed.ts';
import type { AdstockForm, Weights } from './form.ts';
import { geometric } from './geometric.ts';
import { none } from './none.ts';
import { weibullCdf } from './weibull-cdf.ts';
import { weibullPdf } from './weibull-pdf.ts';

export function adstockForm(adstock: Adstock): AdstockForm {
  switch (adstock.kind) {
    case 'geometric':
      return geometric;
    case 'delayed':
      return delayed;
    case 'weibull_pdf':
      return weibullPdf;
    case 'weibull_cdf':
      return weibullCdf;
    case 'binomial':
      return binomial(adstock.divisor === 'l_max' ? 0 : 1);
    case 'none':
      return none;
  }
}

/** The weights of a spec at the parameters last set: those of a period, not of a week. */
export interface LagWindow extends Weights {
  set(parameters: ArrayLike<number>): void;
}

export function lagWindow(adstock: Adstock): LagWindow {
  const form = adstockForm(adstock);
  const weights: Weights = {
    values: new Float64Array(adstock.lMax),
    slopes: form.parameters.map(() => new Float64Array(adstock.lMax)),
  };
  return {
    ...weights,
    set(parameters) {
      form.weigh(parameters, weights, adstock.normalize);
      if (adstock.normalize) normalize(weights);
    },
  };
}

/** w/Σw, and (w′ − w·Σw′)/Σw with the new w. */
function normalize({ values, slopes }: Weights): void {
  let sum = 0;
  for (const w of values) sum += w;
  for (let s = 0; s < values.length; s++) values[s] /= sum;
  for (const slope of slopes) {
    let change = 0;
    for (const d of slope) change += d;
    for (let s = 0; s < values.length; s++) slope[s] = (slope[s] - values[s] * change) / sum;
  }
}
