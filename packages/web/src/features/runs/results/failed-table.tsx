// What failed the convergence check: each quantity against what is asked, and what is not about one quantity.
import type { Check, NotConverged } from '@mixmodel/report';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Sentence } from '../../../ui/sentence.tsx';

/** More than these are one press away: the worst stand first. */
const most = 12;

export function FailedTable({ words }: { words: NotConverged }) {
  const [all, setAll] = useState(false);
  const { failedTitle, wanted, failed, others } = words;
  const rows = all ? failed : failed.slice(0, most);
  return (
    <section aria-labelledby="failed" className="mt-10 max-sm:mt-8">
      <h2 id="failed">{failedTitle.title}</h2>
      <p className="max-w-[92ch] text-13 text-muted">{failedTitle.subtitle}</p>
      {others.map((sentence) => (
        <p key={sentence} className="mt-2 max-w-[92ch] text-13">
          <Sentence text={sentence} />
        </p>
      ))}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        <section aria-label="Table of what failed" tabIndex={0} className="mt-2 max-w-190 overflow-x-auto">
          <table className="table-plain">
            <thead>
              <tr>
                <th scope="col">Quantity</th>
                <th scope="col" className="n">
                  R-hat, {wanted.rHat}
                </th>
                <th scope="col" className="n">
                  Bulk ESS, {wanted.essBulk}
                </th>
                <th scope="col" className="n">
                  Tail ESS, {wanted.essTail}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ quantity, label, rHat, essBulk, essTail }) => (
                <tr key={quantity}>
                  <td title={quantity} className="min-w-40">
                    {label}
                  </td>
                  <Cell check={rHat} />
                  <Cell check={essBulk} />
                  <Cell check={essTail} />
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {failed.length > most && !all && (
        <Button small className="mt-3" onClick={() => setAll(true)}>
          Show all {failed.length}
        </Button>
      )}
    </section>
  );
}

function Cell({ check }: { check: Check }) {
  return (
    <td className={`n ${check.fails ? 'text-bad' : ''}`}>{`${check.text}${check.fails ? ' fails' : ''}`}</td>
  );
}
