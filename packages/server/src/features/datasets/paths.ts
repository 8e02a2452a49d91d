// Where datasets are in the API, and what stands in their addresses.
import { z } from 'zod';

export const tags = ['Datasets'];
export const inWorkspace = z.object({ workspaceId: z.uuid() });
export const ofOne = inWorkspace.extend({ datasetId: z.uuid() });
export const all = '/workspaces/:workspaceId/datasets';
export const one = `${all}/:datasetId`;
