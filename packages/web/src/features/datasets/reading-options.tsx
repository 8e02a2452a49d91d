// How the file was read, and the ways to read it differently: sheet, separator, decimal sign, order of dates, encoding.
import type { DatasetView, Mapping } from '@mixmodel/contract';
import { Field, Select } from '../../ui/field.tsx';
import { counted } from '../../ui/written.ts';
import { changed } from './mapping.ts';
import type { MappingEdits } from './use-mapping-edits.ts';

const delimiters: readonly (readonly [string, string])[] = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
];

/** `, 104 rows, 11 columns, comma separated` */
export function readingText({ table, columns, mapping }: DatasetView): string {
  if (!table) return ' could not be read as a table';
  const delimiter = delimiters.find(([sign]) => sign === table.delimiter)?.[1];
  return [
    '',
    counted(table.rows, 'row'),
    counted(columns.length, 'column'),
    ...(delimiter ? [`${delimiter} separated`] : []),
    ...(table.sheet ? [`sheet “${table.sheet}”`] : []),
    ...(mapping.decimal ? [`decimal ${mapping.decimal === '.' ? 'point' : 'comma'}`] : []),
    ...(mapping.dateOrder ? [dateOrders.find(([key]) => key === mapping.dateOrder)?.[1] ?? ''] : []),
  ].join(', ');
}

const dateOrders: readonly (readonly [string, string])[] = [
  ['dmy', 'day first (31/12/2025)'],
  ['mdy', 'month first (12/31/2025)'],
  ['ymd', 'year first (2025-12-31)'],
];

const encodings: readonly (readonly [string, string])[] = [
  ['utf-8', 'UTF-8'],
  ['windows-1252', 'Western European (Windows-1252)'],
  ['utf-16le', 'UTF-16'],
];

interface ReadingOptionsProps {
  readonly view: DatasetView;
  readonly edits: MappingEdits;
}

type Option = 'sheet' | 'delimiter' | 'decimal' | 'dateOrder' | 'encoding';

export function ReadingOptions({ view, edits }: ReadingOptionsProps) {
  const { table } = view;
  const choose = (change: Mapping) => edits.change((mapping) => changed(mapping, change));
  const isText = table?.kind !== 'excel';
  const sheets = table?.sheets ?? [];
  const fields: {
    key: Option;
    label: string;
    options: readonly (readonly [string, string])[];
    guess: string;
  }[] = [
    ...(sheets.length > 1
      ? [
          {
            key: 'sheet' as const,
            label: 'Sheet',
            options: sheets.map((sheet) => [sheet, sheet] as const),
            guess: table?.sheet ? `As guessed: ${table.sheet}` : 'As guessed',
          },
        ]
      : []),
    ...(isText
      ? [{ key: 'delimiter' as const, label: 'Separator', options: delimiters, guess: 'As guessed' }]
      : []),
    {
      key: 'decimal',
      label: 'Decimal sign',
      options: [
        ['.', 'point (1,234.5)'],
        [',', 'comma (1.234,5)'],
      ],
      guess: 'As guessed',
    },
    { key: 'dateOrder', label: 'Dates', options: dateOrders, guess: 'As guessed' },
    ...(isText
      ? [{ key: 'encoding' as const, label: 'Characters', options: encodings, guess: 'As guessed' }]
      : []),
  ];
  return (
    <details className="mt-2 text-13">
      <summary className="link w-fit">Read the file differently</summary>
      <div className="mt-3 flex flex-wrap gap-x-6 gap-y-3 rounded bg-bg2 p-4">
        {fields.map(({ key, label, options, guess }) => (
          <Field key={key} label={label} className="w-52 max-sm:w-full">
            {(control) => (
              <Select
                {...control}
                value={edits.mapping[key] ?? ''}
                onChange={({ target: { value } }) => choose({ [key]: value === '' ? undefined : value })}
              >
                <option value="">{guess}</option>
                {options.map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
      </div>
    </details>
  );
}
