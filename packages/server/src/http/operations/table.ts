// What is said of every operation of the API, and the name of a route in that table.
import { accountOperations } from './accounts.ts';
import { datasetOperations } from './datasets.ts';
import { installationOperations } from './installation.ts';
import type { Operations } from './operation.ts';
import { resultOperations } from './results.ts';
import { runOperations } from './runs.ts';
import { webhookOperations } from './webhooks.ts';
import { workspaceOperations } from './workspaces.ts';

export const operations: Operations = {
  ...installationOperations,
  ...accountOperations,
  ...workspaceOperations,
  ...datasetOperations,
  ...runOperations,
  ...resultOperations,
  ...webhookOperations,
};
