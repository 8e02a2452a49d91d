// The server's only door: starting it, and the table of what can be set.
export { ConfigError } from './config.ts';
export { type ConfigurationRow, configurationTable } from './configuration-table.ts';
export { type RunningServer, startServer } from './start.ts';
export { StartError } from './start-error.ts';
