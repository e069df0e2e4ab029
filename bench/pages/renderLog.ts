/**
 * Every component that React renders, by the door that React keeps for its developer tools. It has to be loaded
 * before React is.
 */
interface Fiber {
  tag: number;
  flags: number;
  type: { name?: string; displayName?: string } | string | null;
  child: Fiber | null;
  sibling: Fiber | null;
  alternate: Fiber | null;
}

/** Names of the components from the root to the one that rendered. */
export type RenderPath = string[];

// Of React's work tags: function, class, forwardRef, memo and simple memo. Context and host nodes are no components.
const COMPONENTS = new Set([0, 1, 11, 14, 15]);
const PERFORMED_WORK = 1;

export const rendered: RenderPath[] = [];

Object.assign(window, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: (_id: number, root: { current: Fiber }) => collect(root.current, []),
    onCommitFiberUnmount: () => {},
    checkDCE: () => {},
  },
});

function collect(fiber: Fiber, above: RenderPath): void {
  const before = fiber.alternate;
  const path = COMPONENTS.has(fiber.tag) ? [...above, nameOf(fiber)] : above;
  if (path !== above && (before === null || fiber.flags & PERFORMED_WORK)) rendered.push(path);
  // The same children as before: React did not go there.
  if (before && before.child === fiber.child) return;
  for (let child = fiber.child; child; child = child.sibling) collect(child, path);
}

function nameOf({ type }: Fiber): string {
  return (
    (typeof type === 'object' && type?.displayName) ||
    (typeof type === 'function' && (type as { name: string }).name) ||
    '?'
  );
}
