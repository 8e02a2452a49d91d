// Whatever the server or what stands between answers, a page gets a sentence.
import { expect, test } from 'vitest';
import { ApiProblem, mayPass, offline, problemFrom, sentenceOf } from './problem.ts';

const details = {
  type: '/docs/reference/errors#email_taken',
  title: 'Conflict',
  status: 409,
  code: 'email_taken',
  detail: 'An account with the address anna@example.com exists.',
  requestId: 'r1',
  faults: [{ code: 'email_taken', path: 'email', sentence: 'An account with this address exists.' }],
};

test('problem details become a problem with code, sentence and faults', () => {
  const problem = problemFrom(409, JSON.stringify(details));
  expect(problem).toBeInstanceOf(ApiProblem);
  expect(problem).toMatchObject({
    status: 409,
    code: 'email_taken',
    message: details.detail,
    faults: details.faults,
    requestId: 'r1',
  });
});

test.each(['<html>502 Bad Gateway</html>', '', 'null', '{"error":"x"}', '{"code":7,"detail":"x"}'])(
  'an answer that is no problem details becomes a sentence that says so: %s',
  (body) => {
    const problem = problemFrom(502, body);
    expect(problem.code).toBe('web.unreadable_answer');
    expect(problem.message).toContain('HTTP 502');
  },
);

test('only what may pass is worth asking again', () => {
  expect([0, 429, 500, 503].map((status) => mayPass(problemFrom(status, '')))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([400, 401, 404, 409].some((status) => mayPass(problemFrom(status, '')))).toBe(false);
  expect(mayPass(offline())).toBe(true);
  expect(mayPass(new Error('x'))).toBe(false);
});

test('an error of the page’s own is told without its stack', () => {
  expect(sentenceOf(new TypeError('x is not a function'))).not.toContain('x is not');
});
