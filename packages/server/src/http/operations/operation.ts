// What the description of the API says of an operation beside its schemas.
import type { chapters } from '@mixmodel/contract';

export interface Operation {
  /** In place of the name that follows from method and path (`operation-id.ts`), where that reads badly. */
  readonly id?: string;
  /** To a programmer who has not used it: what it does, what to know before, what to do after. */
  readonly says: string;
  /** Codes it may refuse with beyond those that follow from who may ask and what it takes (`refusals.ts`). */
  readonly refuses?: readonly string[];
  /** Chapters of the catalogue whose errors may be among the faults. */
  readonly chapters?: readonly (keyof typeof chapters)[];
}

/** By method and path, written as in `testing/route-table.ts`: `~` stands for `/workspaces/:workspaceId`. */
export type Operations = Readonly<Record<string, Operation>>;
