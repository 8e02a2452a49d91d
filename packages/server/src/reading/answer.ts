// Requests to the reading thread, each by the package that knows: data reads, the engine simulates and expands.
import type { Mapping } from '@mixmodel/contract';
import {
  compareTables,
  csvOf,
  type Prepared,
  type PrepareOptions,
  prepare,
  prepareWithSpec,
  readRows,
  templateFile,
} from '@mixmodel/data';
import { sample } from '@mixmodel/engine';
import { describeFile } from './describe.ts';
import { hashOfFiles } from './hash.ts';
import { planOf } from './plan.ts';
import type { Answer, Asked, Kind, MappedFiles, Readings, Request } from './protocol.ts';

type Answering = { readonly [K in Kind]: (asked: Asked<K>) => Promise<Readings[K]['answer']> };

const answers: Answering = {
  async view(file) {
    return describeFile(await prepared(file), file.mapping);
  },
  rows: ({ span, ...file }) => {
    const { roles } = file.mapping;
    return readRows(file.files, { ...optionsOf(file), ...(roles && { roles }) }, span);
  },
  async prepare(file) {
    const { data, draft, findings } = await prepared(file);
    return { ...(data && { data }), ...(draft && { draft }), findings, sha256: hashOfFiles(file.files) };
  },
  async plan({ sampling, backtest, threads, ...file }) {
    const read = await prepared(file);
    const { draft, findings } = read;
    const sha256 = hashOfFiles(file.files);
    return { ...(draft && { draft }), ...planOf(read, { sampling, backtest, threads }), findings, sha256 };
  },
  async compare({ before, after }) {
    const [old, now] = [await prepared(before), await prepared(after)];
    const found =
      old.table && now.table
        ? compareTables({ ...old, table: old.table }, { ...now, table: now.table })
        : undefined;
    return found ? { found } : {};
  },
  async template({ kind }) {
    const { data, draft } = sample();
    return { bytes: await templateFile(kind, data, draft.columns.date) };
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

type WithDraft = MappedFiles & Pick<Asked<'prepare'>, 'draft'>;

async function prepared({ draft, ...file }: WithDraft): Promise<Prepared> {
  const options = optionsOf(file);
  if (draft) return prepareWithSpec(file.files, draft, options);
  return inCurrency(await prepare(file.files, { ...options, ...rolesOf(file.mapping) }), file.mapping);
}

function optionsOf({ mapping }: MappedFiles): PrepareOptions {
  const { roles: _roles, kpi: _kpi, currency: _currency, weeks, ...reading } = mapping;
  return { ...reading, ...(weeks !== undefined && { weeks: weeks as PrepareOptions['weeks'] }) };
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
