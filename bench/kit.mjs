import { median } from './report.mjs';

export const ROUNDS = 40;
const WARM_UP = 8;

/**
 * How long the widgets take to mount, each beside its peer, and what renders in a softphone when something changes.
 * Yields the rows of the report.
 */
export async function* benchKit(open) {
  const mounts = await open('kit.html');
  yield mountRow('a Dialer', await compare(mounts, 'Dialer', 20), 'plain React', 1.3);
  yield mountRow('a Softphone', await compare(mounts, 'Softphone', 20), 'plain React', 1.3);
  yield mountRow('a history of 10,000 calls', await compare(mounts, 'CallHistory', 4), '100 calls', 1.2);
  await mounts.context().close();

  const effects = await open('kit.html');
  const effectOf = (change) => effects.evaluate(async (name) => (await window.kit.effects())[name](), change);
  yield rowsOfCalls(await effectOf('changeOneOfMany'));
  yield countRow('beside the number on a key press', await effectOf('pressKey'), 'DialerInput', 'input.');
  yield countRow('beside the timer on a tick', await effectOf('tick'), 'CallTimer', 'time.');
  yield countRow('beside the mute button on mute', await effectOf('mute'), 'CallMute', 'button.');
  await effects.context().close();
}

/**
 * ms of the page's main thread from the first render through two frames, in which all is laid out, of a widget and of
 * its peer: time on the processor, so that whatever else the machine does does not count.
 */
async function compare(page, name, copies) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const now = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === 'ThreadTime').value * 1000;
  };
  await page.evaluate(async (name) => (await window.kit.mounts()).prepare(name), name);
  const times = [[], []];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    // Each round starts with the other one.
    for (const which of [round % 2, (round + 1) % 2]) {
      const start = await now();
      await page.evaluate(async (given) => (await window.kit.mounts()).show(...given), [which, copies]);
      const time = (await now()) - start;
      if (round >= WARM_UP) times[which].push(time / copies);
      await page.evaluate(async () => (await window.kit.mounts()).clear());
    }
  }
  await session.detach();
  return times.map(median);
}

function mountRow(what, [own, peer], peerName, limit) {
  const ratio = own / peer;
  return {
    title: `${what}, first render through two frames, main thread ms`,
    figures: { hookswitch: own, peer },
    ratio,
    limit: `≤ ${limit.toFixed(2)} of ${peerName}`,
    passed: ratio <= limit,
  };
}

function rowsOfCalls({ renders }) {
  const rows = renders.filter((path) => path.at(-1) === 'CallListItem').length;
  const outside = renders.filter((path) => !path.includes('CallListItem')).map((path) => path.at(-1));
  if (outside.length > 0) console.error(`Outside of the rows: ${outside.join(', ')}`);
  return {
    title: 'rows that render when 1 of 64 calls changes',
    figures: { hookswitch: rows },
    limit: '1',
    passed: rows === 1 && outside.length === 0,
  };
}

/** What renders or changes in the page, but for the component and the node that show it. */
function countRow(title, { renders, changed }, component, node) {
  const offenders = [
    ...renders.map((path) => path.at(-1)).filter((name) => name !== component),
    ...changed.filter((element) => !element.startsWith(node)),
  ];
  if (offenders.length > 0) console.error(`${title}: ${offenders.join(', ')}`);
  return {
    title: `renders and changed nodes ${title}`,
    figures: { hookswitch: offenders.length },
    limit: '0',
    passed: offenders.length === 0 && renders.length > 0 && changed.length === 1,
  };
}
