// Saying no to a caller: a code of the catalogue and the facts of its sentence, without knowing how it is sent.
import { InputError, type Problem } from '@mixmodel/engine';

/** `throw refuse('not_found', { facts: { … } })`: the catalogue gives status and sentence. */
export function refuse(code: string, about: Partial<Omit<Problem, 'code'>> = {}): InputError {
  return new InputError([{ path: '', ...about, code }]);
}
