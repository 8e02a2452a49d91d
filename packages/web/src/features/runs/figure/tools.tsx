// The two buttons of every figure: its table, and a menu to save it as a picture or as numbers.
import type { Chart } from '@mixmodel/report/charts';
import { useContext } from 'react';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { toast } from '../../../ui/toast.tsx';
import { FigureRights } from './rights.ts';
import { saveCsv, savePng, saveSvg } from './save.ts';

const button =
  'min-h-6 rounded-sm border border-transparent px-1.5 text-12 text-muted transition-colors duration-(--motion) hover:border-border hover:text-text data-[state=open]:border-border aria-pressed:border-border aria-pressed:text-text max-sm:min-h-10 max-sm:px-2';

interface ToolsProps {
  charts: readonly Chart[];
  /** What the buttons belong to, for who hears them one by one. */
  name: string;
  table: boolean;
  onTable: () => void;
}

export function Tools({ charts, name, table, onTable }: ToolsProps) {
  const { mayExport } = useContext(FigureRights);
  return (
    <div className="flex shrink-0 gap-1 print:hidden">
      <button type="button" className={button} aria-pressed={table} onClick={onTable}>
        Table<span className="sr-only"> of {name}</span>
      </button>
      {mayExport && <SaveMenu charts={charts} name={name} />}
    </div>
  );
}

const formats = [
  { label: 'Picture, PNG', save: (chart: Chart) => savePng(chart, 'light') },
  { label: 'Picture, PNG, dark', save: (chart: Chart) => savePng(chart, 'dark') },
  { label: 'Drawing, SVG', save: (chart: Chart) => saveSvg(chart, 'light') },
  { label: 'Drawing, SVG, dark', save: (chart: Chart) => saveSvg(chart, 'dark') },
  { label: 'Numbers, CSV', save: (chart: Chart) => saveCsv(chart) },
];

function SaveMenu({ charts, name }: Pick<ToolsProps, 'charts' | 'name'>) {
  const save = async (format: (typeof formats)[number]) => {
    try {
      for (const chart of charts) await format.save(chart);
    } catch {
      toast('The chart could not be saved as a picture. Save it as a drawing (SVG) instead.', 'bad');
    }
  };
  return (
    <Menu
      trigger={
        <button type="button" className={button}>
          Save<span className="sr-only"> {name}</span>
        </button>
      }
    >
      {formats.map((format) => (
        <MenuItem key={format.label} onSelect={() => void save(format)}>
          {format.label}
          {charts.length > 1 && <span className="text-muted">{charts.length} files</span>}
        </MenuItem>
      ))}
    </Menu>
  );
}
