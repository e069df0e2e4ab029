let used = 0;

/** A user name that no test had before: what a server still remembers of closed pages must not ring in the next test. */
export const freshUser = (): string => `user${process.pid}x${++used}`;
