// Guessed roles to a plan, saying for every column that is left out why.
import type { ChannelDraft, Target } from '@mixmodel/engine';
import type { Column } from '../cells/column.ts';
import { error, type Finding, note, warning } from '../finding.ts';
import type { Table } from '../read/table.ts';
import { CHOSEN_REASON, type ColumnGuess, clause, type Role } from '../roles/guess.ts';
import { labelOf, stemOf } from '../roles/label.ts';
import { MOST_VALUES } from '../roles/reshape.ts';
import { tokensOf } from '../roles/tokens.ts';
import * as words from '../roles/words.ts';
import { judgeExposure } from './exposure.ts';
import type { Planned } from './plan.ts';
import { treatmentsOf } from './treatments.ts';

interface Known {
  readonly guess: ColumnGuess;
  readonly column: Column;
}

export function planFromGuesses(table: Table, guesses: readonly ColumnGuess[]): Planned {
  const byName = new Map(table.columns.map((column) => [column.header, column]));
  const known = guesses.flatMap((guess): Known[] => {
    const column = byName.get(guess.column);
    return column ? [{ guess, column }] : [];
  });
  const of = (...roles: Role[]) => known.filter(({ guess }) => roles.includes(guess.role));
  const channels = channelsOf(table, known);
  const regions = regionFindings(known);
  const treatments = treatmentsOf(
    of('treatment').map(({ column }) => column),
    channels.drafts.map(({ column, name = column }) => name),
  );
  const controls = of('control', 'event').map(({ guess, column }) => ({
    column: column.header,
    role: 'confounder' as const,
    // Events stand in a calendar: forecasts may use them.
    ...(guess.role === 'event' ? { knownAhead: true } : {}),
  }));
  const target = targetOf(of('target'), of('revenue_per_kpi'), of('spend'));
  const date = of('date')[0]?.column.header;
  return {
    plan: {
      columns: { ...(date === undefined ? {} : { date }), ...(target ? { target } : {}) },
      channels: channels.drafts,
      controls,
      ...(treatments.drafts.length > 0 ? { treatments: treatments.drafts } : {}),
    },
    findings: [
      ...missingRoles(table, of),
      ...kindAssumed(of('target'), target),
      ...regions.findings,
      ...channels.findings,
      ...treatments.findings,
      ...leftOut(
        known.filter(({ guess }) => !regions.columns.has(guess.column)),
        target,
      ),
      ...unsure(known),
    ],
    regions: regions.several,
  };
}

type Of = (...roles: Role[]) => Known[];

function missingRoles(table: Table, of: Of): Finding[] {
  const columns = table.columns.map((column) => column.header);
  const targets = of('target').map(({ column }) => column.header);
  const findings: Finding[] = [];
  if (of('date').length === 0) findings.push(error('no_date_column', {}, { columns }));
  if (targets.length === 0) findings.push(noTarget(table, of, columns));
  if (targets.length > 1) findings.push(error('two_targets', { column: targets[1] }, { columns: targets }));
  if (of('spend', 'organic').length === 0) findings.push(error('no_media_cols', {}, { columns }));
  return findings;
}

/** A long table without a KPI lacks a column; in any other one of the columns may be meant. */
function noTarget(table: Table, of: Of, columns: readonly string[]): Finding {
  const turned = table.findings.find(({ code }) => code === 'long_table_pivoted');
  const possible = of('control', 'outcome').some(
    ({ guess }) => guess.confidence === 'low' || guess.role === 'outcome',
  );
  return turned?.column !== undefined && !possible
    ? error('long_table_no_kpi', { column: turned.column })
    : error('no_target', {}, { columns });
}

function targetOf(
  targets: readonly Known[],
  worth: readonly Known[],
  spend: readonly Known[],
): Target | undefined {
  const [first] = targets;
  if (!first) return undefined;
  const currency = [first, ...spend].map(({ column }) => column.currency).find((code) => code !== undefined);
  const isMoney = first.guess.kind === 'money' && !first.guess.kindAssumed;
  const per = isMoney ? undefined : worth[0]?.column.header;
  return {
    column: first.column.header,
    kind: per !== undefined || first.guess.kind === 'units' ? 'units' : 'money',
    ...(currency === undefined ? {} : { currency }),
    ...(per === undefined ? {} : { revenuePerKpi: per }),
  };
}

/** What a unit of the KPI brings says already that the KPI is counted. */
function kindAssumed(targets: readonly Known[], target: Target | undefined): Finding[] {
  const [only, ...others] = targets;
  if (!only?.guess.kindAssumed || others.length > 0 || target?.revenuePerKpi !== undefined) return [];
  return [warning('kpi_kind_assumed', { column: only.column.header })];
}

