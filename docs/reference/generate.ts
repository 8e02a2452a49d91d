// `npm run docs`: writes the pages of this folder from the programs themselves.
import { writeFileSync } from 'node:fs';
import { referencePages } from '@mixmodel/cli';
import { configurationPage } from './configuration.ts';

for (const [name, text] of Object.entries({ ...referencePages(), 'configuration.md': configurationPage() })) {
  writeFileSync(new URL(name, import.meta.url), text);
}
