import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../src/styles/styles.css';
import './page.css';

const LINKS = [
  { href: '/', label: 'Two phones' },
  { href: '/softphone', label: 'Any SIP server' },
];

/** What both pages share: the name, the way between them, and the place of the phones. */
export function Page({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <header className="page-head">
        <a className="page-name" href="/">
          hookswitch
        </a>
        <nav aria-label="Pages">
          {LINKS.map(({ href, label }) => (
            <a key={href} href={href} aria-current={label === title ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <h1>{title}</h1>
        {children}
      </main>
    </>
  );
}

export function show(page: ReactNode) {
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<StrictMode>{page}</StrictMode>);
}
