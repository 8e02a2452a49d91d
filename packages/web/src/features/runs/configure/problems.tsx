// What is wrong with the model as a whole, above the fields; a press leads to the first field that can settle it.
import type { Fault } from '@mixmodel/contract';
import { Sentence } from '../../../ui/sentence.tsx';
import { elsewhere, samplingPlaces } from './faults.ts';
import { useForm } from './form.ts';

/** Places whose faults stand beside a field. */
const shown = ['baseline.trend', 'baseline.yearly.order', ...samplingPlaces];

export function OtherProblems() {
  const { faults, draft } = useForm();
  const others = elsewhere(faults, [
    ...shown,
    ...draft.channels.map((_, index) => `channels[${index}]`),
    ...(draft.controls ?? []).map((_, index) => `controls[${index}]`),
  ]);
  if (others.length === 0) return null;
  return (
    <div role="alert" className="mt-6 border-bad border-l-3 pl-3">
      <h2>What must be settled first</h2>
      <ul className="mt-1 grid gap-1">
        {told(others).map((sentence) => (
          <li key={sentence}>
            <Sentence text={sentence} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function told(faults: readonly Fault[]): string[] {
  return [...new Set(faults.map(({ sentence }) => sentence))];
}
