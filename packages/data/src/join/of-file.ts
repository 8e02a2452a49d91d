// Findings of one file among several: their rows are those of that file, and they say so.
import type { Finding } from '../finding.ts';

/** The same finding, told of `fileName`. */
export const ofFile =
  (fileName: string) =>
  (found: Finding): Finding => ({ ...found, facts: { ...found.facts, ofFile: fileName } });
