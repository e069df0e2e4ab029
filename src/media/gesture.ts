/** What browsers count as the person touching the page. */
const gestures = ['pointerdown', 'touchend', 'keydown'] as const;

/** Calls back within each gesture anywhere in the page, before the page's own handlers. Returns the way to stop. */
export function onGesture(callback: () => void): () => void {
  for (const gesture of gestures) document.addEventListener(gesture, callback, true);
  return () => {
    for (const gesture of gestures) document.removeEventListener(gesture, callback, true);
  };
}
