// The reference page of codes, written from the catalogue so that it cannot be out of date.
import { chapters, sentence } from './catalogue.ts';
import { convergenceCodes, convergenceSentence } from './convergence.ts';

/** docs/reference/errors.md */
export function errorsPage(): string {
  const sections = Object.entries(chapters).map(([title, chapter]) => {
    const rows = Object.entries(chapter).map(([code, entry]) => {
      const text = sentence({ code, ...entry.example });
      return `| \`${code}\` | ${entry.severity} | ${entry.status} | ${cell(text)} |`;
    });
    return [`## ${title}`, '', '| code | weight | status | example |', '|---|---|---|---|', ...rows, ''].join(
      '\n',
    );
  });
  return [
    '# Codes and their sentences',
    '',
    'Written by `npm run docs` from the catalogue in `packages/contract`. An *error* stops the work, a *warning* stands beside the result, a *suggestion* may be taken or left, a *note* says what was decided for you. The status is that of an HTTP answer.',
    '',
    ...sections,
    '## Convergence check',
    '',
    '| code | example |',
    '|---|---|',
    ...convergenceCodes.map((code) => `| \`${code}\` | ${cell(convergenceExample(code))} |`),
    '',
  ].join('\n');
}

const examples = {
  r_hat: ['saturation_lam[tv_spend]', 1.08, 1.01],
  ess_bulk: ['roas[tv_spend]', 230, 400],
  ess_tail: ['gamma_control[temperature]', 180, 400],
  e_bfmi: ['chain 2', 0.21, 0.3],
  divergences: ['all chains', 42, 0],
  tree_depth: ['all chains', 12, 0],
  modes: ['all chains', 5.2, 2],
} as const;

function convergenceExample(code: (typeof convergenceCodes)[number]): string {
  const [quantity, value, threshold] = examples[code];
  return convergenceSentence({ code, quantity, value, threshold, severity: 'block' }, { tv_spend: 'TV' });
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
