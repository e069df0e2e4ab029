/**
 * Keeps a name or number inside a right-to-left sentence from turning the words around it, and them from turning it:
 * Unicode isolates. A left-to-right sentence that says its direction holds a name of any direction without them.
 */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
