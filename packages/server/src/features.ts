// Every feature of the server, in the order of its API pages.
import { accounts } from './features/accounts/routes.ts';
import { audit } from './features/audit/routes.ts';
import { datasets } from './features/datasets/routes.ts';
import { exports } from './features/exports/routes.ts';
import { insights } from './features/insights/routes.ts';
import { invitations } from './features/invitations/routes.ts';
import { keys } from './features/keys/routes.ts';
import { members } from './features/members/routes.ts';
import { runs } from './features/runs/routes.ts';
import { shares } from './features/shares/routes.ts';
import { usage } from './features/usage/routes.ts';
import { webhooks } from './features/webhooks/routes.ts';
import { workspaces } from './features/workspaces/routes.ts';
import type { Feature } from './http/app.ts';

export const features: readonly Feature[] = [
  accounts,
  workspaces,
  members,
  invitations,
  keys,
  audit,
  usage,
  datasets,
  runs,
  webhooks,
  insights,
  exports,
  shares,
];
