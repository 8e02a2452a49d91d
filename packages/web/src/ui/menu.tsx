// A menu behind a button. It does not lock the page: locking injects styles, which the content policy forbids.
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly children: ReactNode;
}

export function Menu({ trigger, children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      {/* Beside its button, not at the end of the page: what is outside of every landmark is hard to find. */}
      <DropdownMenu.Content
        align="end"
        sideOffset={4}
        collisionPadding={8}
        className="z-20 min-w-48 rounded border border-border bg-bg p-1 text-13 shadow-float"
      >
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

const item = classes(
  'flex h-8 cursor-pointer select-none items-center gap-2 rounded-sm px-2 outline-none max-sm:h-10',
  'data-highlighted:bg-bg2 data-highlighted:outline-2 data-highlighted:-outline-offset-2 data-highlighted:outline-accent',
);

export function MenuItem({ onSelect, children }: { onSelect: () => void; children: ReactNode }) {
  return (
    <DropdownMenu.Item className={item} onSelect={onSelect}>
      {children}
    </DropdownMenu.Item>
  );
}

interface MenuChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChoose: (value: T) => void;
}

/** One of a few, with a mark at the present one. */
export function MenuChoice<T extends string>({ label, value, options, onChoose }: MenuChoiceProps<T>) {
  return (
    <DropdownMenu.RadioGroup
      value={value}
      onValueChange={(chosen) => {
        const option = options.find(([known]) => known === chosen);
        if (option) onChoose(option[0]);
      }}
    >
      <DropdownMenu.Label className="px-2 pt-1 text-12 text-muted">{label}</DropdownMenu.Label>
      {options.map(([key, words]) => (
        <DropdownMenu.RadioItem
          key={key}
          value={key}
          className={item}
          onSelect={(event) => event.preventDefault()}
        >
          <span className="grow">{words}</span>
          <DropdownMenu.ItemIndicator>✓</DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

export function MenuNote({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2 py-1 text-12 text-muted">{children}</DropdownMenu.Label>;
}

export function MenuLine() {
  return <DropdownMenu.Separator className="my-1 h-px bg-border" />;
}
