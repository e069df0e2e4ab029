'use client';
import {
  type ComponentPropsWithoutRef,
  type ComponentPropsWithRef,
  cloneElement,
  createElement,
  type ForwardedRef,
  type ForwardRefExoticComponent,
  forwardRef,
  isValidElement,
  type JSX,
  type ReactElement,
  type Ref,
  type RefAttributes,
  version,
} from 'react';
import { mergeProps, type Props } from './mergeProps.js';
import { useMergedRef } from './useMergedRef.js';

type Tag = keyof JSX.IntrinsicElements & keyof HTMLElementTagNameMap;

/** What a part is given: the props of its element, its own, and `render`. */
export type PartProps<T extends Tag, State, Given = ComponentPropsWithoutRef<T>> = Given & {
  /**
   * Another element to render in place of the default one, or a function of the props and the state. Handlers,
   * classes, styles and refs of both sides are merged.
   */
  render?: ReactElement | ((props: ComponentPropsWithRef<T>, state: State) => ReactElement) | undefined;
};

/** A component that is one DOM node: give it the props of its element, its own, `render` and a `ref`. */
export type Part<T extends Tag, State, Given = ComponentPropsWithoutRef<T>> = ForwardRefExoticComponent<
  PartProps<T, State, Given> & RefAttributes<HTMLElementTagNameMap[T]>
>;

interface Behaviour<T extends Tag, State> {
  /** The consumer's props that belong to the element. They win over ours. */
  theirs: ComponentPropsWithoutRef<T>;
  ours?: ComponentPropsWithRef<T>;
  /** Becomes attributes: `{ state: 'ringing', muted: true }` is `data-state="ringing" data-muted=""`; falsy is absent. */
  state?: State;
  /** Puts context around the element. */
  wrap?: (node: ReactElement) => ReactElement;
}

type UseBehaviour<T extends Tag, State, Given> = (given: Given) => Behaviour<T, State> | null;

/**
 * Makes a part: one DOM node with behaviour and no looks. `useBehaviour` takes the consumer's props apart and says
 * what to add; `null` renders nothing. All parts are made here, so that all of them compose the same way.
 */
export function part<T extends Tag, State extends object = object, Given = ComponentPropsWithoutRef<T>>(
  tag: T,
  useBehaviour: UseBehaviour<T, State, Given>,
): Part<T, State, Given> {
  const component = forwardRef<HTMLElementTagNameMap[T], PartProps<T, State, Given>>((props, ref) =>
    usePart(tag, useBehaviour, props as PartProps<T, State, Given>, ref),
  );
  component.displayName = useBehaviour.name.replace(/^use/, '');
  return component as Part<T, State, Given>;
}

function usePart<T extends Tag, State extends object, Given>(
  tag: T,
  useBehaviour: UseBehaviour<T, State, Given>,
  { render, ...given }: PartProps<T, State, Given>,
  forwardedRef: ForwardedRef<HTMLElementTagNameMap[T]>,
): ReactElement | null {
  const behaviour = useBehaviour(given as Given);
  const element = isValidElement<Props>(render) ? render : undefined;
  const ref = useMergedRef(
    behaviour?.ours?.ref as Ref<unknown>,
    forwardedRef as Ref<unknown>,
    refOf(element),
  );
  if (!behaviour) return null;

  const { theirs, ours, state = stateless as State, wrap = itself } = behaviour;
  const props = mergeProps(dataAttributes(state), ours, theirs, element?.props);
  props.ref = ref;
  if (typeof render === 'function') return wrap(render(props as ComponentPropsWithRef<T>, state));
  return wrap(element ? cloneElement(element, props) : createElement(tag, props));
}

const stateless = {};

const itself = (node: ReactElement) => node;

function dataAttributes(state: object): Props {
  const attributes: Props = {};
  for (const [name, value] of Object.entries(state)) {
    if (value !== false && value != null) attributes[`data-${name}`] = value === true ? '' : String(value);
  }
  return attributes;
}

/** React 19 moved an element's ref to its props, and warns where the other one is read. */
function refOf(element: ReactElement<Props> | undefined): Ref<unknown> {
  if (!element) return null;
  const holder = Number.parseInt(version, 10) >= 19 ? element.props : (element as { ref?: unknown });
  return (holder.ref ?? null) as Ref<unknown>;
}
