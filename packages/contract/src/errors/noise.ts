// Sentences for what a spec asks of the noise and its data cannot give.
import { type Catalogue, error, fact, list, listFact, type Told } from './entry.ts';

export const noiseErrors = {
  unknown_noise: error(
    (p) =>
      `Spec: likelihood ${fact(p, 'key')} \`${fact(p, 'got')}\` is not known. Choose ${list(listFact(p, 'choices'), 'or')}.`,
    { path: 'likelihood.family', facts: { key: 'family', got: 'cauchy', choices: ['normal', 'student_t'] } },
  ),
  student_t_with_ar1: error(
    () =>
      'Spec: AR(1) errors are offered for the normal family only; got `student_t` with `ar1`. Choose family normal, or errors independent.',
    { path: 'likelihood.errors' },
  ),
  student_t_with_log: error(
    () =>
      'Spec: with `link: log` and Student-t noise the expected KPI would be infinite. Choose family normal, or link identity.',
    { path: 'likelihood.link' },
  ),
  prior_of_other_noise: error(
    (p) =>
      `Spec: \`likelihood.${fact(p, 'name')}\` is a prior of \`${fact(p, 'key')}: ${fact(p, 'value')}\`, which this spec does not ask for. Leave it out, or set \`likelihood.${fact(p, 'key')}\` to ${fact(p, 'value')}.`,
    { path: 'likelihood.nu', facts: { name: 'nu', key: 'family', value: 'student_t' } },
  ),
  noise_prior_outside: error(
    (p) =>
      `Spec: \`likelihood.${fact(p, 'name')}\` must lie ${fact(p, 'bounds')}; the ${fact(p, 'family')} prior leaves nothing there that can be computed with. Choose one whose middle lies inside.`,
    { path: 'likelihood.nu', facts: { name: 'nu', bounds: 'above 2', family: 'half_normal' } },
  ),
  ar1_missing_rows: error(
    (p) =>
      `Errors \`ar1\` need a KPI in every period from the first to the last; ${missing(p)}. Fill the KPI in, or choose errors independent.`,
    { path: 'likelihood.errors', column: 'sales', facts: { rows: ['12', '13'], count: 2 } },
  ),
  log_of_nothing: error(
    (p) =>
      `With \`link: log\` the KPI must be above 0 in every period; in \`${p.column ?? ''}\` it is not in ${rowsOf(p)}. Leave those KPI values empty if they are not known, or choose link identity.`,
    { path: 'likelihood.link', column: 'sales', facts: { rows: ['7'], count: 1 } },
  ),
  size_with_log: error(
    (p) =>
      `Channel \`${p.column ?? ''}\`: with \`link: log\` what a channel brings depends on all the others, so size \`${fact(p, 'got')}\` cannot be stated. Choose coefficient, or link identity.`,
    { path: 'channels[0].size.kind', column: 'tv', facts: { got: 'roi' } },
  ),
} satisfies Catalogue;

/** More row numbers than these say less than how many there are. */
const mostRows = 10;

function rowsOf(told: Told): string {
  const rows = listFact(told, 'rows');
  if (rows.length > mostRows) return `${rows.length} rows, the first of them ${rows[0] ?? ''}`;
  return `${rows.length === 1 ? 'row' : 'rows'} ${list(rows)}`;
}

function missing(told: Told): string {
  return `it is missing in ${rowsOf(told)} of \`${told.column ?? ''}\``;
}
