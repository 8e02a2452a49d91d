// Sentences for what is wrong with an upload before anything in it is read as a table, and for reading that had to stop.
import { type Catalogue, columns, error, fact, listFact } from './entry.ts';

export const uploadErrors = {
  upload_not_a_form: error(
    (p) =>
      `An upload is a form (multipart/form-data) with one file; the request's content type is ${fact(p, 'got')}. Send the file as the form field \`file\`.`,
    { facts: { got: '`application/json`' } },
    415,
  ),
  upload_no_file: error(
    () => 'The request holds no file. Choose one CSV or Excel file and send it as the form field `file`.',
    {},
  ),
  upload_several_files: error(() => 'The request holds more than one file. Upload one file at a time.', {}),
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
  upload_key_wrong: error(
    (p) =>
      `The header \`idempotency-key\` wants 1 to ${fact(p, 'most')} letters, digits or signs; got ${fact(p, 'got')} characters. Send a random id, such as a UUID.`,
    { facts: { most: 200, got: 900 } },
    400,
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
    () =>
      'The file of this dataset is not where it was stored, so it cannot be read. Restore the data folder from a backup, or upload the file again.',
    {},
    500,
  ),
} satisfies Catalogue;
