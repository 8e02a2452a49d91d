// Saying no to a caller: a code of the catalogue and the facts of its sentence, without knowing how it is sent.
import { InputError, type Problem } from '@mixmodel/engine';

/** `throw refuse('not_found', { facts: { … } })`: the catalogue gives status and sentence. */
export function refuse(code: string, about: Partial<Omit<Problem, 'code'>> = {}): InputError {
  return new InputError([{ path: '', ...about, code }]);
}

/** What systems call a disk without room, a quota that is used up, PostgreSQL's `disk_full`. */
const fullCodes = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** Whether that is why, however many errors stand around it. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && fullCodes.has(String(error.code))) return true;
  return error.cause !== error && isDiskFull(error.cause);
}
