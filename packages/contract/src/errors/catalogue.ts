// The one catalogue of errors, warnings and suggestions: stable code → severity, status, sentence.
import { accessErrors } from './access.ts';
import { accountErrors } from './accounts.ts';
import { cellErrors } from './cells.ts';
import { dateErrors } from './dates.ts';
import type { Catalogue, CatalogueEntry, Place, Told } from './entry.ts';
import { fileErrors } from './file.ts';
import { fitWarnings } from './fit.ts';
import { joinErrors } from './joins.ts';
import { noiseErrors } from './noise.ts';
import { predictionErrors } from './prediction.ts';
import { roleErrors } from './roles.ts';
import { runErrors } from './runs.ts';
import { specErrors } from './spec.ts';
import { terminalErrors } from './terminal.ts';
import { uploadErrors } from './upload.ts';
import { valueErrors } from './values.ts';
import { webhookErrors } from './webhooks.ts';
import { workspaceErrors } from './workspaces.ts';

/** The catalogue by chapter, in the order of a user's way: command, file, cells, roles, dates, values, spec. */
export const chapters: Readonly<Record<string, Catalogue>> = {
  'Command line': terminalErrors,
  'The file': fileErrors,
  'Several files': joinErrors,
  Cells: cellErrors,
  'Roles of columns': roleErrors,
  'Dates and rows': dateErrors,
  Values: valueErrors,
  'Spec and sampling settings': { ...specErrors, ...noiseErrors },
  'The fit': fitWarnings,
  Prediction: predictionErrors,
  Runs: runErrors,
  'Accounts and requests': { ...accessErrors, ...accountErrors },
  'Workspaces and API keys': workspaceErrors,
  'Uploads and datasets': uploadErrors,
  Webhooks: webhookErrors,
};

export const catalogue: Catalogue = Object.assign({}, ...Object.values(chapters));

/** The row of `code`, if there is one. */
export function entryOf(code: string): CatalogueEntry | undefined {
  return Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
}

/** What is wrong, in one sentence that says what to do where it is read; of one file among several, after its name. */
export function sentence(told: Told, at: Place = 'terminal'): string {
  const entry = entryOf(told.code);
  // Only a code nobody wrote a sentence for comes here; a test reads the sources so that none is released.
  const text = entry ? entry.sentence(told, at) : `Something is wrong here (code \`${told.code}\`).`;
  const file = told.facts?.ofFile;
  return file === undefined ? text : `\`${String(file)}\`: ${text}`;
}
