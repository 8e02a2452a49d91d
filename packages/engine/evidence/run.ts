// `npm run evidence`: does what is missing of each study on two cores, then writes docs/method/evidence from all there is.
//
//   npm run evidence -- [--only words] [--n most steps a study] [--minutes most] [--workers 2] [--report]
import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeEvidence } from './publish.ts';
import { storedSteps, storeStep } from './store.ts';
import { type Study, studies } from './studies.ts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    n: { type: 'string', default: 'Infinity' },
    minutes: { type: 'string', default: 'Infinity' },
    workers: { type: 'string', default: '2' },
    report: { type: 'boolean', default: false },
  },
});

interface Task {
  readonly study: Study;
  readonly step: number;
}

/** Missing steps, all studies' first before anyone's second: a run that is cut leaves them equally long. */
function missing(): Task[] {
  const tasks = studies()
    .filter(({ name }) => name.includes(options.only))
    .flatMap((study) => {
      const stored = storedSteps(study);
      const wanted = Number(options.n) === Number.POSITIVE_INFINITY ? study.steps : Number(options.n);
      return Array.from({ length: wanted }, (_, step): Task => ({ study, step })).filter(
        ({ step }) => !stored.has(step),
      );
    });
  return tasks.sort((a, b) => a.step - b.step);
}

async function work(tasks: readonly Task[]): Promise<void> {
  const ends = Date.now() + Number(options.minutes) * 60_000;
  const byName = new Map(tasks.map(({ study }) => [study.name, study]));
  let next = 0;
  let done = 0;
  const one = () =>
    new Promise<void>((finish, fail) => {
      const child = fork(resolve(import.meta.dirname, 'worker.ts'));
      const give = () => {
        const task = Date.now() < ends ? tasks[next++] : undefined;
        if (task) child.send({ study: task.study.name, step: task.step });
        else child.disconnect();
      };
      child.on('message', ({ study, step, made }: { study: string; step: number; made: unknown }) => {
        storeStep(byName.get(study) as Study, step, made);
        done++;
        if (done % 100 === 0) console.log(`${done} of ${tasks.length} steps`);
        give();
      });
      child.on('exit', (code) => (code ? fail(new Error(`a worker ended with ${code}`)) : finish()));
      give();
    });
  await Promise.all(Array.from({ length: Number(options.workers) }, one));
}

const tasks = options.report ? [] : missing();
console.log(`${tasks.length} steps to do`);
if (tasks.length > 0) await work(tasks);
writeEvidence();
