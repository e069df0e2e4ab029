export const WIRE = ['hookswitch', 'SIP.js', 'SIP.js, 5 ms', 'JsSIP'];
export const KIT = ['hookswitch', 'peer'];

export const heading = (columns) => line('', columns, 'ratio', 'limit', '');

/** One line of a table. */
export function formatRow({ title, figures, ratio, limit, passed }, columns) {
  const values = columns.map((name) => formatFigure(figures[name]));
  return line(title, values, ratio === undefined ? '' : ratio.toFixed(2), limit, passed ? 'pass' : 'FAIL');
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function formatFigure(value) {
  if (value === undefined) return '';
  if (value === Number.POSITIVE_INFINITY) return 'never';
  return Number.isInteger(value)
    ? String(value)
    : value.toPrecision(Math.max(3, String(Math.trunc(value)).length));
}

function line(title, values, ratio, limit, verdict) {
  const cells = [title.padEnd(74), ...values.map((value) => value.padStart(13)), ratio.padStart(7)];
  return `${cells.join('')}  ${limit.padEnd(22)}${verdict}`.trimEnd();
}
