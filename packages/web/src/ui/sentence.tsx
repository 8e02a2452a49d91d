// A sentence of the catalogue, in which names of columns, files and values stand between backticks.
import { Fragment } from 'react';

/** What stands between backticks is set apart by weight; the signs themselves are for terminals. */
export function Sentence({ text }: { text: string }) {
  return text.split('`').map((part, index) => {
    const key = `${index} ${part}`;
    return index % 2 === 1 ? (
      <b key={key} className="font-medium in-[h1,h2,h3]:font-semibold [overflow-wrap:anywhere]">
        {part}
      </b>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}
