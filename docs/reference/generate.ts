// `npm run docs`: writes the pages of this folder, and the client's types, from the programs themselves.
import { writeFileSync } from 'node:fs';
import { referencePages } from '@mixmodel/cli';
import { apiDocument, apiPage, clientTypes } from './api.ts';
import { configurationPage } from './configuration.ts';

const api = await apiDocument();
const pages = {
  ...referencePages(),
  'configuration.md': configurationPage(),
  'openapi.json': apiPage(api),
  '../../packages/client/src/api.ts': await clientTypes(api),
};
for (const [name, text] of Object.entries(pages)) writeFileSync(new URL(name, import.meta.url), text);
