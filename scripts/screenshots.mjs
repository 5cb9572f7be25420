// Takes the pictures of the README in a real VS Code and puts them into docs/images.
//   node scripts/screenshots.mjs [--vscode 1.139.1] [--out FOLDER]
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from './processes.mjs';
import { ensureBrowser, ensureFonts, ensurePackages, ensureVSCode, ROOT, say, SetupError, temporaryFolder, VSCODES } from './setup.mjs';
import { BROWSER_FLAGS, installExtension, remoteUri, startServer } from './vscodeServer.mjs';

const LARGEST_KB = 200;
const SIZE = { width: 1200, height: 720 };
const COUNTY = '临溪县2024年政府信息公开工作年度报告.md';
const FORESTRY = '临溪县林业局2023年政府信息公开年报.md';

const option = name => process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;
const out = resolve(option('--out') ?? join(ROOT, 'docs', 'images'));

/** The window as a person uses it: commands by F1, text by keyboard. */
class Window {
  constructor(page) {
    this.page = page;
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
    await this.page.locator('.quick-input-widget .monaco-list-row', { hasText: name.slice(0, 8) }).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tab.active', { hasText: name.slice(0, 8) }).waitFor();
    await this.page.locator('.view-lines .view-line').first().waitFor();
  }

  /** Puts the cursor into a line and column, both from 1. */
  async goTo(line, column) {
    await this.page.keyboard.press('Control+G');
    const box = this.page.locator('.quick-input-widget input').first();
    await box.waitFor();
    await box.fill(`:${String(line)}:${String(column)}`);
    await this.page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
  }

  /** Writes the picture; PNG by its colours, so that text stays sharp and small. */
  async picture(name) {
    const file = join(out, `${name}.png`);
    await this.page.screenshot({ path: file, animations: 'disabled' });
    const size = statSync(file).size / 1024;
    if (size > LARGEST_KB) throw new SetupError(`${name}.png: ${size.toFixed(0)} KB > ${String(LARGEST_KB)} KB`);
    say(`${name}.png ${size.toFixed(0)} KB`, 'taken');
  }
}

async function tour(window, lines) {
  const { page } = window;
  await window.openFile(COUNTY);
  await page.locator('.view-overlays .squiggly-error').first().waitFor();
  await window.command('Explorer: Focus on Outline View');
  await page.locator('.outline-pane .monaco-list-row').nth(5).waitFor();
  await window.command('View: Focus Active Editor Group');
  await window.goTo(lines.broken, 1);
  await window.picture('outline-and-findings');

  await window.goTo(lines.clause.line, lines.clause.column);
  await window.command('Show or Focus Hover');
  await page.locator('.monaco-hover:not(.hidden) .hover-row').first().waitFor();
  await window.picture('clause-hover');
  await page.keyboard.press('Escape');

  await window.openFile(FORESTRY);
  await page.locator('.view-overlays [class*=squiggly]').first().waitFor();
  await window.command('Go to Next Problem (Error, Warning, Info)');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').nth(1).waitFor();
  await window.picture('quick-fix');
  await page.keyboard.press('Escape');

  await window.command('File: New Untitled Text File');
  await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
  await page.keyboard.insertText('# 临溪县人民政府2024年政府信息公开工作年度报告');
  await window.command('Change Language Mode');
  const box = page.locator('.quick-input-widget input').first();
  await box.fill('政府信息公开年报');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: '政府信息公开年报' }).first().waitFor();
  await page.keyboard.press('Enter');
  await box.waitFor({ state: 'hidden' });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('## 二、主动公开政府信息情况');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('b2', { delay: 80 });
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  await window.picture('table-completion');
  await page.keyboard.press('Enter');
  await page.locator('.view-line', { hasText: '行政许可' }).first().waitFor();
  await window.picture('table-inserted');
}

/** The drafts of the journeys, with one wrong total; gives the lines worth showing. */
function prepareWorkspace(folder) {
  cpSync(join(ROOT, 'test', 'vscode', 'fixtures'), folder, { recursive: true });
  const text = readFileSync(join(ROOT, 'test', 'vscode', 'fixtures', COUNTY), 'utf8').replace('| 2 | 0 | 30 |', '| 2 | 0 | 31 |');
  writeFileSync(join(folder, COUNTY), text);
  const lines = text.split('\n');
  const clauseLine = lines.findIndex(line => line.includes('《条例》第二十条第（一）项'));
  return {
    broken: lines.findIndex(line => line.includes('| 31 |')) + 1,
    clause: { line: clauseLine + 1, column: lines[clauseLine].indexOf('第二十条') + 3 },
  };
}

async function main() {
  await ensurePackages();
  const { chromium } = await import('playwright-core');
  if (!await ensureFonts()) throw new SetupError('没有中文字体（fonts-noto-cjk）/ no Chinese font');
  const vscode = await ensureVSCode(option('--vscode') ?? VSCODES.at(-1).version);
  const executablePath = await ensureBrowser();
  const folder = temporaryFolder('screenshots');
  mkdirSync(out, { recursive: true });
  let server;
  let browser;
  try {
    const vsix = join(folder, 'annual-report.vsix');
    const packed = await run(process.execPath, [join(ROOT, 'scripts', 'package.mjs'), '--out', vsix]);
    if (!existsSync(vsix)) throw new SetupError(packed.output);
    await installExtension(vscode, folder, vsix);
    const workspace = join(folder, '年报');
    const lines = prepareWorkspace(workspace);
    server = await startServer(vscode, folder, {
      settings: {
        'editor.fontFamily': "'Noto Sans Mono CJK SC'",
        'editor.fontSize': 14,
        'workbench.colorTheme': 'Default Light Modern',
        'window.commandCenter': false,
        'workbench.layoutControl.enabled': false,
        'workbench.activityBar.location': 'hidden',
        'breadcrumbs.enabled': true,
      },
    });
    browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
    const page = await browser.newPage({ viewport: SIZE, locale: 'zh-CN' });
    page.setDefaultTimeout(30_000);
    await page.goto(server.url({ folder: workspace, payload: JSON.stringify([['openFile', remoteUri(server, join(workspace, COUNTY))]]) }));
    await page.locator('.monaco-workbench').waitFor();
    await page.locator('.tab.active').waitFor();
    try {
      await tour(new Window(page), lines);
    } catch (error) {
      await page.screenshot({ path: join(folder, '..', 'annual-report-screenshot-failure.png') });
      throw error;
    }
  } finally {
    await browser?.close();
    server?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
