// Excel bytes to rows of cells, read in a worker thread that is stopped when it takes too long or too much.
import { Worker } from 'node:worker_threads';
import { type Finding, note, refuse } from '../finding.ts';
import { contentOf, wrongType } from './content.ts';
import type { GridRow } from './grid.ts';
import { checkZip } from './zip.ts';

export interface Workbook {
  readonly rows: readonly GridRow[];
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly findings: readonly Finding[];
}

export interface WorkbookLimits {
  readonly seconds: number;
  readonly memoryMb: number;
  readonly rows: number;
  readonly columns: number;
}

type Answer =
  | { readonly kind: 'encrypted'; readonly detail: string }
  | { readonly kind: 'damaged'; readonly detail: string }
  | { readonly kind: 'no_sheet'; readonly sheets: readonly string[] }
  | {
      readonly kind: 'read';
      readonly sheet: string;
      readonly sheets: readonly string[];
      readonly rows: readonly GridRow[];
      readonly width: number;
    };

/** The same relative place from `src/read` and from `dist/read`. */
const ENTRY = new URL('../../worker/read-workbook.mjs', import.meta.url);

export async function readWorkbook(
  bytes: Uint8Array,
  options: { readonly sheet?: string; readonly fileName?: string },
  limits: WorkbookLimits,
): Promise<Workbook> {
  if (contentOf(bytes, options.fileName) === 'xlsx') await checkParts(bytes, options.fileName);
  const answer = await askWorker(bytes, options.sheet, limits);
  if (answer.kind === 'encrypted') throw refuse('workbook_encrypted');
  if (answer.kind === 'damaged') throw damaged(answer.detail);
  if (answer.kind === 'no_sheet')
    throw refuse('sheet_not_found', {}, { sheet: options.sheet ?? '', sheets: answer.sheets });
  if (answer.width > limits.columns) throw refuse('too_many_columns', {}, { limit: limits.columns });
  if (answer.rows.length === 0)
    throw refuse('sheet_empty', {}, { sheet: answer.sheet, sheets: answer.sheets });
  const others = answer.sheets.filter((name) => name !== answer.sheet);
  const unasked = options.sheet === undefined && others.length > 0;
  const findings = unasked ? [note('several_sheets', {}, { sheet: answer.sheet, sheets: others })] : [];
  return { rows: answer.rows, sheet: answer.sheet, sheets: answer.sheets, findings };
}

/** The reader's own words mean nothing to the user: they stay with the error as its cause. */
function damaged(cause: string): Error {
  const refused = refuse('workbook_damaged', {}, { detail: 'its content is not that of a workbook' });
  refused.cause = cause;
  return refused;
}

async function checkParts(bytes: Uint8Array, fileName?: string): Promise<void> {
  const parts = await checkZip(bytes);
  if (parts.some((part) => /^xl\/workbook\./.test(part))) return;
  const document = parts.some((part) => part.startsWith('word/') || part.startsWith('ppt/'));
  const open = parts.includes('content.xml');
  throw wrongType(
    document ? 'an Office document without a worksheet' : open ? 'an OpenDocument file' : 'a zip archive',
    fileName,
  );
}

async function askWorker(
  bytes: Uint8Array,
  sheet: string | undefined,
  limits: WorkbookLimits,
): Promise<Answer> {
  const worker = new Worker(ENTRY, {
    workerData: { bytes, sheet, maxRows: limits.rows, maxColumns: limits.columns },
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const tooSlow = () => reject(refuse('workbook_too_slow', {}, { seconds: limits.seconds }));
      timer = setTimeout(tooSlow, limits.seconds * 1000);
      worker.once('message', resolve);
      worker.once('error', (thrown) => reject(workerFailure(thrown, limits)));
      worker.once('exit', () => reject(workerFailure(undefined, limits)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** Out of memory is the file's fault and said so; anything else is ours and thrown as it is. */
function workerFailure(thrown: unknown, limits: WorkbookLimits): unknown {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return refuse('workbook_too_big', {}, { limitMb: limits.memoryMb });
  return thrown ?? new Error('the workbook reader stopped without an answer');
}
