// The terminal program's only door: its reference pages, which the documentation is written from.
export { referencePages } from './reference.ts';
