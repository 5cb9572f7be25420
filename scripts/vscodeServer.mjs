// A real VS Code as a server on 127.0.0.1, seen through a browser.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { end, run, start } from './processes.mjs';

/** User settings that keep the window quiet: no welcome page, no look-ups, nothing that asks. */
export const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'workbench.reduceMotion': 'on',
  // As on the desktop; in a browser VS Code saves by itself.
  'files.autoSave': 'off',
};

/** Flags for a Chromium that serves one page of 127.0.0.1 and asks nobody else. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a server build (`vscode` of `ensureVSCode`) with its data below `folder`.
 *
 * Options: `settings` are added to the quiet ones, `env` reaches the extensions, `smokeTest` opens the door for test
 * modules (newer builds need it). Gives `{ port, url(query), stop(), log }`. Only who knows the token gets in.
 */
export async function startServer(vscode, folder, { settings = {}, env = {}, smokeTest = false } = {}) {
  const port = await freePort();
  const token = randomBytes(16).toString('hex');
  const { userData, data, extensions } = folders(folder);
  mkdirSync(join(userData, 'User'), { recursive: true });
  mkdirSync(extensions, { recursive: true });
  const settingsFile = join(userData, 'User', 'settings.json');
  if (!existsSync(settingsFile))
    writeFileSync(settingsFile, JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2));
  const log = join(folder, 'server.log');
  const output = openSync(log, 'a');
  const child = start(
    vscode.node,
    [
      join(vscode.root, 'out', 'server-main.js'),
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--connection-token',
      token,
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
      '--disable-workspace-trust',
      '--user-data-dir',
      userData,
      '--server-data-dir',
      data,
      '--extensions-dir',
      extensions,
      ...(smokeTest ? ['--enable-smoke-test-driver'] : []),
    ],
    { isLeaf: true, stdio: ['ignore', output, output], env: { ...process.env, ...env } },
  );
  let hasEnded = false;
  child.once('exit', () => {
    hasEnded = true;
  });
  child.once('error', () => {
    hasEnded = true;
  });
  const stop = () => end(child);
  for (let tries = 0; ; tries++) {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/version?tkn=${token}`).catch(() => undefined);
    if (answer?.ok) break;
    if (hasEnded || tries > 300) {
      await stop();
      throw new Error(`VS Code ${vscode.version} 没有启动，记录见 / did not start, log in ${log}`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return {
    port,
    log,
    stop,
    authority: `127.0.0.1:${String(port)}`,
    url: query => `http://127.0.0.1:${String(port)}/?${new URLSearchParams({ tkn: token, ...query }).toString()}`,
  };
}

/** Address of a file as a window of this server sees it. */
export function remoteUri(server, path) {
  return `vscode-remote://${server.authority}${encodeURI(path)}`;
}

/** Installs a .vsix for the server that will use the same `folder`; throws with the output when it is refused. */
export async function installExtension(vscode, folder, vsix) {
  const { userData, data, extensions } = folders(folder);
  const { code, output } = await run(
    vscode.node,
    [
      join(vscode.root, 'out', 'server-main.js'),
      '--install-extension',
      vsix,
      '--force',
      '--accept-server-license-terms',
      '--user-data-dir',
      userData,
      '--server-data-dir',
      data,
      '--extensions-dir',
      extensions,
    ],
    { timeoutMs: 120_000 },
  );
  if (code !== 0 || !output.includes('successfully installed'))
    throw new Error(`${vsix} 装不上 / cannot be installed\n${output}`);
}

function folders(folder) {
  const userData = join(folder, 'user');
  return { userData, data: join(userData, 'server'), extensions: join(folder, 'extensions') };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
