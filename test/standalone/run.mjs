// Goes through the page that stands alone as a clerk does, by keyboard, in Chromium, from a plain web server that is
// then switched off.
//   node test/standalone/run.mjs [--results FILE] [--pictures FOLDER]
import { createServer } from 'node:http';
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import assert from 'node:assert/strict';
import { run } from '../../scripts/processes.mjs';
import { ensureBrowser, ROOT, SetupError, temporaryFolder } from '../../scripts/setup.mjs';
import { BROWSER_FLAGS } from '../../scripts/vscodeServer.mjs';
import { buildPage } from '../../scripts/web.mjs';
import { violationsOn } from '../vscode/ownPages.mjs';

const NAME = '临溪县2024年政府信息公开工作年度报告';
const DRAFT = join(ROOT, 'test', 'vscode', 'fixtures', `${NAME}.md`);
const ROW = '| 一、本年新收政府信息公开申请数量 |  |  | 23 | 4 | 0 | 1 | 2 | 0 | 30 |';
/** The total too large by one, and a figure that is still missing. */
const WRONG = '| 一、本年新收政府信息公开申请数量 |  |  |  | 4 | 0 | 1 | 2 | 0 | 31 |';
/** In the draft that is read from it the table is HTML. */
const cells = (...figures) => figures.map(figure => `<td>${figure}</td>`).join('');
const TITLE = /^# 临溪县人民政府2024年政府信息公开工作年度报告\n/;
/** Its own files alone, and no connection. */
const POLICY =
  /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[0-9a-f]{32}'; worker-src 'self'; frame-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'$/;
const PATIENCE_MS = 15_000;

const option = name => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const folder = temporaryFolder('page');
const pictures = option('--pictures');

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.png': 'image/png' };

