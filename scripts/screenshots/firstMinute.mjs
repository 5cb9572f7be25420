// A clerk's first minute: pictures of it, and whether saving proposes the right name in an empty window.
import { SetupError } from '../setup.mjs';

const BODY = '临溪县水利局';
/** So long pictures and icons take to come into sight. */
const SETTLED_MS = 800;
const PATIENCE_MS = 10_000;

/** An empty window: walkthrough, side bar, a new report, and the name that saving proposes. */
export async function firstMinute(window) {
  const { page } = window;
  await page.locator('.composite-bar .action-item', { has: page.locator('[aria-label^="年报"]') }).waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await window.command('Open the Walkthrough');
  await page.locator('.gettingStartedDetailsContent .getting-started-step').nth(2).waitFor();
  await page.locator('.gettingStartedDetailsContent img').first().waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await window.picture('walkthrough');
  await page.keyboard.press('Control+W');
  await window.command('View: Show 年报');
  const create = page.locator('.welcome-view-content a', { hasText: '新建年度报告' });
  await create.waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await window.picture('side-bar');
  await create.click();
  const box = page.locator('.quick-input-widget input').first();
  await box.waitFor();
  await page.keyboard.insertText(BODY);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: '年度' }).first().waitFor();
  await page.keyboard.press('Enter');
  // No folder is open: where it will be saved is asked.
  let proposed = '';
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS && !proposed.endsWith('.md');) {
    await page.waitForTimeout(100);
    proposed = await box.inputValue().catch(() => '');
  }
  if (!new RegExp(`/${BODY}20\\d\\d年政府信息公开工作年度报告\\.md$`).test(proposed))
    throw new SetupError(`提议保存的名字不对 / the wrong name is proposed: ${proposed}`);
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: BODY }).waitFor();
  await page.locator('.statusbar-item', { hasText: '已写 0/6 部分' }).waitFor();
  await page.locator('.view-overlays [class*=squiggly]').first().waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await window.picture('skeleton');
}
