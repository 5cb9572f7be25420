// Holds exported and imported documents against other programs: LibreOffice and Chromium print them, LibreOffice saves
// them again in other forms, and what comes back must be the same report.
//   npm run documents [-- --pictures]     with --pictures, docs/images gets the pages as they are printed
// Without LibreOffice and poppler, and where they cannot be installed, it says so and ends.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './processes.mjs';
import {
  aptInstall,
  ensureBrowser,
  ensurePackages,
  hasChineseFont,
  ROOT,
  say,
  temporaryFolder,
  which,
} from './setup.mjs';

const PAGES = 3;
const [LINES, SIGNS] = [22, 28];
const work = temporaryFolder('documents');
const CLI = join(ROOT, 'dist', 'cli.js');
const total = { passed: 0, failed: 0 };

function expect(name, isGood, details = '') {
  total[isGood ? 'passed' : 'failed']++;
  console.log(`${isGood ? '✓' : '✗'} ${name}${isGood || details === '' ? '' : `: ${details}`}`);
}

/** Whether LibreOffice opens tables; Debian has that in a package of its own. */
function hasCalc() {
  return process.platform !== 'linux' || existsSync('/usr/lib/libreoffice/program/libsclo.so');
}

async function cli(...args) {
  return run(process.execPath, [CLI, ...args], { cwd: work });
}

/** Converts with LibreOffice, which on a busy machine may never end: then once more. */
async function soffice(to, file, folder = work, from = '') {
  for (let attempt = 1; attempt <= 2; attempt++) {
    const profile = pathToFileURL(join(work, `profile${String(attempt)}`)).href;
    const read = from === '' ? [] : [`--infilter=${from}`];
    const args = [
      `-env:UserInstallation=${profile}`,
      '--headless',
      ...read,
      '--convert-to',
      to,
      '--outdir',
      folder,
      file,
    ];
    const { code } = await run('soffice', args, { cwd: work, timeoutMs: 90_000 });
    if (code === 0) return;
  }
}

/** Cells and findings of a document, as one text. */
async function reportOf(file) {
  const { stdout } = await cli('check', '--format', 'json', file);
  try {
    const [{ edition, reportYear, publicBody, sections, tables, findings }] = JSON.parse(stdout).files;
    const cells = tables.map(({ id, cells }) => [id, cells]);
    const said = findings.map(({ rule, message }) => `${rule} ${message}`).sort();
    return JSON.stringify([edition, reportYear, publicBody, sections.map(({ id }) => id), cells, said]);
  } catch {
    return '';
  }
}

async function expectSame(name, file, report) {
  const found = await reportOf(file);
  const at = [...report].findIndex((sign, i) => sign !== found[i]);
  expect(name, found === report && report.includes('t3.requests'), `…${found.slice(Math.max(0, at - 60), at + 60)}…`);
}

/** Lines of a PDF file's pages with the signs of each, as poppler finds them. */
async function linesOf(file) {
  await run('pdftotext', ['-layout', file, 'text.txt'], { cwd: work });
  return readFileSync(join(work, 'text.txt'), 'utf8')
    .split('\f')
    .map(page =>
      page
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== ''),
    );
}

/** A draft of running text alone, so that whole pages are full. */
function longDraft() {
  const paragraph = `${'政府信息公开工作年度报告的正文应当清楚准确'.repeat(9)}。`;
  return `# 云溪县财政局2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n${`${paragraph}\n\n`.repeat(9)}`;
}

async function layout(draft) {
  writeFileSync(join(work, 'long.md'), longDraft());
  await cli('convert', 'long.md', '-o', 'long.docx', '--force');
  await soffice('pdf', 'long.docx');
  const [, second = []] = await linesOf('long.pdf');
  const body = second.filter(line => !/^[—－-]?\s*\d+\s*[—－-]?$/.test(line));
  const longest = Math.max(...body.map(line => [...line.replace(/\s/g, '')].length));
  expect(`${String(LINES)} 行 / lines`, body.length === LINES, String(body.length));
  expect(`${String(SIGNS)} 字 / characters`, longest === SIGNS, String(longest));

  await cli('convert', draft, '-o', 'report.docx', '--force');
  await soffice('pdf', 'report.docx');
  const pages = await linesOf('report.pdf');
  const page = pages.find(lines => lines.some(line => /^三、收到和处理/.test(line.replace(/\s/g, '')))) ?? [];
  const text = page.join('').replace(/\s/g, '');
  expect(
    '第三部分连标题在一页 / section three on one page',
    text.includes('四、结转下年度继续办理'),
    text.slice(0, 80),
  );
}

async function savedAgain(report) {
  for (const [name, steps] of [
    ['.docx', ['docx:MS Word 2007 XML']],
    ['.odt → .docx', ['odt', 'docx:MS Word 2007 XML']],
    ['.doc', ['doc:MS Word 97']],
    ['.doc → .docx', ['doc:MS Word 97', 'docx:MS Word 2007 XML']],
  ]) {
    let file = join(work, 'report.docx');
    for (const [i, step] of steps.entries()) {
      const folder = join(work, `${name.replace(/\W+/g, '-')}${String(i)}`);
      mkdirSync(folder, { recursive: true });
      await soffice(step, file, folder);
      file = join(folder, readdirSync(folder)[0] ?? 'nothing');
    }
    await expectSame(`LibreOffice 存为 ${name} 再读 / saved as ${name} and read`, file, report);
  }
}

