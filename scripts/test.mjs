// Installs what is missing and runs every check; the last line adds all up.
//   npm test                     every check; of what takes minutes a part
//   npm test -- --all            all of it: the bench, a rule of each kind compiled, more drafts and seeds, pages in each version
//   npm test -- --no-vscode      without the journeys in a real VS Code (said plainly, counted as skipped)
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from './processes.mjs';
import { ensurePackages, ROOT, say, SetupError, temporaryFolder, VSCODES } from './setup.mjs';

const bin = name => join(ROOT, 'node_modules', name);
const withoutVSCode = process.argv.includes('--no-vscode');
const isEverythingTried = process.argv.includes('--all');
if (isEverythingTried) process.env.ANNUAL_REPORT_TEST_ALL = 'yes';
const scratch = temporaryFolder('test');

const total = { passed: 0, failed: 0, skipped: 0 };
const began = Date.now();

/** Adds one step to the total, prints its line and, where something failed, what the step said. */
function record(name, { passed = 0, failed = 0, skipped = 0, seconds = 0, details = '' }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const counts = [
    `${String(passed)} passed`,
    ...(failed > 0 ? [`${String(failed)} FAILED`] : []),
    ...(skipped > 0 ? [`${String(skipped)} skipped`] : []),
  ];
  console.log(`${failed > 0 ? '✗' : passed > 0 ? '✓' : '-'} ${name}: ${counts.join(', ')} (${seconds.toFixed(1)} s)`);
  if (failed > 0 && details.trim() !== '') console.log(details.trimEnd().replace(/^/gm, '    '));
}

/** A step that passes or fails as a whole. */
async function check(name, args, isGood = () => true) {
  const { code, output, seconds } = await run(process.execPath, args, { cwd: ROOT });
  const isPassed = code === 0 && isGood(output);
  record(name, { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, seconds, details: output });
}

function filesBelow(folder, ending) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true })
    .filter(name => name.endsWith(ending))
    .map(name => join(folder, name));
}

// ---------------------------------------------------------------------------------------------------- in Node

