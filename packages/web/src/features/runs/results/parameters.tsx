// Every sampled and reported quantity: prior against posterior, summary and diagnostics, sorted as one likes.
import type { ResultFile } from '@mixmodel/contract';
import { estimateText, parameterMeaning, parametersTitle, type View } from '@mixmodel/report';
import { densitySpark } from '@mixmodel/report/charts';
import { type KeyboardEvent, memo, useCallback, useMemo, useState } from 'react';
import { classes } from '../../../ui/classes.ts';
import { Drawing } from '../figure/drawing.tsx';
import { FigureHead } from '../figure/figure.tsx';
import { aboutChannel, inOrder } from './quantity-order.ts';
import { nextOrder, type Order, sorted } from './sort.ts';

type Parameter = ResultFile['parameters'][number];
type Column = 'name' | 'mean' | 'sd' | 'low' | 'high' | 'rHat' | 'essBulk' | 'essTail';

const columns: readonly (readonly [Column, string])[] = [
  ['mean', 'Mean'],
  ['sd', 'sd'],
  ['low', '94 %: low'],
  ['high', '94 %: high'],
  ['rHat', 'R-hat'],
  ['essBulk', 'Bulk ESS'],
  ['essTail', 'Tail ESS'],
];

interface ParametersProps {
  view: View;
  /** Only the quantities of this channel; null for all. */
  channel: string | null;
  chosen: string | undefined;
  onChoose: (name: string) => void;
}

export function Parameters({ view, channel, chosen, onChoose }: ParametersProps) {
  const [order, setOrder] = useState<Order<Column> | null>(null);
  const rows = useMemo(
    () => sorted(channel === null ? inOrder(view) : aboutChannel(inOrder(view), channel), order, statisticOf),
    [view, channel, order],
  );
  const { title, subtitle } = parametersTitle(view);
  const sort = (key: Column) => setOrder(nextOrder(order, key));
  return (
    <section aria-labelledby="parameters" className="mt-8">
      <FigureHead id="parameters" title={title} subtitle={subtitle} />
      <section
        aria-label="Table of all quantities"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[70dvh] overflow-auto print:max-h-none"
      >
        <table className="table-plain [&_th]:z-1">
          <thead>
            <tr>
              <Head column="name" order={order} onSort={sort}>
                Quantity
              </Head>
              <th scope="col">Meaning</th>
              <th scope="col">Prior and posterior</th>
              {columns.map(([key, name]) => (
                <Head key={key} column={key} order={order} onSort={sort} numeric>
                  {name}
                </Head>
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={byArrows}>
            {rows.map((parameter) => (
              <Row
                key={parameter.name}
                view={view}
                parameter={parameter}
                chosen={parameter.name === chosen}
                onChoose={onChoose}
              />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function statisticOf(parameter: Parameter, key: Column): number | string | null {
  if (key === 'low') return parameter.hdi94[0];
  if (key === 'high') return parameter.hdi94[1];
  return parameter[key];
}

/** Up and down go from row to row, as in any list. */
function byArrows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = document.activeElement?.closest('tr');
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const button = next?.querySelector('button');
  if (!button) return;
  event.preventDefault();
  button.focus();
}

interface HeadProps {
  column: Column;
  order: Order<Column> | null;
  onSort: (column: Column) => void;
  numeric?: boolean;
  children: string;
}

function Head({ column, order, onSort, numeric = false, children }: HeadProps) {
  const down = order?.key === column ? order.down : null;
  return (
    <th
      scope="col"
      className={numeric ? 'n' : undefined}
      aria-sort={down === null ? 'none' : down ? 'descending' : 'ascending'}
    >
      <button
        type="button"
        className={classes(
          '-my-1 py-1 whitespace-nowrap hover:text-text',
          down !== null && 'font-semibold text-text',
        )}
        onClick={() => onSort(column)}
      >
        {children}
        <span aria-hidden="true">{down === null ? '' : down ? ' ↓' : ' ↑'}</span>
      </button>
    </th>
  );
}

interface RowProps {
  view: View;
  parameter: Parameter;
  chosen: boolean;
  onChoose: (name: string) => void;
}

/** Kept from drawing again while other rows are chosen: a table may have hundreds. */
const Row = memo(function Row({ view, parameter, chosen, onChoose }: RowProps) {
  const { name, rHat, essBulk, essTail } = parameter;
  const choose = useCallback(() => onChoose(name), [onChoose, name]);
  const text = useMemo(() => estimateText(parameter, parameter.mcseMean), [parameter]);
  // On the scale and with the digits of the mean beside it.
  const sd = useMemo(
    () => estimateText({ ...parameter, mean: parameter.sd }, parameter.mcseMean).mean,
    [parameter],
  );
  const density = view.insights.densities.find((one) => one.name === name);
  const spark = useMemo(() => density && densitySpark(density), [density]);
  return (
    <tr className={classes('cursor-pointer hover:[&_td]:bg-bg2', chosen && '[&_td]:bg-bg2')} onClick={choose}>
      <td className={classes('pl-2!', chosen && 'shadow-[inset_2px_0_0_var(--accent)]')}>
        <button
          type="button"
          aria-pressed={chosen}
          className="rounded-sm text-left font-mono text-12 whitespace-nowrap"
        >
          {name}
        </button>
      </td>
      <td className="whitespace-nowrap text-muted">{parameterMeaning(name, view.result)}</td>
      <td>
        {spark && (
          <div className="w-32">
            <Drawing chart={spark} />
          </div>
        )}
      </td>
      <td className="n">{text.mean}</td>
      <td className="n">{sd}</td>
      <td className="n">{text.low}</td>
      <td className="n">{text.high}</td>
      <td className="n">{rHat === null ? 'none' : rHat.toFixed(3)}</td>
      <td className="n">{essText(essBulk)}</td>
      <td className="n">{essText(essTail)}</td>
    </tr>
  );
});

function essText(value: number | null): string {
  return value === null ? 'none' : Math.floor(value).toLocaleString('en-US');
}
