import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import ts from 'typescript';
import { importsOf, parse } from './support/imports.js';

/**
 * What each layer may import by value, itself apart: layers, packages, or one file of a layer without its ending.
 * The lowest come first; types may come from every layer above in this list.
 */
const LAYERS: Record<string, string[]> = {
  styles: [],
  locales: [],
  media: [],
  sip: ['sip.js', '@noble/hashes'],
  phone: ['media', 'sip/target', 'zustand/vanilla'],
  page: ['phone'],
  hooks: ['phone', 'react', 'zustand'],
  parts: ['hooks', 'react'],
  widgets: ['parts', 'hooks', 'page', 'locales', 'react', 'react-dom', 'virtua', 'lucide-react'],
  numbers: ['widgets', 'react'],
  element: ['widgets', 'page', 'hooks', 'phone', 'locales', 'styles', 'react', 'react-dom'],
  testing: ['phone', 'sip', 'media', 'sip.js', '@noble/hashes', 'zustand/vanilla'],
};

/** What may be imported only when it is needed, by `import()`. */
const LAZY: Record<string, string[]> = {
  phone: ['sip'],
  widgets: ['styles'],
  numbers: ['libphonenumber-js'],
};

/** What a layer may name the types of: all layers below, and the packages it uses. */
function typesFor(layer: string): string[] {
  const names = Object.keys(LAYERS);
  return [...names.slice(0, names.indexOf(layer)), ...(LAYERS[layer] ?? []), ...(LAZY[layer] ?? [])];
}

/** Browser names that only `media` may touch, and `testing`, which stands in for it. */
const OWNED_BY_MEDIA = new Set([
  'mediaDevices',
  'AudioContext',
  'webkitAudioContext',
  'Audio',
  'srcObject',
  'RTCPeerConnection',
]);

function namesOf(path: string, text: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) names.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parse(path, text));
  return names;
}

/** What a file imports or touches that its layer may not. `path` is relative to src, with slashes. */
function violations(path: string, text: string): string[] {
  const layer = path.split('/')[0]!;
  const allowed = LAYERS[layer];
  if (!allowed) return [`"${layer}" is no layer: give it a place in the table`];
  const permitted = { value: allowed, lazy: [...allowed, ...(LAZY[layer] ?? [])], type: typesFor(layer) };

  const imports = importsOf(path, text)
    .filter(({ from }) => !isWithin(layer, resolve(path, from)))
    .filter(({ from, how }) => !permitted[how].some((name) => isWithin(name, resolve(path, from))))
    .map(({ from, how }) => `${how} import of ${from}`);

  // In a dictionary such a name is a word of the language: "Audio" is Italian.
  const owns = ['media', 'testing', 'locales'].includes(layer) || path.endsWith('.css');
  const globals = owns ? [] : namesOf(path, text).filter((name) => OWNED_BY_MEDIA.has(name));
  return [...imports, ...globals.map((name) => `use of ${name}`)];
}

/** A relative import as `layer/file`; a package as it is. */
function resolve(path: string, from: string): string {
  if (!from.startsWith('.')) return from;
  return posix
    .join(posix.dirname(path), from)
    .replace(/\?.*$/, '')
    .replace(/\.(js|tsx?)$/, '');
}

function isWithin(name: string, target: string): boolean {
  return target === name || target.startsWith(`${name}/`);
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(sep).join('/'))
  .filter((name) => /\.(tsx?|css)$/.test(name));

describe('every layer builds only on those below it', () => {
  // The package's front door gathers what the layers offer; what it may not do is hold code.
  it.each(sources.filter((path) => path.includes('/')))('%s', (path) => {
    expect(violations(path, readFileSync(join('src', path), 'utf8'))).toEqual([]);
  });

  it.each(sources.filter((path) => !path.includes('/')))('%s only passes on', (path) => {
    const statements = parse(path, readFileSync(join('src', path), 'utf8')).statements;
    expect(statements.filter((statement) => !ts.isExportDeclaration(statement)).map(String)).toEqual([]);
  });
});

describe('the check itself', () => {
  it.each([
    ['phone/call.ts', `import { Session } from "sip.js";`],
    ['phone/call.ts', `import { parse } from '../sip/session.js';`],
    ['phone/call.ts', `import React from 'react';`],
    ['phone/call.ts', `export * from '../hooks/index.js';`],
    ['phone/call.ts', `const view = () => import('../widgets/Dialer.js');`],
    ['phone/call.ts', `const name = 'x'; const view = () => import(\`../\${name}.js\`);`],
    ['phone/call.ts', `const { md5 } = require("@noble/hashes/legacy.js");`],
    ['phone/call.ts', `import sip = require('sip.js');`],
    ['hooks/useCall.ts', `import {\n  type A,\n  b,\n} from '../media/index.js';`],
    ['hooks/useCall.ts', `import { type Device } from '../media/index.js';`],
    ['hooks/useCall.ts', `import type { Call } from '../parts/call.js';`],
    ['hooks/useCall.ts', `let call: import('../widgets/index.js').Props;`],
    ['parts/call.tsx', `import '../styles/call.css';`],
    ['styles/call.css', `@import url(../widgets/call.css);`],
    ['widgets/Dialer.tsx', `import { createPhone } from '../phone/index.js';`],
    ['page/title.ts', `navigator.mediaDevices.getUserMedia({ audio: true });`],
    ['page/title.ts', `navigator['mediaDevices'].enumerateDevices();`],
    ['sip/session.ts', `const context = new AudioContext();`],
    ['sip/session.ts', `const connection = new RTCPeerConnection();`],
    ['phone/calls.ts', `element.srcObject = null;`],
    ['page/ring.ts', `void new Audio('/ring.mp3').play();`],
    ['helpers/string.ts', ''],
  ])('refuses in %s: %s', (path, text) => {
    expect(violations(path, text)).not.toEqual([]);
  });

  it.each([
    ['phone/call.ts', `const load = () => import('../sip/index.js');`],
    [
      'phone/call.ts',
      `import type { Session } from '../sip/session.js'; import { parseTarget } from '../sip/target.js';`,
    ],
    [
      'hooks/useCall.ts',
      `import type { Device } from '../media/index.js'; import { useStore } from 'zustand';`,
    ],
    ['widgets/Dialer.tsx', `import { Phone } from 'lucide-react'; // import '../phone/index.js'`],
    ['styles/styles.css', `@import './call.css' layer(hookswitch.widgets);`],
    ['media/levels.ts', `const context = new AudioContext();`],
    ['testing/createWire.ts', `const real = typeof RTCPeerConnection !== 'undefined';`],
    ['sip/session.ts', `let connection: RTCPeerConnection | null = null;`],
  ])('lets pass in %s: %s', (path, text) => {
    expect(violations(path, text)).toEqual([]);
  });
});
