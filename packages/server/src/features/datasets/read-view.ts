// Reads a file for its page, once for each mapping: a file that takes too much to be read has a page all the same.
import type { Mapping } from '@mixmodel/contract';
import { InputError } from '@mixmodel/engine';
import { canonicalJson } from '@mixmodel/runtime';
import type { Objects } from '../../ports/objects.ts';
import { findingView } from '../../reading/finding-view.ts';
import type { FileView } from '../../reading/protocol.ts';
import { reading } from '../../reading/reading.ts';
import type { StoredFile } from './queries.ts';
import { loadFiles } from './storage.ts';

/** Reading stopped for what the file is, not for what happened to the program. */
const ofTheFile: ReadonlySet<string> = new Set(['reading_too_slow', 'reading_too_big']);

export interface Viewed {
  readonly files: readonly StoredFile[];
  readonly mapping: Mapping;
  readonly workspaceId: string;
}

/** The last few views: a page asks for the same one again and again. A wide file's is some hundred kilobytes. */
const lastViews = new Map<string, FileView>();
const mostViews = 16;

export async function readView(objects: Pick<Objects, 'get'>, viewed: Viewed): Promise<FileView> {
  const key = keyOf(viewed);
  const view = lastViews.get(key) ?? (await askFor(objects, viewed));
  // A view of what had to be stopped is not kept: the machine may have been busy.
  if (view.refusal.some(({ code }) => ofTheFile.has(code))) return view;
  lastViews.delete(key);
  lastViews.set(key, view);
  for (const oldest of [...lastViews.keys()].slice(0, -mostViews)) lastViews.delete(oldest);
  return view;
}

/** The database gives a mapping's keys back in an order of its own. */
const keyOf = ({ files, mapping }: Viewed): string =>
  canonicalJson([files.map(({ sha256, fileName }) => [sha256, fileName]), mapping]);

async function askFor(
  objects: Pick<Objects, 'get'>,
  { files, mapping, workspaceId }: Viewed,
): Promise<FileView> {
  try {
    const asked = async () => ({ files: await loadFiles(objects, files), mapping });
    return await reading.ask('view', asked, workspaceId);
  } catch (thrown) {
    if (!(thrown instanceof InputError) || !thrown.problems.some(({ code }) => ofTheFile.has(code)))
      throw thrown;
    const refusal = thrown.problems.map((problem) => ({ severity: 'error' as const, ...problem }));
    const findings = refusal.map((finding) => findingView(finding));
    return { table: null, columns: [], findings, grid: null, draft: null, refusal };
  }
}
