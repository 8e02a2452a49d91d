// What a page can say of a file before it is sent.
import { expect, test } from 'vitest';
import { fileProblem } from './file-problem.ts';

const megabyte = 1024 * 1024;
const file = (size: number) => ({ name: 'sales.csv', size });

test('a file of the largest size is sent, a larger one is not, with both sizes in the sentence', () => {
  expect(fileProblem([file(50 * megabyte)])).toBeNull();
  expect(fileProblem([file(60 * megabyte)])?.message).toMatch(/50 MB.*60 MB/);
});

test('an empty file and several files are told apart', () => {
  expect(fileProblem([file(0)])?.code).toBe('web.empty_file');
  expect(fileProblem([file(1), file(1)])?.code).toBe('web.several_files');
});
