// Results of a run where they belong: small ones in its row, large ones among the objects of the attempt that made them.
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { InsightsFile, ResultFile } from '@mixmodel/contract';
import { sha256 } from '@mixmodel/runtime';
import type { Objects } from '../../ports/objects.ts';
import { type AttemptPlace, resultsPrefix } from './objects.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** As JSON (CONTRACTS, "API"): a database is no place for large arrays. */
const mostBytesInRow = 200 * 1024;

export interface Results {
  readonly result: ResultFile;
  readonly insights: InsightsFile;
}

/** The columns of the run's row; what is too large for it is stored before they are. */
export async function storeResults(objects: Objects, place: AttemptPlace, { result, insights }: Results) {
  const [ofResult, ofInsights] = [bytesOf(result), bytesOf(insights)];
  const put = async (name: string, bytes: Buffer): Promise<string | null> => {
    if (bytes.length <= mostBytesInRow) return null;
    const key = `${resultsPrefix(place)}${name}.json.gz`;
    await objects.put(key, await pack(bytes));
    return key;
  };
  const resultKey = await put('result', ofResult);
  const insightsKey = await put('insights', ofInsights);
  return {
    result: resultKey === null ? result : null,
    insights: insightsKey === null ? insights : null,
    resultKey,
    insightsKey,
    resultsSha256: sha256(Buffer.concat([ofResult, ofInsights])),
  };
}

function bytesOf(value: object): Buffer {
  return Buffer.from(JSON.stringify(value), 'utf8');
}

export interface StoredResults {
  readonly result: ResultFile | null;
  readonly insights: InsightsFile | null;
  readonly resultKey: string | null;
  readonly insightsKey: string | null;
}

/** Undefined where there are none; throws when what the row names is not where it was stored. */
export async function loadResults(objects: Objects, stored: StoredResults): Promise<Results | undefined> {
  const result = stored.result ?? (await read<ResultFile>(objects, stored.resultKey));
  const insights = stored.insights ?? (await read<InsightsFile>(objects, stored.insightsKey));
  return result && insights ? { result, insights } : undefined;
}

async function read<File>(objects: Objects, key: string | null): Promise<File | undefined> {
  if (key === null) return undefined;
  const bytes = await objects.get(key);
  if (!bytes) throw new Error(`the results at ${key} are not where they were stored`);
  return JSON.parse((await unpack(bytes)).toString('utf8')) as File;
}
