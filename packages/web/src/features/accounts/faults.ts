// Puts a refusal's faults beside the fields they belong to; what belongs to no field stays for the form's head.
import type { FieldValues, Path, UseFormSetError } from 'react-hook-form';
import { ApiProblem, sentenceOf } from '../../api/problem.ts';

/** Marks the faulty fields, moves focus to the first of them, and gives the sentence for the rest, if any. */
export function showFaults<T extends FieldValues>(
  error: unknown,
  fields: readonly Path<T>[],
  setError: UseFormSetError<T>,
): string | null {
  if (!(error instanceof ApiProblem)) return sentenceOf(error);
  const mine = fields.flatMap((field) => {
    const fault = error.faults.find(({ path }) => path === field);
    return fault ? [{ field, sentence: fault.sentence }] : [];
  });
  for (const [index, { field, sentence }] of mine.entries()) {
    setError(field, { message: sentence }, { shouldFocus: index === 0 });
  }
  return mine.length === 0 ? error.message : null;
}
