// `npm run docs`: writes the pages of this folder from the program itself.
import { writeFileSync } from 'node:fs';
import { referencePages } from '@mixmodel/cli';

for (const [name, text] of Object.entries(referencePages())) {
  writeFileSync(new URL(name, import.meta.url), text);
}
