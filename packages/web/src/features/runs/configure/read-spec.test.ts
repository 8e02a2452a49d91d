// A pasted model: JSON or YAML, alone or inside a result file, and what is said when it is neither.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSpec } from './read-spec.ts';

const draft = {
  columns: { date: 'week', target: { column: 'revenue', kind: 'money' } },
  channels: [{ column: 'tv' }],
};

test('a draft is read as JSON and as YAML', () => {
  expect(readSpec(JSON.stringify(draft))).toEqual({ ok: true, draft });
  const yaml =
    'columns: { date: week, target: { column: revenue, kind: money } }\nchannels:\n  - column: tv\n';
  expect(readSpec(yaml)).toEqual({ ok: true, draft });
});

test('a result file gives its spec', () => {
  const path = new URL('../../../../../report/fixtures/sample.json', import.meta.url);
  const text = readFileSync(path, 'utf8');
  expect(readSpec(text)).toEqual({ ok: true, draft: JSON.parse(text).spec });
});

test('what is wrong is a sentence', () => {
  const said = (text: string) => {
    const read = readSpec(text);
    return read.ok ? [] : read.sentences;
  };
  expect(said('{ broken')[0]).toContain('not valid JSON');
  expect(said(JSON.stringify({ ...draft, chanels: [] }))[0]).toContain('channels');
  expect(said('')).toHaveLength(1);
});
