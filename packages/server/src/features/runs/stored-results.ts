// Results of a run where they belong: small ones in its row, large ones among the objects of the attempt that made them.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { BacktestFile, InsightsFile, ResultFile } from '@mixmodel/contract';
import type { Objects } from '../../ports/objects.ts';
import { refuse } from '../../refuse.ts';
import { type AttemptPlace, resultsPrefix } from './objects.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** As JSON (CONTRACTS, "API"): a database is no place for large arrays. */
const mostBytesInRow = 200 * 1024;

/** Both as JSON in UTF-8: they come from another thread, and go out, as they are. */
export interface ResultBytes {
  readonly result: Uint8Array;
  readonly insights: Uint8Array;
}

/** The columns of the run's row, and how many bytes were stored; what is too large for the row is stored before it is. */
export async function storeResults(
  objects: Objects,
  place: AttemptPlace,
  { result, insights, backtest }: ResultBytes & { readonly backtest?: BacktestFile },
) {
  let storedBytes = 0;
  const put = async (name: string, bytes: Uint8Array): Promise<string | null> => {
    if (bytes.length <= mostBytesInRow) return null;
    const key = `${resultsPrefix(place)}${name}.json.gz`;
    const packed = await pack(bytes);
    await objects.put(key, packed);
    storedBytes += packed.length;
    return key;
  };
  const resultKey = await put('result', result);
  const insightsKey = await put('insights', insights);
  const backtestBytes = backtest && Buffer.from(JSON.stringify(backtest), 'utf8');
  const backtestKey = backtestBytes ? await put('backtest', backtestBytes) : null;
  return {
    result: resultKey === null ? read<ResultFile>(result) : null,
    insights: insightsKey === null ? read<InsightsFile>(insights) : null,
    resultKey,
    insightsKey,
    backtestResult: backtest && backtestKey === null ? backtest : null,
    backtestKey,
    storedBytes,
    resultsSha256: createHash('sha256').update(result).update(insights).digest('hex'),
  };
}

function read<File>(bytes: Uint8Array): File {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as File;
}

export interface StoredResults {
  readonly result: ResultFile | null;
  readonly insights: InsightsFile | null;
  readonly resultKey: string | null;
  readonly insightsKey: string | null;
}

export interface ResultTexts {
  readonly result: string;
  readonly insights: string;
}

export interface Results {
  readonly result: ResultFile;
  readonly insights: InsightsFile;
}

/** As JSON, to be sent on unread. Undefined where there are none; refused when what the row names is not there. */
export async function loadTexts(objects: Objects, stored: StoredResults): Promise<ResultTexts | undefined> {
  const result = await textOf(objects, stored.result, stored.resultKey);
  const insights = await textOf(objects, stored.insights, stored.insightsKey);
  return result !== undefined && insights !== undefined ? { result, insights } : undefined;
}

/** Undefined where there are none; refused when what the row names is not where it was stored. */
export async function loadResults(objects: Objects, stored: StoredResults): Promise<Results | undefined> {
  const result = stored.result ?? parsed<ResultFile>(await storedText(objects, stored.resultKey));
  const insights = stored.insights ?? parsed<InsightsFile>(await storedText(objects, stored.insightsKey));
  return result && insights ? { result, insights } : undefined;
}

export interface StoredBacktest {
  readonly backtestResult: BacktestFile | null;
  readonly backtestKey: string | null;
}

/** Undefined where there is none. */
export async function loadBacktest(
  objects: Objects,
  { backtestResult, backtestKey }: StoredBacktest,
): Promise<BacktestFile | undefined> {
  return backtestResult ?? parsed<BacktestFile>(await storedText(objects, backtestKey));
}

async function textOf(objects: Objects, inRow: object | null, key: string | null) {
  return inRow === null ? storedText(objects, key) : JSON.stringify(inRow);
}

function parsed<File>(text: string | undefined): File | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as File);
}

async function storedText(objects: Objects, key: string | null): Promise<string | undefined> {
  if (key === null) return undefined;
  const bytes = await objects.get(key);
  if (!bytes) throw refuse('object_missing', { facts: { of: 'results' } });
  return (await unpack(bytes)).toString('utf8');
}
