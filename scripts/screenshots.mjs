// Takes the pictures of the README in a real VS Code and puts them into docs/images.
//   node scripts/screenshots.mjs [--vscode 1.139.1] [--out FOLDER] [--only begin|documents|tour]
// `begin` takes a clerk's first minute in an empty window, `documents` import, preview and export, `tour` all other
// pictures.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from './processes.mjs';
import {
  ensureBrowser,
  ensureFonts,
  ensurePackages,
  ensureVSCode,
  ROOT,
  say,
  SetupError,
  temporaryFolder,
  VSCODES,
} from './setup.mjs';
import { documentPictures, prepareWordFile } from './screenshots/documents.mjs';
import { formFrame } from '../test/vscode/formPage.mjs';
import { firstMinute } from './screenshots/firstMinute.mjs';
import { Window } from './screenshots/window.mjs';
import { BROWSER_FLAGS, installExtension, remoteUri, startServer } from './vscodeServer.mjs';

/** So long the page of the form takes to come into sight, and its marks after that. */
const PATIENCE_MS = 30_000;
const SETTLED_MS = 800;
const SIZE = { width: 1160, height: 640 };
const COUNTY = '临溪县2024年政府信息公开工作年度报告.md';
const WORKSPACE = '年报';
const FORESTRY = '临溪县林业局2023年政府信息公开年报.md';
const ARCHIVE = '临溪县档案馆2024年政府信息公开工作年度报告.md';
const WATER = '临溪县水利局2024年政府信息公开工作年度报告.md';
const HEALTH = '临溪县卫生健康局2024年政府信息公开工作年度报告.md';

const option = name => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const out = resolve(option('--out') ?? join(ROOT, 'docs', 'images'));

