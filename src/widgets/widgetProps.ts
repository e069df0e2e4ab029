import type { ComponentPropsWithoutRef } from 'react';

/** What every widget takes: the props of its root element, but for what is inside. Classes and handlers are added. */
export type WidgetProps<Tag extends 'div' | 'p' | 'section'> = Omit<
  ComponentPropsWithoutRef<Tag>,
  'children'
>;
