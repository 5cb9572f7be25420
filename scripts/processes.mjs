// Child processes that never outlive their parent: each is its own process group, and the group ends with us.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const isWindows = process.platform === 'win32';
const GRACE_MS = 3_000;
const running = new Set();

/**
 * Starts a program as its own process group; the group is ended when this process ends. One that starts groups of its
 * own with this module is asked to end, so that it can end them; any other is simply ended (`isLeaf`).
 */
export function start(command, args, { isLeaf = false, ...options } = {}) {
  const child = spawn(command, args, { detached: !isWindows, windowsHide: true, ...options });
  const entry = { child, isLeaf };
  running.add(entry);
  child.once('close', () => running.delete(entry));
  return child;
}

/** Ends a program started by `start` together with everything it started; settles when it has ended. */
export async function end(child) {
  const entry = [...running].find(one => one.child === child);
  if (entry === undefined) {
    // Ended by itself: what it may have left behind in its group.
    signal(child, 'SIGKILL');
    return;
  }
  const closed = new Promise(resolve => {
    child.once('close', resolve);
  });
  signal(child, entry.isLeaf ? 'SIGKILL' : 'SIGTERM');
  const timer = setTimeout(() => {
    signal(child, 'SIGKILL');
  }, GRACE_MS);
  await closed;
  clearTimeout(timer);
  signal(child, 'SIGKILL');
}

function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    if (isWindows) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, name);
  } catch {
    // The whole group has ended already.
  }
}

process.on('exit', () => {
  for (const { child, isLeaf } of running) signal(child, isLeaf ? 'SIGKILL' : 'SIGTERM');
});
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(name, () => {
    void Promise.all([...running].map(({ child }) => end(child))).then(() =>
      process.exit(128 + constants.signals[name]),
    );
  });
}

/**
 * Runs a program to its end: `{ code, output, stdout, stderr, seconds }`, `output` being both streams. Never rejects; a
 * program that cannot be started or takes longer than `timeoutMs` gives a code other than 0 and says so in the output.
 */
export function run(command, args, { timeoutMs = 10 * 60_000, onData, ...options } = {}) {
  const began = Date.now();
  return new Promise(resolve => {
    let output = '';
    let stdout = '';
    let stderr = '';
    const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const add = text => {
      output += text;
      onData?.(text);
    };
    const timer = setTimeout(() => {
      add(`\n${command}: ${String(timeoutMs / 1000)} s 内没有结束，已中止 / not finished in time, ended\n`);
      void end(child);
    }, timeoutMs);
    const finish = code => {
      clearTimeout(timer);
      void end(child);
      resolve({ code, output, stdout, stderr, seconds: (Date.now() - began) / 1000 });
    };
    child.stdout?.setEncoding('utf8').on('data', text => {
      stdout += text;
      add(text);
    });
    child.stderr?.setEncoding('utf8').on('data', text => {
      stderr += text;
      add(text);
    });
    child.once('error', error => {
      add(`${command}: ${error.message}\n`);
      finish(127);
    });
    child.once('close', (code, signal) => finish(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** The command line of npm itself: the one that runs this script, else the one on the PATH. */
export function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli !== undefined && /npm-cli\.[cm]?js$/.test(cli)) return [process.execPath, [cli, ...args], {}];
  return ['npm', args, { shell: isWindows }];
}
