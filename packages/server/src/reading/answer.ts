// Requests to the reading thread, each by the package that knows: data reads, the engine simulates and expands.
import { createHash } from 'node:crypto';
import type { Mapping } from '@mixmodel/contract';
import {
  csvOf,
  type Prepared,
  type PrepareOptions,
  prepare,
  prepareWithSpec,
  readRows,
} from '@mixmodel/data';
import { sample } from '@mixmodel/engine';
import { describeFile } from './describe.ts';
import { planOf } from './plan.ts';
import type { Answer, Asked, Kind, MappedFile, Readings, Request } from './protocol.ts';

type Answering = { readonly [K in Kind]: (asked: Asked<K>) => Promise<Readings[K]['answer']> };

const answers: Answering = {
  async view(file) {
    return describeFile(await prepared(file), file.mapping);
  },
  rows: ({ span, ...file }) => readRows(file.bytes, optionsOf(file), span),
  async prepare(file) {
    const { data, draft, findings } = await prepared(file);
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    return { ...(data && { data }), ...(draft && { draft }), findings, sha256 };
  },
  async plan({ sampling, threads, ...file }) {
    const read = await prepared(file);
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const { draft, findings } = read;
    return { ...(draft && { draft }), ...planOf(read, { sampling, threads }), findings, sha256 };
  },
  async sample() {
    const { data, draft } = sample();
    const bytes = new TextEncoder().encode(csvOf(data, draft.columns.date));
    const { currency } = draft.columns.target;
    return { bytes, ...(currency !== undefined && { currency }) };
  },
};

export function answer<K extends Kind>({ kind, asked }: Request<K>): Promise<Answer<K>> {
  return answers[kind](asked);
}

type WithDraft = MappedFile & Pick<Asked<'prepare'>, 'draft'>;

async function prepared({ draft, ...file }: WithDraft): Promise<Prepared> {
  const options = optionsOf(file);
  if (draft) return prepareWithSpec(file.bytes, draft, options);
  return inCurrency(await prepare(file.bytes, { ...options, ...rolesOf(file.mapping) }), file.mapping);
}

function optionsOf({ fileName, mapping }: MappedFile): PrepareOptions {
  const { roles: _roles, kpi: _kpi, currency: _currency, weeks, ...reading } = mapping;
  return { ...reading, ...(weeks !== undefined && { weeks: weeks as PrepareOptions['weeks'] }), fileName };
}

function rolesOf({ roles, kpi }: Mapping): PrepareOptions {
  return { ...(roles && { roles }), ...(kpi && { kpi }) };
}

/** The data seldom say their currency; the user may. */
function inCurrency(read: Prepared, { currency }: Mapping): Prepared {
  if (!read.draft || currency === undefined) return read;
  const { columns } = read.draft;
  return {
    ...read,
    draft: { ...read.draft, columns: { ...columns, target: { ...columns.target, currency } } },
  };
}
