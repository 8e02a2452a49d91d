// Answers and refusals of a server, read by the client.
import { describe, expect, test } from 'vitest';
import { apiClient } from './client.ts';
import { answerOf, Refusal } from './refusal.ts';

const problem = {
  type: 'about:blank',
  title: 'Not there',
  status: 404,
  code: 'not_found',
  detail: 'There is no such run.',
};

function asked(status: number, body: string, type = 'application/problem+json') {
  const sent: Request[] = [];
  const client = apiClient({
    url: 'https://mixmodel.test',
    token: 'mm_key',
    fetch: async (request) => {
      sent.push(request);
      return new Response(body, { status, headers: { 'content-type': type } });
    },
  });
  const path = { workspaceId: 'w', runId: 'r' };
  const answer = answerOf(client.GET('/api/v1/workspaces/{workspaceId}/runs/{runId}', { params: { path } }));
  return { answer, sent };
}

describe('a request', () => {
  test('goes to its address with the token', async () => {
    const { answer, sent } = asked(200, '{"name":"Run 1"}', 'application/json');
    expect(await answer).toEqual({ name: 'Run 1' });
    expect(sent[0]?.url).toBe('https://mixmodel.test/api/v1/workspaces/w/runs/r');
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer mm_key');
  });

  test('that is refused throws the sentence and the code of the server', async () => {
    const error = await asked(404, JSON.stringify(problem)).answer.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Refusal);
    expect(error).toMatchObject({ message: problem.detail, code: 'not_found', status: 404, problem });
  });

  test.each([
    ['<html>Bad gateway</html>', 'text/html'],
    ['', 'text/plain'],
    ['{"message":"no"}', 'application/json'],
  ])('that is refused by something else still throws a sentence: %s', async (body, type) => {
    await expect(asked(502, body, type).answer).rejects.toMatchObject({
      status: 502,
      code: 'unreadable_answer',
      message: 'The request was refused with HTTP 502 and no reason.',
    });
  });
});
