import { MARGIN } from './story.mjs';

/** Width of a sheet, px. */
const WIDTH = 1640;

/**
 * Lays pictures out on one sheet: a group a mode, each picture under its title. Without a title, pictures alone.
 * @returns {Promise<Buffer>} a PNG
 */
export async function renderSheet(browser, { title, groups, scale }) {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 400 } });
  try {
    await page.setContent(html(title, groups, scale));
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    return await page.screenshot({ fullPage: true });
  } finally {
    await page.close();
  }
}

const html = (title, groups, scale) => `<!doctype html>
<html lang="en" style="--margin:${MARGIN * scale}px">
<style>
  body { margin: 0; font: 500 13px/1.3 Inter, system-ui, sans-serif; -webkit-font-smoothing: antialiased; }
  section { padding: 30px 16px 24px; }
  h2 { margin: 0 0 22px var(--margin); font-size: 22px; font-weight: 650; letter-spacing: -0.015em; }
  h2 small { margin-inline-start: 0.5em; font-size: 15px; font-weight: 450; letter-spacing: 0; opacity: 0.65; }
  div { display: flex; flex-wrap: wrap; align-items: start; gap: 10px 0; }
  div:first-child { justify-content: center; }
  figure { margin: 0; }
  figcaption { margin-block-end: calc(-0.3 * var(--margin)); padding-inline-start: var(--margin); opacity: 0.7; }
  img { display: block; }
</style>
${groups.map((group) => section(title, group, scale)).join('\n')}
</html>`;

const section = (
  title,
  { mode, pictures },
  scale,
) => `<section style="background:${mode.paper};color:${mode.ink}">
${title ? `<h2>${inHtml(title)}<small>${inHtml(mode.title)}</small></h2>` : ''}
<div>${pictures.map((picture) => figure(picture, scale, title)).join('\n')}</div>
</section>`;

const figure = (
  { title, image, width, height },
  scale,
  named,
) => `<figure style="inline-size:${width * scale}px">
${named ? `<figcaption>${inHtml(title)}</figcaption>` : ''}
<img src="data:image/png;base64,${image.toString('base64')}" width="${width * scale}" height="${height * scale}" alt="">
</figure>`;

const inHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
