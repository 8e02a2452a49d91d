// What is assumed about a channel's effect: about which quantity, in plain words, and as a distribution.
import { Field, Select } from '../../../ui/field.tsx';
import { type ChannelDraft, changeSizePrior, chooseSize, type Prior, type SizeKind } from './draft.ts';
import { sentencesAt } from './faults.ts';
import { useForm } from './form.ts';
import { NumberField } from './number-field.tsx';
import * as plain from './plain-prior.ts';
import { families, familyOf, parametersOf, startOf } from './prior-families.ts';

const kinds: readonly (readonly [SizeKind, string])[] = [
  ['roi', 'its return per unit of spend (roi)'],
  ['total_media', 'its part of what all media bring (total_media)'],
  ['mroi', 'its return on a little more spend (mroi)'],
  ['contribution', 'its share of the KPI (contribution)'],
  ['coefficient', 'its coefficient in scaled units (coefficient)'],
  ['spend_share', 'its coefficient, by its share of the spend (spend_share)'],
];

interface SizePriorProps {
  channel: ChannelDraft;
  place: string;
  index: number;
}

export function SizePrior({ channel, place, index }: SizePriorProps) {
  const { edit, faults, plan } = useForm();
  const { column, size } = channel;
  const expanded = plan?.spec?.channels[index];
  const standing = expanded?.column === column ? expanded.size : undefined;
  const prior = size?.prior ?? (size?.kind === standing?.kind ? standing?.prior : undefined);
  const error = prior ? undefined : sentencesAt(faults, `${place}.size`).join(' ');
  return (
    <div className="grid gap-4 border-border border-t pt-4 md:col-span-full">
      <Field
        label="Before the data, something is assumed about"
        error={error || undefined}
        className="max-w-100"
        hint="The choice by rule keeps all media together plausible. State more only where you know more, from an experiment say."
      >
        {(control) => (
          <Select
            {...control}
            value={size?.kind ?? ''}
            onChange={(event) =>
              edit((draft) =>
                chooseSize(draft, column, (event.target.value || undefined) as SizeKind | undefined),
              )
            }
          >
            <option value="">{`chosen by rule${!size && standing ? `: ${standing.kind}` : ''}`}</option>
            {kinds.map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {size && prior && (
        <PriorFields
          prior={prior}
          kind={size.kind}
          place={`${place}.size.prior`}
          onPrior={(next) => edit((draft) => changeSizePrior(draft, column, { ...size, prior: next }))}
        />
      )}
    </div>
  );
}

interface PriorFieldsProps {
  prior: Prior;
  kind: SizeKind;
  place: string;
  onPrior: (prior: Prior) => void;
}

function PriorFields(props: PriorFieldsProps) {
  const { prior, kind, place, onPrior } = props;
  return (
    <>
      <InWords {...props} />
      <div className="flex flex-wrap items-start gap-4">
        <Field label="As a distribution" className="w-40">
          {(control) => (
            <Select
              {...control}
              className="h-9!"
              value={prior.family}
              onChange={(event) => {
                const family = familyOf(event.target.value);
                if (family) onPrior(startOf(family, kind));
              }}
            >
              {families(kind).map(({ family, name }) => (
                <option key={family} value={family}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {parametersOf(prior).map(({ key, value, name }) => (
          <NumberField
            key={key}
            label={name}
            place={`${place}.${key}`}
            value={value}
            required
            className="w-24"
            onValue={(next) => onPrior({ ...prior, [key]: next } as Prior)}
          />
        ))}
      </div>
    </>
  );
}

/** Two numbers a person has in mind, for the families that have such. */
function InWords({ prior, kind, place, onPrior }: PriorFieldsProps) {
  const per = ['roi', 'mroi', 'total_media'].includes(kind) ? 'per unit of spend' : 'in scaled units';
  const fields = 'grid max-w-100 grid-cols-2 gap-4';
  if (prior.family === 'log_normal') {
    const { around, seldom } = plain.aroundOf(prior);
    const take = (next: plain.Around) => {
      const made = plain.logNormalOf(next);
      if (made) onPrior(made);
    };
    return (
      <div className={fields}>
        <NumberField
          label={`Around, ${per}`}
          place={`${place}.around`}
          value={short(around)}
          required
          refuse={(value) =>
            value > 0 && value < seldom ? null : `Between 0 and ${short(seldom)}, the other number.`
          }
          onValue={(value) => value !== undefined && take({ around: value, seldom })}
        />
        <NumberField
          label="Seldom more than"
          place={`${place}.seldom`}
          value={short(seldom)}
          required
          refuse={(value) => (value > around ? null : `More than ${short(around)}, the other number.`)}
          onValue={(value) => value !== undefined && take({ around, seldom: value })}
        />
      </div>
    );
  }
  if (prior.family === 'beta') {
    const { mean, spread } = plain.giveOrTakeOf(prior);
    const refuse = (next: plain.GiveOrTake) =>
      plain.betaOf(next) ? null : 'No share has this mean and this spread: try a smaller spread.';
    const take = (next: plain.GiveOrTake) => {
      const made = plain.betaOf(next);
      if (made) onPrior(made);
    };
    return (
      <div className={fields}>
        <NumberField
          label="On average, % of the KPI"
          place={`${place}.mean`}
          value={short(mean * 100)}
          required
          refuse={(value) => refuse({ mean: value / 100, spread })}
          onValue={(value) => value !== undefined && take({ mean: value / 100, spread })}
        />
        <NumberField
          label="Give or take, points"
          place={`${place}.spread`}
          value={short(spread * 100)}
          required
          refuse={(value) => refuse({ mean, spread: value / 100 })}
          onValue={(value) => value !== undefined && take({ mean, spread: value / 100 })}
        />
      </div>
    );
  }
  if (prior.family !== 'half_normal') return null;
  return (
    <NumberField
      label={`Seldom more than, ${per}`}
      className="max-w-48"
      place={`${place}.seldom`}
      value={short(plain.seldomOfHalfNormal(prior.sd))}
      required
      refuse={(value) => (value > 0 ? null : 'More than 0.')}
      onValue={(value) => {
        const made = value === undefined ? null : plain.halfNormalOf(value);
        if (made) onPrior(made);
      }}
    />
  );
}

/** What was worked out is shown with as many digits as anyone would type. */
function short(value: number): number {
  return Number(value.toPrecision(3));
}
