// Runs the journeys in a real VS Code.
//   node test/vscode/launch.mjs [--vscode 1.100.3] [--language zh-cn] [--vsix FILE] [--empty] [--results FILE]
// With --vsix the extension is installed from the package instead of run from the checkout, with --empty no folder is
// open, and the journeys are those of such a window. ANNUAL_REPORT_TEST_GREP runs only the journeys whose names match it,
// ANNUAL_REPORT_TEST_SKIP only those whose names do not.
// VSCODE_TEST_HOST=desktop|server|auto chooses the host. `auto`: the executable named by VSCODE_EXECUTABLE, else a
// downloaded desktop VS Code where a screen and the download are within reach, else the server build in Chromium.
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { run } from '../../scripts/processes.mjs';
import {
  cacheFolder,
  ensureBrowser,
  ensureVSCode,
  ROOT,
  say,
  SetupError,
  temporaryFolder,
  VSCODES,
  which,
} from '../../scripts/setup.mjs';
import { QUIET_SETTINGS } from '../../scripts/vscodeServer.mjs';

const HERE = join(ROOT, 'test', 'vscode');
const OUT = join(ROOT, 'dist', 'test');
const DOWNLOAD_PATIENCE_MS = 6_000;

/** Bundles the test module; esbuild resolves what VS Code cannot. */
async function bundle() {
  await build({
    entryPoints: {
      index: join(HERE, 'index.ts'),
      journeys: join(HERE, 'journeys.ts'),
      emptyWindowJourneys: join(HERE, 'emptyWindowJourneys.ts'),
    },
    outdir: OUT,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

async function executable(version, folder) {
  const host = process.env.VSCODE_TEST_HOST ?? 'auto';
  if (host !== 'server') {
    const desktop = process.env.VSCODE_EXECUTABLE ?? (await downloaded(version));
    if (desktop !== undefined) return { path: onScreen(desktop, folder), desktop, name: 'desktop', env: {} };
    if (host === 'desktop') throw new Error('没有桌面版 VS Code / no desktop VS Code');
  }
  const browser = await ensureBrowser();
  const vscode = { ...(await ensureVSCode(version)), browser };
  return {
    path: join(HERE, 'server-shim.mjs'),
    name: 'server',
    env: { ANNUAL_REPORT_TEST_VSCODE: JSON.stringify(vscode), ANNUAL_REPORT_TEST_HANDS: 'yes' },
  };
}

/** A downloaded desktop VS Code; undefined when there is no screen or no answer within a few seconds. */
async function downloaded(version) {
  const hasScreen =
    process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY || which('xvfb-run');
  if (!hasScreen) return undefined;
  let hasAnswered = false;
  const download = downloadAndUnzipVSCode({
    version,
    cachePath: join(cacheFolder(), 'desktop'),
    timeout: DOWNLOAD_PATIENCE_MS,
    reporter: {
      report: ({ stage }) => {
        hasAnswered ||= stage === 'downloading' || stage === 'foundMatchingInstall';
      },
      error: () => undefined,
    },
  }).catch(() => undefined);
  const impatience = new Promise(resolve => {
    setTimeout(() => {
      if (!hasAnswered) resolve(undefined);
    }, DOWNLOAD_PATIENCE_MS);
  });
  const path = await Promise.race([download, impatience]);
  if (path === undefined)
    say('桌面版 VS Code 下载不到，改用服务器版', 'desktop VS Code is out of reach, using the server build');
  return path;
}

/** On Linux without a screen the executable runs below a virtual one. */
function onScreen(path, folder) {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return path;
  const wrapper = join(folder, 'vscode-on-virtual-screen');
  writeFileSync(wrapper, `#!/bin/sh\nexec xvfb-run -a '${path}' "$@"\n`);
  chmodSync(wrapper, 0o755);
  return wrapper;
}

/** Installs the package where the window will look for extensions; the server build does so itself. */
async function install(host, vsix, data, extensions) {
  if (host.desktop === undefined) return { ANNUAL_REPORT_TEST_VSIX: vsix };
  const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(host.desktop, { reuseMachineInstall: true });
  const { code, output } = await run(cli, [
    ...args,
    '--install-extension',
    vsix,
    `--user-data-dir=${data}`,
    `--extensions-dir=${extensions}`,
  ]);
  if (code !== 0) throw new Error(output);
  return {};
}

/** An extension that does nothing: with the package installed, something else has to be the one under development. */
function emptyExtension(folder) {
  const path = join(folder, 'empty-extension');
  mkdirSync(path);
  writeFileSync(
    join(path, 'package.json'),
    JSON.stringify({ name: 'empty', publisher: 'test', version: '1.0.0', engines: { vscode: '^1.91.0' } }),
  );
  return path;
}

/** Runs the journeys once: `{ name, code, outcomes }`. */
async function runJourneys({ version = VSCODES[0].version, language = 'en', vsix, isEmpty = false } = {}) {
  const folder = temporaryFolder('journeys');
  await bundle();
  const host = await executable(version, folder);
  const workspace = join(folder, '年报 草稿');
  cpSync(join(HERE, 'fixtures'), workspace, { recursive: true });
  const data = join(folder, 'data');
  mkdirSync(join(data, 'User'), { recursive: true });
  writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify(QUIET_SETTINGS));
  const corpus = join(ROOT, '..', 'shared', 'corpus');
  const results = join(folder, 'results.json');
  const answers = join(folder, 'answers');
  mkdirSync(answers);
  const extensions = join(folder, 'extensions');
  const installed = vsix === undefined ? {} : await install(host, vsix, data, extensions);
  let code = 0;
  try {
    await runTests({
      vscodeExecutablePath: host.path,
      extensionDevelopmentPath: vsix === undefined ? ROOT : emptyExtension(folder),
      extensionTestsPath: join(OUT, 'index.cjs'),
      launchArgs: [
        ...(isEmpty ? [] : [workspace]),
        `--user-data-dir=${data}`,
        `--extensions-dir=${extensions}`,
        `--locale=${language}`,
      ],
      extensionTestsEnv: {
        ...host.env,
        ...installed,
        ANNUAL_REPORT_TEST_RESULTS: results,
        ANNUAL_REPORT_TEST_ANSWERS: answers,
        ANNUAL_REPORT_READING_PAGE: join(ROOT, 'docs', 'reading.md'),
        ANNUAL_REPORT_TEST_LANGUAGE: language,
        ANNUAL_REPORT_TEST_JOURNEYS: isEmpty ? 'emptyWindowJourneys' : 'journeys',
        ...(existsSync(corpus) ? { ANNUAL_REPORT_TEST_CORPUS: corpus } : {}),
      },
    });
  } catch {
    code = 1;
  }
  const written = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined;
  return {
    name: `VS Code ${written?.version ?? version} (${host.name}, ${written?.language ?? language})`,
    code,
    outcomes: written?.outcomes ?? [],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = name => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
  const file = option('--results');
  let report;
  try {
    report = await runJourneys({
      version: option('--vscode'),
      language: option('--language'),
      vsix: option('--vsix'),
      isEmpty: process.argv.includes('--empty'),
    });
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exit(1);
  }
  if (file !== undefined) writeFileSync(file, JSON.stringify(report));
  process.exit(report.code);
}
