// Every table of the database. A row is the truth; queue and events only carry it (DESIGN §3).
export * from './schema/accounts.ts';
export * from './schema/letters.ts';
export * from './schema/work.ts';
export * from './schema/workspaces.ts';
