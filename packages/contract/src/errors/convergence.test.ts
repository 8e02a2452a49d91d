// A failed check names the parameter of the channel, the likely cause and the remedy.
import { expandSpec, sample } from '@mixmodel/engine';
import { describe, expect, test } from 'vitest';
import { labelsOf } from '../result/write.ts';
import { convergenceCodes, convergenceSentence } from './convergence.ts';
import { describeQuantity } from './quantity.ts';

const labels = { tv_spend: 'TV' };
const problem = (
  code: (typeof convergenceCodes)[number],
  quantity: string,
  value: number,
  threshold: number,
) => convergenceSentence({ code, quantity, value, threshold, severity: 'block' }, labels);

describe('sentences of the convergence check', () => {
  test('name parameter, channel, cause and remedy', () => {
    expect(problem('r_hat', 'saturation_lam[tv_spend]', 1.0832, 1.01)).toMatchInlineSnapshot(
      `"The chains do not agree on the saturation (lam) of channel TV: R-hat is 1.083, at most 1.010 is wanted. Likely its spend hardly varies, or moves with another channel or the season, so several explanations fit equally well. Merge channels that move together, or give it a tighter size prior from an experiment."`,
    );
    expect(problem('divergences', 'all chains', 42, 0)).toMatchInlineSnapshot(
      `"The sampler could not follow the posterior everywhere (all chains: 42 divergent draws), so the estimates may be biased. Likely a saturation or a carryover is hardly determined by the data. Give tighter shape priors, choose logistic saturation, or merge channels."`,
    );
    expect(problem('e_bfmi', 'chain 2', 0.21, 0.3)).toMatchInlineSnapshot(
      `"The sampler moves too slowly between likely and unlikely values (chain 2: E-BFMI is 0.21, at least 0.3 is wanted). Likely a channel's size is hardly determined by the data. Give tighter size priors, or merge channels."`,
    );
    expect(problem('modes', 'all chains', 5.231, 2)).toMatchInlineSnapshot(
      `"The chains found explanations of different quality (all chains: 5.231 apart in log density, at most 2 is expected). Likely two channels can stand in for each other. Merge them, or give one a size prior from an experiment."`,
    );
  });

  test('name a lift test that contradicts the data, whatever else the cause may be', () => {
    const run = { chains: 4, draws: 2000, wanted: 400, contradicted: ['Bavaria'] };
    const modes = {
      code: 'modes',
      quantity: 'all chains',
      value: 33,
      threshold: 2,
      severity: 'warn',
    } as const;
    expect(convergenceSentence(modes, labels, run)).toMatch(
      /Lift test `Bavaria` contradicts the data, which alone can cause this: settle that first\.$/,
    );
    expect(convergenceSentence(modes, labels, { ...run, contradicted: [] })).not.toContain('Lift test');
  });

  test('name the shortness of a run first, where more draws would help', () => {
    const told = (code: 'r_hat' | 'ess_bulk', value: number, threshold: number, draws: number) =>
      convergenceSentence({ code, quantity: 'roas[tv_spend]', value, threshold, severity: 'block' }, labels, {
        chains: 2,
        draws,
        wanted: 400,
      });
    expect(told('ess_bulk', 130, 400, 100)).toMatchInlineSnapshot(
      `"Too few independent draws of the return (ROAS) of channel TV: bulk ESS is 130, at least 400 is wanted. The run was too short: 200 draws in all, and 400 independent ones are wanted. Take more (--draws), or leave --chains, --draws and --warmup at their defaults."`,
    );
    expect(told('r_hat', 1.02, 1.01, 100)).toContain('The run was too short');
    expect(told('r_hat', 1.4, 1.01, 100)).toMatch(
      /The run was too short: .+ If they still disagree: likely .+ Merge channels/,
    );
    expect(told('ess_bulk', 130, 400, 4000)).not.toContain('200 draws');
    expect(told('r_hat', 1.02, 1.01, 4000)).toContain('Merge channels');
  });

  test('can say that a statistic does not exist', () => {
    expect(problem('r_hat', 'y_sigma', Number.NaN, 1.01)).toContain('R-hat is not defined');
    expect(problem('ess_bulk', 'y_sigma', Number.NaN, 400)).toContain('bulk ESS is not defined');
  });

  test.each(convergenceCodes)('%s has one, for any quantity', (code) => {
    for (const quantity of [
      'roas[tv_spend]',
      'gamma_control[price]',
      'y_sigma',
      'chain 1',
      'something_new[x]',
    ]) {
      expect(problem(code, quantity, 1.5, 1)).toMatch(/^[A-Z].+\.$/);
    }
  });

  test('call quantities by their names', () => {
    expect(describeQuantity('roas[tv_spend]', labels)).toEqual({
      words: 'the return (ROAS) of channel TV',
      about: 'channel',
    });
    expect(describeQuantity('gamma_control[price]', labels).words).toBe('the effect of control price');
    expect(describeQuantity('something_new', labels)).toEqual({ words: '`something_new`', about: 'whole' });
    expect(describeQuantity('roas[a[b]', labels).words).toBe('the return (ROAS) of channel a[b');
  });

  test('call a parameter what it is on the curve of its channel', () => {
    const { data, draft } = sample();
    const kinds = ['michaelis_menten', 'root', 'hill_sigmoid', 'logistic', 'logistic'] as const;
    const channels = draft.channels.map((channel, i) => ({
      ...channel,
      saturation: { kind: kinds[i] ?? 'logistic' },
    }));
    const ofSpec = labelsOf(expandSpec({ ...draft, channels }, data).spec);
    const words = (quantity: string) => describeQuantity(quantity, ofSpec).words;
    expect(words('saturation_alpha[tv_spend]')).toBe('the size of the effect (alpha) of channel TV');
    expect(words('saturation_alpha[search_spend]')).toBe(
      'the power of the saturation (alpha) of channel Search',
    );
    expect(words('saturation_beta[social_spend]')).toBe(
      'the steepness of saturation (beta) of channel Social',
    );
    expect(words('saturation_beta[radio_spend]')).toBe('the size of the effect (beta) of channel Radio');
  });
});
