// What the model assumes of media before it sees the data: the share of the KPI its priors imply, and why so.
import { Sentence } from '../../../ui/sentence.tsx';
import { Term } from '../term.tsx';
import { useForm } from './form.ts';

const percent = (share: number) => `${Math.round(share * 100)} %`;

export function Assumed() {
  const { plan, draft } = useForm();
  const share = plan?.totalMediaShare;
  if (!share) return null;
  const [low, high] = share.interval94;
  return (
    <section
      className="mt-8 max-w-[92ch] rounded bg-bg2 p-4 text-13"
      aria-label="What is assumed before the data"
    >
      <p className="font-medium">
        Before the data, media’s share of {draft.columns.target.column} is assumed around{' '}
        {percent(share.median)} (94 %: {percent(low)} to {percent(high)}; the <Term of="Prior">prior</Term>).
      </p>
      {plan.sizeRule && (
        <p className="mt-1 text-muted">
          <Sentence text={plan.sizeRule} />
        </p>
      )}
      {share.above1 > 0.01 && (
        <p className="mt-1 text-muted">
          It gives a probability of {percent(share.above1)} to media exceeding the whole of it, which cannot
          be. Tighter size priors under Advanced change that.
        </p>
      )}
    </section>
  );
}
