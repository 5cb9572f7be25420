// What a person does at the window of VS Code, as the journeys ask for it in the log.
import { answerFromForm } from './formPage.mjs';
import { answerFromPreview, pasteIntoPage } from './previewPage.mjs';
import { answerFromReview } from './reviewPage.mjs';

/** What the window says of itself where there is no network. */
export const NOISE = /spdlog|watchdog|getaddrinfo|ENOTFOUND|ECONNREFUSED|service.?worker|gallery|favicon/i;

/** Begins a line of the log by which a journey asks for what only a person can do (`atWindow` in editor.ts). */
const WISH = '☞ ';

/**
 * Puts something on the clipboard as another program would, presses keys, types, and presses a button of a message; reads
 * a part of the window. Gives what was asked, or undefined where nothing was.
 */
async function grant(page, { html, text, keys = [], type, button, read, menu, box, form, preview, review, paste }) {
  if (text !== undefined) {
    await page.evaluate(
      async forms => {
        const blobs = Object.entries(forms).map(([type, content]) => [type, new Blob([content], { type })]);
        await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      },
      { 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) },
    );
  }
  for (const key of keys) await page.keyboard.press(key);
  // Tab is a key, not a sign that is typed.
  for (const [i, words] of (type ?? '').split('\t').entries()) {
    if (i > 0) await page.keyboard.press('Tab');
    await page.keyboard.type(words);
  }
  if (menu) await chooseInExplorer(page, menu);
  if (box) await answerBox(page, box);
  // The message may not be there yet; whoever asks asks again.
  if (button)
    await page
      .locator('.notification-list-item a.monaco-button', { hasText: new RegExp(button) })
      .first()
      .click({ timeout: 1_000 })
      .catch(() => undefined);
  if (paste !== undefined) return pasteIntoPage(page);
  if (preview !== undefined) return answerFromPreview(page, preview);
  if (review !== undefined) return answerFromReview(page, review);
  if (form !== undefined) return answerFromForm(page, form);
  if (read === undefined) return undefined;
  const texts = await page
    .locator(read)
    .evaluateAll(parts => parts.map(part => (part instanceof HTMLInputElement ? part.value : part.innerText)));
  return texts.join('\n');
}

/** The list of a dialog for files follows what is typed after a moment, and takes no key before. */
const LIST_REST_MS = 500;

/** Fills in the box or list whose title fits a regular expression, wherever the focus is, and presses a key there. */
async function answerBox(page, { title, text, key }) {
  const asking = page.locator('.quick-input-titlebar:visible', { hasText: new RegExp(title) });
  await asking.waitFor({ timeout: 10_000 });
  const input = page.locator('.quick-input-widget .quick-input-box input');
  if (text !== undefined) await input.fill(text);
  await page.waitForTimeout(LIST_REST_MS);
  await input.press(key);
}

/** A menu of VS Code takes no press of the mouse in its first moments (100 ms in 1.100). */
const MENU_REST_MS = 300;

/** Opens the menu of a file in the explorer and chooses an entry, by a regular expression. */
async function chooseInExplorer(page, { file, entry }) {
  const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).first();
  const item = page.locator('.monaco-menu .action-item', { hasText: new RegExp(entry) }).first();
  // A list that is just read anew closes the menu.
  for (let tries = 1; ; tries++) {
    await row.click({ button: 'right' });
    try {
      await item.waitFor({ timeout: 5_000 });
      await page.waitForTimeout(MENU_REST_MS);
      await item.click({ timeout: 1_000 });
      await item.waitFor({ state: 'hidden', timeout: 2_000 });
      return;
    } catch (error) {
      if (tries === 4) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/**
 * Does at the window what journeys ask for. `tell(name, said)` brings them an answer, as JSON; `log` gets the other lines
 * of the log.
 */
export async function lendHands(page, { tell, log }) {
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    const line = args.map(value => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
    const at = line.indexOf(WISH);
    if (at < 0) {
      log(line);
      return;
    }
    const wish = JSON.parse(line.slice(at + WISH.length));
    grant(page, wish).then(
      said => {
        if (wish.answer !== undefined) tell(wish.answer, JSON.stringify(said ?? null));
      },
      error => {
        console.log(String(error));
      },
    );
  });
}
