// The glossary holds one sentence a term, and the reports' words are in it.
import { expect, test } from 'vitest';
import { glossary } from './glossary.ts';

test('every term has one sentence', () => {
  for (const [term, meaning] of Object.entries(glossary)) {
    expect(`${term}: ${meaning}`).toMatch(/^[^.]+: [A-Z].+\.$/);
    expect(meaning.slice(0, -1)).not.toMatch(/\. /);
  }
});

test('the words of a report are explained', () => {
  for (const word of ['ROAS', '94 % interval', 'R-hat', 'Break-even', 'Total media share']) {
    expect(Object.keys(glossary)).toContain(word);
  }
});
