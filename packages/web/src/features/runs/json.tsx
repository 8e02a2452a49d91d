// JSON to read: a box that scrolls by itself, reachable by keyboard, with a button to copy it.
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';

export function Json({ value, label }: { value: unknown; label: string }) {
  return <Code text={JSON.stringify(value, null, 2)} label={label} tall />;
}

interface CodeProps {
  text: string;
  label: string;
  tall?: boolean;
}

export function Code({ text, label, tall = false }: CodeProps) {
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast('Copied.', 'good'),
      () => toast('The browser did not allow copying. Mark the text and copy it by hand.', 'bad'),
    );
  return (
    <div className="mt-2">
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={label}
        className={`${tall ? 'max-h-96' : ''} overflow-auto rounded bg-bg2 px-4 py-3 print:max-h-none`}
      >
        <pre className="font-mono text-12 leading-5">{text}</pre>
      </section>
      {/* Without a secure context (plain http on a network) browsers have no clipboard. */}
      {typeof navigator.clipboard !== 'undefined' && (
        <div className="flex justify-end print:hidden">
          <Button small kind="quiet" onClick={() => void copy()}>
            Copy<span className="sr-only"> {label}</span>
          </Button>
        </div>
      )}
    </div>
  );
}
