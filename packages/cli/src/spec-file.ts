// Reads the spec a command names; a file of another kind is told by its kind, never by its bytes.
import { type Checked, parseSpec, type SpecFormat } from '@mixmodel/contract';
import type { Problem, SpecDraft } from '@mixmodel/engine';
import { readBytes } from './files.ts';

export async function readSpecFile(file: string): Promise<Checked<SpecDraft>> {
  const bytes = await readBytes(file);
  const text = textOf(bytes);
  if (text === undefined) return { ok: false, problems: [await noText(file, bytes)] };
  return parseSpec(text, formatOf(file, text));
}

/** By the ending of the file, else by its first character. */
export function formatOf(file: string, text: string): SpecFormat {
  if (/\.json$/i.test(file)) return 'json';
  if (/\.ya?ml$/i.test(file)) return 'yaml';
  return /^\s*\{/.test(text) ? 'json' : 'yaml';
}

/** Nothing when the bytes are no text: a zero byte, or no UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The reader of tables knows files by their first bytes. */
async function noText(file: string, bytes: Uint8Array): Promise<Problem> {
  const { prepare } = await import('@mixmodel/data');
  const { findings, table } = await prepare(bytes, { fileName: file });
  const type = findings.find(({ code }) => code === 'file_type')?.facts?.found;
  const found = table?.source.kind === 'excel' ? 'a workbook' : String(type ?? 'no text in UTF-8');
  return { code: 'spec_file_type', path: '', facts: { file, found } };
}
