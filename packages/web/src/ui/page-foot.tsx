// The bar at the foot of a step: back on the left, what Next waits for, and Next.
import type { ReactNode } from 'react';

interface PageFootProps {
  readonly back?: ReactNode;
  readonly note?: ReactNode;
  readonly next: ReactNode;
}

export function PageFoot({ back, note, next }: PageFootProps) {
  return (
    <div className="sticky bottom-0 z-10 mt-6 flex flex-wrap items-center gap-4 border-border border-t bg-bg py-3 max-sm:bottom-14">
      {back}
      <div className="grow text-right text-13 max-sm:order-first max-sm:basis-full max-sm:text-left">
        {note}
      </div>
      {next}
    </div>
  );
}
