// The window of a real VS Code as a person uses it, and pictures of it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say, SetupError } from '../setup.mjs';

const LARGEST_KB = 200;

/** The window as a person uses it: commands by F1, text by keyboard. */
export class Window {
  /** `out`: folder of the pictures. */
  constructor(page, out) {
    this.page = page;
    this.out = out;
  }

  async command(title) {
    await this.page.keyboard.press('F1');
    const box = this.page.locator('.quick-input-widget input').first();
    await box.waitFor();
    await box.fill(`>${title}`);
    await this.page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Opens a file of the workspace by name. */
  async openFile(name) {
    await this.page.keyboard.press('Control+P');
    const box = this.page.locator('.quick-input-widget input').first();
    await box.waitFor();
    await box.fill(name);
    await this.page
      .locator('.quick-input-widget .monaco-list-row', { hasText: name.slice(0, 8) })
      .first()
      .waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tab.active', { hasText: name.slice(0, 8) }).waitFor();
    await this.page.locator('.view-lines .view-line').first().waitFor();
  }

  /** Puts the cursor at the start of a line, counted from 1. */
  async goTo(line) {
    await this.page.keyboard.press('Control+G');
    const box = this.page.locator('.quick-input-widget input').first();
    await box.waitFor();
    await box.fill(`:${String(line)}`);
    await this.page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
  }

  /** Moves the mouse to the topmost place in the editor that shows this text. */
  async pointAt(text) {
    const boxes = await Promise.all(
      (await this.page.locator('.view-line span > span', { hasText: text }).all()).map(place => place.boundingBox()),
    );
    const [top] = boxes.filter(box => box !== null).sort((a, b) => a.y - b.y);
    if (top === undefined) throw new SetupError(`${text}: 窗口里没有 / not in the window`);
    await this.page.mouse.move(top.x + 30, top.y - 40);
    await this.page.mouse.move(top.x + 40, top.y + top.height / 2, { steps: 5 });
  }

  /** Copies a table as another program does: rows of cells as HTML and as tabs. */
  async copy(rows) {
    await this.page.evaluate(async cells => {
      const html = `<table>${cells.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
      const text = cells.map(row => row.join('\t')).join('\n');
      const blob = (type, content) => new Blob([content], { type });
      await navigator.clipboard.write([
        new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) }),
      ]);
    }, rows);
  }

  /** Writes the picture, of its upper part where a height is given; one that would weigh down the repository is refused. */
  async picture(name, height) {
    const file = join(this.out, `${name}.png`);
    const whole = this.page.viewportSize();
    const clip = height === undefined ? {} : { clip: { x: 0, y: 0, width: whole.width, height } };
    const picture = await lighter(this.page, await this.page.screenshot({ animations: 'disabled', ...clip }));
    const size = picture.length / 1024;
    if (size > LARGEST_KB) throw new SetupError(`${name}.png: ${size.toFixed(0)} KB > ${String(LARGEST_KB)} KB`);
    writeFileSync(file, picture);
    say(`${name}.png（${size.toFixed(0)} KB）`, 'taken');
  }
}

/** The same picture with sixteen steps per colour instead of 256: text stays sharp at about half the size. */
async function lighter(page, png) {
  const canvas = await page.context().browser().newPage();
  const data = await canvas.evaluate(
    async source => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const surface = new OffscreenCanvas(image.width, image.height);
      const context = surface.getContext('2d');
      context.drawImage(image, 0, 0);
      const pixels = context.getImageData(0, 0, image.width, image.height);
      pixels.data.forEach((value, at) => {
        pixels.data[at] = Math.round(value / 17) * 17;
      });
      context.putImageData(pixels, 0, 0);
      const bytes = new Uint8Array(await (await surface.convertToBlob({ type: 'image/png' })).arrayBuffer());
      return Array.from(bytes);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await canvas.close();
  return Buffer.from(data);
}