function channelsOf(table: Table, known: readonly Known[]): { drafts: ChannelDraft[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const drafts = known.flatMap(({ guess, column }): ChannelDraft[] => {
    const name = guess.label ?? labelOf(column.header);
    if (guess.role === 'organic') {
      findings.push(...organicNotes(guess));
      return [{ column: column.header, name, organic: true }];
    }
    if (guess.role !== 'spend') return [];
    const beside = known.find(
      (other) => other.guess.role === 'exposure' && other.guess.spend === column.header,
    );
    const judged = beside ? judgeExposure(column, beside.column, table.rowNumbers) : undefined;
    if (judged) findings.push(judged.finding);
    const demandCaptured = isBrandSearch(column.header);
    if (demandCaptured) findings.push(note('demand_captured', { column: column.header }));
    return [
      {
        column: column.header,
        name,
        ...(judged?.used ? { exposure: beside?.column.header } : {}),
        ...(demandCaptured ? { demandCaptured } : {}),
      },
    ];
  });
  return { drafts, findings };
}

function organicNotes(guess: ColumnGuess): Finding[] {
  const tokens = tokensOf(guess.column);
  if (guess.confidence === 'low') return [warning('outcome_as_media', { column: guess.column })];
  if (tokens.some((t) => words.ORGANIC.has(t))) return [];
  return [note('exposure_without_spend', { column: guess.column })];
}

function isBrandSearch(header: string): boolean {
  const tokens = tokensOf(header);
  const brand = tokens.some((t) => words.BRAND.has(t)) && tokens.some((t) => words.SEARCH.has(t));
  return brand && !tokens.some((t) => t === 'non' || t === 'no' || t === 'generic' || t === 'nonbrand');
}

interface Regions {
  readonly several: boolean;
  /** Columns spoken of here. */
  readonly columns: ReadonlySet<string>;
  readonly findings: Finding[];
}

/** Several regions are refused: named as such, or a text that makes repeated dates unique. */
function regionFindings(known: readonly Known[]): Regions {
  const date = known.find(({ guess }) => guess.role === 'date')?.column;
  const texts = known.filter(
    ({ guess, column }) =>
      guess.role === 'geo' || (date && column.kind === 'text' && splitsDates(date, column)),
  );
  const findings = texts.map(({ column }) => {
    const values = [...new Set(column.texts)].filter((t) => t !== '');
    if (values.length <= 1)
      return note('one_geo_left_out', { column: column.header }, { value: values[0] ?? '' });
    if (namesChannels(column))
      return error(
        'too_many_channels',
        { column: column.header },
        { count: values.length, limit: MOST_VALUES },
      );
    const facts = { count: values.length, values: values.slice(0, VALUES_SHOWN) };
    return error('geo_not_supported', { column: column.header }, facts);
  });
  return {
    several: findings.some((f) => f.severity === 'error'),
    columns: new Set(texts.map(({ column }) => column.header)),
    findings: [...findings, ...populations(known)],
  };
}

const VALUES_SHOWN = 5;

const namesChannels = ({ header }: Column): boolean =>
  tokensOf(header).some((t) => words.CHANNEL_COLUMN.has(t));

function splitsDates(date: Column, text: Column): boolean {
  const days = new Set(date.values).size;
  const pairs = new Set(text.texts.map((value, row) => `${date.values[row]} ${value}`)).size;
  return days <= 0.5 * text.texts.length && pairs === text.texts.length && new Set(text.texts).size > 1;
}

function populations(known: readonly Known[]): Finding[] {
  return known
    .filter(({ guess }) => guess.role === 'population')
    .map(({ column }) => note('population_left_out', { column: column.header }));
}

function leftOut(known: readonly Known[], target: Target | undefined): Finding[] {
  const findings = known.flatMap(({ guess, column }): Finding[] => {
    const where = { column: guess.column };
    if (guess.role === 'outcome')
      return guess.kind
        ? [warning('other_target_left_out', where, { target: target?.column ?? '' })]
        : [note('outcome_left_out', where)];
    if (guess.role === 'revenue_per_kpi' && target && target.revenuePerKpi !== guess.column)
      return [note('column_left_out', where, { reason: `${target.column} is money already` })];
    // What the user left out needs no telling.
    if (guess.role !== 'ignore' || guess.reason === CHOSEN_REASON) return [];
    if (column.kind !== 'text') return [note('column_left_out', where, { reason: clause(guess.reason) })];
    if (namesChannels(column))
      return [
        note('column_left_out', where, { reason: 'it holds names, and there is one row for each date' }),
      ];
    const values = [...new Set(column.texts)].filter((t) => t !== '');
    return [
      note('text_column_left_out', where, { values: values.slice(0, VALUES_SHOWN), distinct: values.length }),
    ];
  });
  return [...findings, ...reachFindings(known)];
}

function reachFindings(known: readonly Known[]): Finding[] {
  const byChannel = new Map<string, string[]>();
  for (const { guess } of known) {
    if (guess.role !== 'reach' && guess.role !== 'frequency') continue;
    const stem = stemOf(guess.column);
    byChannel.set(stem, [...(byChannel.get(stem) ?? []), guess.column]);
  }
  return [...byChannel].map(([stem, columns]) => {
    const spend = known.find(({ guess }) => guess.role === 'spend' && stemOf(guess.column) === stem);
    const channel = spend?.guess.label ?? labelOf(columns[0] ?? stem);
    return note('reach_frequency_left_out', { column: columns[0] }, { columns, channel });
  });
}

function unsure(known: readonly Known[]): Finding[] {
  return known
    .filter(({ guess }) => guess.confidence === 'low' && guess.role === 'control')
    .map(({ guess }) => warning('unsure_role', { column: guess.column }));
}
