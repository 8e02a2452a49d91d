// What the three views of a run are made of: words, figures and drawn intervals as plain data, no markup.
import type { RunView } from '@mixmodel/contract';

/** An estimate to be drawn on a short axis: thin line 94 %, thick line the middle half, dot the mean. */
export interface DrawnInterval {
  readonly mean: number;
  readonly lo: number;
  readonly hi: number;
  /** Null where the file holds no quartiles of this quantity. */
  readonly q25: number | null;
  readonly q75: number | null;
  /** Ends of the axis. */
  readonly from: number;
  readonly to: number;
  /** A dashed mark with a name: break-even, zero. */
  readonly reference: number | null;
  readonly referenceLabel: string | null;
}

/** One large figure with what it needs to be believed. */
export interface Hero {
  readonly label: string;
  /** Key of the glossary that explains the label. */
  readonly term?: string;
  /** Before the figure: `€`. */
  readonly before: string;
  /** The figure itself: `7.21`; `–` where there is none. */
  readonly value: string;
  /** Small beside it: ` M`. */
  readonly unit: string;
  readonly bar: DrawnInterval | null;
  /** Lines under it; the interval in words is the first of an estimate. */
  readonly notes: readonly string[];
  /** The whole figure in one sentence, for who cannot see the bar. */
  readonly description: string;
}

export type VerdictWord = 'raise' | 'keep' | 'lower' | 'test_first' | 'cannot_tell';

/** What to do about one channel, why, and the next step. */
export interface Verdict {
  /** The channel's column. */
  readonly channel: string;
  readonly label: string;
  /** `€2.27 M`; null without spend. */
  readonly spend: string | null;
  readonly verdict: VerdictWord;
  /** `Raise` */
  readonly word: string;
  readonly why: string;
  readonly next: string;
  /** 0..1, of what `probabilityOf` says; null where there is none to give. */
  readonly probability: number | null;
  /** `92 %`, `>99 %`; `–` where there is none. */
  readonly probabilityText: string;
  readonly probabilityOf: string;
  /** What the interval below is of: `The next €1 returns`. */
  readonly returnLabel: string;
  /** `1.62`, and `1.04 to 2.20`; `–` where there is no return. */
  readonly returnText: string;
  readonly returnInterval: string;
  /** The marginal ROAS against break-even, one axis for all channels. */
  readonly return: DrawnInterval | null;
}

/** A heading that states a finding, and a line that says what is plotted. */
export interface Title {
  readonly title: string;
  readonly subtitle: string;
}

/** A short heading and what it says. */
export interface Note {
  readonly title: string;
  readonly text: string;
}

/** One line of a list of terms. */
export interface Fact {
  readonly term: string;
  readonly text: string;
}

/** What of a run stands in the head of its result. */
export type RunFacts = Pick<RunView, 'dataset' | 'createdBy' | 'finishedAt'> & {
  /** Of the reader, IANA; UTC when absent, and then the text says so. */
  readonly timeZone?: string;
};

/** A change of spec or sampling that a button can make. */
export type RemedyChange = 'more_draws' | 'full' | 'logistic';

export interface Remedy {
  readonly title: string;
  readonly text: string;
  /** Null where a person has to decide what to change. */
  readonly change: RemedyChange | null;
  /** The channels to change, by column; empty where it is not about channels. */
  readonly channels: readonly string[];
}

/** A diagnostic of one quantity against what is wanted. */
export interface Check {
  readonly text: string;
  readonly fails: boolean;
}

/** A quantity that did not pass. */
export interface FailedRow {
  /** As in the draws: `saturation_lam[tv_spend]`. */
  readonly quantity: string;
  readonly label: string;
  readonly rHat: Check;
  readonly essBulk: Check;
  readonly essTail: Check;
}

/** A run that gives no answer: what to do, why, what was tried, what failed. */
export interface NotConverged {
  readonly headline: string;
  readonly remedies: readonly Remedy[];
  readonly why: string;
  readonly tried: readonly { readonly text: string; readonly rHat: string }[];
  readonly failedTitle: Title;
  /** What the check asks for, for the heads of the table: `needs ≤ 1.01`. */
  readonly wanted: { readonly rHat: string; readonly essBulk: string; readonly essTail: string };
  readonly failed: readonly FailedRow[];
  /** What is not about one quantity: divergences, E-BFMI. */
  readonly others: readonly string[];
}

/** What is in an uploaded file once its columns are known. */
export interface DataWords {
  readonly title: string;
  readonly facts: readonly Fact[];
  /** Largest first. */
  readonly spend: readonly {
    readonly column: string;
    readonly label: string;
    readonly amount: string;
    /** 0..1, and `25 %`. */
    readonly share: number;
    readonly shareText: string;
  }[];
  readonly sentences: readonly string[];
}
