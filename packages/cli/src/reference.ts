// The pages of docs/reference that are written from the program itself, by file name.
import {
  backtestJsonSchema,
  errorsPage,
  resultJsonSchema,
  rolesPage,
  specJsonSchema,
} from '@mixmodel/contract';
import { glossaryPage } from '@mixmodel/report';
import { cliPage } from './help.ts';

export function referencePages(): Readonly<Record<string, string>> {
  return {
    'backtest.schema.json': backtestJsonSchema(),
    'cli.md': cliPage(),
    'errors.md': errorsPage(),
    'glossary.md': glossaryPage(),
    'result.schema.json': resultJsonSchema(),
    'roles.md': rolesPage(),
    'spec.schema.json': specJsonSchema(),
  };
}
