// The glossary: one sentence for each word of the field, read by the terminal's pages, the documentation and the browser.

/** Term → what it means, in the order they are met. */
export const glossary: Readonly<Record<string, string>> = {
  KPI: 'What is to be explained: revenue, orders, sign-ups, counted in each period.',
  'Marketing mix model':
    'A statistical model that splits a KPI over time into what each channel brought and what would have come without media.',
  Channel: 'One way money is spent to reach people, such as TV, search or social, with its own effect.',
  Spend: 'The money a channel cost in each period.',
  Exposure: 'What the spend bought: impressions, clicks or rating points.',
  Contribution: 'How much of the KPI came because of a channel, summed over the measured periods.',
  Baseline:
    'What would have come without media: level, trend, season and controls together, with prices and promotions at the values they are counted from.',
  Control:
    'Something besides media that moves the KPI, such as temperature, a competitor’s price or a holiday, so that media is not credited with it.',
  Treatment:
    'Something your company sets besides media, such as price or promotion: what it brought by being away from its reference is reported apart from the baseline.',
  ROAS: 'Return on ad spend: what a channel brought, divided by what it cost, over the measured periods.',
  'ROAS of the spend': 'The same with the effect that arrives after the last period counted too.',
  'Marginal ROAS': 'What the next unit of spend would bring; below the ROAS when a channel is saturated.',
  Margin: 'The part of revenue that is left as profit before media is paid.',
  'Break-even':
    'The ROAS at which spend is earned back: 1 divided by the margin, or 1 where no margin is given.',
  Profit: 'The margin on what advertising brought, less what it cost.',
  'Cost per KPI unit': 'What one unit of a counted KPI cost: spend divided by contribution, its median.',
  Adstock: 'Carryover: part of the effect of an advert arrives in later periods and fades.',
  'Carryover (alpha)': 'The share of a channel’s effect that is carried from one week into the next.',
  'Half-life': 'The time after which half of an effect has come.',
  Saturation: 'Each further unit of spend in the same period brings less than the one before.',
  'Response curve': 'What a channel brings at different amounts of spend, with its uncertainty.',
  'Not observed': 'Spend beyond any the data hold, where a curve is only its shape carried on.',
  Verdict:
    'What the run says to do about one channel: raise, lower, test first, keep or cannot tell, each by a written rule.',
  'How much is the data':
    'The part of a return that comes from your data and not from what was assumed: measured from 80 %, mostly assumed below 50 %.',
  Prior: 'What is assumed about a quantity before the data are seen, stated as a range with weights.',
  Posterior:
    'What is known about a quantity once prior and data are combined: all its plausible values with their weights.',
  Draw: 'One plausible value of everything at once, taken from the posterior.',
  '94 % interval':
    'The narrowest range that holds 94 % of the posterior: given model and data, the value lies inside with 94 % probability.',
  Chain: 'One independent run of the sampler; several must agree.',
  'Warm-up': 'The first draws of a chain, in which the sampler finds its way; they are not kept.',
  'Trace and ranks':
    'The draws of each chain in order, and how their ranks spread among all draws: even where the chains agree.',
  Divergence: 'A step the sampler could not follow; many of them mean that part of the posterior was missed.',
  'R-hat': 'Compares the chains: 1 when they agree, above 1.01 when they do not yet.',
  ESS: 'Effective sample size: how many independent draws the kept ones are worth.',
  'E-BFMI':
    'Shows whether the sampler moves freely between likely and unlikely values; below 0.3 it does not.',
  MCSE: 'Monte Carlo standard error: how much a figure would move if the draws were taken again.',
  'Tree depth': 'How far the sampler looked for its next draw; at the limit its path was cut short.',
  'Convergence check':
    'The test every run must pass before its numbers may be used: R-hat, ESS, divergences and E-BFMI.',
  'Lead-in': 'Periods before the first KPI, which only tell what media ran before.',
  'Total media share': 'The part of the KPI that all media together brought.',
  'Predictive band': 'The range the model expects of the KPI itself, noise included.',
  'R²': 'The part of the ups and downs of the KPI that the model follows.',
  wMAPE: 'The sum of all misses divided by the sum of the KPI.',
  Residual: 'What was measured minus what the model predicts.',
  Autocorrelation: 'How much what is missed in one period is missed in a later one too.',
  Spec: 'The complete description of a model: columns, channels, curves and priors, as JSON or YAML.',
  Seed: 'The number all randomness starts from; the same seed gives the same numbers.',
};

/** docs/reference/glossary.md */
export function glossaryPage(): string {
  const rows = Object.entries(glossary).map(([term, meaning]) => `**${term}**: ${meaning}\n`);
  return [
    '# Glossary',
    '',
    'Written by `npm run docs` from `packages/report/src/glossary.ts`.',
    '',
    ...rows,
  ].join('\n');
}