async function tour(window, lines) {
  const { page } = window;
  await page.locator('.tab.active').waitFor();
  // The outline in full: without the files above it, its sections folded.
  await page.locator('.explorer-folders-view').waitFor();
  // An outline that is opened before the server has started stays empty for long on a busy machine.
  await page.locator('.codelens-decoration a:visible').first().waitFor();
  await page.locator('.pane-header', { hasText: WORKSPACE }).click();
  await page.locator('.pane-header', { hasText: 'Outline' }).click();
  await page.locator('.outline-pane .monaco-list-row').nth(5).waitFor();
  await page.locator('.view-line', { hasText: '总体情况' }).first().click();
  await window.goTo(lines.broken);
  await page.locator('.view-overlays .squiggly-error').first().waitFor();
  await window.command('Go to Next Problem (Error, Warning, Info)');
  await page.locator('.zone-widget .descriptioncontainer').waitFor();
  await window.picture('outline-and-findings');
  await page.keyboard.press('Escape');

  // Tables are wide: without the side bar.
  await page.keyboard.press('Control+B');
  await window.goTo(lines.broken);
  await page.locator('.codelens-decoration a:visible').first().waitFor();
  await formPicture(window);
  await window.command('Refactor...');
  await page.locator('.action-widget .monaco-list-row', { hasText: 'HTML' }).waitFor();
  await window.picture('table-conversion');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+B');

  await window.goTo(lines.clause);
  await window.pointAt('第二十条');
  await page.locator('.monaco-hover:not(.hidden) .hover-row').first().waitFor();
  await window.picture('clause-hover');
  await page.mouse.move(SIZE.width - 20, SIZE.height - 60);

  await window.pointAt('第二十条');
  await page.mouse.down();
  await page.mouse.up();
  await window.command('Peek Definition');
  await page.locator('.peekview-widget .view-line', { hasText: '第二十条' }).first().waitFor();
  await window.picture('statute-peek');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill('#依申请公开 期限');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: '第三十三条' }).first().waitFor();
  await window.picture('clauses-by-topic');
  await page.keyboard.press('Escape');
  await window.command('List the statutes cited');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: '第二十条第' }).first().waitFor();
  await window.picture('citation-list');
  await page.keyboard.press('Escape');

  await window.openFile(FORESTRY);
  await window.goTo(lines.missing);
  await page.locator('.view-overlays [class*=squiggly]').first().waitFor();
  await window.command('Go to Next Problem (Error, Warning, Info)');
  const problem = page.locator('.zone-widget .descriptioncontainer');
  await problem.waitFor();
  await page.keyboard.press('Escape');
  await problem.waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').nth(1).waitFor();
  await window.picture('quick-fix');
  await page.keyboard.press('Escape');

  await window.openFile(HEALTH);
  await window.goTo(lines.empty);
  await page.keyboard.type('根据《');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: '政府信息公开条例' }).first().waitFor();
  await window.picture('citation-completion');
  await page.keyboard.press('Escape');
  for (let i = 0; i < '根据《'.length; i++) await page.keyboard.press('Backspace');
  await page.keyboard.type('b2', { delay: 80 });
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  // Nothing is chosen until the user chooses: an input method's Enter must not insert a table.
  await page.keyboard.press('ArrowDown');
  await page.locator('.suggest-widget.visible .monaco-list-row.focused').waitFor();
  await window.picture('table-completion');
  await page.keyboard.press('Enter');
  await page.locator('.view-line', { hasText: '行政许可' }).first().waitFor();
  await window.picture('table-inserted');

  await window.openFile(WATER);
  await window.goTo(lines.figures);
  await window.pointAt('182件');
  await page.locator('.monaco-hover:not(.hidden) .hover-row').first().waitFor();
  await window.picture('figure-hover');
  await page.mouse.move(SIZE.width - 20, SIZE.height - 60);
  await window.goTo(lines.figures);
  for (let i = 0; i < 13; i++) await page.keyboard.press('ArrowRight');
  await window.command('Peek Definition');
  await page.locator('.peekview-widget').waitFor();
  await page.waitForTimeout(500);
  await window.picture('figure-definition');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F2');
  await page.locator('.rename-box input:focus').waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('183');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: '修改这' }).waitFor();
  await window.picture('figure-rename');
  await page.keyboard.press('Escape');

  await window.openFile(ARCHIVE);
  await page.keyboard.press('Control+End');
  await window.copy(lines.table);
  await page.keyboard.press('Control+V');
  await page.locator('.view-line', { hasText: '结转下年度继续办理' }).first().waitFor();
  await page.locator('.post-edit-widget, .post-drop-widget').first().waitFor();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row', { hasText: '粘贴为标准表格' }).waitFor();
  await window.picture('paste-as-standard-table');
  await page.locator('.action-widget .monaco-list-row', { hasText: '粘贴为标准表格' }).click();
  await page.locator('.view-line', { hasText: '| 四、结转下年度继续办理' }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await page.locator('.view-line', { hasText: '临溪县档案馆2024年' }).first().waitFor();
  await page.locator('.outline-pane .monaco-list-row', { hasText: '表：' }).first().waitFor();
  await page.locator('.codelens-decoration a:visible').first().waitFor();
  await window.picture('pasted-table');
}

/** The table form at the cell that breaks an equation. */
async function formPicture(window) {
  const { page } = window;
  await window.command('Fill in the Tables in a Form');
  let form;
  for (const start = Date.now(); form === undefined; await page.waitForTimeout(200)) {
    form = await formFrame(page);
    if (form === undefined && Date.now() - start > PATIENCE_MS)
      throw new SetupError('表格窗体没有出现 / the table form did not appear');
  }
  await form.locator('[data-cell="requests newReceived total"]').click();
  await page.waitForTimeout(SETTLED_MS);
  await window.picture('table-form');
  await page.keyboard.press('Control+W');
  await page.locator('.view-line').first().waitFor();
}

