import { CodeOrSourceMdx, HeadersMdx, Markdown } from '@storybook/addon-docs/blocks';
import type { ComponentPropsWithoutRef } from 'react';

/** A page of `docs/`, which is plain Markdown so that it can be read anywhere. */
export const Page = ({ children }: { children: string }) => (
  <Markdown options={{ overrides: { ...HeadersMdx, code: CodeOrSourceMdx, a: Anchor } }}>{children}</Markdown>
);

/** Leads from page to page as the file's links do; what lies elsewhere in the repository is only named. */
function Anchor({ href = '', children, ...props }: ComponentPropsWithoutRef<'a'>) {
  const [, page, part = ''] = /^([\w-]+)\.md(#.*)?$/.exec(href) ?? [];
  if (href.startsWith('../')) return <code>{children}</code>;
  if (!page) {
    return (
      <a {...props} href={href}>
        {children}
      </a>
    );
  }
  return (
    <a {...props} href={`?path=/docs/docs-${page}--docs${part}`} target="_top">
      {children}
    </a>
  );
}
