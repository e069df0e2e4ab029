import { AnchorMdx, CodeOrSourceMdx, HeadersMdx, Markdown } from '@storybook/addon-docs/blocks';
import type { ReactNode } from 'react';

/** A page of `docs/`, which is plain Markdown so that it can be read anywhere. */
export const Page = ({ children }: { children: string }) => (
  <Markdown options={{ overrides: { ...HeadersMdx, code: CodeOrSourceMdx, a: Anchor } }}>{children}</Markdown>
);

/** Leads from page to page as the file's links do; what lies elsewhere in the repository is only named. */
function Anchor({ href = '', children }: { href?: string; children?: ReactNode }) {
  const [, page, part = ''] = /^([\w-]+)\.md(#.*)?$/.exec(href) ?? [];
  if (href.startsWith('../')) return <code>{children}</code>;
  // A plain link would leave for the frame that the page is in, without the sidebar.
  return (
    <AnchorMdx href={page ? `?path=/docs/docs-${page}--docs${part}` : href} target="_top">
      {children}
    </AnchorMdx>
  );
}
