// Makes a release: version, change log, commit and tag in git; the .vsix, the package for npm and their checksums in
// release/. Nothing is published and nothing pushed: that stays with a person.
//   node scripts/release.mjs VERSION              in a clean checkout
//   node scripts/release.mjs VERSION --dry-run    all of it in a copy that is thrown away; the checkout stays as it is
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { follows, released } from './changelog.mjs';
import { run } from './processes.mjs';
import { ensurePackages, ROOT, say, SetupError, temporaryFolder } from './setup.mjs';

const isRehearsal = process.argv.includes('--dry-run');
const version = process.argv.slice(2).find(argument => !argument.startsWith('-'));

async function must(command, args, cwd) {
  const { code, stdout, output } = await run(command, args, { cwd });
  if (code !== 0) throw new SetupError(`${[command, ...args].join(' ')}\n${output}`);
  return stdout;
}

const git = (cwd, ...args) => must('git', args, cwd);

/** A copy of the checkout as it lies there, a repository of its own, which a rehearsal may change. */
async function copyOfCheckout() {
  const copy = join(temporaryFolder('release'), 'checkout');
  const files = await git(ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard');
  for (const file of files.split('\0').filter(name => name !== '' && existsSync(join(ROOT, name)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  // A link is no folder to git, and so is not what `node_modules/` leaves out.
  mkdirSync(join(copy, '.git', 'info'), { recursive: true });
  await git(copy, 'init', '-q', '-b', 'main');
  writeFileSync(join(copy, '.git', 'info', 'exclude'), 'node_modules\n');
  await git(copy, 'config', 'user.name', 'rehearsal');
  await git(copy, 'config', 'user.email', 'rehearsal@localhost');
  await git(copy, 'add', '-A');
  await git(copy, 'commit', '-q', '-m', 'before');
  return copy;
}

/** What forbids the release of a checkout, in words; undefined where nothing does. */
async function objection(root, current) {
  if (version === undefined || !follows(version, current))
    return `请给出 ${current} 之后的版本号，如 ${nextOf(current)} / give a version that follows ${current}`;
  if ((await git(root, 'status', '--porcelain')) !== '') return '有没有提交的改动 / there are uncommitted changes';
  if ((await git(root, 'tag', '--list', `v${version}`)) !== '')
    return `已有标签 v${version} / the tag is there already`;
  return undefined;
}

function nextOf(current) {
  const [major, minor] = current.split('.').map(Number);
  return `${String(major)}.${String(minor + 1)}.0`;
}

/** Puts the version into a file of JSON at each of the places that say the current one, all else as it is written. */
function replaceVersion(root, file, current, count) {
  const path = join(root, file);
  let left = count;
  const text = readFileSync(path, 'utf8').replaceAll(`"version": "${current}"`, found =>
    left-- > 0 ? `"version": "${version}"` : found,
  );
  if (left > 0) throw new SetupError(`${file} 里没有 ${current} / does not say ${current}`);
  writeFileSync(path, text);
}

/** The version that a file of the release says of itself. */
async function versionIn(file) {
  if (file.endsWith('.tgz')) {
    const { stdout } = await run('tar', ['xzOf', basename(file), 'package/package.json'], { cwd: dirname(file) });
    return JSON.parse(stdout).version;
  }
  const entries = unzipSync(readFileSync(file), { filter: ({ name }) => name === 'extension/package.json' });
  return JSON.parse(new TextDecoder().decode(entries['extension/package.json'])).version;
}

async function release(root) {
  const { version: current, name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const found = await objection(root, current);
  if (found !== undefined) throw new SetupError(found);
  const path = join(root, 'CHANGELOG.md');
  const { log, notes } = released(readFileSync(path, 'utf8'), version, new Date().toISOString().slice(0, 10));
  writeFileSync(path, log);
  replaceVersion(root, 'package.json', current, 1);
  // The lock file says it of itself and of its first package.
  replaceVersion(root, 'package-lock.json', current, 2);

  const folder = join(root, 'release');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const files = [`${name}-${version}.vsix`, `${name}-${version}.tgz`];
  for (const file of files) {
    const kind = file.endsWith('.tgz') ? ['--npm'] : [];
    await must(process.execPath, [join(root, 'scripts/package.mjs'), ...kind, '--out', join(folder, file)], root);
    const said = await versionIn(join(folder, file));
    if (said !== version) throw new SetupError(`${file}: ${String(said)}`);
  }
  const sums = files.map(
    file =>
      `${createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex')}  ${file}\n`,
  );
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
  writeFileSync(join(folder, 'NOTES.md'), `${notes}\n`);

  await git(
    root,
    'commit',
    '-q',
    '-m',
    `release: ${version}`,
    '--',
    'package.json',
    'package-lock.json',
    'CHANGELOG.md',
  );
  await git(root, 'tag', '-a', `v${version}`, '-m', version);
  if ((await git(root, 'status', '--porcelain')) !== '') throw new SetupError('提交后仍有改动 / changes are left');
  console.log(`v${version}\n${sums.join('')}`.trimEnd());
  return folder;
}

try {
  await ensurePackages();
  const folder = await release(isRehearsal ? await copyOfCheckout() : ROOT);
  if (isRehearsal) say('演练通过，什么也没有改动', 'rehearsed; nothing was changed');
  else
    say(
      `${folder}：核对后 git push --follow-tags，把 .vsix 和 .tgz 交给各处`,
      'look at it, then push with its tag and hand the files on',
    );
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
