// How the API says no: problem details (RFC 9457) with a stable code, a sentence, and each fault in its place.
import * as z from 'zod';

export const faultSchema = z
  .object({
    code: z.string(),
    /** Where in the request: `channels[0].size`, `email`. */
    path: z.string(),
    sentence: z.string(),
    column: z.string().optional(),
    row: z.int().optional(),
  })
  .meta({ id: 'Fault' });

export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'Address of the page that explains the code' }),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().meta({ description: 'What was wanted, what was got, what to do' }),
    requestId: z.string(),
    faults: z.array(faultSchema).optional(),
  })
  .meta({ id: 'Problem' });

export type Fault = z.infer<typeof faultSchema>;
export type ProblemDetails = z.infer<typeof problemSchema>;
