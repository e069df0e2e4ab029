import { setTimeout as pause } from 'node:timers/promises';

/** Counts what renders, and what is written to the store, while a person uses a Softphone. */
export async function countRenders(page, { target, ...settings }) {
  await page.evaluate(async (settings) => (await window.renders).show(settings), settings);
  await page.getByRole('status').filter({ hasText: 'Ready' }).waitFor();
  const number = page.getByRole('textbox', { name: 'Number or address' });
  const timer = page.getByRole('timer');

  const afterKey = await during(page, () => page.getByRole('button', { name: '5', exact: true }).click());
  await number.fill(target);
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await timer.waitFor();
  await settled(page);
  const afterMute = await during(page, () => page.getByRole('button', { name: 'Mute', exact: true }).click());
  const talking = await during(page, () => pause(3000));
  await page.getByRole('button', { name: 'Hang up', exact: true }).click();

  const outside = ({ renders }, component) =>
    renders
      .filter((path) => !path.includes(component) && !path.includes('CallTimer'))
      .map((path) => path.at(-1));
  return [
    row('renders outside the dialer on a key press', outside(afterKey, 'Dialer'), afterKey.renders.length),
    row('renders outside the mute button on mute', outside(afterMute, 'CallMute'), afterMute.renders.length),
    row(
      'renders beside the timer in 3 s of a call',
      outside(talking, 'CallTimer'),
      talking.renders.filter((path) => path.includes('CallTimer')).length,
    ),
    row('store writes in 3 s of a timer and a meter', Array(talking.writes).fill('write'), talking.levels),
  ];
}

/** `proof` is what shows that there was something to count. */
function row(title, offenders, proof) {
  if (offenders.length > 0) console.error(`${title}: ${[...new Set(offenders)].join(', ')}`);
  return {
    title,
    figures: { hookswitch: offenders.length },
    limit: '0',
    passed: offenders.length === 0 && proof > 0,
  };
}

async function during(page, act) {
  await page.evaluate(async () => (await window.renders).take());
  await act();
  return settled(page);
}

/** What happened until nothing but the timer rendered for a while. */
async function settled(page) {
  await pause(400);
  return page.evaluate(async () => (await window.renders).take());
}
