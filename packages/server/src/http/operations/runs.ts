// What is said of operations on runs: asked for, watched, changed.
import type { Operations } from './operation.ts';

const readings = ['reading_busy', 'reading_too_slow', 'reading_too_big', 'reading_stopped', 'object_missing'];
const asking = ['run_memory', 'run_minutes', 'runs_open', 'run_key_taken', 'storage_full'];
const ofData = [
  'The file',
  'Several files',
  'Cells',
  'Roles of columns',
  'Dates and rows',
  'Values',
  'Spec and sampling settings',
  'Prediction',
] as const;
const key = 'With an `idempotency-key`, the same request again answers 200 with the run it made.';

export const runOperations: Operations = {
  'POST ~/datasets/:datasetId/plan': {
    id: 'planRun',
    says: 'Costs nothing and keeps nothing. What these data make wrong with the spec is answered in `faults`, so that a form can show it while it is typed; refused are a spec whose keys or kinds are wrong, and a dataset without date, KPI or media. The data are read anew at each call: a second or so.',
    refuses: readings,
    chapters: ofData,
  },
  'GET ~/runs': { says: 'With where each stands; those at work with their progress.' },
  'POST ~/runs': {
    says: `Answers at once with a run that is \`queued\`; read it until \`state\` is \`completed\`, \`failed\` or \`cancelled\`, follow its events, or let a webhook tell. Without \`spec\` the draft of the dataset is run. Every fault of spec and data is told at once, each in its place. ${key}`,
    refuses: [...asking, ...readings],
    chapters: ofData,
  },
  'POST ~/runs/:runId/again': {
    id: 'repeatRun',
    says: `A new run with the same data, spec and seed: on the same version of the engine it gives the same numbers to the last bit. ${key}`,
    refuses: asking,
  },
  'POST ~/runs/:runId/duplicate': {
    says: `A new run: what the body names is changed, the rest is as it was. ${key}`,
    refuses: [...asking, ...readings],
    chapters: ofData,
  },
  'GET ~/runs/:runId': {
    says: '`converged` is null until it has completed. A run that did not converge is complete too, but its numbers must not be used.',
  },
  'PATCH ~/runs/:runId': {
    says: 'The margin changes no estimate: it says which return breaks even (1 / margin).',
  },
  'DELETE ~/runs/:runId': {
    says: 'It is gone at once, also when it is at work, and cannot be restored. One of somebody else needs the role admin.',
    refuses: ['role_too_low'],
  },
  'GET ~/runs/:runId/lineage': {
    says: 'The hash of the uploaded bytes, the complete spec, the seed, the version of the engine and a hash of every segment of draws: two runs with equal lineage have equal numbers.',
  },
  'POST ~/runs/:runId/cancel': {
    says: 'What it had drawn is kept for some hours (KEEP_CANCELLED_HOURS), so that it can be resumed. Cancelling twice is no error.',
    refuses: ['run_finished'],
  },
  'POST ~/runs/:runId/retry': {
    says: 'The same run under the same id, for when the cause of its failure is gone.',
    refuses: ['runs_open', 'run_not_failed', 'storage_full'],
  },
  'POST ~/runs/:runId/resume': {
    says: 'It ends with the numbers it would have had without the interruption.',
    refuses: ['runs_open', 'run_not_cancelled', 'storage_full'],
  },
  'GET ~/runs/:runId/events': {
    id: 'watchRun',
    says: 'The stream ends with the run, and after fifteen minutes: open it again, it begins with a snapshot. `eventsOf` of `@mixmodel/client` reads it; `EventSource` cannot send the token. So many may be open for one account (ACCOUNT_STREAMS).',
    refuses: ['too_many_streams'],
  },
};
