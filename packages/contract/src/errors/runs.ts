// Sentences for runs on a server: what cannot be done with one now, and why one has failed.
import { type Catalogue, error, fact } from './entry.ts';

export const runErrors = {
  run_finished: error(
    (p) =>
      `Run ${fact(p, 'number')} has ${fact(p, 'state')} already, so there is nothing left to cancel. Look at it, or start another.`,
    { facts: { number: 12, state: 'completed' } },
    409,
  ),
  run_not_failed: error(
    (p) =>
      `Run ${fact(p, 'number')} cannot be retried, because it ${fact(p, 'state')}. Retry a run that failed; go on with a cancelled one; or start it again.`,
    { facts: { number: 12, state: 'is still running' } },
    409,
  ),
  run_not_cancelled: error(
    (p) =>
      `Run ${fact(p, 'number')} cannot be resumed, because it ${fact(p, 'state')}. Resume a run that was cancelled, retry one that failed, or start it again.`,
    { facts: { number: 12, state: 'has completed' } },
    409,
  ),
  runs_to_compare: error(
    (p) =>
      `\`runs\` wants two to four ids of different runs with commas between them; got ${fact(p, 'got')}. Name as many.`,
    { path: 'runs', facts: { got: 1 } },
  ),
  run_not_completed: error(
    (p) =>
      `Run ${fact(p, 'number')} has no results: it ${fact(p, 'state')}. Wait for a run to complete, or start another.`,
    { facts: { number: 12, state: 'is still running' } },
    409,
  ),
  table_unknown: error(
    (p) =>
      `Run ${fact(p, 'number')} has no table \`${fact(p, 'got')}\`: ${fact(p, 'why')}. Ask for another table.`,
    { facts: { number: 12, got: 'lift_tests', why: 'its model has no experiments' } },
    404,
  ),
  run_without_backtest: error(
    (p) =>
      `Run ${fact(p, 'number')} was not backtested. Duplicate it with \`backtest\`, which may be an empty object.`,
    { facts: { number: 12 } },
    404,
  ),
  exports_busy: error(
    (p) =>
      `${fact(p, 'most')} exports are being made on this server already, and no more are taken. Try again in a few seconds.`,
    { facts: { most: 8 } },
    429,
  ),
  share_ended: error(
    () =>
      'This link shows nothing any more: it has ended, was revoked, or was not copied whole. Ask whoever sent it for another.',
    { path: 'token' },
    404,
  ),
  quantity_unknown: error(
    (p) =>
      `The draws hold no quantity \`${fact(p, 'got')}\`. Take a name from \`parameters\` of the result, such as \`adstock_alpha[tv_spend]\`.`,
    { facts: { got: 'adstock_alfa[tv_spend]' } },
    404,
  ),
  draws_too_large: error(
    () =>
      'A download of draws ends at 4 GB, and these are more. Take the draws of this run from the data folder of the server instead.',
    {},
    413,
  ),
  run_memory: error(
    (p) =>
      `This run would need about ${fact(p, 'gotMb')} MB of memory; a run on this server may take ${fact(p, 'mostMb')} MB. Lower the draws or the chains: memory grows with both.`,
    { path: 'sampling.draws', facts: { gotMb: 3720, mostMb: 2048 } },
  ),
  run_minutes: error(
    (p) =>
      `This run would take about ${fact(p, 'gotMinutes')} minutes; a run on this server may take ${fact(p, 'mostMinutes')}. Lower the warm-up, the draws or the chains.`,
    { path: 'sampling.draws', facts: { gotMinutes: 95, mostMinutes: 60 } },
  ),
  runs_open: error(
    (p) =>
      `At most ${fact(p, 'most')} runs of a workspace may wait or be at work at a time, and there are as many. Wait until one has ended, or cancel one.`,
    { facts: { most: 20 } },
    409,
  ),
  too_many_streams: error(
    (p) =>
      `${fact(p, 'most')} streams of events are open for this account, and no more may be at a time. Close pages that watch runs, or ask for the run itself from time to time.`,
    { facts: { most: 20 } },
    429,
  ),
  disk_full: error(
    () =>
      'The disk of this server is full, so nothing could be kept. Tell whoever runs the server to make room, and then do it again.',
    {},
    507,
  ),
  run_key_taken: error(
    () =>
      'This idempotency key belongs to a run that was asked for otherwise. Ask for each run under a key of its own.',
    {},
    409,
  ),
  run_stuck: error(
    (p) =>
      `The run was begun ${fact(p, 'attempts')} times without getting any further, as if the server had ended each time: most likely it needs more memory than the machine has. Lower the draws or the chains and start another.`,
    { facts: { attempts: 5 } },
    500,
  ),
  run_data_changed: error(
    () =>
      'The stored file no longer gives the numbers this run was asked for: the program that reads it has changed since. Configure a new run of this dataset.',
    {},
    409,
  ),
  run_stopped: error(
    (p) =>
      `The fit stopped because of a fault in the program, not in your data: ${fact(p, 'reason')}. Start the run again; if it stops again, tell whoever runs this server.`,
    { facts: { reason: 'chain 2 was lost with its worker thread' } },
    500,
  ),
} satisfies Catalogue;
