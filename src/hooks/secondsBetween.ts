/**
 * How many whole seconds lie between, never fewer than none; `undefined` unless both are times. In ms since 1970: the
 * rows of a host may hold what is none.
 */
export function secondsBetween(from: number | null, to: number | null): number | undefined {
  const seconds = Math.floor(((to ?? Number.NaN) - (from ?? Number.NaN)) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
