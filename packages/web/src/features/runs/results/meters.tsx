// How much of each return comes from the data and how much is assumed: one meter a channel under one scale.
import { measuredWord, metersTitle, type View } from '@mixmodel/report';
import { meterAxis, meterChart, type ChartTable as Table } from '@mixmodel/report/charts';
import { useId, useState } from 'react';
import { ChartTable } from '../figure/chart-table.tsx';
import { Drawing } from '../figure/drawing.tsx';
import { FigureHead } from '../figure/figure.tsx';
import { NumbersOnly } from '../figure/tools.tsx';
import { ChannelName, labelOf } from './channel-name.tsx';

const row =
  'grid items-center gap-x-6 gap-y-2 border-border border-b py-3 grid-cols-[128px_minmax(0,1fr)_144px] max-lg:grid-cols-[minmax(0,1fr)_auto]';

export function Meters({ view }: { view: View }) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const { title, subtitle } = metersTitle(view);
  const table = tableOf(view);
  return (
    <figure aria-labelledby={id} className="min-w-0">
      <FigureHead
        id={id}
        title={title}
        subtitle={subtitle}
        tools={
          <NumbersOnly
            name={title}
            id="information"
            table={table}
            shown={asTable}
            onTable={() => setAsTable(!asTable)}
          />
        }
      />
      {asTable ? (
        <ChartTable table={table} caption={title} />
      ) : (
        <div className="border-border border-t">
          <div aria-hidden="true" className={`${row} border-0! py-0! max-lg:hidden`}>
            <span />
            <Drawing chart={meterAxis()} />
          </div>
          <ul>
            {view.order.map((column) => (
              <Meter key={column} view={view} column={column} />
            ))}
          </ul>
        </div>
      )}
    </figure>
  );
}

function informationOf({ result }: View, column: string) {
  return result.channels.find(({ name }) => name === column)?.information ?? null;
}

function Meter({ view, column }: { view: View; column: string }) {
  const information = informationOf(view, column);
  const chart = meterChart(information);
  return (
    <li className={row}>
      <h3>
        <ChannelName view={view} column={column} />
      </h3>
      <div className="max-lg:order-3 max-lg:col-span-full">
        <Drawing chart={chart} />
      </div>
      <p className="font-semibold max-lg:text-right">
        {measuredWord({ information })}
        {information && (
          <span className="block text-12 font-normal text-muted tabular-nums">
            {Math.round(100 * Math.min(1, Math.max(0, information.shares.data)))} % data
          </span>
        )}
      </p>
    </li>
  );
}

function tableOf(view: View): Table {
  return {
    columns: [
      { label: 'Channel', numeric: false },
      { label: 'Verdict', numeric: false },
      { label: 'From the data', numeric: true },
      { label: 'From the prior on its size', numeric: true },
      { label: 'From the priors on its shape', numeric: true },
      { label: 'From other priors', numeric: true },
    ],
    rows: view.order.map((column) => {
      const information = informationOf(view, column);
      const { data, ownSize, ownShape, otherPriors } = information?.shares ?? {};
      const cell = (share: number | undefined) => share ?? '–';
      return [
        labelOf(view, column),
        measuredWord({ information }),
        cell(data),
        cell(ownSize),
        cell(ownShape),
        cell(otherPriors),
      ];
    }),
  };
}
