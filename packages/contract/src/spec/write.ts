// Writes a spec as a person would: JSON, or YAML with each prior on one line.
import type { Spec, SpecDraft } from '@mixmodel/engine';
import { Document, isMap, visit } from 'yaml';
import type { SpecFormat } from './read.ts';

/** Text that `parseSpec` reads back to the same spec, newline at the end. */
export function specText(spec: Spec | SpecDraft, format: SpecFormat): string {
  if (format === 'json') return `${JSON.stringify(spec, null, 2)}\n`;
  const document = new Document(spec, { aliasDuplicateObjects: false });
  visit(document, {
    Map(_, node) {
      if (node.items.every(({ value }) => !isMap(value)) && node.has('family') && !node.has('link'))
        node.flow = true;
    },
  });
  return document.toString({ lineWidth: 110 });
}
