// What is read: the bytes of one file, or several files that are joined on their dates.
import { InputError, type Problem } from '@mixmodel/engine';
import { findingsOf } from '../finding.ts';
import { joinTables, type Part } from '../join/join.ts';
import { ofFile } from '../join/of-file.ts';
import type { RoleChoices } from '../roles/detect.ts';
import type { Duplicates } from '../roles/long.ts';
import { widen } from '../roles/reshape.ts';
import { readTable, type Table, type TableOptions } from './table.ts';

export interface DataFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Several files have different names. */
export type Source = Uint8Array | readonly DataFile[];

/** How a file is read; what is said of one file by its name wins over what is said of all. */
export interface SourceOptions extends TableOptions {
  readonly files?: Readonly<Record<string, TableOptions>>;
}

export interface Shaping {
  readonly duplicates?: Duplicates;
  readonly choices: RoleChoices;
}

/** One table, one row a date, whatever it is made of. Throws an InputError when there is none. */
export async function readSource(source: Source, options: SourceOptions, shaping: Shaping): Promise<Table> {
  const only = onlyFile(source, options);
  if (only) return shaped(await readTable(only.bytes, only.options), shaping);
  const parts: Part[] = [];
  const problems: Problem[] = [];
  for (const file of source as readonly DataFile[]) {
    const read = await partOf(file, options, shaping);
    if ('refusal' in read) problems.push(...read.refusal);
    else parts.push(read);
  }
  if (problems.length > 0) throw new InputError(problems);
  return joinTables(parts, shaping.choices);
}

/** The one file there is, with how it is read; undefined when there are several. */
export function onlyFile(
  source: Source,
  options: SourceOptions,
): { readonly bytes: Uint8Array; readonly options: TableOptions } | undefined {
  if (source instanceof Uint8Array) return { bytes: source, options };
  const [file, ...others] = source;
  return file && others.length === 0 ? { bytes: file.bytes, options: optionsFor(file, options) } : undefined;
}

export function optionsFor({ fileName }: DataFile, { files = {}, ...options }: SourceOptions): TableOptions {
  const own = Object.hasOwn(files, fileName) ? files[fileName] : undefined;
  return { ...options, ...own, fileName };
}

function shaped(read: Table, { duplicates, choices }: Shaping): Table {
  const kpis = new Set(Object.keys(choices).filter((column) => choices[column] === 'target'));
  const { table, findings } = widen(read, duplicates, kpis);
  return { ...table, findings: [...table.findings, ...findings] };
}

async function partOf(
  file: DataFile,
  options: SourceOptions,
  shaping: Shaping,
): Promise<Part | { readonly refusal: readonly Problem[] }> {
  const { fileName } = file;
  try {
    return { fileName, table: shaped(await readTable(file.bytes, optionsFor(file, options)), shaping) };
  } catch (thrown) {
    if (!(thrown instanceof InputError)) throw thrown;
    return { refusal: findingsOf(thrown).map(ofFile(fileName)) };
  }
}
