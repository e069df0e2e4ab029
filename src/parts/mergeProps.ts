export type Props = Record<string, unknown>;
type Handler = (...args: unknown[]) => void;

/**
 * Merges props from ours to the consumer's: the later wins, except that both sides' handlers run, classes are
 * joined, styles are merged and either side can disable. The consumer's handler runs first; `preventDefault()` stops
 * the rest, an error that it throws does not.
 */
export function mergeProps(...layers: (object | undefined)[]): Props {
  const merged: Props = {};
  // Runs for each node of each widget: no entries are made on the way.
  for (const layer of layers as (Props | undefined)[]) {
    for (const name in layer) {
      const value = layer[name];
      if (value === undefined) continue;
      const before = merged[name];
      merged[name] = before === undefined ? value : mergeProp(name, before, value);
    }
  }
  return merged;
}

function mergeProp(name: string, ours: unknown, theirs: unknown): unknown {
  if (name === 'className') return `${ours} ${theirs}`;
  if (name === 'style') return { ...(ours as object), ...(theirs as object) };
  if (name === 'disabled') return Boolean(ours || theirs);
  if (/^on[A-Z]/.test(name) && typeof ours === 'function' && typeof theirs === 'function') {
    return chain(theirs as Handler, ours as Handler);
  }
  return theirs;
}

const chain =
  (first: Handler, then: Handler): Handler =>
  (...args) => {
    try {
      first(...args);
    } finally {
      // Its error goes on to the page; the call goes on too.
      const [event] = args as [{ defaultPrevented?: boolean } | undefined];
      if (!event?.defaultPrevented) then(...args);
    }
  };
