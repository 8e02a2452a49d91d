// Findings are read gravest first, counted in words, and shown where their rows are.
import type { FindingView } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { findingsHead, gravestOf, inOrder, spansAround } from './findings.ts';

const finding = (severity: FindingView['severity'], code: string, columns: string[] = []): FindingView => ({
  code,
  severity,
  columns,
  title: code,
  sentence: code,
  rows: [],
  fixes: [],
});

describe('the list', () => {
  const found = [
    finding('note', 'n'),
    finding('warning', 'w1', ['tv']),
    finding('error', 'e', ['price']),
    finding('suggestion', 's', ['radio']),
    finding('warning', 'w2', ['price']),
  ];

  test('goes errors, warnings, suggestions, notes, in each as the server has them', () => {
    expect(inOrder(found).map(({ code }) => code)).toEqual(['e', 'w1', 'w2', 's', 'n']);
  });

  test('has a head that says how many and how many to solve', () => {
    expect(findingsHead([])).toBe('No findings');
    expect(findingsHead(found.slice(0, 1))).toBe('1 finding');
    expect(findingsHead(found)).toBe('5 findings, 1 to solve');
  });

  test('gives each column its gravest finding, and none for a suggestion', () => {
    expect(gravestOf('price', found)?.code).toBe('e');
    expect(gravestOf('tv', found)?.code).toBe('w1');
    expect(gravestOf('radio', found)).toBeUndefined();
  });
});

describe('places of rows', () => {
  test('each row has its neighbours, and neighbours that touch are one place', () => {
    expect(spansAround([41, 42], 3)).toEqual([{ from: 38, to: 45 }]);
    expect(spansAround([10, 30], 3)).toEqual([
      { from: 7, to: 13 },
      { from: 27, to: 33 },
    ]);
    expect(spansAround([10, 17], 3)).toEqual([{ from: 7, to: 20 }]);
  });

  test('a place never begins before the first row, in whatever order the rows come', () => {
    expect(spansAround([9, 2], 1)).toEqual([
      { from: 1, to: 3 },
      { from: 8, to: 10 },
    ]);
  });
});