/** A web server as plain as any: files of one folder, no headers of its own. */
async function serve(root) {
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).slice(1) || 'index.html';
    const file = join(root, name);
    if (name.includes('..') || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'text/plain' });
    createReadStream(file).pipe(response);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${String(server.address().port)}`,
    stop: () =>
      new Promise(done => {
        server.closeAllConnections();
        server.close(done);
      }),
  };
}

const outcomes = [];

/** One thing that a clerk does; those behind it need it. */
async function step(title, does) {
  const began = Date.now();
  try {
    await does();
    outcomes.push({ title, state: 'passed', elapsedMs: Date.now() - began });
    console.log(`✓ ${title} (${String(Date.now() - began)} ms)`);
  } catch (error) {
    outcomes.push({ title, state: 'failed', elapsedMs: Date.now() - began, error: error.stack ?? String(error) });
    console.log(`✗ ${title}\n${error.stack ?? error}`);
    throw error;
  }
}

async function picture(page, name) {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** Fills the dialog for files that a key opens. */
async function choose(page, file) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
  await chooser.setFiles(file);
}

/** A PDF file with one line of text. */
async function pdfFile(line) {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'test', 'support', 'pdf.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
  });
  const { pdf, text } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
  return pdf([{ content: text(100, 700, line) }]);
}

/** What a key downloads: its name, and its bytes. */
async function downloaded(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

async function walk(page, server) {
  const findings = page.locator('.findings > li');
  const summary = page.locator('.summary');
  const text = () =>
    page
      .locator('.cm-content')
      .evaluate(
        content =>
          content.cmTile?.view?.state.doc.toString() ?? content.cmView?.view?.state.doc.toString() ?? content.innerText,
      );
  const form = page.frameLocator('iframe').first();
  const preview = page.frameLocator('iframe').last();
  const word = join(folder, `${NAME}.docx`);
  const wrong = join(folder, 'wrong.md');
  writeFileSync(wrong, readFileSync(DRAFT, 'utf8').replace(ROW, WRONG));
  const { code, output } = await run(process.execPath, [join(ROOT, 'dist', 'cli.js'), 'convert', wrong, '-o', word]);
  assert.equal(code, 0, output);

  await step('打开网页：说明能做什么 / opens, and says what it is for', async () => {
    await page.goto(server.origin);
    await page.locator('.empty').waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy, POLICY);
  });

  await step('按键打开 Word 文件：读成草稿，列出问题 / imports a Word file, findings are listed', async () => {
    await choose(page, word);
    await findings.first().waitFor();
    assert.match(await text(), TITLE);
    await summary.filter({ hasText: /错误|警告/ }).waitFor();
    await page.locator('.notice', { hasText: '已打开' }).getByRole('button', { name: '知道了' }).click();
    await picture(page, 'web-findings');
  });

  await step('填表：键盘填上缺的数 / the table form, by keyboard', async () => {
    await page.keyboard.press('Alt+2');
    const cell = form.locator('[data-cell="requests newReceived naturalPerson"]');
    await cell.waitFor();
    await cell.focus();
    await page.keyboard.type('23');
    await page.keyboard.press('Enter');
    await form.locator('[data-cell="requests newReceived naturalPerson"] .text', { hasText: '23' }).waitFor();
    await picture(page, 'web-form');
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await text()).includes(cells(23, 4, 0, 1, 2, 0, 31))) {
      assert.ok(Date.now() < deadline, await text());
      await page.waitForTimeout(100);
    }
  });

  await step('改错：回到问题，一键改好 / a finding is mended', async () => {
    await page.keyboard.press('Alt+1');
    await summary.filter({ hasText: '错误 1' }).waitFor();
    const opener = findings.filter({ hasText: '31' }).first().locator('.fix');
    await opener.focus();
    await page.keyboard.press('Enter');
    const fix = findings.locator('.fixes button', { hasText: '30' }).first();
    await fix.focus();
    await page.keyboard.press('Enter');
    await summary.filter({ hasText: '没有发现问题' }).waitFor();
    assert.ok((await text()).includes(cells(23, 4, 0, 1, 2, 0, 30)));
  });

  await step('预览 / the layout preview', async () => {
    await page.keyboard.press('Alt+3');
    await preview.locator('.paper', { hasText: '其他需要报告的事项' }).waitFor();
  });

  await step('导出 Word、网页，保存草稿 / exports Word and HTML, saves the draft', async () => {
    const docx = await downloaded(page, () => page.keyboard.press('Control+Shift+S'));
    assert.equal(docx.name, `${NAME}.docx`);
    assert.ok(strFromU8(unzipSync(docx.bytes)['word/document.xml']).includes('总体情况'));
    const html = await downloaded(page, () => page.getByRole('button', { name: '导出网页代码' }).first().click());
    assert.match(html.bytes.toString(), /^<h1 align="center"/);
    const draft = await downloaded(page, () => page.keyboard.press('Control+s'));
    assert.equal(draft.name, `${NAME}.md`);
    assert.equal(draft.bytes.toString(), await text());
  });

  await step('查找看不见的文字 / finds what is out of sight', async () => {
    await page.keyboard.press('Alt+1');
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+f');
    await page.getByRole('textbox', { name: '查找' }).fill('其他需要报告的事项');
    // The panel reads its field behind a key.
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.locator('.cm-searchMatch-selected', { hasText: '其他需要报告的事项' }).waitFor();
    await page.keyboard.press('Escape');
  });

  await step('打开 PDF / reads a PDF file', async () => {
    const file = join(folder, '临溪县气象局2024年政府信息公开工作年度报告.pdf');
    writeFileSync(file, await pdfFile('全年公开信息326条。'));
    await choose(page, file);
    await page.locator('.notice', { hasText: '已打开“临溪县气象局' }).waitFor();
    assert.match(await text(), /全年公开信息326条。/);
  });

  /** Drops a file on the text, as from the desktop. */
  const drop = async (name, content) => {
    const data = await page.evaluateHandle(
      ([called, words]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([words], called));
        return transfer;
      },
      [name, content],
    );
    await page.dispatchEvent('.text', 'drop', { dataTransfer: data });
    await page.locator('.notice', { hasText: `已打开“${name}”` }).waitFor();
  };

  await step('拖进来一个网页文件 / an HTML file is dropped', async () => {
    await drop(
      '档案馆.html',
      '<!DOCTYPE html><h1>临溪县档案馆2024年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>正文。</p>',
    );
    assert.match(await text(), /^# 临溪县档案馆2024年政府信息公开工作年度报告\n\n## 一、总体情况/);
  });

  await step('恶意的草稿只作文字显示 / a hostile draft is words', async () => {
    const hostile =
      '开头&lt;img src=x onerror="wasRun=true"&gt;<img src="http://127.0.0.1:1/x" onerror="wasRun=true"><script>wasRun=true</script>';
    await drop('恶意.md', `# 临溪县2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n${hostile}\n`);
    await page.keyboard.press('Alt+3');
    await preview.locator('.paper', { hasText: '开头' }).waitFor();
    assert.match(await preview.locator('.paper').innerText(), /开头<img src=x onerror="wasRun=true">/);
    for (const frame of page.frames()) assert.equal(await frame.evaluate(() => globalThis.wasRun), undefined);
  });

  await step('关掉服务器：网页照样打开、检查、导出 / the server is switched off', async () => {
    await page.evaluate(() => navigator.serviceWorker.ready);
    await server.stop();
    await page.context().setOffline(true);
    await page.goto(server.origin);
    await choose(page, word);
    await summary.filter({ hasText: '错误 3' }).waitFor();
    const docx = await downloaded(page, () =>
      page.keyboard.press('Control+Shift+S').then(() => page.getByRole('button', { name: '仍然导出' }).click()),
    );
    assert.equal(docx.name, `${NAME}.docx`);
  });

  await step('改用英文：草稿还在 / English, with the draft', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await summary.filter({ hasText: 'Errors 3' }).waitFor();
    assert.match(await text(), TITLE);
  });

  await step('检查程序停了：自己重新启动，文字还在 / a checker that stopped is started again', async () => {
    const [checker] = page.workers().filter(worker => worker.url().endsWith('/server.js'));
    await checker.evaluate(() => {
      setTimeout(() => self.close());
    });
    // Half a minute until it is asked, and what it may take to answer.
    await page.clock.runFor(30_000);
    await page.waitForTimeout(200);
    await page.clock.runFor(21_000);
    await page.locator('.notice', { hasText: 'started again' }).getByRole('button', { name: 'Close' }).click();
    await summary.filter({ hasText: 'Errors 3' }).waitFor();
    assert.match(await text(), TITLE);
  });

  await step('axe-core：浅色宽的、深色窄的，各个面板 / axe-core', async () => {
    for (const [colorScheme, isNarrow] of [
      ['light', false],
      ['dark', true],
    ]) {
      await page.emulateMedia({ colorScheme });
      for (const key of ['1', '2', '3']) {
        await page.keyboard.press(`Alt+${key}`);
        await page.waitForTimeout(300);
        for (const frame of page.frames()) {
          if (frame !== page.mainFrame() && !(await (await frame.frameElement()).isVisible())) continue;
          const { violations, passes } = await violationsOn(page, frame, isNarrow);
          assert.deepEqual(violations, [], `${frame.url()} ${colorScheme} ${key}`);
          assert.ok(passes > 5, frame.url());
        }
      }
    }
  });

  await step('新建另一种年度报告 / a new report of another kind', async () => {
    await page.getByRole('button', { name: 'New annual report' }).click();
    const dialog = page.getByRole('dialog');
    const discard = page.locator('.notice.warning').getByRole('button').first();
    await dialog.or(discard).first().waitFor();
    if (await discard.isVisible()) await discard.click();
    await dialog.getByLabel('Kind of report').selectOption('rule-of-law-report');
    assert.equal(await dialog.getByLabel('Year').getAttribute('min'), '2015');
    await dialog.getByLabel('Full name of the public body').fill('青石县司法局');
    await dialog.getByLabel('Year').fill('2024');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.locator('.cm-content', { hasText: '青石县司法局2024年法治政府建设年度报告' }).waitFor();
  });
}

try {
  const out = join(folder, 'web');
  await buildPage(out);
  const executablePath = await ensureBrowser();
  const server = await serve(out);
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'zh-CN',
      acceptDownloads: true,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.clock.install();
    const asked = new Set();
    const complaints = [];
    context.on('request', request => asked.add(new URL(request.url()).origin));
    // From now on, so that no dialog opens before somebody waits for it.
    page.on('filechooser', () => undefined);
    page.on('console', message => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', error => complaints.push(error.message));
    await walk(page, server);
    await step('没有出错的话，也没有问过别处 / no complaint, and nobody else was asked', async () => {
      assert.deepEqual(complaints, []);
      assert.deepEqual(
        [...asked].filter(origin => origin !== server.origin && origin !== 'null'),
        [],
      );
    });
  } finally {
    await browser.close().catch(() => undefined);
    await server.stop().catch(() => undefined);
  }
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
const file = option('--results');
if (file !== undefined)
  writeFileSync(file, JSON.stringify({ name: 'Chromium', code: process.exitCode ?? 0, outcomes }));
process.exit();
