'use client';
import {
  type CSSProperties,
  createContext,
  forwardRef,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactElement,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { HistoryEntry } from '../hooks/index.js';
import * as HistoryParts from '../parts/history.js';
import { HistoryRow } from './HistoryRow.js';
import { useHydrated } from './useHydrated.js';
import { useWords } from './WordsProvider.js';

type Entries = readonly HistoryEntry[];

/** As many rows as a server renders: about a screen. */
const FIRST_ROWS = 20;

const EntriesContext = createContext<Entries>([]);

/** Not where an app is tested without a browser: all rows are there then. A server sends the first ones. */
const canMeasure = () => typeof window === 'undefined' || 'ResizeObserver' in window;

/** The rows that are in sight, of however many there are. One stop of the Tab key; the arrow keys move in it. */
export function HistoryList({ entries }: { entries: Entries }): ReactElement {
  const list = useRef<VirtualizerHandle>(null);
  const { stop, onKeyDown, onFocus, scroller } = useRoving(entries, list);
  const hydrated = useHydrated();
  // How many rows there is room for. Until somebody scrolls, the virtualizer shows the first ones alone.
  const [room, setRoom] = useState(0);
  const measure = () => {
    const { viewportSize, getItemSize } = list.current!;
    setRoom(Math.ceil(viewportSize / getItemSize(0)));
  };
  const below = Array.from({ length: Math.max(0, room - FIRST_ROWS) }, (_, index) => FIRST_ROWS + index);
  const row = (entry: HistoryEntry, index: number) => (
    <HistoryRow
      key={entry.id}
      entry={entry}
      index={index}
      isStop={index === stop}
      hydrated={hydrated}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    />
  );
  return (
    <div
      ref={scroller}
      className="hs-history-scroll"
      style={{ '--hs-count': entries.length } as CSSProperties}
    >
      <EntriesContext.Provider value={entries}>
        {canMeasure() ? (
          <Virtualizer
            ref={list}
            as={List}
            item={Item}
            data={entries}
            ssrCount={FIRST_ROWS}
            keepMounted={[stop, ...below]}
            onResize={measure}
          >
            {row}
          </Virtualizer>
        ) : (
          <List>
            {entries.map((entry, index) => (
              <Item key={entry.id} index={index}>
                {row(entry, index)}
              </Item>
            ))}
          </List>
        )}
      </EntriesContext.Provider>
    </div>
  );
}

const List = forwardRef<HTMLUListElement, VirtualElement>(function HistoryListRoot(props, ref) {
  return (
    <HistoryParts.Root
      {...props}
      ref={ref}
      className="hs-history-list"
      aria-label={useWords().history.label}
    />
  );
});

const Item = forwardRef<HTMLLIElement, VirtualElement & { index: number }>(function HistoryListItem(
  { index, style, children },
  ref,
) {
  const entries = useContext(EntriesContext);
  const entry = entries[index];
  if (!entry) return null;
  return (
    <HistoryParts.Item
      ref={ref}
      entry={entry}
      className="hs-history-item"
      aria-setsize={entries.length}
      aria-posinset={index + 1}
      // Hidden until it is measured, it could not take the focus; and all rows are of one height.
      style={{ ...style, visibility: undefined }}
    >
      {children}
    </HistoryParts.Item>
  );
});

const placeOf = (id: string, entries: Entries) => entries.findIndex((entry) => entry.id === id);

type VirtualElement = Pick<HTMLAttributes<HTMLElement>, 'style' | 'children'>;

/** Which row the Tab key stops at, and the keys that move it, to rows that are not there yet too. */
function useRoving(entries: Entries, list: { readonly current: VirtualizerHandle | null }) {
  const scroller = useRef<HTMLDivElement>(null);
  // Not its place, which changes as calls come in.
  const [id, setId] = useState<string>();
  const stop = id === undefined ? 0 : Math.max(0, placeOf(id, entries));
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    scroller.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });

  const onFocus = useCallback((index: number) => setId(entries[index]?.id), [entries]);
  const onKeyDown = useCallback(
    (event: KeyboardEvent, index: number) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const last = entries.length - 1;
      const { viewportSize = 0 } = list.current ?? {};
      const page = Math.max(1, Math.floor(viewportSize / (list.current?.getItemSize(index) || 1)) - 1);
      const target: Partial<Record<string, number>> = {
        ArrowUp: index - 1,
        ArrowDown: index + 1,
        PageUp: index - page,
        PageDown: index + page,
        Home: 0,
        End: last,
      };
      const to = target[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = Math.min(last, Math.max(0, to));
      // At an end nothing renders, and whatever renders later must not take the focus.
      if (next === index) return;
      moved.current = true;
      setId(entries[next]?.id);
    },
    [entries, list],
  );
  return { stop, onKeyDown, onFocus, scroller };
}
