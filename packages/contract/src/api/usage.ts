// How much of the disk a workspace takes.
import { z } from 'zod';

const bytes = z.int().min(0);

export const usageSchema = z
  .object({
    bytes: bytes.meta({
      description:
        'Of everything that is stored, also of what can be restored. `storage_full` may name less: what runs at work keep, what was deleted and is about to go, and notes beside uploads are not held against the workspace',
    }),
    datasets: bytes.meta({ description: 'Of the files that were uploaded' }),
    runs: bytes.meta({ description: 'Of draws and what is kept between them' }),
  })
  .meta({ id: 'Usage' });

export type Usage = z.infer<typeof usageSchema>;
