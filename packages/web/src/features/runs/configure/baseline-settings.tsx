// What explains the KPI besides media: trend, season, and the role of each control and treatment.
import { Field, Select } from '../../../ui/field.tsx';
import { Term } from '../term.tsx';
import {
  changeReference,
  changeYearly,
  chooseControl,
  chooseTrend,
  type TermRole,
  type TrendKind,
} from './draft.ts';
import { elsewhere, sentencesAt } from './faults.ts';
import { useForm } from './form.ts';
import { NumberField } from './number-field.tsx';

export function BaselineSettings() {
  const { draft, edit, faults, plan } = useForm();
  return (
    <section aria-labelledby="baseline-settings">
      <h3 id="baseline-settings">
        <Term of="Baseline" />
      </h3>
      <div className="mt-2 grid items-start gap-4 md:grid-cols-3">
        <Field
          label="Trend"
          hint="A straight line over the whole period, one with bends, a smooth curve, or none."
          error={sentencesAt(faults, 'baseline.trend').join(' ') || undefined}
        >
          {(control) => (
            <Select
              {...control}
              className="h-9!"
              value={draft.baseline?.trend?.kind ?? 'linear'}
              onChange={(event) => edit((before) => chooseTrend(before, event.target.value as TrendKind))}
            >
              <option value="linear">linear</option>
              <option value="piecewise">linear with bends</option>
              <option value="gaussian_process">smooth curve</option>
              <option value="none">none</option>
            </Select>
          )}
        </Field>
        <NumberField
          label="Yearly season, waves"
          hint="Each wave adds one bump a year; 0 switches the season off."
          place="baseline.yearly.order"
          value={draft.baseline?.yearly?.order}
          otherwise={plan?.spec?.baseline.yearly.order}
          onValue={(order) => edit((before) => changeYearly(before, order))}
        />
      </div>
      <Controls />
    </section>
  );
}

const roles: readonly (readonly [TermRole, string])[] = [
  ['confounder', 'moves KPI and media (confounder)'],
  ['precision', 'moves the KPI alone (precision)'],
  ['outcome', 'is moved by media: left out (outcome)'],
  ['treatment', 'is set by you: reported apart (treatment)'],
  ['none', 'not in the model'],
];

function Controls() {
  const { draft, dataset } = useForm();
  const { controls = [], treatments = [] } = draft;
  const inModel = [...controls, ...treatments.map(({ column }) => ({ column, role: 'treatment' as const }))];
  const others = dataset.columns.filter(
    ({ name, role }) =>
      (role === 'control' || role === 'treatment' || role === 'event') &&
      !inModel.some(({ column }) => column === name),
  );
  const all = [
    ...inModel.map(({ column, role }) => ({ column, role: role ?? 'confounder' })),
    ...others.map(({ name }) => ({ column: name, role: 'none' as const })),
  ];
  if (all.length === 0) {
    return <p className="mt-4 text-13 text-muted">No column of your file is a control or a treatment.</p>;
  }
  return (
    <div className="mt-5">
      <h3>
        <Term of="Control">Controls</Term> and <Term of="Treatment">treatments</Term>
      </h3>
      <ul className="mt-2 border-border border-t">
        {all.map(({ column, role }) => (
          <li key={column} className="border-border border-b py-2">
            <RoleField column={column} role={role} />
            {role === 'treatment' && <ReferenceField column={column} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

const beside = 'items-center md:grid-cols-[minmax(0,200px)_minmax(0,320px)_minmax(0,1fr)] md:gap-4';

function RoleField({ column, role }: { readonly column: string; readonly role: TermRole }) {
  const { draft, dataset, settings, faults, edit, type } = useForm();
  const { controls = [], treatments = [] } = draft;
  const places = placesOf(controls, treatments, column);
  // A reference has a field of its own.
  const ofRole = elsewhere(
    faults,
    places.map((place) => `${place}.reference`),
  );
  const error = places.flatMap((place) => sentencesAt(ofRole, place)).join(' ');
  const choose = (next: TermRole) => {
    // Treatments change their places: what was typed at one is not of the one that comes there.
    for (const place of Object.keys(settings.typed)) if (place.startsWith('treatments[')) type(place, null);
    const drafted = dataset.draft?.treatments?.find((treatment) => treatment.column === column);
    edit((before) => chooseControl(before, column, next, drafted));
  };
  return (
    <Field label={column} error={error || undefined} className={beside}>
      {(control) => (
        <Select {...control} value={role} onChange={(event) => choose(event.target.value as TermRole)}>
          {roles.map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function ReferenceField({ column }: { readonly column: string }) {
  const { draft, edit } = useForm();
  const at = draft.treatments?.findIndex((treatment) => treatment.column === column) ?? -1;
  return (
    <div className="mt-2 max-w-[320px] md:ml-[216px]">
      <NumberField
        label={`${column} is counted from`}
        hint="Where it adds nothing: a price’s usual value, no promotion. Empty: its smallest value."
        place={`treatments[${at}].reference`}
        value={draft.treatments?.[at]?.reference}
        onValue={(reference) => edit((before) => changeReference(before, column, reference))}
      />
    </div>
  );
}

type Listed = readonly { readonly column: string }[];

/** Where the spec speaks of `column`, for what is wrong with it. */
function placesOf(controls: Listed, treatments: Listed, column: string): string[] {
  const place = (name: string, list: Listed) =>
    list.flatMap((one, i) => (one.column === column ? [`${name}[${i}]`] : []));
  return [...place('controls', controls), ...place('treatments', treatments)];
}
