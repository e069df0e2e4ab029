/** An ordinary Friday, for everything that shows a time. */
const NOW = new Date('2026-11-20T10:42:00Z');

/** Around what a story shows, px: room for its shadow. */
const MARGIN = 20;

/**
 * Renders one story in one mode, played to its end, and takes a picture of what it shows. Rejects with what it threw.
 * @returns {Promise<{ image: Buffer, width: number, height: number }>} the sizes in CSS px
 */
export async function takePicture(page, url, story, mode) {
  // Accessibility is checked where stories run as tests.
  const globals = Object.entries({ ...mode.globals(story), 'a11y.manual': '!true' })
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
  await page.clock.setFixedTime(NOW);
  await page.goto(`${url}iframe.html?id=${story.id}&viewMode=story&globals=${globals}`);
  const finished = await page.waitForFunction(
    () => globalThis.__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished')?.[0].status,
    undefined,
    { timeout: 30_000 },
  );
  if ((await finished.jsonValue()) !== 'success') {
    throw new Error((await page.locator('#error-message').textContent()) || 'The story threw.');
  }
  const clip = await page.evaluate(areaOf, MARGIN);
  const image = await page.screenshot({ clip, fullPage: true, caret: 'hide' });
  return { image, width: clip.width, height: clip.height };
}

/** Runs in the page: the area that holds everything in the story, wherever on the page it floats. */
function areaOf(margin) {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('.story') ?? document.body);
  const { left, top, right, bottom } = range.getBoundingClientRect();
  const x = Math.max(0, Math.floor(left - margin));
  const y = Math.max(0, Math.floor(top - margin));
  const width = Math.min(document.documentElement.clientWidth, Math.ceil(right + margin)) - x;
  return { x, y, width, height: Math.ceil(bottom + margin) - y };
}
