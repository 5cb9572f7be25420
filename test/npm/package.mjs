// Packs the package for npm, installs it without the network into a project of somebody else, and uses what it holds:
// both programs, the library in Node and in a browser, its types.
//   node test/npm/package.mjs [PACKAGE]
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { delimiter, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { end, npm, run, start } from '../../scripts/processes.mjs';
import { findBrowser, ROOT, temporaryFolder, which } from '../../scripts/setup.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };

function expect(name, isGood, details = '') {
  total[isGood ? 'passed' : 'failed']++;
  console.log(`${isGood ? '✓' : '✗'} ${name}${isGood ? '' : `: ${details}`}`);
}

const consumer = join(temporaryFolder('npm-consumer'), '用 包 的');
mkdirSync(consumer, { recursive: true });
writeFileSync(join(consumer, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }');
const DRAFT = '临溪县2024年政府信息公开工作年度报告.md';
writeFileSync(
  join(consumer, DRAFT),
  [
    '# 临溪县林业局2024年政府信息公开工作年度报告',
    '## 一、总体情况',
    '全年收到政府信息公开申请12件，其中自然人申请7件，商业企业申请4件。。',
    '## 二、主动公开政府信息情况',
    '',
  ].join('\n\n'),
);
/** Drafts that two threads share. */
const MANY = 8;
const node = (args, options = {}) => run(process.execPath, args, { cwd: consumer, ...options });
const modules = join(consumer, 'node_modules');
const page = readFileSync(join(ROOT, 'docs/library.md'), 'utf8');
/** The first example of a language on the package's page. */
const example = language => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(page)?.[1] ?? '';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const packed = process.argv[2] ? resolve(process.argv[2]) : join(consumer, 'annual-report.tgz');

async function install() {
  if (!process.argv[2]) {
    const made = await run(process.execPath, [join(ROOT, 'scripts/package.mjs'), '--npm', '--out', packed]);
    expect('npm run package -- --npm', made.code === 0, made.output);
    console.log(made.output.trim());
  }
  const [command, args, options] = npm('install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', packed);
  const installed = await run(command, args, { ...options, cwd: consumer });
  expect('installs without the network', installed.code === 0, installed.output);
  const names = readdirSync(modules).filter(name => !name.startsWith('.'));
  expect('is one package', names.join() === 'annual-report', names.join());
}

async function programs() {
  const bin = name => join(modules, '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
  expect('has both programs', existsSync(bin('annual-report')) && existsSync(bin('annual-report-server')));
  const cli = join(modules, 'annual-report/dist/cli.mjs');
  const checked = await node([cli, 'check', DRAFT]);
  expect(
    'the command line finds',
    checked.code !== 0 && checked.output.includes('[prose/parts-total]'),
    checked.output,
  );
  mkdirSync(join(consumer, '多份'));
  for (let i = 0; i < MANY; i++) copyFileSync(join(consumer, DRAFT), join(consumer, '多份', `${String(i)}${DRAFT}`));
  const many = await node([cli, 'check', '--format', 'jsonl', '--jobs', '2', '--no-workspace', '多份']);
  const counted = many.stdout.includes(`{"summary":{"files":${String(MANY)},"errors":${String(MANY)},`);
  expect('the command line checks in threads', counted, many.output.slice(-500));
  const word = await node([cli, 'convert', DRAFT, '-o', '报告.docx']);
  const read = await node([cli, 'check', '报告.docx']);
  expect(
    'the command line writes and reads Word files',
    word.code === 0 && read.output.includes('[prose/parts-total]'),
    read.output,
  );
  const said = await node([cli, '--version']);
  expect('the command line says its version', said.output.trim() === version, said.output);
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } });
  const program = join(modules, 'annual-report/dist/annual-report-server.js');
  const server = start(process.execPath, [program, '--statutes-dir=法规'], {
    cwd: consumer,
    stdio: 'pipe',
    isLeaf: true,
  });
  let answer = '';
  const answered = new Promise(done => {
    setTimeout(done, 20_000).unref();
    server.stdout.setEncoding('utf8').on('data', text => {
      answer += text;
      if (answer.includes('"serverInfo"')) done();
    });
  });
  server.stdin.write(`Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`);
  await answered;
  await end(server);
  expect('the language server answers', answer.includes('"workspaceSymbolProvider":true'), answer);
}

