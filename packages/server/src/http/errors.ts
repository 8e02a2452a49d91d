// Codes explained: the address that `type` of every problem leads to.
import { entryOf, sentence } from '@mixmodel/contract';
import { z } from 'zod';
import { refuse } from '../refuse.ts';
import type { App } from './app.ts';

const errorSchema = z
  .object({
    code: z.string(),
    status: z.int(),
    severity: z.enum(['error', 'warning', 'suggestion', 'note']),
    example: z.string().meta({ description: 'The sentence of a typical case' }),
  })
  .meta({ id: 'ErrorCode' });

export function errorCodes(app: App): void {
  const schema = {
    tags: ['Installation'],
    summary: 'What a code means',
    params: z.object({ code: z.string() }),
    response: { 200: errorSchema },
  };
  app.get('/errors/:code', { config: { access: 'anyone' }, schema }, (request) => {
    const { code } = request.params;
    const entry = entryOf(code);
    if (entry === undefined) throw refuse('not_found', { facts: { what: 'code' } });
    const { status, severity, example } = entry;
    return { code, status, severity, example: sentence({ code, ...example }, 'screen') };
  });
}
