import type { ComponentType, ReactNode } from 'react';
import { jsx, jsxs } from 'react/jsx-runtime';

/** How React names the attributes that it does not call as HTML and SVG do. */
const PROPS: Record<string, string> = {
  autocapitalize: 'autoCapitalize',
  autocomplete: 'autoComplete',
  autocorrect: 'autoCorrect',
  class: 'className',
  enterkeyhint: 'enterKeyHint',
  for: 'htmlFor',
  novalidate: 'noValidate',
  spellcheck: 'spellCheck',
  'stroke-linecap': 'strokeLinecap',
  'stroke-linejoin': 'strokeLinejoin',
  'stroke-width': 'strokeWidth',
  tabindex: 'tabIndex',
  value: 'defaultValue',
};
const FLAGS = new Set(['disabled', 'hidden', 'noValidate']);

/** A component that renders the same nodes in plain React: its code is what a compiler makes of their JSX. */
export function plain(nodes: Iterable<Node>): ComponentType {
  const children = [...nodes].map(codeOf).filter((code) => code !== '');
  const body = `return () => [${children.join(', ')}]`;
  return new Function('jsx', 'jsxs', body)(jsx, jsxs) as () => ReactNode;
}

function codeOf(node: Node): string {
  if (node instanceof Text) return JSON.stringify(node.data);
  if (!(node instanceof Element)) return '';
  const props = [...node.attributes].map(propOf);
  const children = [...node.childNodes].map(codeOf).filter((code) => code !== '');
  if (children.length === 1) props.push(`children: ${children[0]}`);
  if (children.length > 1) props.push(`children: [${children.join(', ')}]`);
  const make = children.length > 1 ? 'jsxs' : 'jsx';
  return `${make}(${JSON.stringify(node.localName)}, { ${props.join(', ')} })`;
}

function propOf({ name, value, ownerElement }: Attr): string {
  const prop = PROPS[name] ?? name;
  return `${JSON.stringify(prop)}: ${JSON.stringify(propValue(prop, value, ownerElement))}`;
}

function propValue(prop: string, value: string, owner: Element | null): unknown {
  if (FLAGS.has(prop)) return true;
  if (prop !== 'style') return value;
  const { style } = owner as HTMLElement;
  return Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]));
}
