// Builds two states of the program: a commit, in a scratch worktree outside the checkout, and the working tree.
import { cpSync, existsSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { npm, run } from '../processes.mjs';
import { cached, ROOT, say, SetupError, temporaryFolder } from '../setup.mjs';

const git = (...args) => run('git', args, { cwd: ROOT });

/** Hash of the commit that a revision names; undefined where it names none. */
export async function commitOf(revision) {
  const { code, stdout } = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
  return code === 0 ? stdout.trim() : undefined;
}

/** Folder with the bundles of a commit. They are kept in the project's cache, so that a second run does not build. */
export function builtCommit(commit) {
  return cached(`built-${commit}`, async folder => {
    say(`取出并构建 ${commit.slice(0, 10)}……`, `checking out and building ${commit.slice(0, 10)}…`);
    const tree = join(temporaryFolder('same'), `same-${commit.slice(0, 10)}`);
    const added = await git('worktree', 'add', '--detach', tree, commit);
    if (added.code !== 0) throw new SetupError(`git worktree add: ${added.output}`);
    try {
      await providePackages(tree);
      await build(tree, []);
      cpSync(join(tree, 'dist'), folder, { recursive: true });
    } finally {
      await git('worktree', 'remove', '--force', tree);
    }
  });
}

/** Folder with the bundles of the working tree, changes that are not committed included. */
export async function builtWorkingTree() {
  const folder = join(temporaryFolder('same'), 'dist');
  await build(ROOT, ['--out', folder]);
  return folder;
}

async function build(tree, args) {
  const { code, output } = await run(process.execPath, ['esbuild.js', ...args], { cwd: tree });
  if (code !== 0) throw new SetupError(`构建失败 / the build failed: ${tree}\n${output}`);
}

/** The packages of the present checkout where the other tree locks the same ones, else its own, by its own set-up. */
async function providePackages(tree) {
  if (lockedPackages(tree) === lockedPackages(ROOT)) {
    symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(tree, 'node_modules'), 'junction');
    return;
  }
  say('依赖包不同，另行安装……', 'other packages: installing them…');
  const [command, args, options] = existsSync(join(tree, 'scripts', 'setup.mjs'))
    ? [process.execPath, [join(tree, 'scripts', 'setup.mjs')], {}]
    : npm('ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund');
  const { code, output } = await run(command, args, { ...options, cwd: tree });
  if (code !== 0) throw new SetupError(`依赖包安装失败 / packages cannot be installed\n${output}`);
}

/** What a lock file installs, name and version of the project itself left out. */
function lockedPackages(tree) {
  const file = join(tree, 'package-lock.json');
  if (!existsSync(file)) return '';
  const { '': _, ...packages } = JSON.parse(readFileSync(file, 'utf8')).packages;
  return JSON.stringify(packages);
}
