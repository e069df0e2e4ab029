'use client';
import { type CSSProperties, type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

/** What a widget takes that can be kept from the styles of its page. */
export interface IsolateProps {
  /**
   * Renders into an open shadow root with a sheet of its own, which the page's styles cannot reach: only tokens
   * (`--hs-*`) and `color-scheme` get in. The host around it, a `<div>`, takes `id`, `className` and `style`.
   */
  isolate?: boolean | undefined;
}

interface Props {
  id: string | undefined;
  className: string | undefined;
  style: CSSProperties | undefined;
  children: ReactNode;
}

/** Shows its children in a shadow root of its own, once the styles are there. A server renders the host alone. */
export function Isolated({ children, ...host }: Props): ReactElement {
  const ref = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot>();
  useEffect(() => {
    let wanted = true;
    styledRoot(ref.current!).then(
      (styled) => wanted && setRoot(styled),
      (error) =>
        // What cannot be loaded is for the error boundary above, as with any component that comes late.
        setRoot(() => {
          throw error;
        }),
    );
    return () => {
      wanted = false;
    };
  }, []);
  return (
    <div ref={ref} {...host}>
      {root && createPortal(<div className="hs-isolated">{children}</div>, root)}
    </div>
  );
}

/** The shadow root of an element, which is to stay the same however often it is mounted. */
async function styledRoot(host: HTMLElement): Promise<ShadowRoot> {
  const { sheet } = await import('../styles/sheet.js');
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  // Where a DOM cannot be styled, as in tests without a browser, there is nothing to see either.
  if (root.adoptedStyleSheets) root.adoptedStyleSheets = [sheetOf(host.ownerDocument, sheet)];
  return root;
}

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** One for all shadow roots of a document: parsed once, and no other document may adopt it. */
function sheetOf(page: Document, text: string): CSSStyleSheet {
  const known = sheets.get(page);
  if (known) return known;
  const made = new page.defaultView!.CSSStyleSheet();
  made.replaceSync(text);
  sheets.set(page, made);
  return made;
}
