// Sentences for what is wrong with an upload before anything in it is read as a table, and for reading that had to stop.
import { type Catalogue, columns, count, error, fact, list, listFact, numberFact } from './entry.ts';

export const uploadErrors = {
  upload_not_a_form: error(
    (p) =>
      `An upload is a form (multipart/form-data) with one file; the request's content type is ${fact(p, 'got')}. Send the file as the form field \`file\`.`,
    { facts: { got: '`application/json`' } },
    415,
  ),
  upload_no_file: error(
    () => 'The request holds no file. Choose a CSV or Excel file and send it as the form field `file`.',
    {},
  ),
  upload_several_files: error(
    (p) =>
      `The request holds more than ${fact(p, 'most')} files. Join some of them into one table, and send at most ${fact(p, 'most')}.`,
    { facts: { most: 10 } },
  ),
  upload_same_name: error(
    (p) =>
      `Two of the files are called \`${fact(p, 'fileName')}\`. Rename one, so that they can be told apart.`,
    { facts: { fileName: 'data.csv' } },
  ),
  files_too_large: error(
    (p) =>
      `The files have more than ${fact(p, 'limitMb')} MB together; at most ${fact(p, 'limitMb')} MB are read. Remove sheets or columns that are not needed.`,
    { facts: { limitMb: 50 } },
    413,
  ),
  upload_too_slow: error(
    (p) =>
      `The upload came so slowly that it was ended: less than ${fact(p, 'leastKb')} KB in ${count(numberFact(p, 'seconds'), 'second')}. Nothing was kept; upload it again over a better connection.`,
    { facts: { leastKb: 16, seconds: 20 } },
    408,
  ),
  uploads_busy: error(
    (p) =>
      `${fact(p, 'most')} uploads ${fact(p, 'of') === 'workspace' ? 'of this workspace' : 'to this server'} are under way, and no more are taken at a time. Try again when one has ended.`,
    { facts: { most: 4, of: 'workspace' } },
    429,
  ),
  version_same: error(
    (p) =>
      `The upload holds the same bytes as version ${fact(p, 'version')}, so there is nothing new to keep. Choose the file that has changed.`,
    { facts: { version: 2 } },
    409,
  ),
  version_raced: error(
    (p) =>
      `Someone else added version ${fact(p, 'version')} meanwhile. Look at what changed in it, and upload yours again if it is still needed.`,
    { facts: { version: 3 } },
    409,
  ),
  no_version_before: error(
    (p) =>
      `There is no version before version ${fact(p, 'version')} to compare it with. Upload a new version first.`,
    { facts: { version: 1 } },
    409,
  ),
  versions_not_comparable: error(
    (p) =>
      `Rows are compared by their dates, and version ${fact(p, 'from')} or ${fact(p, 'to')} has none that can be read. Say which column is the date in both of them.`,
    { facts: { from: 1, to: 2 } },
    409,
  ),
  dataset_in_use: error(
    (p) =>
      `${numberFact(p, 'count') === 1 ? 'Run' : 'Runs'} ${list(listFact(p, 'runs'))} ${numberFact(p, 'count') === 1 ? 'was' : 'were'} fitted on this dataset and can be repeated and checked only with it. Delete ${numberFact(p, 'count') === 1 ? 'that run' : 'those runs'} first, or keep the dataset.`,
    { facts: { runs: ['12', '9'], count: 2 } },
    409,
  ),
  upload_cut: error(
    () => 'The upload ended before the whole file had arrived, so nothing was kept. Upload it again.',
    {},
    400,
  ),
  upload_key_reused: error(
    () =>
      'This idempotency key belongs to an upload with other contents. Send each file under a key of its own.',
    {},
    409,
  ),
  reading_too_slow: error(
    (p) =>
      `Reading the file took longer than ${fact(p, 'seconds')} seconds and was stopped. Keep one row for each period and only the columns that are needed.`,
    { facts: { seconds: 60 } },
    413,
  ),
  reading_too_big: error(
    (p) =>
      `Reading the file needs more than ${fact(p, 'limitMb')} MB of memory and was stopped. Keep one row for each period and only the columns that are needed.`,
    { facts: { limitMb: 1024 } },
    413,
  ),
  reading_stopped: error(
    () =>
      'Reading the file was interrupted before it ended. Try again, and if it happens again, save the data as CSV and upload that.',
    {},
    503,
  ),
  reading_busy: error(
    (p) =>
      `${fact(p, 'most')} requests ${fact(p, 'of') === 'workspace' ? 'of this workspace' : 'of this server'} already wait for a file to be read, and no more are taken. Try again in a few seconds.`,
    { facts: { most: 4, of: 'workspace' } },
    429,
  ),
  mapping_unknown_column: error(
    (p) =>
      `The mapping gives a role to column \`${p.column}\`, which is not in the table. ${p.facts?.nearest === undefined ? `Its columns are ${columns(listFact(p, 'columns'))}.` : `Did you mean \`${fact(p, 'nearest')}\`?`}`,
    {
      path: 'roles.tv_spnd',
      column: 'tv_spnd',
      facts: { nearest: 'tv_spend', columns: ['week', 'tv_spend'] },
    },
  ),
  object_missing: error(
    (p) => {
      const { what, remedy } =
        lost[p.facts?.of === 'draws' || p.facts?.of === 'results' ? p.facts.of : 'file'];
      return `${what} not in storage any more. Restore the data folder from a backup, or ${remedy}.`;
    },
    { facts: { of: 'draws' } },
    500,
  ),
} satisfies Catalogue;

/** What may be gone from storage, and what brings it back where there is no backup. */
const lost = {
  file: { what: 'The file of this dataset is', remedy: 'upload the file again' },
  draws: {
    what: 'Some or all of the draws of this run are',
    remedy: 'start the run again: it draws the same',
  },
  results: {
    what: 'The results of this run are',
    remedy: 'start the run again: it gives the same numbers',
  },
} as const;
