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

/** A schema that has a name would stand among its own parts: it is the file, and comes first. */
function text(schema: z.ZodType): string {
  const { $schema, $ref, $defs: parts = {} } = z.toJSONSchema(schema);
  const name = $ref?.split('/').at(-1) ?? '';
  const { [name]: own, ...$defs } = parts;
  return `${JSON.stringify({ $schema, ...own, $defs }, null, 2)}\n`;
}
