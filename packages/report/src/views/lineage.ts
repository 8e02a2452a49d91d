// Where the figures of a run come from, down to seed, versions and hashes, and how to get them again.
import { sizeRuleSentence } from '@mixmodel/contract';
import { modelSentence, noiseText, trendNames } from '../model-sentence.ts';
import { drawsText, secondsText } from './header.ts';
import { countWord } from './phrases.ts';
import { probabilityText } from './probability.ts';
import { fitCommand, sameNumbers } from './same-again.ts';
import type { Fact, RunFacts } from './shapes.ts';
import type { View } from './view.ts';

export function lineage(view: View, run: RunFacts): Fact[] {
  const { result } = view;
  const { sampling, data, versions, seed } = result;
  const { mixmodel, numerics, node } = versions;
  return [
    {
      term: 'Model',
      text: modelSentence(result)
        .replace(/^Model: /, '')
        .replace(/\.$/, ''),
    },
    { term: 'Baseline', text: baselineText(view) },
    { term: 'Its coefficients', text: coefficientsText(view) },
    { term: 'Effect prior', text: effectPrior(view) },
    { term: 'Likelihood', text: noiseText(result.spec.likelihood) },
    {
      term: 'Sampling',
      text: `${sampling.mode}, ${sampling.chains} chains × (${count(sampling.warmup)} warm-up + ${count(sampling.draws)} draws), ${drawsText(view)} in all, target acceptance ${sampling.targetAcceptance}, seed ${seed}, ${secondsText(sampling.wallMs)}${attemptsText(sampling.attempts.length)}`,
    },
    { term: 'Data', text: `${run.dataset.fileName}, ${count(data.rows)} ${data.period}s` },
    { term: 'File, sha256', text: data.sha256 },
    { term: 'Model data, sha256', text: data.modelSha256 },
    { term: 'Versions', text: `mixmodel ${mixmodel}, numerics ${numerics}, Node ${node}` },
    {
      term: 'Same again',
      text: `${sameNumbers(result)} Download the spec, then: ${fitCommand(result, { data: 'FILE', spec: 'SPEC' })}`,
    },
  ];
}

function attemptsText(attempts: number): string {
  return attempts > 1 ? `, ${countWord(attempts)} attempts` : '';
}

function baselineText({ result: { spec } }: View): string {
  const { baseline, controls, treatments = [] } = spec;
  const { trend, yearly, weekly, monthly, events = [] } = baseline;
  const used = controls.filter(({ role }) => role !== 'outcome').map(({ column }) => column);
  return [
    'level',
    ...(trend.kind === 'none' ? [] : [trendNames[trend.kind]]),
    ...(yearly.order > 0 ? [`yearly season with ${waves(yearly.order)}`] : []),
    ...(weekly.order > 0 ? [`weekly season with ${waves(weekly.order)}`] : []),
    ...(monthly && monthly.order > 0 ? [`monthly season with ${waves(monthly.order)}`] : []),
    ...events.map(({ name }) => name),
    ...used,
    ...treatments.map(({ name }) => name),
  ].join(', ');
}

/** What was done with the linear block; only what is not simply integrated out has a note of its own. */
function coefficientsText({ result: { warnings } }: View): string {
  return (
    warnings.find(({ code }) => code === 'linear_block')?.sentence ??
    'integrated out exactly, and drawn afterwards given what is sampled: carry-over, curves, effects and noise'
  );
}

function waves(order: number): string {
  return `${order} wave${order === 1 ? '' : 's'}`;
}

/** Why this prior, and what it alone says: media as more than all of the KPI. */
function effectPrior({ result: { prior } }: View): string {
  const above = probabilityText(prior.totalMediaShare.above1);
  return `${sizeRuleSentence(prior.sizeRule)} Before the data, P(media share > 100 %) is ${above}.`;
}

function count(n: number): string {
  return n.toLocaleString('en-US');
}