async function printed(draft, report) {
  await expectSame('LibreOffice 打印的 PDF / PDF by LibreOffice', join(work, 'report.pdf'), report);
  const browser = await ensureBrowser();
  await cli('convert', draft, '--to', 'print', '-o', 'print.html', '--force');
  const page = pathToFileURL(join(work, 'print.html')).href;
  for (const [name, flags] of [
    ['page.pdf', ['--no-pdf-header-footer']],
    ['headed.pdf', []],
  ]) {
    const flagsOfAll = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(work, 'browser')}`];
    await run(browser, [...flagsOfAll, ...flags, `--print-to-pdf=${join(work, name)}`, page], { timeoutMs: 120_000 });
    await expectSame(`Chromium 打印的 PDF（${name}）/ PDF by Chromium`, join(work, name), report);
  }
}

async function annotated(draft) {
  const text = readFileSync(draft, 'utf8').replace(
    /(新收[^\n]{0,20}?)(\d+)(件)/,
    (_, before, count, behind) => `${before}${String(Number(count) + 1)}${behind}`,
  );
  writeFileSync(join(work, 'wrong.md'), text);
  await cli('convert', 'wrong.md', '-o', 'wrong.docx', '--force');
  const { stdout } = await cli('check', '--format', 'json', 'wrong.docx', '--annotate', 'comments.docx');
  const findings = JSON.parse(stdout).files[0].findings.length;
  await soffice('fodt', 'comments.docx');
  const opened = readFileSync(join(work, 'comments.fodt'), 'utf8').match(/<office:annotation[ >]/g)?.length ?? 0;
  expect('批注都在 / comments opened', findings > 0 && opened === findings, `${String(opened)} / ${String(findings)}`);
  await expectSame(
    '带批注的文件再查 / annotated file checked again',
    join(work, 'comments.docx'),
    await reportOf('wrong.docx'),
  );
}

/** Tables of findings, where what is written would be run as formulas if it were let. */
async function spreadsheets() {
  const folder = join(work, 'sheets');
  mkdirSync(folder, { recursive: true });
  for (const name of ['=1+1的2024年报.md', '@SUM(1)的2024年报.md'])
    copyFileSync(join(work, 'wrong.md'), join(folder, name));
  const check = (...args) => run(process.execPath, [CLI, 'check', ...args, '.'], { cwd: folder });
  await check('--format', 'csv', '--output', 'found.csv');
  await check('--output', 'found.xlsx');
  const rows = readFileSync(join(folder, 'found.csv'), 'utf8').split('\r\n').length - 2;
  // Without a window it does not look for the mark of UTF-8.
  for (const [name, from] of [
    ['found.csv', 'Text - txt - csv (StarCalc):44,34,UTF8'],
    ['found.xlsx', ''],
  ]) {
    await soffice('fods', join(folder, name), folder, from);
    const sheet = readFileSync(join(folder, 'found.fods'), 'utf8');
    rmSync(join(folder, 'found.fods'));
    expect(`Calc 打开 ${name}，没有公式 / opened without formulas`, !sheet.includes('table:formula'));
    const paths = sheet.match(/<text:p>(?:&apos;)?[=@](?:1\+1|SUM\(1\))的2024年报\.md</g)?.length ?? 0;
    expect(`${name} 的各行都在 / has all rows`, rows > 0 && paths >= rows, `${String(paths)} / ${String(rows)}`);
    const numbers = sheet.match(/office:value-type="float"/g)?.length ?? 0;
    expect(`${name} 的数是数 / numbers are numbers`, numbers >= rows * 3, String(numbers));
  }
}

async function pictures() {
  const args = ['-png', '-r', '60', '-l', String(PAGES), 'report.pdf', 'page'];
  await run('pdftoppm', args, { cwd: work });
  const made = readdirSync(work)
    .filter(name => /^page-\d+\.png$/.test(name))
    .sort();
  for (const [i, name] of made.entries())
    copyFileSync(join(work, name), join(ROOT, 'docs', 'images', `official-layout-${String(i + 1)}.png`));
  expect('版面图片 / pictures of the pages', made.length === PAGES, String(made.length));
}

await ensurePackages();
await aptInstall([
  ['soffice', 'libreoffice-writer-nogui'],
  ['pdftotext', 'poppler-utils'],
  [hasChineseFont, 'fonts-noto-cjk'],
  [hasCalc, 'libreoffice-calc-nogui'],
]);
if (which('soffice') === undefined || which('pdftotext') === undefined) {
  say('没有 LibreOffice 和 poppler-utils，也装不上：跳过', 'no LibreOffice and poppler-utils: skipped');
} else {
  await run(process.execPath, ['esbuild.js'], { cwd: ROOT });
  const drafts = readdirSync(join(ROOT, 'examples')).filter(name => name.endsWith('.md'));
  const draft = join(ROOT, 'examples', drafts.find(name => name.includes('2024年')) ?? '');
  if (!existsSync(draft)) throw new Error('no draft in examples');
  await layout(draft);
  const report = await reportOf('report.docx');
  await expectSame('Word 文件再读 / Word file read again', draft, report);
  await savedAgain(report);
  await printed(draft, report);
  await annotated(draft);
  if (hasCalc()) await spreadsheets();
  else say('没有 LibreOffice Calc：不打开表格', 'no LibreOffice Calc: tables are not opened');
  if (process.argv.includes('--pictures')) await pictures();
  console.log(`${String(total.passed)} passed, ${String(total.failed)} failed`);
  if (total.failed > 0) process.exitCode = 1;
}
