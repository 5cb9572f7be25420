// Runs the journeys in the web extension host of a VS Code, the extension as it is packed.
//   node test/vscode/launchWeb.mjs [--vscode 1.91.1] [--language zh-cn] [--vsix FILE] [--results FILE]
// A version of `VSCODES` has the extension run in the browser although there is a server (as in a remote window), one of
// `WEB_VSCODES` has nothing but a browser. Without --vsix the extension is run from the checkout.
// ANNUAL_REPORT_TEST_GREP and ANNUAL_REPORT_TEST_SKIP choose journeys, as for launch.mjs.
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { unzipSync } from 'fflate';
import { chromium } from 'playwright-core';
import {
  ensureBrowser,
  ensureVSCode,
  ensureWebVSCode,
  ROOT,
  SetupError,
  temporaryFolder,
  WEB_VSCODES,
} from '../../scripts/setup.mjs';
import { BROWSER_FLAGS, remoteUri, startServer } from '../../scripts/vscodeServer.mjs';
import { startWebHost } from './webHost.mjs';
import { lendHands, NOISE } from './windowHands.mjs';

const HERE = join(ROOT, 'test', 'vscode');
const TESTS = 'dist/test/web.js';
const TIME_LIMIT_MS = 900_000;

/** The folder of the extension as it is packed, without what runs it in Node.js. */
function stage(folder, vsix) {
  const extension = join(folder, 'extension');
  if (vsix === undefined) {
    mkdirSync(extension);
    for (const name of ['dist', 'docs', 'examples', 'icons', 'schemas', 'snippets', 'syntaxes'])
      symlinkSync(join(ROOT, name), join(extension, name), 'junction');
    for (const name of ['package.json', 'package.nls.json', 'package.nls.zh-cn.json', 'language-configuration.json'])
      cpSync(join(ROOT, name), join(extension, name));
  } else
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(vsix)))) {
      if (!name.startsWith('extension/') || name.endsWith('/')) continue;
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
  const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  delete manifest.main;
  writeFileSync(join(extension, 'package.json'), JSON.stringify(manifest));
  return extension;
}

/** Bundles the test module for a worker: what journeys ask of Node.js has a stand-in there. */
async function bundle(outfile, environment) {
  const standIns = { 'node:assert/strict': 'assert.ts', './answers.ts': 'answers.ts' };
  await build({
    entryPoints: [join(HERE, 'web', 'index.ts')],
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    charset: 'utf8',
    sourcemap: 'inline',
    external: ['vscode'],
    define: { 'process.env': JSON.stringify(environment) },
    logLevel: 'warning',
    plugins: [
      {
        name: 'stand-ins',
        setup: ({ onResolve }) => {
          onResolve({ filter: /^(?:node:assert\/strict|\.\/answers\.ts)$/ }, ({ path }) => ({
            path: join(HERE, 'web', standIns[path]),
          }));
        },
      },
    ],
  });
}

/** Opens the window in which the tests run: gives its address, and what ends it. */
async function openHost({ version, folder, extension, host }) {
  if (WEB_VSCODES.some(each => each.version === version)) return { url: host.origin, stop: async () => undefined };
  const server = await startServer(await ensureVSCode(version), join(folder, 'data'), { smokeTest: true });
  const workspace = join(folder, '年报 草稿');
  cpSync(join(HERE, 'fixtures'), workspace, { recursive: true });
  const payload = [
    ['extensionDevelopmentPath', remoteUri(server, extension)],
    ['extensionTestsPath', remoteUri(server, join(extension, TESTS))],
    ['skipWelcome', 'true'],
  ];
  return { url: server.url({ folder: workspace, payload: JSON.stringify(payload) }), stop: server.stop };
}

/** Runs the journeys once: `{ name, code, outcomes }`. */
async function runJourneys({ version = WEB_VSCODES[0].version, language = 'en', vsix } = {}) {
  const folder = temporaryFolder('web');
  const isWeb = WEB_VSCODES.some(each => each.version === version);
  const executablePath = await ensureBrowser();
  const web = isWeb ? await ensureWebVSCode(version) : undefined;
  const extension = stage(folder, vsix);
  const fixtures = join(HERE, 'fixtures');
  const host = await startWebHost({ here: HERE, web, extension, tests: TESTS, fixtures });
  const { ANNUAL_REPORT_TEST_GREP, ANNUAL_REPORT_TEST_SKIP } = process.env;
  await bundle(join(extension, TESTS), {
    ANNUAL_REPORT_TEST_HANDS: 'yes',
    ANNUAL_REPORT_TEST_LAUNCHER: host.origin,
    ANNUAL_REPORT_TEST_GREP,
    ANNUAL_REPORT_TEST_SKIP,
  });
  const opened = await openHost({ version, folder, extension, host });
  // A profile of its own, which lets the frames of webviews have the service workers that they need: other profiles
  // take them for strangers there.
  const profile = join(folder, 'browser');
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: BROWSER_FLAGS,
    viewport: { width: 1200, height: 900 },
    locale: 'zh-CN',
  });
  try {
    const page = await browser.newPage();
    await browser.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(opened.url).origin });
    // The display language as extensions see it; the window itself stays English without a language pack.
    await page.addInitScript(name => {
      globalThis._VSCODE_NLS_LANGUAGE = name;
    }, language);
    const messages = [];
    page.on('console', message => {
      if (!NOISE.test(message.text())) messages.push(message.text());
    });
    page.on('pageerror', error => messages.push(error.message));
    const ended = new Promise(done => {
      void page.exposeFunction('codeAutomationExit', done);
      setTimeout(() => {
        console.log(`测试在 ${String(TIME_LIMIT_MS / 1000)} 秒内没有结束 / the run did not end in time`);
        console.log(messages.slice(-40).join('\n'));
        done(1);
      }, TIME_LIMIT_MS).unref();
    });
    await lendHands(page, {
      tell: (name, said) => host.answers.set(name, said),
      log: line => {
        if (!NOISE.test(line)) console.log(line);
      },
    });
    await page.goto(opened.url);
    const code = await ended;
    const said = host.results();
    if (said === undefined) console.log(messages.slice(-40).join('\n'));
    const kind = isWeb ? 'web' : 'web extension host';
    return {
      name: `VS Code ${said?.version ?? version} (${kind}, ${said?.language ?? language})`,
      code,
      outcomes: said?.outcomes ?? [],
    };
  } finally {
    await browser.close().catch(() => undefined);
    await opened.stop();
    await host.stop();
  }
}

const option = name => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
try {
  const report = await runJourneys({
    version: option('--vscode'),
    language: option('--language'),
    vsix: option('--vsix'),
  });
  const file = option('--results');
  if (file !== undefined) writeFileSync(file, JSON.stringify(report));
  process.exit(report.code);
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exit(1);
}
