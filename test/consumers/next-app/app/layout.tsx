import type { ReactNode } from 'react';
import 'hookswitch/styles.css';

export const metadata = { title: 'A Next app', icons: 'data:,' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
