// The JSON Schemas other programs may check against, made from the same schemas this one uses.
import * as z from 'zod';
import { backtestSchema } from './result/backtest.ts';
import { resultSchema } from './result/result.ts';
import { specDraftSchema } from './spec/spec.ts';

/** docs/reference/spec.schema.json */
export function specJsonSchema(): string {
  return text(specDraftSchema);
}

/** docs/reference/result.schema.json */
export function resultJsonSchema(): string {
  return text(resultSchema);
}

/** docs/reference/backtest.schema.json */
export function backtestJsonSchema(): string {
  return text(backtestSchema);
}

function text(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`;
}