/** The drafts of the journeys, with one wrong total; gives the lines worth showing. */
function prepareWorkspace(folder) {
  cpSync(join(ROOT, 'test', 'vscode', 'fixtures'), folder, { recursive: true });
  const original = readFileSync(join(ROOT, 'test', 'vscode', 'fixtures', COUNTY), 'utf8');
  const text = original.replace('| 2 | 0 | 30 |', '| 2 | 0 | 31 |');
  writeFileSync(join(folder, COUNTY), text);
  const begun =
    '# 临溪县卫生健康局2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n本局认真贯彻落实《条例》，主动公开政府信息。\n\n## 二、主动公开政府信息情况\n\n\n';
  writeFileSync(join(folder, HEALTH), begun);
  writeFileSync(
    join(folder, ARCHIVE),
    '# 临溪县档案馆2024年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n',
  );
  const lines = text.split('\n');
  // The county's tables with 182 new applications, and a text that states them.
  const tables = original
    .slice(original.indexOf('## 二、'))
    .replaceAll('| 23 | 4 | 0 | 1 | 2 | 0 | 30 |', '| 148 | 31 | 0 | 1 | 2 | 0 | 182 |')
    .replace('| 9 | 2 | 0 | 1 | 1 | 0 | 13 |', '| 134 | 29 | 0 | 1 | 1 | 0 | 165 |');
  const water = `# 临溪县水利局2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n全年收到政府信息公开申请182件，其中网上申请151件，占82.97%，书面申请31件，占17.03%。全部按期办结。\n\n${tables}`;
  writeFileSync(join(folder, WATER), water);
  return {
    figures: water.split('\n').findIndex(line => line.includes('182件')) + 1,
    table: tableOf(lines.slice(lines.findIndex(line => line.includes('勾稽关系为')))),
    broken: lines.findIndex(line => line.includes('| 31 |')) + 1,
    clause: lines.findIndex(line => line.includes('《条例》第二十条第（一）项')) + 1,
    empty: begun.split('\n').length - 1,
    missing:
      readFileSync(join(folder, FORESTRY), 'utf8')
        .split('\n')
        .findIndex(line => line.includes('其他需要报告的事项')) + 1,
  };
}

/** Cells of the pipe table that stands first in some lines. */
function tableOf(lines) {
  const end = lines.findIndex(line => !line.startsWith('|'));
  return lines
    .slice(0, end)
    .filter(line => !line.includes('---'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
}

const SETTINGS = {
  'editor.fontFamily': "'Noto Sans Mono CJK SC'",
  'editor.fontSize': 14,
  'workbench.colorTheme': 'Default Light Modern',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'breadcrumbs.enabled': true,
};

/** A window with the workspace and the county's draft open. */
function addressOfCounty(server, workspace) {
  return server.url({
    folder: workspace,
    payload: JSON.stringify([['openFile', remoteUri(server, join(workspace, COUNTY))]]),
  });
}

/** What pictures are taken of, each in a VS Code of its own. */
const PARTS = [
  { name: 'begin', settings: {}, address: server => server.url({ ew: 'true' }), take: firstMinute },
  {
    name: 'documents',
    settings: { 'workbench.activityBar.location': 'hidden' },
    address: addressOfCounty,
    take: documentPictures,
  },
  {
    name: 'tour',
    settings: { 'workbench.activityBar.location': 'hidden' },
    address: addressOfCounty,
    take: tour,
  },
];

/** Opens a window at an address and takes its pictures. */
async function visit(browser, server, address, take) {
  const page = await browser.newPage({ viewport: SIZE, locale: 'zh-CN' });
  await page
    .context()
    .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: `http://${server.authority}` });
  page.setDefaultTimeout(30_000);
  // The pictures speak Chinese, as the extension does in a Chinese VS Code.
  await page.addInitScript(() => {
    globalThis._VSCODE_NLS_LANGUAGE = 'zh-cn';
  });
  await page.goto(address);
  await page.locator('.monaco-workbench').waitFor();
  try {
    await take(new Window(page, out));
  } catch (error) {
    const last = join(tmpdir(), 'annual-report-last-screenshot.png');
    await page.screenshot({ path: last });
    say(`最后的画面 ${last}`, 'the last thing seen');
    throw error;
  }
}

async function main() {
  await ensurePackages();
  const { chromium } = await import('playwright-core');
  if (!(await ensureFonts())) throw new SetupError('没有中文字体（fonts-noto-cjk）/ no Chinese font');
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
    const workspace = join(folder, WORKSPACE);
    const lines = prepareWorkspace(workspace);
    await prepareWordFile(workspace, FORESTRY, join(folder, 'programs'));
    browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
    const only = option('--only');
    for (const part of PARTS.filter(({ name }) => only === undefined || name === only)) {
      const inside = join(folder, part.name);
      await installExtension(vscode, inside, vsix);
      server = await startServer(vscode, inside, { settings: { ...SETTINGS, ...part.settings } });
      await visit(browser, server, part.address(server, workspace), window => part.take(window, lines));
      await server.stop();
    }
  } finally {
    await browser?.close();
    await server?.stop();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
