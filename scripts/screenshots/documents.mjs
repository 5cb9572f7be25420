// Pictures of importing, of the layout preview and of exporting.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../processes.mjs';
import { ROOT, SetupError } from '../setup.mjs';

/** The menu for export and what is beside it. */
const MENU_HEIGHT = 370;
/** So long menus and pages take to come into sight. */
const SETTLED_MS = 800;

/** Writes the Word file that is imported, of a draft of the workspace. */
export async function prepareWordFile(workspace, draft, programs) {
  const built = await run(process.execPath, [join(ROOT, 'esbuild.js'), '--out', programs]);
  if (built.code !== 0) throw new SetupError(built.output);
  const file = join(workspace, draft.replace(/\.md$/, '.docx'));
  const { output } = await run(process.execPath, [
    join(programs, 'cli.js'),
    'convert',
    join(workspace, draft),
    '-o',
    file,
  ]);
  if (!existsSync(file)) throw new SetupError(output);
}

/** A folder with a Word file: its menu, then the draft with its preview and the menu for export. */
export async function documentPictures(window) {
  const { page } = window;
  await page.locator('.tab.active').waitFor();
  await page.locator('.codelens-decoration a:visible').first().waitFor();
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: '.docx' }).click({ button: 'right' });
  const entry = page.locator('.monaco-menu .action-item', { hasText: /导入文档为草稿|Import Document as Draft/ });
  await entry.waitFor();
  await entry.hover();
  await page.waitForTimeout(SETTLED_MS);
  await window.picture('import');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+B');
  await page.locator('.view-line').first().click();
  await window.command('Open Layout Preview to the Side');
  const frame = await until(async () => {
    for (const each of page.frames()) if ((await each.$('.paper table').catch(() => null)) !== null) return each;
    return undefined;
  });
  await frame.locator('mark').first().waitFor();
  await frame.locator('mark.error').first().click();
  await page.mouse.move(5, 5);
  await page.waitForTimeout(SETTLED_MS);
  await page.keyboard.press('Escape');
  await window.picture('layout-preview');

  await page.locator('.editor-actions [aria-label^="More Actions"]').first().click();
  const menu = page.locator('.monaco-menu .action-item', { hasText: /导出年报|Export Annual Report/ });
  await menu.waitFor();
  await menu.hover();
  await page.getByText(/^(?:复制网页代码|Copy HTML)$/).waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await window.picture('export', MENU_HEIGHT);
}

const PATIENCE_MS = 30_000;

async function until(probe) {
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS;) {
    const found = await probe();
    if (found !== undefined) return found;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new SetupError('版面预览没有出现 / the preview did not appear');
}
