// The server's only door: start it, and the table of what can be set.
export { ConfigError, type ConfigurationRow, configurationTable } from './config.ts';