async function library() {
  writeFileSync(join(consumer, 'example.mjs'), example('js'));
  const ran = await node(['example.mjs']);
  expect('the example runs in Node', ran.code === 0 && ran.output.includes('prose/parts-total'), ran.output);
  writeFileSync(join(consumer, 'more.mjs'), MORE);
  const more = await node(['more.mjs', DRAFT]);
  expect('the library agrees with the command line', more.code === 0, more.output);
  const bundled = await build({
    entryPoints: [join(modules, 'annual-report/dist/lib.mjs')],
    bundle: true,
    platform: 'browser',
    format: 'esm',
    metafile: true,
    write: false,
    logLevel: 'silent',
  }).catch(error => ({ metafile: { inputs: {} }, errors: error.errors }));
  const imported = Object.values(bundled.metafile.inputs).flatMap(({ imports }) =>
    imports.map(({ path }) => path).filter(path => path !== '<runtime>'),
  );
  expect(
    'the library imports parts of its own alone',
    imported.length > 0 && imported.every(path => /\/annual-report\/dist\/[\w.-]+\.mjs$/.test(path)),
    JSON.stringify(imported.length > 0 ? imported : bundled.errors),
  );
}

/** What is checked inside the consumer's project. */
const MORE = `
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { applyFix, check, decode, DEFAULT_SETTINGS, readSettings, toJson, toText } from 'annual-report';

const path = process.argv[2];
const { text, encoding } = decode(readFileSync(path));
assert.equal(encoding, 'utf-8');
assert.equal(decode(Uint8Array.of(0, 1, 2)), null);
const checked = await check(path, text, DEFAULT_SETTINGS);
const cli = (...args) => {
  try {
    return execFileSync(process.execPath, ['node_modules/annual-report/dist/cli.mjs', 'check', '--fail-on', 'never', '--no-workspace', ...args, path], { encoding: 'utf8' });
  } catch ({ stdout }) {
    return stdout;
  }
};
assert.equal(toText(checked), cli('--language', 'zh-CN'));
assert.deepEqual(JSON.parse(toJson([checked])), JSON.parse(cli('--language', 'zh-CN', '--format', 'json')));
const fixes = checked.findings.flatMap(each => each.fixes);
assert.ok(fixes.length > 0);
const fixed = applyFix(text, fixes[0]);
assert.notEqual(fixed, text);
const marked = '\\ufeff' + text;
const again = await check(path, marked);
assert.equal(applyFix(marked, again.findings.flatMap(each => each.fixes)[0]), '\\ufeff' + fixed);
const [first] = checked.findings;
const off = await check('甲/' + path, text, { silenced: [{ file: './' + path, rule: first.rule, fingerprint: first.fingerprint, reason: '已核对' }] });
assert.equal(off.findings.length, checked.findings.length - 1);
assert.equal(off.suppressed[0].reason, '已核对');
const other = await check('乙.md', text, { silenced: [{ file: path, rule: first.rule, fingerprint: first.fingerprint, reason: '已核对' }] });
assert.equal(other.findings.length, checked.findings.length);
await assert.rejects(check(path, text, { severities: { [first.rule]: 'loud' } }), /loud/);
const { settings, problems } = readSettings('{ "severities": { "totals/row-total": "off", "no/rule": "off" }, "edition": 1 }', 'en');
assert.equal(settings.severities['totals/row-total'], 'off');
assert.deepEqual(problems.map(({ line }) => line), [1, 1]);
const none = await check('笔记.md', '今天开会。');
assert.equal(none.isReport, false);
assert.match(toText(none, 'en'), /not checked|no annual report/i);
assert.equal(JSON.parse(toJson(none)).unreadable.length, 1);
assert.throws(() => applyFix('', { title: '', kind: 'safe', edits: [{ start: 0, end: 9, text: '' }] }), RangeError);
`;

