// The model as a person writes it: only the columns are required, `expandSpec` fills in every default.
import type {
  ChannelSpec,
  ControlSpec,
  EventSpec,
  Experiment,
  FromData,
  GaussianProcessTrend,
  Holdout,
  LiftTestDraft,
  LikelihoodSpec,
  LinearTrend,
  PiecewiseTrend,
  Preset,
  Scales,
  Seasonality,
  Size,
  Target,
  TreatmentSpec,
} from './spec.ts';
import type { Adstock, None, Saturation } from './spec-curves.ts';
import type { Prior } from './spec-priors.ts';

export type ChannelDraft = Pick<ChannelSpec, 'column'> &
  Partial<Omit<ChannelSpec, 'column' | 'adstock' | 'saturation' | 'size'>> & {
    readonly adstock?: DraftOf<Adstock, 'geometric'>;
    readonly size?: SizeDraft;
    readonly saturation?: DraftOf<Saturation, 'logistic'>;
  };

/** Unless given, nothing is added to the factors that follow from the experiment. */
export type ExperimentDraft = Omit<Experiment, 'gamma' | 'tau'> & Partial<Pick<Experiment, 'gamma' | 'tau'>>;

export type SizeDraft = Pick<Size, 'kind'> &
  Partial<Omit<Size, 'experiment'>> & { readonly experiment?: ExperimentDraft };

/** A transform as a person writes it: everything but its kind has a default, and one kind is the default itself. */
type DraftOf<Kinds extends { kind: string; priors: object }, Default> = Kinds extends unknown
  ? KindOf<Kinds['kind'], Default> &
      Partial<Omit<Kinds, 'kind' | 'priors'>> & { readonly priors?: Perhaps<Kinds['priors']> }
  : never;

type Perhaps<Priors> = Priors extends None ? None : Partial<Priors>;

type KindOf<Kind, Default> = Kind extends Default ? { readonly kind?: Kind } : { readonly kind: Kind };

export interface BaselineDraft {
  readonly intercept?: Prior;
  readonly trend?:
    | { readonly kind: 'none' }
    | (Pick<LinearTrend, 'kind'> & Partial<LinearTrend>)
    | (Pick<PiecewiseTrend, 'kind'> & Partial<PiecewiseTrend>)
    | (Pick<GaussianProcessTrend, 'kind'> & Partial<GaussianProcessTrend>);
  readonly yearly?: Partial<Seasonality>;
  readonly weekly?: Partial<Seasonality>;
  readonly monthly?: Partial<Seasonality>;
  readonly events?: readonly (Pick<EventSpec, 'name'> & Partial<EventSpec>)[];
}

export interface SpecDraft {
  readonly version?: 1;
  readonly preset?: Preset;
  readonly columns: { readonly date: string; readonly target: Target };
  readonly channels: readonly ChannelDraft[];
  readonly baseline?: BaselineDraft;
  readonly controls?: readonly (Pick<ControlSpec, 'column'> & Partial<ControlSpec>)[];
  readonly treatments?: readonly (Pick<TreatmentSpec, 'column'> & Partial<TreatmentSpec>)[];
  readonly likelihood?: Partial<LikelihoodSpec>;
  readonly holdout?: Holdout;
  readonly liftTests?: readonly LiftTestDraft[];
  readonly scales?: Scales;
  /** Only an expanded spec says so of itself. */
  readonly fromData?: FromData;
}
