// What is said of operations on datasets.
import type { Operations } from './operation.ts';

const readings = ['reading_busy', 'reading_too_slow', 'reading_too_big', 'reading_stopped', 'object_missing'];
/** A file that takes too much to be read has a view all the same. */
const viewing = ['reading_busy', 'reading_stopped', 'object_missing'];
const uploads = [
  'upload_not_a_form',
  'upload_no_file',
  'upload_several_files',
  'upload_same_name',
  'upload_cut',
  'upload_too_slow',
  'uploads_busy',
  'upload_key_reused',
  'file_too_large',
  'files_too_large',
  'empty_file',
  'file_type',
  'zip_bomb',
  'workbook_encrypted',
  'storage_full',
  ...viewing,
];
const key =
  'With an `idempotency-key`, sending it again after a cut connection finds what was made the first time.';
const view =
  'The answer has every column with its guessed role and the reason, every finding with what would settle it, and a draft of a spec.';

export const datasetOperations: Operations = {
  'GET ~/datasets': {
    says: 'The newest version of each dataset. `deleted=true` lists those that can be restored.',
  },
  'POST ~/datasets': {
    says: `CSV (any common separator, decimal sign and encoding) or Excel, as the form field \`file\`; several files are joined on their dates. What is wrong inside the table does not refuse the upload: it stands in \`findings\`, and \`PUT …/mapping\` settles it. ${view} ${key}`,
    refuses: uploads,
  },
  'POST ~/datasets/sample': {
    id: 'createSampleDataset',
    says: `Two years of weekly sales with five channels, simulated from known returns: to try the API without data of one’s own. ${key}`,
    refuses: ['upload_key_reused', 'storage_full', ...readings],
  },
  'GET ~/datasets/:datasetId': {
    says: `${view} A dataset can be run once no finding has the severity \`error\`.`,
    refuses: viewing,
  },
  'PATCH ~/datasets/:datasetId': { id: 'renameDataset', says: 'Every version has the new name.' },
  'DELETE ~/datasets/:datasetId': {
    says: 'It can be restored for some days (DELETED_DAYS), and is gone after that. Refused while runs are there that were fitted on it. One of somebody else needs the role admin.',
    refuses: ['dataset_in_use', 'role_too_low'],
  },
  'POST ~/datasets/:datasetId/restore': {
    says: 'With all its versions, as long as it is listed with `deleted=true`.',
    refuses: ['role_too_low'],
  },
  'GET ~/datasets/:datasetId/rows': {
    id: 'readDatasetRows',
    says: 'Cells as text, rows numbered as a person counts them in the file (the header is row 1), so that a finding can be shown in its place.',
    refuses: readings,
  },
  'GET ~/datasets/:datasetId/file': {
    says: 'The exact bytes that were uploaded: their SHA-256 is that of the dataset.',
    refuses: ['object_missing'],
  },
  'PUT ~/datasets/:datasetId/mapping': {
    id: 'mapDataset',
    says: 'Replaces the mapping as a whole: send all that should hold, `{}` to have everything guessed again. It is kept even if findings remain; runs that were made before stay as they were.',
    refuses: ['mapping_unknown_column', ...viewing],
  },
  'GET ~/datasets/:datasetId/versions': {
    says: 'The id of any version names the dataset. All of them: there are no pages.',
  },
  'POST ~/datasets/:datasetId/versions': {
    says: `A run points to the version it was fitted on, so an upload of new weeks changes no result. ${key}`,
    refuses: ['version_same', 'version_raced', ...uploads],
  },
  'GET ~/datasets/:datasetId/changes': {
    id: 'readDatasetChanges',
    says: 'Rows are compared by their dates, so a row that moved is no change. Long lists are cut, and counted in full.',
    refuses: ['no_version_before', 'versions_not_comparable', ...readings],
  },
  'GET /templates/data.csv': {
    id: 'readTemplateCsv',
    says: 'An empty table to be filled in, for people who ask what is needed.',
    refuses: readings,
  },
  'GET /templates/data.xlsx': {
    id: 'readTemplateExcel',
    says: 'The same as an Excel workbook.',
    refuses: readings,
  },
};
