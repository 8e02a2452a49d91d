// Reads a file for its page: a file that takes too much to be read has a page all the same, which says so.
import { InputError } from '@mixmodel/engine';
import { findingView } from '../../reading/finding-view.ts';
import type { FileView, MappedFile } from '../../reading/protocol.ts';
import { reading } from '../../reading/reading.ts';

/** Reading stopped for what the file is, not for what happened to the program. */
const ofTheFile: ReadonlySet<string> = new Set(['reading_too_slow', 'reading_too_big']);

export async function readView({ bytes, fileName, mapping }: MappedFile): Promise<FileView> {
  try {
    return await reading.ask('view', { bytes, fileName, mapping });
  } catch (thrown) {
    if (!(thrown instanceof InputError) || !thrown.problems.some(({ code }) => ofTheFile.has(code)))
      throw thrown;
    const refusal = thrown.problems.map((problem) => ({ severity: 'error' as const, ...problem }));
    const findings = refusal.map((finding) => findingView(finding));
    return { table: null, columns: [], findings, grid: null, draft: null, refusal };
  }
}
