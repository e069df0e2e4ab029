/** An ordinary Friday, for everything that shows a time. */
const NOW = new Date('2026-11-20T10:42:00Z');

/** Around what a story shows, in CSS px: room for its shadow. */
export const MARGIN = 32;

/**
 * Renders one story in one mode, played to its end, and takes a picture of what it shows. Rejects with what it threw.
 * @returns {Promise<{ image: Buffer, width: number, height: number }>} the sizes in CSS px
 */
export async function takePicture(page, url, story, mode) {
  await page.clock.setFixedTime(NOW);
  await show(page, url, story, mode.globals);
  // What clicks through a story looks for English words.
  if (mode.globalsWhenPlayed && (await page.evaluate(isPlayed))) {
    await show(page, url, story, mode.globalsWhenPlayed);
  }
  const finished = await page.waitForFunction(
    () => globalThis.__STORYBOOK_ADDONS_CHANNEL__.last('storyFinished')?.[0].status,
    undefined,
    { timeout: 30_000 },
  );
  if ((await finished.jsonValue()) !== 'success') {
    throw new Error((await page.locator('#error-message').textContent()) || 'The story threw.');
  }
  // What is isolated loads its sheet first.
  const area = await page.waitForFunction(areaOf, MARGIN);
  const clip = await area.jsonValue();
  const image = await page.screenshot({ clip, fullPage: true, caret: 'hide' });
  return { image, width: clip.width, height: clip.height };
}

/** Resolves once the story is on its way. */
async function show(page, url, story, toolbar) {
  // Accessibility is checked where stories run as tests.
  const globals = Object.entries({ ...toolbar, 'a11y.manual': '!true' })
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
  await page.goto(`${url}iframe.html?id=${story.id}&viewMode=story&globals=${globals}`);
  await page.waitForFunction(() => globalThis.__STORYBOOK_PREVIEW__?.currentRender?.story);
}

/** Runs in the page: whether something clicks through the story. */
const isPlayed = () => Boolean(globalThis.__STORYBOOK_PREVIEW__.currentRender.story.playFunction);

/** Runs in the page: the area that holds everything in the story, wherever on the page it floats; nothing before. */
function areaOf(margin) {
  const boxes = [];
  const collect = (element) => {
    const box = element.getBoundingClientRect();
    // What is for screen readers alone is one pixel large.
    if (box.width > 1 && box.height > 1) boxes.push(box);
    if (getComputedStyle(element).overflow !== 'visible') return;
    for (const child of [...element.children, ...(element.shadowRoot?.children ?? [])]) collect(child);
  };
  for (const child of document.querySelector('.story')?.children ?? []) collect(child);
  if (boxes.length === 0) return undefined;
  const x = Math.max(0, Math.floor(Math.min(...boxes.map(({ left }) => left)) - margin));
  const y = Math.max(0, Math.floor(Math.min(...boxes.map(({ top }) => top)) - margin));
  const right = Math.ceil(Math.max(...boxes.map((box) => box.right)) + margin);
  const bottom = Math.ceil(Math.max(...boxes.map((box) => box.bottom)) + margin);
  return { x, y, width: Math.min(document.documentElement.clientWidth, right) - x, height: bottom - y };
}
