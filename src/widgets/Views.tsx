'use client';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useState,
} from 'react';
import { isMissed, useHistory } from '../hooks/index.js';
import { ClockIcon, Grid3x3Icon } from './icons.js';
import { useWords } from './WordsProvider.js';

type View = 'keypad' | 'recents';

const icons: [View, ReactNode][] = [
  ['keypad', <Grid3x3Icon key="keypad" />],
  ['recents', <ClockIcon key="recents" />],
];

/** What an idle softphone shows, and the props of the panels it shows it in. */
export function useViews() {
  const [view, show] = useState<View>('keypad');
  // The newest call that was looked at in the history.
  const [seen, see] = useState<string>();
  const id = useId();
  const tab = (of: View) => `${id}${of}-tab`;
  const panel = (of: View) => ({
    role: 'tabpanel',
    id: `${id}${of}`,
    'aria-labelledby': tab(of),
    hidden: view !== of,
  });
  return { view, show, seen, see, tab, panel };
}

/** The tabs that choose the view. Two, so that every arrow leads to the other one. */
export function Views({ view, show, seen, see, tab, panel }: ReturnType<typeof useViews>): ReactElement {
  const words = useWords();
  const unseen = useUnseen(view === 'recents', seen, see);
  const unseenId = useId();
  const turn = (event: KeyboardEvent) => {
    // With one, an arrow is a command of the browser: back, say.
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (!/^(Arrow(Left|Right)|Home|End)$/.test(event.key)) return;
    event.preventDefault();
    const next = event.key === 'Home' ? 'keypad' : event.key === 'End' ? 'recents' : other[view];
    show(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-view="${next}"]`)?.focus();
  };
  return (
    <div role="tablist" className="hs-views" onKeyDown={turn}>
      {icons.map(([of, icon]) => (
        <button
          key={of}
          type="button"
          role="tab"
          id={tab(of)}
          className="hs-view"
          data-view={of}
          aria-selected={view === of}
          aria-controls={panel(of).id}
          aria-describedby={of === 'recents' && unseen > 0 ? unseenId : undefined}
          tabIndex={view === of ? 0 : -1}
          onMouseDown={keepFocus}
          onClick={() => show(of)}
        >
          {icon}
          {words.views[of]}
          {of === 'recents' && unseen > 0 && (
            <>
              <span className="hs-badge" aria-hidden="true">
                {new Intl.NumberFormat(words.lang).format(unseen)}
              </span>
              <span id={unseenId} hidden>
                {words.history.unseen(unseen)}
              </span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}

/** A focus that the mouse left on a tab would say that somebody is at something here. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

const other = { keypad: 'recents', recents: 'keypad' } as const;

/** How many calls were missed since the history was looked at. */
function useUnseen(looking: boolean, seen: string | undefined, see: (id: string | undefined) => void) {
  const history = useHistory();
  const newest = history[0]?.id;
  useEffect(() => {
    if (looking) see(newest);
  }, [looking, newest, see]);
  if (looking) return 0;
  const place = history.findIndex(({ id }) => id === seen);
  return history.slice(0, place < 0 ? undefined : place).filter(isMissed).length;
}
