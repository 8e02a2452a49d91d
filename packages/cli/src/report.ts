// `mixmodel report`: a stored result as Markdown, CSV, JSON or Excel, the same bytes a server exports.
import { backtestSchema, insightsSchema, resultSchema } from '@mixmodel/contract';
import { InputError } from '@mixmodel/engine';
import { absence, type ExportFormat, exported, exportFormats, type TableName } from '@mixmodel/report';
import type { Given } from './arguments.ts';
import { checkWritable, readText, writeWhole } from './files.ts';
import { notConverged } from './fit.ts';
import type { Streams } from './terminal.ts';

export async function report(file: string, flags: Given, { out }: Streams): Promise<number> {
  const target = typeof flags.out === 'string' ? flags.out : undefined;
  const named = (flag: string) => (typeof flags[flag] === 'string' ? flags[flag] : undefined);
  const [insightsName, backtestName] = [named('insights'), named('backtest')];
  const format = formatAsked(flags, target);
  if (format === 'xlsx' && !target) throw problem('workbook_printed', {});
  const inputs = [file, insightsName, backtestName].filter((name) => name !== undefined);
  if (target) await checkWritable('--out', target, inputs);
  const result = await read(file, resultSchema, { wanted: 'a result file', command: 'fit', flag: '--out' });
  const insights = insightsName
    ? await read(insightsName, insightsSchema, {
        wanted: 'an insights file',
        command: 'fit',
        flag: '--insights-out',
      })
    : undefined;
  const backtest = backtestName
    ? await read(backtestName, backtestSchema, {
        wanted: 'a backtest file',
        command: 'backtest',
        flag: '--out',
      })
    : undefined;
  const table = flags.table as TableName | undefined;
  const bytes = await exported({ result, insights, backtest }, { format, table });
  if (!bytes) throw absent(String(table));
  if (target) await writeWhole(target, bytes);
  else out.write(Buffer.from(bytes).toString('utf8'));
  return result.convergence.passed ? 0 : notConverged;
}

function formatAsked({ format }: Given, target: string | undefined): ExportFormat {
  const ending = target && /\.([a-z]+)$/i.exec(target)?.[1]?.toLowerCase();
  return exportFormats.find((one) => one === (format ?? ending)) ?? 'md';
}

const remedies = {
  model: 'Ask for another table',
  insights: 'Add --insights INSIGHTS.json, which `mixmodel fit DATA --insights-out` writes',
  backtest: 'Add --backtest BACKTEST.json, which `mixmodel backtest DATA --out` writes',
} as const;

function absent(table: string): InputError {
  const { of, why } = absence(table);
  return problem('table_absent', { table, why, remedy: remedies[of] });
}

interface Schema<File> {
  safeParse(value: unknown): { readonly success: true; readonly data: File } | { readonly success: false };
}

async function read<File>(
  file: string,
  schema: Schema<File>,
  about: { readonly wanted: string; readonly command: string; readonly flag: string },
): Promise<File> {
  const text = await readText(file);
  const unreadable = (reason: string) => problem('result_unreadable', { file, reason, ...about });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unreadable('it is not valid JSON');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw unreadable('it has not the keys of one');
  return parsed.data;
}

function problem(code: string, facts: Record<string, string>): InputError {
  return new InputError([{ code, path: '', facts }]);
}
