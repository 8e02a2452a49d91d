// What the person may add: the margin, and a name for the run.
import { Field, Input } from '../../../ui/field.tsx';
import { useForm } from './form.ts';
import { leastPercent, marginOf } from './stored.ts';

export function Worth() {
  const { settings, set, draft } = useForm();
  const { target } = draft.columns;
  const hasMoney = target.kind === 'money' || target.revenuePerKpi !== undefined;
  const margin = marginOf(settings.margin);
  const wrong =
    margin === undefined
      ? `Write a percentage from ${leastPercent} to 100, such as 50, or nothing.`
      : undefined;
  return (
    <div className="mt-8 grid gap-6 md:grid-cols-2">
      {hasMoney && (
        <Field
          label="Margin, % (optional)"
          hint={
            <>
              What is left of each 100 of revenue before advertising is paid. It decides when a channel pays:
              at 50 % a return of 2 breaks even. Without it, break-even is a return of 1. It can be changed
              later.
            </>
          }
          error={wrong}
        >
          {(control) => (
            <div className="flex items-center gap-2">
              <Input
                {...control}
                inputMode="decimal"
                autoComplete="off"
                className="max-w-28 tabular-nums"
                value={settings.margin}
                onChange={(event) => set({ margin: event.target.value })}
              />
              <span className="text-13 text-muted tabular-nums">
                {margin ? `Break-even at a return of ${(1 / margin).toFixed(2)}` : '%'}
              </span>
            </div>
          )}
        </Field>
      )}
      <Field
        label="Name of the run (optional)"
        hint="To find it again among others. Without one it is called after the KPI, and its number tells it apart. It can be changed later."
      >
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            autoComplete="off"
            value={settings.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
