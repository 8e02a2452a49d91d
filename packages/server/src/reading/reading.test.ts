// The reading thread: files are read off the event loop, and a thread that is lost takes one call with it at most.
import { InputError } from '@mixmodel/engine';
import { describe, expect, test } from 'vitest';
import { csv } from '../../fixtures/weekly.ts';
import { readingThread } from './reading.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (text = csv(), fileName = 'sales.csv') => ({
  files: [{ bytes: bytes(text), fileName }],
  mapping: {},
});

const codeOf = async (call: Promise<unknown>): Promise<string | undefined> => {
  const thrown = await call.catch((error: unknown) => error);
  return thrown instanceof InputError ? thrown.problems[0]?.code : String(thrown);
};

/** A thread that does `doing` with each request; `kind` and `reply` are at hand. */
const threadThat = (doing: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ kind, asked }) => {
      const reply = (answer) => parentPort.postMessage({ kind: 'answered', answer });
      ${doing}
    });`)}`,
  );

const limits = { seconds: 60, memoryMb: 64, waiting: 3, waitingOfOne: 2 };

describe('the reading thread', () => {
  const reading = readingThread();

  test('answers as data does: a view, rows, and what a model is made of', async () => {
    const view = await reading.ask('view', file());
    expect(view.table).toMatchObject({ kind: 'csv', rows: 104 });
    expect(view.grid).toEqual({ period: 'week', periods: 104, from: '2022-01-03', to: '2023-12-31' });
    const rows = await reading.ask('rows', { ...file(), span: { from: 3, count: 1 } });
    expect(rows.rows).toEqual([{ row: 3, cells: csv().split('\n')[2]?.split(',') }]);
    const prepared = await reading.ask('prepare', file());
    expect(prepared.data?.columns.get('revenue')).toHaveLength(104);
    expect(prepared.draft?.columns.target).toEqual({ column: 'revenue', kind: 'money' });
    expect(prepared.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('does not touch the bytes it is given', async () => {
    const mine = file();
    await reading.ask('view', mine);
    expect(mine.files[0]?.bytes).toEqual(bytes(csv()));
  });

  test('lets a draft win over the mapping', async () => {
    const draft = {
      columns: { date: 'week', target: { column: 'revenue', kind: 'money' as const } },
      channels: [{ column: 'tv_spend' }],
    };
    const prepared = await reading.ask('prepare', { ...file(), draft });
    expect([...(prepared.data?.columns.keys() ?? [])]).toEqual(['revenue', 'tv_spend']);
    const missing = { ...draft, channels: [{ column: 'tv_spnd' }] };
    const { data, findings } = await reading.ask('prepare', { ...file(), draft: missing });
    expect([data, findings[0]?.code]).toEqual([undefined, 'missing_columns']);
  });

  test('leaves the event loop to others while it reads', async () => {
    let turns = 0;
    const count = setInterval(() => turns++, 1);
    const date = (row: number) => new Date(row * 86_400_000).toISOString().slice(0, 10);
    const long = Array.from({ length: 100_000 }, (_, row) => `${date(row % 20_000)},${row},${row % 7}`);
    await reading.ask('view', file(`date,revenue,tv_spend\n${long.join('\n')}`));
    clearInterval(count);
    expect(turns).toBeGreaterThan(10);
  });

  test('refuses rows of what holds none, by its code', async () => {
    expect(await codeOf(reading.ask('rows', { ...file(''), span: { count: 5 } }))).toBe('empty_file');
  });
});

describe('a thread that is lost', () => {
  test('by ending itself fails its call, and the next call has a new one', async () => {
    const reading = readingThread(limits, threadThat(`if (kind === 'rows') process.exit(1); reply(kind);`));
    const [lost, next] = [
      reading.ask('rows', { ...file(), span: { count: 1 } }),
      reading.ask('view', file()),
    ];
    expect(await codeOf(lost)).toBe('reading_stopped');
    expect(await next).toBe('view');
  });

  test('by an error is a fault of the program, not of the file', async () => {
    const reading = readingThread(limits, threadThat(`throw new Error('a defect');`));
    expect(await codeOf(reading.ask('view', file()))).toContain('a defect');
  });

  test('by taking too long is stopped, and the file is told so', async () => {
    const slow = threadThat(`if (kind === 'view') for (;;) {} reply(kind);`);
    const reading = readingThread({ ...limits, seconds: 0.2 }, slow);
    const [lost, next] = [reading.ask('view', file()), reading.ask('sample', {})];
    expect(await codeOf(lost)).toBe('reading_too_slow');
    // The second thread has the same short time to start and to answer.
    expect(['sample', 'reading_too_slow']).toContain(await next.catch(() => 'reading_too_slow'));
  });

  test('by taking too much memory is stopped, and the file is told so', async () => {
    const reading = readingThread(
      { ...limits, memoryMb: 16 },
      threadThat('const held = []; for (;;) held.push(new Array(1000).fill({ kind }));'),
    );
    expect(await codeOf(reading.ask('view', file()))).toBe('reading_too_big');
  });
});

describe('what waits for the thread', () => {
  const slow = (): ReturnType<typeof readingThread> =>
    readingThread(limits, threadThat(`setTimeout(() => reply(asked.files?.[0].fileName ?? kind), 50);`));
  const told = async (call: Promise<unknown>) => {
    const thrown = await call.catch((error: unknown) => error);
    return thrown instanceof InputError ? thrown.problems[0] : thrown;
  };

  test('is two of one workspace and three in all; who comes after that is told so at once', async () => {
    const reading = slow();
    const by = (who?: string) => told(reading.ask('sample', {}, who));
    // One is at work; those after it wait.
    const calls = ['a', 'a', 'a', 'a', 'b', 'c', undefined].map(by);
    const busy = (most: number, of: string) => ({ code: 'reading_busy', path: '', facts: { most, of } });
    expect(await Promise.all(calls)).toEqual([
      'sample',
      'sample',
      'sample',
      busy(2, 'workspace'),
      'sample',
      busy(3, 'server'),
      'sample',
    ]);
    expect(await by('a')).toBe('sample');
  });

  test('holds no file: it is fetched when the turn comes, and one that cannot be fetched stops no other', async () => {
    const reading = slow();
    const fetched: string[] = [];
    const ask = (name: string) => {
      const turn = async () => {
        fetched.push(name);
        if (name === 'lost') throw new Error('the file is gone');
        return file('', name);
      };
      return told(reading.ask('view', turn));
    };
    const calls = ['first', 'lost', 'last'].map(ask);
    // The first is at work for fifty milliseconds; a turn of the event loop is less.
    await new Promise(setImmediate);
    expect(fetched).toEqual(['first']);
    expect(await Promise.all(calls)).toEqual(['first', new Error('the file is gone'), 'last']);
    expect(fetched).toEqual(['first', 'lost', 'last']);
  });
});
