// What an uploaded table looks like to the API: its columns with guessed and chosen roles, and what was found in it.
import * as z from 'zod';
import { specDraftSchema } from '../spec/spec.ts';

export const columnRoles = [
  'date',
  'target',
  'revenue_per_kpi',
  'spend',
  'exposure',
  'organic',
  'control',
  'treatment',
  'event',
  'geo',
  'population',
  'reach',
  'frequency',
  'outcome',
  'ignore',
] as const;

const columnRole = z.enum(columnRoles).meta({ id: 'ColumnRole' });

/** How one file is read; what is absent is found out. */
const readingOptions = {
  sheet: z.string().max(200).optional(),
  encoding: z.string().max(40).optional(),
  delimiter: z.string().max(4).optional(),
  decimal: z.enum(['.', ',']).optional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
};

/** The user's word on columns and on how the file is read; what is absent is guessed. */
export const mappingSchema = z
  .strictObject({
    roles: z.record(z.string(), columnRole).optional(),
    kpi: z.enum(['money', 'units']).optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'a currency code of three capital letters, such as EUR')
      .optional()
      .meta({ description: 'ISO 4217, of spend and of a KPI in money' }),
    ...readingOptions,
    files: z
      .record(z.string(), z.strictObject(readingOptions))
      .optional()
      .meta({ description: 'How single files of several are read, by name; wins over what is said of all' }),
    duplicates: z.literal('sum').optional(),
    weeks: z
      .int()
      .min(1)
      .max(7)
      .optional()
      .meta({ description: 'Daily data as weeks from this day, 1 = Monday' }),
    partial: z.literal('keep').optional(),
  })
  .meta({ id: 'Mapping' });

/** A change of the mapping that would settle a finding, as a button says it. */
export const fixSchema = z.object({ label: z.string(), change: mappingSchema }).meta({ id: 'Fix' });

export const findingSchema = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'suggestion', 'note']),
    title: z.string(),
    sentence: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.int()).meta({ description: 'As the user counts them, header = 1; the first hundred' }),
    fixes: z.array(fixSchema),
  })
  .meta({ id: 'Finding' });

export const columnViewSchema = z
  .object({
    name: z.string(),
    role: columnRole,
    chosen: z.boolean().meta({ description: 'The user said so' }),
    reason: z.string(),
    confidence: z.enum(['high', 'medium', 'low']),
    label: z.string().nullable(),
    spend: z.string().nullable().meta({ description: 'The spend column an exposure belongs to' }),
    kind: z.enum(['number', 'date', 'text', 'empty']),
    firstValues: z.array(z.string()),
    missing: z.int(),
    total: z.number().nullable(),
    /** At most 120 points, means of neighbouring rows where there are more. */
    sparkline: z.array(z.number().nullable()).nullable(),
  })
  .meta({ id: 'Column' });

const hash = z.string().meta({ description: 'SHA-256 of the exact bytes' });

/** One version of a dataset: a run points to the version it was fitted on. */
export const datasetSchema = z
  .object({
    id: z.uuid(),
    firstId: z.uuid().meta({ description: 'Of the first version: all versions of a dataset share it' }),
    version: z.int().meta({ description: 'Counts from 1' }),
    newest: z.boolean().meta({ description: 'No version follows this one' }),
    name: z.string(),
    fileName: z
      .string()
      .meta({ description: 'What it is downloaded as; a zip where there are several files' }),
    bytes: z.int(),
    sha256: z.string().meta({
      description:
        'Of the exact bytes of its file. Of several files, of their hashes in hexadecimal, each on a line: `sha256sum a.csv b.csv | cut -c1-64 | sha256sum`',
    }),
    files: z
      .array(z.object({ fileName: z.string(), bytes: z.int(), sha256: hash }))
      .meta({ description: 'As they were given, in that order' }),
    sample: z.boolean().meta({ description: 'Simulated, with a known truth' }),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    deletedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Dataset' });

export const datasetChangeSchema = z
  .strictObject({ name: z.string().trim().min(1).max(200) })
  .meta({ id: 'DatasetChange' });

/** Newest first: a dataset has few versions, so there are no pages. */
export const versionsSchema = z.object({ items: z.array(datasetSchema) }).meta({ id: 'Versions' });

const dates = z.object({
  count: z.int(),
  first: z.array(z.iso.date()).meta({ description: 'The earliest, at most 20' }),
});

/** What changed from one version to another, row by date. */
export const datasetChangesSchema = z
  .object({
    from: z.int().meta({ description: 'Version before' }),
    to: z.int().meta({ description: 'Version after' }),
    rows: z.object({ added: dates, removed: dates, changed: dates, same: z.int() }),
    columns: z.object({
      added: z.array(z.string()),
      removed: z.array(z.string()),
      renamed: z
        .array(z.object({ from: z.string(), to: z.string() }))
        .meta({ description: 'A guess: the only two columns that hold the same in every row of both' }),
    }),
    cells: z.object({
      changed: z.int(),
      first: z
        .array(z.object({ date: z.iso.date(), column: z.string(), before: z.string(), after: z.string() }))
        .meta({ description: 'At most 50' }),
    }),
  })
  .meta({ id: 'DatasetChanges' });

export const datasetPageSchema = z
  .object({
    items: z.array(datasetSchema),
    next: z.string().nullable().meta({ description: 'Hand back as `cursor`; null at the end' }),
  })
  .meta({ id: 'DatasetPage' });

export const datasetViewSchema = z
  .object({
    dataset: datasetSchema,
    mapping: mappingSchema,
    table: z
      .object({
        kind: z.enum(['csv', 'excel', 'joined']),
        delimiter: z.string().nullable(),
        encoding: z.string().nullable(),
        sheet: z.string().nullable(),
        sheets: z.array(z.string()),
        rows: z.int(),
      })
      .nullable()
      .meta({ description: 'Null when the file could not be read as a table' }),
    columns: z.array(columnViewSchema),
    findings: z.array(findingSchema).meta({ description: 'The gravest first, at most 500' }),
    /** The regular grid of periods that will be fitted; null while something blocks. */
    grid: z
      .object({
        period: z.enum(['day', 'week', 'month']),
        periods: z.int(),
        from: z.iso.date(),
        to: z.iso.date(),
      })
      .nullable(),
    draft: specDraftSchema.nullable(),
  })
  .meta({ id: 'DatasetView' });

/** Rows as they stand in the file. */
export const rowsSchema = z
  .object({
    columns: z.array(z.string()),
    rows: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
    of: z.int().meta({ description: 'Rows in the table' }),
  })
  .meta({ id: 'Rows' });

export type ColumnRole = (typeof columnRoles)[number];
export type Mapping = z.infer<typeof mappingSchema>;
export type Fix = z.infer<typeof fixSchema>;
export type FindingView = z.infer<typeof findingSchema>;
export type ColumnView = z.infer<typeof columnViewSchema>;
export type DatasetChanges = z.infer<typeof datasetChangesSchema>;
export type DatasetPage = z.infer<typeof datasetPageSchema>;
export type DatasetSummary = z.infer<typeof datasetSchema>;
export type DatasetView = z.infer<typeof datasetViewSchema>;
export type RowsView = z.infer<typeof rowsSchema>;
