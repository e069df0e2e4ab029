/** Settles as the work does, and rejects when that takes longer than `limit` ms: the page's own functions may hang. */
export function withLimit<T>(work: Promise<T>, limit: number, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${what} took longer than ${limit} ms.`)), limit);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
