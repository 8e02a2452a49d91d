// SVG text of a drawing. A drawing is plain functions and elements, so a page need not load React's server for a download.
import { Fragment, isValidElement, type ReactNode } from 'react';

/** Attributes that SVG itself spells with a capital; React's other capitals are hyphens. */
const asTheyAre = new Set(['viewBox']);

type Props = Readonly<Record<string, unknown>>;

/** As `react-dom/server` writes it, for function components without hooks. */
export function markup(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node === 'string' || typeof node === 'number') return escaped(String(node));
  if (Array.isArray(node)) return node.map(markup).join('');
  if (!isValidElement<Props>(node)) throw new TypeError('a drawing is made of elements and text');
  const { type, props } = node;
  if (type === Fragment) return markup(props.children as ReactNode);
  if (typeof type === 'function') return markup((type as (props: Props) => ReactNode)(props));
  if (typeof type !== 'string') throw new TypeError('a drawing is made of elements and function components');
  return `<${type}${attributes(props)}>${markup(props.children as ReactNode)}</${type}>`;
}

function attributes(props: Props): string {
  return Object.entries(props)
    .filter(([name, value]) => name !== 'children' && value !== undefined && value !== null)
    .map(([name, value]) => ` ${spelled(name)}="${escaped(String(value))}"`)
    .join('');
}

function spelled(name: string): string {
  return asTheyAre.has(name) ? name : name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
