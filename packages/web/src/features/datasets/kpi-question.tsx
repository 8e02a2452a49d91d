// What the target is counted in and in which currency: asked here once, because no later number makes sense without it.
import type { DatasetView } from '@mixmodel/contract';
import { Field, Select } from '../../ui/field.tsx';
import { changed } from './mapping.ts';
import type { MappingEdits } from './use-mapping-edits.ts';

interface KpiQuestionProps {
  readonly view: DatasetView;
  readonly edits: MappingEdits;
}

export function KpiQuestion({ view, edits }: KpiQuestionProps) {
  const target = view.columns.find(({ role }) => role === 'target');
  if (!target) return null;
  const guessed = view.draft?.columns.target;
  const kind = edits.mapping.kpi ?? guessed?.kind ?? '';
  const currency = edits.mapping.currency ?? guessed?.currency ?? '';
  return (
    <div className="mt-4 flex flex-wrap gap-x-6 gap-y-3">
      <Field label={`What does ${target.name} count?`} className="w-60 max-sm:w-full">
        {(control) => (
          <Select
            {...control}
            value={kind}
            onChange={({ target: { value } }) => {
              if (value === 'money' || value === 'units')
                edits.change((mapping) => changed(mapping, { kpi: value }));
            }}
          >
            {kind === '' && <option value="">Please choose</option>}
            <option value="money">Money: revenue, sales</option>
            <option value="units">Units: orders, sign-ups, visits</option>
          </Select>
        )}
      </Field>
      <Field
        label={kind === 'money' ? 'Currency of target and spend' : 'Currency of the spend'}
        className="w-60 max-sm:w-full"
      >
        {(control) => (
          <Select
            {...control}
            value={currency}
            onChange={({ target: { value } }) =>
              edits.change((mapping) => changed(mapping, { currency: value === '' ? undefined : value }))
            }
          >
            <option value="">Not said: amounts without a sign</option>
            <optgroup label="Common">{common.map(currencyOption)}</optgroup>
            <optgroup label="All">{others.map(currencyOption)}</optgroup>
          </Select>
        )}
      </Field>
    </div>
  );
}

const common = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'DKK', 'NOK', 'PLN', 'CAD', 'AUD', 'JPY', 'BRL', 'INR'];
const others = Intl.supportedValuesOf('currency').filter((code) => !common.includes(code));
const names = new Intl.DisplayNames('en', { type: 'currency' });

const currencyOption = (code: string) => (
  <option key={code} value={code}>
    {code} · {names.of(code)}
  </option>
);
