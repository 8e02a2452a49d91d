// What may be said about each channel: its label, carry-over, saturation, flags, and the prior on its effect.
import type { ReactNode } from 'react';
import { Field, Input, Select } from '../../../ui/field.tsx';
import { CheckField } from './check-field.tsx';
import {
  type ChannelDraft,
  changeAdstock,
  changeChannel,
  chooseSaturation,
  type SaturationKind,
} from './draft.ts';
import { sentencesAt } from './faults.ts';
import { Fold } from './fold.tsx';
import { useForm } from './form.ts';
import { NumberField } from './number-field.tsx';
import { SizePrior } from './size-prior.tsx';

const saturations: readonly (readonly [SaturationKind, string])[] = [
  ['logistic', 'logistic'],
  ['inverse_scaled_logistic', 'logistic, by its half-way point'],
  ['hill', 'Hill'],
  ['tanh', 'tanh'],
  ['michaelis_menten', 'Michaelis–Menten'],
  ['root', 'root'],
  ['hill_sigmoid', 'Hill, as a sigmoid'],
  ['log', 'logarithmic'],
  ['none', 'none'],
];

export function ChannelSettings() {
  const { draft } = useForm();
  return (
    <section aria-labelledby="channel-settings">
      <h3 id="channel-settings">Channels</h3>
      <div className="mt-2 border-border border-t">
        {draft.channels.map((channel, index) => (
          <OneChannel key={channel.column} channel={channel} index={index} />
        ))}
      </div>
    </section>
  );
}

interface OneChannelProps {
  channel: ChannelDraft;
  index: number;
}

function OneChannel({ channel, index }: OneChannelProps) {
  const { faults, settings, plan } = useForm();
  const place = `channels[${index}]`;
  const typed = Object.keys(settings.typed).some((path) => path.startsWith(place));
  const wrong = typed || sentencesAt(faults, place).length > 0;
  const standing = plan?.spec?.channels[index];
  const parts = [
    `carry-over ${channel.adstock?.lMax ?? standing?.adstock.lMax ?? ''}`.trim(),
    channel.saturation?.kind ?? 'logistic',
    channel.size ? `prior on ${channel.size.kind}` : 'prior by rule',
  ];
  return (
    <Fold
      className="border-border border-b"
      wrong={wrong}
      summary={
        <>
          <span className="font-semibold">{channel.name ?? channel.column}</span>
          <span className="text-13 text-muted">{parts.join(', ')}</span>
          {wrong && <span className="text-13 font-medium text-bad">to settle</span>}
        </>
      }
    >
      <Fields channel={channel} place={place} index={index} />
    </Fold>
  );
}

function Fields({ channel, place, index }: OneChannelProps & { place: string }) {
  const { edit, faults, plan, dataset } = useForm();
  const { column, adstock } = channel;
  const standing = plan?.spec?.channels[index];
  const periods = `${dataset.grid?.period ?? 'period'}s`;
  const at = (path: string) => sentencesAt(faults, `${place}.${path}`).join(' ') || undefined;
  return (
    <div className="grid items-start gap-4 pt-2 pb-5 md:grid-cols-3">
      <Field label="Label" hint="As it is called on every screen." error={at('name')}>
        {(control) => (
          <Input
            {...control}
            value={channel.name ?? ''}
            placeholder={column}
            onChange={(event) =>
              edit((draft) => changeChannel(draft, column, { name: event.target.value || undefined }))
            }
          />
        )}
      </Field>
      <NumberField
        label={`Carry-over window, ${periods}`}
        hint={
          (adstock?.kind ?? 'geometric') === 'geometric'
            ? 'Geometric: the effect fades by the same share each time. 1 is none.'
            : `Its kind, ${adstock?.kind}, is set in the JSON.`
        }
        place={`${place}.adstock.lMax`}
        value={adstock?.lMax}
        otherwise={standing?.adstock.lMax}
        onValue={(lMax) => edit((draft) => changeAdstock(draft, column, { lMax }))}
      />
      <Field
        label="Saturation"
        hint="Hill has one shape more: it can be S-shaped, and harder to fit."
        error={at('saturation')}
      >
        {(control) => (
          <Select
            {...control}
            className="h-9!"
            value={channel.saturation?.kind ?? 'logistic'}
            onChange={(event) =>
              edit((draft) => chooseSaturation(draft, column, event.target.value as SaturationKind))
            }
          >
            {saturations.map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Flags channel={channel} error={at('organic') ?? at('demandCaptured')} />
      <SizePrior channel={channel} place={place} index={index} />
    </div>
  );
}

function Flags({ channel, error }: { channel: ChannelDraft; error: ReactNode }) {
  const { edit } = useForm();
  const { column, adstock } = channel;
  const flag = (key: 'organic' | 'demandCaptured') => (checked: boolean) =>
    edit((draft) => changeChannel(draft, column, { [key]: checked || undefined }));
  return (
    <div className="grid gap-3 md:col-span-full md:grid-cols-3">
      <CheckField
        label="Organic"
        hint="Media without spend: a contribution, but no return."
        checked={channel.organic === true}
        onChange={flag('organic')}
      />
      <CheckField
        label="Captures demand"
        hint="Brand search and the like: spend follows demand, which is said beside its return."
        checked={channel.demandCaptured === true}
        onChange={flag('demandCaptured')}
      />
      <CheckField
        label="Normalise the carry-over"
        hint="Its weights add up to 1, so size and carry-over are told apart."
        checked={adstock?.normalize ?? true}
        onChange={(checked) =>
          edit((draft) => changeAdstock(draft, column, { normalize: checked ? undefined : false }))
        }
      />
      {error && <p className="text-13 text-bad">{error}</p>}
    </div>
  );
}
