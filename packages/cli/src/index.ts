// The terminal program's only door: its reference page, which the documentation is written from.
export { cliPage } from './help.ts';
