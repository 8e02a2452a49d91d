// Schemas of the spec: `specSchema` for the complete one that is stored, `specDraftSchema` for what a person writes.
import type { Spec, SpecDraft } from '@mixmodel/engine';
import * as z from 'zod';
import type { Same } from '../same.ts';
import * as part from './parts.ts';
import { adstockDraftSchema, saturationDraftSchema } from './transforms.ts';

export const specSchema = z
  .strictObject({
    version: z.literal(1),
    preset: part.preset,
    columns: part.columnsSchema,
    channels: z.array(part.channelSchema).min(1),
    baseline: part.baselineSchema,
    controls: z.array(part.controlSchema),
    treatments: z.array(part.treatmentSchema).optional(),
    likelihood: part.likelihoodSchema,
    holdout: part.holdoutSchema.optional(),
    liftTests: z.array(part.liftTestSchema).optional(),
    scales: part.scalesSchema.optional(),
    fromData: part.fromDataSchema.optional(),
  })
  .meta({
    id: 'Spec',
    title: 'MixModel spec, complete',
    description: 'The model that is fitted: every default written out.',
  });

const channelDraftSchema = part.channelSchema
  .omit({ adstock: true, saturation: true, size: true })
  .partial()
  .required({ column: true })
  .extend({
    adstock: adstockDraftSchema.optional(),
    saturation: saturationDraftSchema.optional(),
    size: part.sizeDraftSchema.optional(),
  })
  .meta({ id: 'ChannelDraft' });

const treatmentDraftSchema = part.treatmentSchema
  .partial()
  .required({ column: true })
  .meta({ id: 'TreatmentDraft' });

const controlDraftSchema = part.controlSchema
  .partial()
  .required({ column: true })
  .meta({ id: 'ControlDraft' });

export const specDraftSchema = z
  .strictObject({
    version: z.literal(1).optional(),
    preset: part.preset.optional(),
    columns: part.columnsSchema,
    channels: z.array(channelDraftSchema).min(1),
    baseline: part.baselineDraftSchema.optional(),
    controls: z.array(controlDraftSchema).optional(),
    treatments: z.array(treatmentDraftSchema).optional(),
    likelihood: part.likelihoodSchema.partial().meta({ id: 'LikelihoodDraft' }).optional(),
    holdout: part.holdoutSchema.optional(),
    liftTests: z.array(part.liftTestDraftSchema).optional(),
    scales: part.scalesSchema.optional(),
    fromData: part.fromDataSchema.optional(),
  })
  .meta({
    id: 'SpecDraft',
    title: 'MixModel spec',
    description:
      'The model a person asks for; every key but the columns has a default. Dates, spend and KPI are read from the columns named here.',
  });

const complete: Same<z.infer<typeof specSchema>, Spec> = true;
const draft: Same<z.infer<typeof specDraftSchema>, SpecDraft> = true;
void [complete, draft];
