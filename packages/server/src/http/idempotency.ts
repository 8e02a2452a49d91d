// The header that makes a repeated request find what the first one made.
import { z } from 'zod';

export const idempotencyMeaning =
  'The same key again answers with what was made the first time, instead of making another';

export const idempotencyHeaders = z.looseObject({
  'idempotency-key': z.string().min(1).max(200).optional().meta({ description: idempotencyMeaning }),
});
