// What is said of operations on what a run gives: results, insights, exports, shared links.
import type { Operations } from './operation.ts';

const none = ['run_not_completed', 'object_missing'];
const tagged =
  'Results of a run never change: keep the `ETag` and send it as `If-None-Match`, and the answer is 304 without a body.';
const estimates = 'Estimates are mean, sd, median and the narrowest 94 % interval of the posterior draws.';

export const resultOperations: Operations = {
  'GET ~/runs/:runId/result': {
    says: `Everything at once, some hundred kilobytes: the result file and what stands behind its charts. Look at \`result.convergence.passed\` first. ${tagged}`,
    refuses: none,
  },
  'GET ~/runs/:runId/quantities/:name': {
    says: 'Mean, thinned trace and ranks of each chain, for trace and rank plots. Names are those of `parameters`, such as `adstock_alpha[tv_spend]`, written into the address with `encodeURIComponent`.',
    refuses: [...none, 'quantity_unknown'],
  },
  'GET ~/runs/compare': {
    id: 'compareRuns',
    says: 'Lists within have one entry a run, in the order they were named. `spec` holds only what differs.',
    refuses: [...none, 'runs_to_compare', 'not_found'],
  },
  'GET ~/runs/:runId/channels': {
    id: 'readRunChannels',
    says: `The table most programs want. \`roas\` is the revenue one unit of spend brought on average, \`marginalRoas\` what the next one would bring. ${estimates} ${tagged}`,
    refuses: none,
  },
  'GET ~/runs/:runId/decomposition': {
    says: `Shares add up to the KPI. \`baselineNegative\` is the probability that the baseline is below zero: more than a little means that media were given too much. ${tagged}`,
    refuses: none,
  },
  'GET ~/runs/:runId/contributions': {
    id: 'readRunContributions',
    says: `By period: mean, 25–75 % and 3–97 % of each part. Lists are as long as \`dates\`. ${tagged}`,
    refuses: none,
  },
  'GET ~/runs/:runId/predictions': {
    id: 'readRunPredictions',
    says: `\`heldOut\` marks periods whose KPI the model never saw. How well a model follows the past does not show that its returns are right. ${tagged}`,
    refuses: none,
  },
  'GET ~/runs/:runId/response-curves': {
    id: 'readRunResponseCurves',
    says: `What the channel would have brought had all of its spend been scaled. \`extrapolated\` marks points beyond the spend seen: there the curve is only its shape carried on. ${tagged}`,
    refuses: none,
  },
  'GET ~/runs/:runId/adstock': {
    says: `\`decay\` is the share of the effect that comes in each period after the spend. ${tagged}`,
    refuses: none,
  },
  'GET ~/runs/:runId/distributions': {
    id: 'readRunDistributions',
    says: `Quantiles at 0, 1 … 100 %. The probability that a ROAS is above 1 is one minus the position of 1 among them. ${tagged}`,
    refuses: none,
  },
  'GET ~/runs/:runId/information': {
    says: `Decide nothing on a channel whose verdict is \`mostly_assumed\` or \`not_determined\`: another assumption would have given another number. ${tagged}`,
    refuses: none,
  },
  'GET ~/runs/:runId/parameters': {
    id: 'readRunParameters',
    says: `With R-hat, effective sample sizes and Monte Carlo error. ${tagged}`,
    refuses: none,
  },
  'GET ~/runs/:runId/densities': {
    id: 'readRunDensities',
    says: `On one grid each, ready to draw: a posterior that looks like its prior was not moved by the data. ${tagged}`,
    refuses: none,
  },
  'GET ~/runs/:runId/diagnostics': {
    id: 'readRunDiagnostics',
    says: `Each problem with the quantity, its value, the threshold and a sentence on what to change. ${tagged}`,
    refuses: none,
  },
  'GET ~/runs/:runId/export': {
    id: 'exportRun',
    says: 'CSV is one table (`channels` unless `table` says otherwise), Excel and JSON are all of them, Markdown is the report in sentences. Cells that a spreadsheet would take for a formula are made harmless.',
    refuses: [...none, 'table_unknown', 'exports_busy'],
  },
  'GET ~/runs/:runId/result.json': {
    id: 'readRunResultFile',
    says: 'To be kept, or read by `mixmodel report` in the terminal. Its schema is `docs/reference/result.schema.json`.',
    refuses: none,
  },
  'GET ~/runs/:runId/backtest': {
    id: 'readRunBacktest',
    says: `For runs that were asked for with \`backtest\`. CRPS is the error of the whole forecast, intervals included; lower is better. ${tagged}`,
    refuses: [...none, 'run_without_backtest'],
  },
  'GET ~/runs/:runId/backtest.json': {
    id: 'readRunBacktestFile',
    says: 'To be kept, or read by `mixmodel report --backtest` in the terminal. Its schema is `docs/reference/backtest.schema.json`.',
    refuses: [...none, 'run_without_backtest'],
  },
  'GET ~/runs/:runId/draws': {
    id: 'readRunDraws',
    says: 'Posterior, sampler statistics and log densities by chain and draw: some megabytes to some gigabytes. In Python: `xarray.open_datatree(zarr.storage.ZipStore(path, mode="r"), engine="zarr", consolidated=False)`.',
    refuses: [...none, 'draws_too_large'],
  },
  'POST ~/runs/:runId/shares': {
    says: 'The link opens without an account, until it ends or is revoked. `url` is shown this once.',
    refuses: none,
  },
  'GET ~/runs/:runId/shares': {
    says: 'Also those that ended, with how often and when each was opened last.',
  },
  'DELETE ~/runs/:runId/shares/:shareId': { says: 'It shows nothing from now on.' },
  'POST /shared/read': {
    says: 'For whoever has the link: the token is what stands behind its `#`. A link that was never there is refused like one that has ended.',
    refuses: ['share_ended', 'object_missing'],
  },
};
