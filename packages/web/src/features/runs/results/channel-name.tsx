// A channel by its name, with the colour it has on every screen.
import type { View } from '@mixmodel/report';
import { channelColour, cssPalette } from '@mixmodel/report/charts';

export function ChannelName({ view, column }: { view: View; column: string }) {
  const label = labelOf(view, column);
  return (
    <span className="inline-flex items-baseline gap-2 font-semibold">
      <span
        aria-hidden="true"
        className="size-2.5 shrink-0 rounded-[2px]"
        style={{ background: channelColour(view, column, cssPalette) }}
      />
      <span className="min-w-0 break-words">{label}</span>
    </span>
  );
}

export function labelOf({ result }: View, column: string): string {
  return result.channels.find(({ name }) => name === column)?.label ?? column;
}
