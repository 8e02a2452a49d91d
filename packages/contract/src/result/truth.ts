// Schema of the truth file (`mixmodel simulate --truth`): what is true of a simulated data set.
import type { SpecDraft, Truth } from '@mixmodel/engine';
import * as z from 'zod';
import type { Same } from '../same.ts';
import { specDraftSchema } from '../spec/spec.ts';

export const truthSchema = z.strictObject({
  schemaVersion: z.literal(1),
  seed: z.int().min(0),
  weeks: z.int().min(1),
  channels: z.array(
    z.strictObject({
      column: z.string(),
      name: z.string(),
      spend: z.number(),
      contribution: z.number(),
      roas: z.number(),
      roasOfSpend: z.number(),
      marginalRoas: z.number(),
      alpha: z.number().nullable(),
      shapes: z.array(z.number()),
    }),
  ),
  totalMedia: z.number(),
  baseline: z.number(),
  sigma: z.number(),
  spec: specDraftSchema,
});

export type TruthFile = z.infer<typeof truthSchema>;

const drift: Same<TruthFile, Truth & { schemaVersion: 1; seed: number; weeks: number; spec: SpecDraft }> =
  true;
void drift;
