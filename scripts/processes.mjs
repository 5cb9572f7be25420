// Child processes that never outlive their parent: each is its own process group, and the group ends with us.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const isWindows = process.platform === 'win32';
const groups = new Set();

/** Starts a program as its own process group; the group is ended when this process ends. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { detached: !isWindows, windowsHide: true, ...options });
  groups.add(child);
  child.once('exit', () => { if (isWindows) groups.delete(child); });
  return child;
}

/** Ends a program started by `start` together with everything it started. */
export function end(child) {
  groups.delete(child);
  if (child.pid === undefined) return;
  try {
    if (isWindows) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group has ended already.
  }
}

function endAll() {
  for (const child of groups) end(child);
}

process.on('exit', endAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    endAll();
    process.exit(128 + constants.signals[signal]);
  });
}

/**
 * Runs a program to its end: `{ code, output, seconds }`. Never rejects; a program that cannot be started or takes
 * longer than `timeoutMs` gives a code other than 0 and says so in the output.
 */
export function run(command, args, { timeoutMs = 10 * 60_000, onData, ...options } = {}) {
  const began = Date.now();
  return new Promise(resolve => {
    let output = '';
    let stdout = '';
    const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const add = text => { output += text; onData?.(text); };
    const timer = setTimeout(() => {
      add(`\n${command}: ${String(timeoutMs / 1000)} s 内没有结束，已中止 / not finished in time, ended\n`);
      end(child);
    }, timeoutMs);
    const finish = code => {
      clearTimeout(timer);
      end(child);
      resolve({ code, output, stdout, seconds: (Date.now() - began) / 1000 });
    };
    child.stdout?.setEncoding('utf8').on('data', text => { stdout += text; add(text); });
    child.stderr?.setEncoding('utf8').on('data', add);
    child.once('error', error => { add(`${command}: ${error.message}\n`); finish(127); });
    child.once('close', (code, signal) => finish(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** The command line of npm itself: the one that runs this script, else the one on the PATH. */
export function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli !== undefined && /npm-cli\.[cm]?js$/.test(cli)) return [process.execPath, [cli, ...args], {}];
  return ['npm', args, { shell: isWindows }];
}
