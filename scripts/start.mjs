// Installs what is missing, builds, checks the drafts in examples/ in the terminal and opens them in VS Code.
//   npm start                    desktop VS Code if there is one, else a real VS Code in the browser on 127.0.0.1
//   npm start -- --no-open       ends after printing
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { run } from './processes.mjs';
import {
  cacheFolder,
  ensurePackages,
  ensureVSCode,
  findBrowser,
  ROOT,
  say,
  SetupError,
  temporaryFolder,
  VSCODES,
  which,
} from './setup.mjs';

const EXAMPLES = join(ROOT, 'examples');

/** Prints outline and findings of the examples; gives the path of the draft with most findings, the one worth opening. */
async function printExamples() {
  const cli = join(ROOT, 'dist', 'cli.js');
  const json = await run(process.execPath, [cli, 'check', '--format', 'json', '--fail-on', 'never', 'examples'], {
    cwd: ROOT,
  });
  if (json.code !== 0) throw new SetupError(json.output);
  const { files } = JSON.parse(json.stdout);
  for (const file of files) {
    const facts = [
      file.publicBody,
      file.reportYear === null ? null : `${String(file.reportYear)} 年`,
      file.edition === null ? null : `${file.edition} 格式`,
    ];
    console.log(`\n${file.path}（${facts.filter(fact => fact !== null).join('，') || '主体与年度未知'}）`);
    for (const section of file.sections) console.log(`  ${String(section.line).padStart(4)}  ${section.title}`);
  }
  console.log('');
  const text = await run(process.execPath, [cli, 'check', '--fail-on', 'never', 'examples'], { cwd: ROOT });
  console.log(text.output.trimEnd());
  return [...files].sort((a, b) => b.findings.length - a.findings.length)[0]?.path;
}

async function openInDesktop(code, draft) {
  say('在桌面版 VS Code 中打开 examples/', 'opening examples/ in the desktop VS Code');
  const args = ['--new-window', `--extensionDevelopmentPath=${ROOT}`, EXAMPLES, draft];
  spawn(code, args, { detached: true, stdio: 'ignore', shell: process.platform === 'win32' }).unref();
}

async function openInBrowser(draft) {
  const { installExtension, remoteUri, startServer } = await import('./vscodeServer.mjs');
  const isCached = version => existsSync(join(cacheFolder(), `vscode-${version}`));
  const { version } = VSCODES.findLast(entry => isCached(entry.version)) ?? VSCODES[0];
  const vscode = await ensureVSCode(version);
  const folder = temporaryFolder('start');
  const vsix = join(folder, 'annual-report.vsix');
  say('打包并安装扩展……', 'packaging and installing the extension…');
  const packed = await run(process.execPath, [join(ROOT, 'scripts', 'package.mjs'), '--out', vsix]);
  if (!existsSync(vsix)) throw new SetupError(packed.output);
  await installExtension(vscode, folder, vsix);
  const server = await startServer(vscode, folder, {
    settings: { 'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace" },
  });
  const url = server.url({ folder: EXAMPLES, payload: JSON.stringify([['openFile', remoteUri(server, draft)]]) });
  console.log(`\nVS Code ${version}:\n${url}\n`);
  say('按 Ctrl+C 结束', 'press Ctrl+C to end');
  openAddress(url);
  await new Promise(() => {
    setInterval(() => undefined, 60_000);
  });
}

/** Opens the user's own browser, or a Chromium where there is a screen; silent where there is neither. */
function openAddress(url) {
  const hasScreen = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? ['rundll32', ['url.dll,FileProtocolHandler', url]]
        : [hasScreen ? (which('xdg-open') ?? findBrowser()) : undefined, [url]];
  if (command === undefined) {
    say('这里没有屏幕，请在浏览器中打开上面的地址', 'no screen here: open the address above in a browser');
    return;
  }
  spawn(command, args, { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}

try {
  await ensurePackages();
  const built = await run(process.execPath, [join(ROOT, 'esbuild.js')], { cwd: ROOT });
  if (built.code !== 0) throw new SetupError(built.output);
  const draft = await printExamples();
  if (!process.argv.includes('--no-open')) {
    const shown = draft === undefined ? EXAMPLES : join(ROOT, draft);
    const desktop = process.env.VSCODE_EXECUTABLE ?? which('code') ?? which('codium');
    if (desktop === undefined) await openInBrowser(shown);
    else await openInDesktop(desktop, shown);
  }
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
