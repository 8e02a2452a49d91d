// A KPI that other columns give exactly is refused before anything is sampled.
import { expect, it } from 'vitest';
import { smallData } from '../../fixtures/small-model.ts';
import { InputError } from '../problem.ts';
import type { ModelData } from './data.ts';
import { expandSpec } from './expand.ts';
import type { SpecDraft } from './spec.ts';

const data = smallData();
const draft: SpecDraft = {
  columns: { date: 'week', target: { column: 'y', kind: 'money' } },
  channels: [{ column: 'tv' }, { column: 'radio' }],
  controls: [{ column: 'temperature' }],
};

function problems(kpi: (column: (name: string) => Float64Array, t: number) => number): unknown[] {
  const column = (name: string) => data.columns.get(name) as Float64Array;
  const columns = new Map(data.columns);
  columns.set(
    'y',
    Float64Array.from(data.dates, (_, t) => kpi(column, t)),
  );
  try {
    expandSpec(draft, { ...data, columns } as ModelData);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof InputError)) throw thrown;
    return thrown.problems.map(({ code, column: at, facts }) => [code, at, facts?.columns]);
  }
}

it('names the one column the KPI was computed from', () => {
  expect(problems((column, t) => 100 + 3 * column('temperature')[t])).toEqual([
    ['kpi_computed', 'y', ['temperature']],
  ]);
  expect(problems((column, t) => 100 + t + 2 * column('tv')[t])).toEqual([['kpi_computed', 'y', ['tv']]]);
});

it('names all of them where it takes several', () => {
  expect(problems((column, t) => 100 + column('tv')[t] + column('radio')[t])).toEqual([
    ['kpi_computed', 'y', ['temperature', 'tv', 'radio']],
  ]);
});

it('says so where the calendar alone is enough', () => {
  expect(problems((_, t) => 1000 + 3 * t)).toEqual([['kpi_without_chance', 'y', undefined]]);
});

it('lets pass what strays by more than a millionth', () => {
  expect(problems((column, t) => 100 + 3 * column('temperature')[t] + 1e-2 * ((t * 7919) % 13))).toEqual([]);
});
