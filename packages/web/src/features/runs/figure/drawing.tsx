// A chart on the page: as wide as there is room, and read by pointer and arrow keys in the same box.
import { type Chart, cssPalette, type Reading } from '@mixmodel/report/charts';
import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react';
import { afterKey, besidePointer, inWords } from './keys.ts';
import { placeOf } from './reading-place.ts';
import { useWidth } from './use-width.ts';

interface At {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

export function Drawing({ chart }: { chart: Chart }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const [at, setAt] = useState<At | null>(null);
  const drawn = useMemo(
    () =>
      width === null || width === 0
        ? null
        : chart.draw({ width, palette: cssPalette, ...(at && { focus: at.index }) }),
    [chart, width, at],
  );
  // A chart before it is measured keeps about the room it will take.
  if (width === null || width === 0) return <div ref={ref} style={{ height: chart.height(600) }} />;
  return (
    <div
      ref={ref}
      className="relative print:[&>svg]:h-auto print:[&>svg]:max-w-full"
      style={{ minHeight: chart.height(width) }}
    >
      {drawn}
      {chart.reading && <Reader chart={chart} width={width} at={at} onRead={setAt} />}
    </div>
  );
}

interface ReaderProps {
  chart: Chart;
  width: number;
  at: At | null;
  onRead: (at: At | null) => void;
}

/** A slider over the drawing: arrow keys move it, and screen readers speak its value as they do. */
function Reader({ chart, width, at, onRead }: ReaderProps) {
  const readings = chart.reading;
  if (!readings || readings.count === 0) return null;
  const last = readings.count - 1;
  // A chart that changed under the reader may have fewer readings.
  const index = at === null ? null : Math.min(at.index, last);
  const reading = index === null ? null : readings.at(index);
  const byKey = (event: KeyboardEvent) => {
    const next = afterKey(event.key, index, readings.count);
    if (next === undefined) return;
    event.preventDefault();
    onRead(next === null ? null : { index: next, ...placeOf(readings, next, width, chart.height(width)) });
  };
  const byPointer = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    onRead({ index: readings.nearest(x, width, y), x, y });
  };
  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        aria-label={`Read the chart, arrow keys move: ${chart.title || chart.description}`}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={index ?? 0}
        aria-valuetext={reading ? inWords(reading) : 'Not reading yet'}
        className="absolute inset-0 touch-pan-y print:hidden"
        onKeyDown={byKey}
        onPointerMove={byPointer}
        onPointerDown={byPointer}
        onPointerLeave={() => onRead(null)}
        onBlur={() => onRead(null)}
      />
      {reading && at && <ReadingBox reading={reading} at={at} width={width} />}
    </>
  );
}

/** Room for a name, a value and its interval on one line. */
const boxWidth = 272;

function ReadingBox({ reading, at, width }: { reading: Reading; at: At; width: number }) {
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute top-0 z-10 rounded border border-border bg-bg px-3 py-2 text-12 shadow-float tabular-nums print:hidden"
      style={{ left: besidePointer(at.x, boxWidth, width), width: boxWidth }}
    >
      <p className="font-semibold">{reading.head}</p>
      <dl className="mt-1 grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
        {reading.lines.map((line) => (
          <div key={line.label} className="contents">
            <dt className="flex items-center gap-1.5 text-muted">
              {line.colour && (
                <span className="size-2 shrink-0 rounded-[2px]" style={{ background: line.colour }} />
              )}
              <span className="break-words">{line.label}</span>
            </dt>
            <dd className="text-right">{line.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