async function unitTests() {
  const file = join(scratch, 'vitest.json');
  const { code, output, seconds } = await run(
    process.execPath,
    [bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1' },
      timeoutMs: (isEverythingTried ? 40 : 12) * 60_000,
    },
  );
  const name = '单元与协议测试 / unit and protocol tests';
  if (!existsSync(file)) {
    record(name, { failed: 1, seconds, details: output });
    return;
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  // A file that cannot be loaded has no tests to fail: it counts as one itself, and so does an error outside the tests.
  const broken = report.testResults.filter(
    result => result.status === 'failed' && result.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + broken;
  const failures = report.testResults
    .filter(result => result.status === 'failed')
    .flatMap(result => [
      `✗ ${relative(ROOT, result.name)} ${result.message ?? ''}`,
      ...result.assertionResults
        .filter(one => one.status === 'failed')
        .map(one => `✗ ${one.fullName}\n${one.failureMessages.join('\n')}`),
    ]);
  record(name, {
    passed,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped,
    seconds,
    details: failures.length > 0 ? failures.join('\n') : output,
  });
}

async function grammarTests() {
  const files = filesBelow('test/grammar', '.md').concat(filesBelow('test/grammar', '.txt'));
  if (files.length === 0) return;
  await check('语法着色测试 / grammar tests', [bin('vscode-tmgrammar-test/dist/unit.js'), ...files]);
}

async function nodeChecks() {
  for (const project of ['.', 'client/src/tableForm', 'client/src/preview', 'client/src/pages'])
    await check('类型检查 / type check', [bin('typescript/bin/tsc'), '--noEmit', '-p', project]);
  await unitTests();
  await grammarTests();
  if (existsSync(join(ROOT, 'scripts', 'generate.mjs'))) {
    await check('生成的文件是最新的 / generated files are current', [join('scripts', 'generate.mjs'), '--check']);
  }
}

/** What can wait until the windows are closed: both lanes last about as long then. */
async function styleChecks() {
  await check('代码检查 / lint', [bin('eslint/bin/eslint.js'), '.']);
  await check('代码格式 / format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']);
}

// ---------------------------------------------------------------------------------------------------- in VS Code

/** Journeys that are alike in each version: daily the newest is enough. By their names, as regular expressions. */
const ALIKE = 'axe-core|逐格填表的旅程|从表格软件粘贴|改动旅程|数字旅程|读不准的草稿|表格旅程';
/** Journeys that measure or wait long: daily the oldest is enough. */
const MEASURED = '停住不答|要多久';

const WITHOUT_WINDOW = `
没有 VS Code 窗口就不能走完全部旅程。请装好浏览器与网络，或以 npm test -- --no-vscode 跳过（如实计为跳过）。
Without a window of VS Code the journeys cannot run. Provide a browser and a network, or skip them with npm test -- --no-vscode.
`;

async function journeys(name, args, env = {}) {
  const file = join(scratch, `${name.replace(/\W+/g, '-')}.json`);
  const { output, seconds } = await run(
    process.execPath,
    [join('test', 'vscode', 'launch.mjs'), '--results', file, ...args],
    { cwd: ROOT, env: { ...process.env, ...env }, timeoutMs: 8 * 60_000 },
  );
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { name, code: 1, outcomes: [] };
  const count = state => report.outcomes.filter(outcome => outcome.state === state).length;
  // A run without outcomes has not run.
  const failed = report.outcomes.length === 0 ? 1 : count('failed');
  const failures = report.outcomes
    .filter(outcome => outcome.state === 'failed')
    .map(outcome => `✗ ${outcome.title}\n${outcome.error}`);
  record(`${name}, ${report.name}`, {
    passed: count('passed'),
    failed: report.code !== 0 && failed === 0 ? 1 : failed,
    skipped: count('skipped'),
    seconds,
    // Without an outcome the window itself failed, and what it said is all there is.
    details: failures.length > 0 ? failures.join('\n') : `${output}${WITHOUT_WINDOW}`,
  });
  for (const { title, state, error } of report.outcomes)
    if (state === 'passed' && error !== undefined)
      console.log(`    再试才通过 / passed at the second try: ${title}\n${error.replace(/^/gm, '      ')}`);
}

async function vscodeChecks() {
  const vsix = join(scratch, 'annual-report.vsix');
  await check('打包 / package', [join('scripts', 'package.mjs'), '--out', vsix]);
  if (withoutVSCode) {
    record('真实 VS Code 中的旅程（按要求跳过）/ journeys in a real VS Code (skipped as asked)', { skipped: 1 });
    return;
  }
  // Each display language in one of the versions, and in the newest the package that people install.
  for (const [at, { version }] of VSCODES.entries()) {
    const ofPackage = at === VSCODES.length - 1 && existsSync(vsix) ? ['--vsix', vsix] : [];
    await journeys(
      ofPackage.length > 0 ? '安装包的旅程 / journeys of the package' : '旅程 / journeys',
      ['--vscode', version, '--language', at === 0 ? 'zh-cn' : 'en', ...ofPackage],
      isEverythingTried ? {} : { ANNUAL_REPORT_TEST_SKIP: at < VSCODES.length - 1 ? ALIKE : MEASURED },
    );
  }
  await journeys('没有文件夹的窗口 / a window without a folder', ['--language', 'zh-cn', '--empty']);
}

try {
  await ensurePackages();
  // First and alone, because it builds what all others use.
  await check(
    '构建，示例的大纲与结果 / build, outline and findings of the examples',
    [join('scripts', 'start.mjs'), '--no-open'],
    output => output.includes('总体情况') && /\b(?:totals|structure|tables)\//.test(output),
  );
  await Promise.all([nodeChecks(), vscodeChecks().then(styleChecks)]);
} catch (error) {
  record('准备 / set-up', {
    failed: 1,
    details: error instanceof SetupError ? error.message : String(error?.stack ?? error),
  });
}
say(
  `共用 ${((Date.now() - began) / 1000).toFixed(0)} 秒，跳过 ${String(total.skipped)} 项`,
  `${String(total.skipped)} skipped`,
);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${String(total.passed)} passed, ${String(total.failed)} failed`);