async function types() {
  writeFileSync(
    join(consumer, 'types.ts'),
    `import { applyFix, check, type Checked, type Finding, type Settings } from 'annual-report';
const settings: Settings = { severities: { 'totals/row-total': 'hint' } };
const checked: Checked = await check('年报.md', '', settings, 'en');
const figures: number | null | undefined = checked.tables[0]?.cells['a.b'];
export const lines: readonly number[] = checked.findings.map(({ line }: Finding) => line + (figures ?? 0));
export const text: string = checked.findings.flatMap(({ fixes }) => fixes).reduce(applyFix, '');
// @ts-expect-error: a severity that there is not
export const wrong: Settings = { severities: { a: 'loud' } };
`,
  );
  for (const [resolution, module] of [
    ['nodenext', 'nodenext'],
    ['bundler', 'esnext'],
  ]) {
    const options = ['--strict', '--noEmit', '--target', 'es2022', '--lib', 'es2022'];
    const { code, output } = await node([
      join(ROOT, 'node_modules/typescript/bin/tsc'),
      ...options,
      '--module',
      module,
      '--moduleResolution',
      resolution,
      'types.ts',
    ]);
    expect(`its types are right, ${resolution}`, code === 0, output);
  }
}

/** What docs/pipelines.md names, run as it stands with the package's file in place of its name. */
async function pipelines() {
  const read = path => readFileSync(join(ROOT, path), 'utf8');
  const bash = which('bash');
  const env = {
    ...process.env,
    PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`,
    npm_config_offline: 'true',
    npm_config_cache: join(consumer, '.npm'),
    npm_config_prefix: join(consumer, 'global'),
  };
  const shell = (script, more = {}) =>
    run(bash ?? 'bash', ['-euo', 'pipefail', '-c', script], { cwd: consumer, env: { ...env, ...more } });
  // The hook, the action, the jobs and the image are for Unix.
  if (bash === undefined || process.platform === 'win32') {
    total.skipped++;
    console.log('- pipelines: skipped, not a Unix with bash');
    return;
  }
  const [, steps = ''] = /\n {6}run: \|\n([^]*)$/.exec(read('action.yml')) ?? [];
  const action = await shell(steps.replace(/^ {8}/gm, ''), {
    PACKAGE: packed,
    PATHS: `${DRAFT}\n`,
    FAIL_ON: 'error',
    LANGUAGE_OF_MESSAGES: 'en',
    ARGUMENTS: '--no-workspace\n--max-findings=1',
  });
  expect(
    'the action marks lines',
    action.code === 1 && action.output.match(/^::\w+ file=/gm)?.length === 1,
    action.output,
  );

  for (const file of ['.pre-commit-hooks.yaml', 'examples/pipelines/pre-commit-config.yaml']) {
    const [, entry = ''] = /entry: (.*)/.exec(read(file)) ?? [];
    const [, files = '^$'] = /files: (.*)/.exec(read(file)) ?? [];
    const names = [DRAFT, '甲/某局2023年政府信息公开年报（终稿）.txt', 'README.md', '年报/说明.md', '年度报告.docx'];
    const matched = names.filter(name => new RegExp(files).test(name));
    expect(`${file} takes reports`, matched.join() === names.slice(0, 2).join(), matched.join());
    const hook = await shell(`${entry} "$NAME"`, { NAME: DRAFT });
    expect(`${file} finds`, hook.code === 1 && hook.output.includes('[prose/parts-total]'), hook.output);
  }

  const containerfile = read('examples/pipelines/Containerfile');
  const [, source = '', target = ''] = /^COPY (\S+) (\S+)$/m.exec(containerfile) ?? [];
  const isPacked = new RegExp(`^${source.replaceAll('.', '\\.').replace('*', '.*')}$`).test(
    `annual-report-${version}.tgz`,
  );
  expect('the image copies what is packed', isPacked, source);
  const inImage = join(consumer, 'image.tgz');
  copyFileSync(packed, inImage);
  const [, install = ''] = /^RUN (.*)$/m.exec(containerfile) ?? [];
  const built = await shell(install.replaceAll(target, `'${inImage}'`));
  const [entry, command] = ['ENTRYPOINT', 'CMD'].map(name =>
    JSON.parse(new RegExp(`^${name} (.*)$`, 'm').exec(containerfile)[1]),
  );
  const ran = await shell(`global/bin/${[...entry, ...command].join(' ')}`);
  expect(
    'the image checks what it is given',
    built.code === 0 && ran.output.includes('[prose/parts-total]'),
    built.output + ran.output,
  );

  for (const [file, isGood] of [
    ['workflow.yml', ({ code, output }) => code === 1 && /^::error file=报告\//m.test(output)],
    [
      'gitlab-ci.yml',
      ({ code }) => code === 1 && isCodeQuality(readFileSync(join(consumer, 'gl-code-quality-report.json'), 'utf8')),
    ],
  ]) {
    mkdirSync(join(consumer, '报告'), { recursive: true });
    copyFileSync(join(consumer, DRAFT), join(consumer, '报告', DRAFT));
    const [line = ''] = /npx .*/.exec(read(`examples/pipelines/${file}`)) ?? [];
    const result = await shell(line.replace('--package annual-report', '--package "$PACKAGE"'), { PACKAGE: packed });
    expect(`${file} finds`, isGood(result), result.output);
  }

  const python = which('python3');
  if (python === undefined) {
    total.skipped++;
    console.log('- Python: skipped, there is none');
    return;
  }
  const script = join(ROOT, 'examples/pipelines/findings.py');
  const found = await run(python, [script, '报告'], { cwd: consumer, env });
  expect('Python reads findings', found.code === 0 && found.output.includes('\tprose/parts-total'), found.output);
  const missed = await run(python, [script, '没有这个'], { cwd: consumer, env });
  expect(
    'Python is told of what was not checked',
    missed.code !== 0 && missed.output.includes('RuntimeError'),
    missed.output,
  );
}

/** Whether a text is a report as GitLab reads it: docs.gitlab.com/ci/testing/code_quality, “Code Quality report format”. */
function isCodeQuality(text) {
  const entries = JSON.parse(text);
  return (
    entries.length > 0 &&
    new Set(entries.map(({ fingerprint }) => fingerprint)).size === entries.length &&
    entries.every(
      ({ description, check_name: name, severity, location }) =>
        description &&
        name.includes('/') &&
        /^(?:info|minor|major|critical|blocker)$/.test(severity) &&
        location.path.startsWith('报告/') &&
        location.lines.begin > 0,
    )
  );
}

async function browser() {
  const program = findBrowser();
  if (program === undefined) {
    total.skipped++;
    console.log('- in a browser: skipped, there is none');
    return;
  }
  const html = `<!doctype html><meta charset="utf-8"><body>${example('html')}`;
  const pages = createServer(({ url }, response) => {
    const isPart = /^\/node_modules\/annual-report\/dist\/[\w.-]+\.mjs$/.test(url);
    response.setHeader('content-type', isPart ? 'text/javascript' : 'text/html');
    response.end(isPart ? readFileSync(join(consumer, url)) : html);
  });
  await new Promise(done => pages.listen(0, '127.0.0.1', done));
  const window = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const tab = await window.newPage();
    const faults = [];
    tab.on('pageerror', error => faults.push(error.message));
    await tab.goto(`http://127.0.0.1:${String(pages.address().port)}/`);
    await tab.waitForSelector('p', { timeout: 30_000 }).catch(error => faults.push(error.message));
    const words = await tab.locator('p').allInnerTexts();
    expect('the example runs in a browser', faults.length === 0 && words.length > 0, faults.join());
  } finally {
    await window.close();
    pages.close();
  }
}

await install();
await programs();
await library();
await types();
await browser();
await pipelines();
console.log(`${String(total.passed)} passed, ${String(total.failed)} failed, ${String(total.skipped)} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
