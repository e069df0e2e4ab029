const COLUMNS = ['hookswitch', 'SIP.js', 'SIP.js, 5 ms', 'JsSIP'];

export const HEADING = line('', COLUMNS, 'ratio', 'limit', '');

/** One line of the table. */
export function formatRow({ title, figures, ratio, limit, passed }) {
  const values = COLUMNS.map((name) => formatFigure(figures[name]));
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
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 100 ? 1 : 0);
}

function line(title, values, ratio, limit, verdict) {
  const cells = [title.padEnd(48), ...values.map((value) => value.padStart(13)), ratio.padStart(7)];
  return `${cells.join('')}  ${limit.padEnd(18)}${verdict}`.trimEnd();
}
