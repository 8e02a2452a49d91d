// A process that does steps as it is told: { study, step } in, { study, step, made } out.
import { studies } from './studies.ts';

const byName = new Map(studies().map((study) => [study.name, study]));

process.on('message', ({ study, step }: { study: string; step: number }) => {
  const made = byName.get(study)?.step(step);
  process.send?.({ study, step, made });
});
process.on('disconnect', () => process.exit());
