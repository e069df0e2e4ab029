/**
 * `npm run pictures`: every story in every mode as contact sheets in `pictures/`, and the sheets of the main widgets,
 * small, in `docs/pictures/`. Fails, at the end, when a story throws. `npm run pictures -- Softphone` renders only
 * the widgets named. The same pictures each time on the same machine: the clock stands still and nothing moves.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { launchOptions } from './chromium.mjs';
import { modes } from './pictures/modes.mjs';
import { withPalette } from './pictures/palette.mjs';
import { renderSheet } from './pictures/sheet.mjs';
import { takePicture } from './pictures/story.mjs';
import { serveStorybook } from './pictures/storybook.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const sheets = join(root, 'pictures');
const shown = join(root, 'docs', 'pictures');

/** Widgets whose sheets are committed. */
const MAIN = ['Softphone', 'CallPanel', 'IncomingCallToast', 'Dialer', 'CallHistory', 'DevicePicker'];

/** What the README opens with. */
const HERO = ['Dialled', 'Talking', 'On Hold', 'Incoming'];

const wanted = argv.slice(2);
const storybook = await serveStorybook(root);
const browser = await chromium.launch(await launchOptions());
const failures = [];
try {
  rmSync(sheets, { recursive: true, force: true });
  for (const directory of [sheets, shown]) mkdirSync(directory, { recursive: true });
  for (const { widget, stories } of widgetsOf(storybook.stories)) await drawWidget(widget, stories);
} finally {
  await browser.close();
  await storybook.close();
}
for (const failure of failures) console.error(failure);
console.log(`\n${failures.length} failed`);
exit(failures.length > 0 ? 1 : 0);

async function drawWidget(widget, stories) {
  const pictures = {};
  for (const mode of modes) {
    const page = await browser.newPage({ viewport: mode.viewport, deviceScaleFactor: 2, ...mode.context });
    pictures[mode.name] = [];
    for (const story of stories) {
      try {
        const image = await takePicture(page, storybook.url, story, mode);
        pictures[mode.name].push({ title: story.name, ...image });
      } catch (error) {
        failures.push(`${widget}, ${story.name}, ${mode.name}: ${error.message}`);
      }
    }
    await page.close();
    const sheet = { title: widget, groups: [{ mode, pictures: pictures[mode.name] }], scale: 0.75 };
    writeFileSync(join(sheets, `${fileName(widget)}.${mode.name}.png`), await renderSheet(browser, sheet));
  }
  console.log(`${widget}: ${stories.length} stories`);
  if (MAIN.includes(widget)) await drawSmall(fileName(widget), { title: widget, scale: 0.5 }, pictures);
  if (widget === 'Softphone') {
    await drawSmall('hero', { scale: 1 }, pictures, ({ title }) => HERO.includes(title));
  }
}

/** Light above dark, as a page of documentation shows them. */
async function drawSmall(name, sheet, pictures, wanted = () => true) {
  const groups = modes
    .filter(({ name }) => name === 'light' || name === 'dark')
    .map((mode) => ({ mode, pictures: pictures[mode.name].filter(wanted) }));
  const png = await renderSheet(browser, { ...sheet, groups });
  writeFileSync(join(shown, `${name}.png`), withPalette(png));
}

function widgetsOf(stories) {
  const names = [...new Set(stories.map(({ widget }) => widget))];
  return names
    .filter((widget) => wanted.length === 0 || wanted.includes(widget))
    .map((widget) => ({ widget, stories: stories.filter((story) => story.widget === widget) }));
}

/** CallPanel is call-panel. */
function fileName(widget) {
  return widget
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll(' ', '-')
    .toLowerCase();
}
