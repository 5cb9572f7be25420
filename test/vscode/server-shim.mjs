#!/usr/bin/env node
// Stands in for the VS Code executable where there is no desktop: takes the arguments @vscode/test-electron gives,
// opens a server build in Chromium and exits with the code of the test run.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { answerFromForm } from './formPage.mjs';
import { answerFromPreview, pasteIntoPage } from './previewPage.mjs';
import { BROWSER_FLAGS, installExtension, remoteUri, startServer } from '../../scripts/vscodeServer.mjs';

const TIME_LIMIT_MS = 420_000;
const NOISE = /spdlog|watchdog|getaddrinfo|ENOTFOUND|ECONNREFUSED|service.?worker|gallery|favicon/i;

const vscode = JSON.parse(process.env.ANNUAL_REPORT_TEST_VSCODE ?? '{}');
const option = name =>
  process.argv
    .slice(2)
    .find(text => text.startsWith(`--${name}=`))
    ?.slice(name.length + 3);
const folder = process.argv.slice(2).find(text => !text.startsWith('-'));
const data = resolve(option('user-data-dir') ?? '.');

/** Begins a line of the log by which a journey asks for what only a person can do (`atWindow` in editor.ts). */
const WISH = '☞ ';

/** Writes what a journey waits for whole at once: it reads it as soon as it is there. */
function tell(answer, said) {
  writeFileSync(`${answer}.part`, JSON.stringify(said));
  renameSync(`${answer}.part`, answer);
}

/**
 * Puts something on the clipboard as another program would, presses keys, types, and presses a button of a message; reads
 * a part of the window. What is asked of our own pages is written to a file.
 */
async function grant(page, { html, text, keys = [], type, button, read, menu, form, preview, paste, answer }) {
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
  if (paste !== undefined) tell(answer, await pasteIntoPage(page));
  if (preview !== undefined) tell(answer, await answerFromPreview(page, preview));
  if (form !== undefined) tell(answer, await answerFromForm(page, form));
  // The message may not be there yet; whoever asks asks again.
  if (button)
    await page
      .locator('.notification-list-item a.monaco-button', { hasText: new RegExp(button) })
      .first()
      .click({ timeout: 1_000 })
      .catch(() => undefined);
  if (read) {
    const texts = await page
      .locator(read)
      .evaluateAll(parts => parts.map(part => (part instanceof HTMLInputElement ? part.value : part.innerText)));
    // Written in one go, so that nobody reads half of it.
    const file = `${process.env.ANNUAL_REPORT_TEST_RESULTS}.window`;
    writeFileSync(`${file}.part`, texts.join('\n'));
    renameSync(`${file}.part`, file);
  }
}

/** Opens the menu of a file in the explorer and chooses an entry, by a regular expression. */
async function chooseInExplorer(page, { file, entry }) {
  const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).first();
  const item = page.locator('.monaco-menu .action-item', { hasText: new RegExp(entry) }).first();
  // A list that is just read anew closes the menu.
  for (let tries = 1; ; tries++) {
    await row.click({ button: 'right' });
    try {
      // A menu takes no click in its first moments, and is gone once it has taken one.
      await item.hover({ timeout: 5_000 });
      await page.waitForTimeout(500);
      await item.click({ timeout: 5_000 });
      await item.waitFor({ state: 'hidden', timeout: 2_000 });
      return;
    } catch (error) {
      if (tries === 4) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

async function main() {
  const settings = JSON.parse(readFileSync(join(data, 'User', 'settings.json'), 'utf8'));
  const vsix = process.env.ANNUAL_REPORT_TEST_VSIX;
  if (vsix !== undefined) await installExtension(vscode, data, vsix);
  const server = await startServer(vscode, data, { settings, smokeTest: true });
  const browser = await chromium.launch({ executablePath: vscode.browser, args: BROWSER_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, locale: 'zh-CN' });
    await page
      .context()
      .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: `http://${server.authority}` });
    // The display language as extensions see it; the window itself stays English without a language pack.
    await page.addInitScript(language => {
      globalThis._VSCODE_NLS_LANGUAGE = language;
    }, process.env.ANNUAL_REPORT_TEST_LANGUAGE ?? 'en');
    const messages = [];
    page.on('console', message => {
      if (!NOISE.test(message.text())) messages.push(message.text());
    });
    page.on('pageerror', error => messages.push(error.message));
    const ended = new Promise(done => {
      void page.exposeFunction('codeAutomationExit', code => {
        done(code);
      });
      setTimeout(() => {
        console.log(`测试在 ${String(TIME_LIMIT_MS / 1000)} 秒内没有结束 / the run did not end in time`);
        console.log(messages.slice(-40).join('\n'));
        done(1);
      }, TIME_LIMIT_MS).unref();
    });
    await page.exposeFunction('codeAutomationLog', (_type, args) => {
      const line = args.map(value => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
      const wish = line.indexOf(WISH);
      if (wish >= 0)
        void grant(page, JSON.parse(line.slice(wish + WISH.length))).catch(error => {
          console.log(String(error));
        });
      else if (!NOISE.test(line)) console.log(line);
    });
    const payload = [
      ['extensionDevelopmentPath', remoteUri(server, resolve(option('extensionDevelopmentPath')))],
      ['extensionTestsPath', remoteUri(server, resolve(option('extensionTestsPath')))],
      ['skipWelcome', 'true'],
    ];
    const shown = folder === undefined ? { ew: 'true' } : { folder: resolve(folder) };
    await page.goto(server.url({ ...shown, payload: JSON.stringify(payload) }));
    return await ended;
  } finally {
    await browser.close().catch(() => undefined);
    await server.stop();
  }
}

try {
  process.exit(await main());
} catch (error) {
  console.error(error);
  process.exit(1);
}
