#!/usr/bin/env node
// Stands in for the VS Code executable where there is no desktop: takes the arguments @vscode/test-electron gives,
// opens a server build in Chromium and exits with the code of the test run.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { lendHands, NOISE } from './windowHands.mjs';
import { BROWSER_FLAGS, installExtension, remoteUri, startServer } from '../../scripts/vscodeServer.mjs';

const TIME_LIMIT_MS = 420_000;

const vscode = JSON.parse(process.env.ANNUAL_REPORT_TEST_VSCODE ?? '{}');
const option = name =>
  process.argv
    .slice(2)
    .find(text => text.startsWith(`--${name}=`))
    ?.slice(name.length + 3);
const folder = process.argv.slice(2).find(text => !text.startsWith('-'));
const data = resolve(option('user-data-dir') ?? '.');

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
    await lendHands(page, {
      tell: (name, said) => {
        // Whole at once: it is read as soon as it is there.
        const file = join(process.env.ANNUAL_REPORT_TEST_ANSWERS, name);
        writeFileSync(`${file}.part`, said);
        renameSync(`${file}.part`, file);
      },
      log: line => {
        if (!NOISE.test(line)) console.log(line);
      },
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
