// Measures full analysis and one keystroke on drafts of several sizes, as ratios to a plain scan over the same lines.
import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SIZES = [['30 KB', 30_000], ['100 KB', 100_000], ['300 KB', 300_000], ['3 MB', 3_000_000]];

const { Snapshot, NEVER_STOP, Source, DEFAULT_SETTINGS, sampleReport } = await load();

console.log('草稿 draft    扫描 scan    完整分析 full           一次按键·正文 keystroke in prose   一次按键·表格 keystroke in a table');
for (const [name, bytes] of SIZES) {
  const text = draftOf(bytes);
  const rounds = bytes > 1_000_000 ? 7 : 25;
  const scan = await median(rounds, () => scanLines(text));
  const full = await median(rounds, () => analyse(text));
  const prose = await keystrokes(text, text.indexOf('持续'), rounds);
  const table = await keystrokes(text, text.indexOf('1.属于国家秘密') + 24, rounds);
  const cell = ms => `${ms.toFixed(2).padStart(9)} ms ×${(ms / scan).toFixed(1).padEnd(7)}`;
  console.log(`${name.padEnd(8)} ${scan.toFixed(3).padStart(9)} ms  ${cell(full)}  ${cell(prose).padStart(28)}  ${cell(table).padStart(34)}`);
}

const one = await tableKeystroke(1);
const hundred = await tableKeystroke(100);
console.log(`\n一张表改一个数字 one figure in one table: 1 张表 ${one.toFixed(2)} ms，100 张表 100 tables ${hundred.toFixed(2)} ms ×${(hundred / one).toFixed(1)}`);

/** Keystroke in a table of a draft that holds `count` copies of the three tables, under as many titles. */
async function tableKeystroke(count) {
  const report = sampleReport('pipe');
  const tables = report.slice(report.indexOf('## 二、'), report.indexOf('## 五、'));
  const text = report.replace(tables, () => tables.repeat(Math.ceil(count / 3)));
  return keystrokes(text, text.indexOf('1.属于国家秘密') + 24, 25);
}

/** What any reader of lines must do at least: find the line ends and look at the characters. */
function scanLines(text) {
  let figures = 0;
  for (let at = 0; at < text.length;) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    for (let i = at; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code >= 48 && code <= 57) figures++;
    }
    at = end + 1;
  }
  return figures;
}

async function analyse(text, previous, version = 1) {
  const snapshot = new Snapshot('bench', version, new Source(text), DEFAULT_SETTINGS, previous);
  const { findings } = await snapshot.findings(NEVER_STOP);
  return { snapshot, findings };
}

/** One character typed and taken back again, each analysed on top of the version before. */
async function keystrokes(text, at, rounds) {
  let { snapshot } = await analyse(text);
  let version = 1;
  return median(rounds * 2, async () => {
    const typed = version % 2 === 1;
    const next = typed ? `${text.slice(0, at)}1${text.slice(at)}` : text;
    ({ snapshot } = await analyse(next, snapshot.reusable, ++version));
  });
}

async function median(rounds, work) {
  const times = [];
  for (let round = 0; round < rounds + 2; round++) {
    const start = performance.now();
    await work();
    if (round >= 2) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** A whole report, its first section filled up with paragraphs of different text to the size asked for. */
function draftOf(bytes) {
  const report = sampleReport('pipe');
  const at = report.indexOf('## 二、');
  let filling = '';
  for (let i = 1; Buffer.byteLength(report) + Buffer.byteLength(filling) < bytes; i++) {
    for (let j = 0; j < 20; j++) {
      const n = i * 20 + j;
      filling += `（${'一二三四五六七八九十'.charAt(n % 10)}）持续做好第${n}项工作。全年在门户网站公开信息${n * 7}条，其中政策文件${n}件、政策解读${n + 3}篇，`
        + `依据《条例》第${'十九二十'.charAt(n % 4)}条更新目录，按时答复率${(n % 100).toFixed(1)}%，群众满意度进一步提高。\n\n`;
    }
  }
  return report.slice(0, at) + filling + report.slice(at);
}

async function load() {
  const folder = await mkdtemp(join(tmpdir(), 'annual-report-bench-'));
  try {
    const outfile = join(folder, 'bench.mjs');
    await build({
      stdin: {
        contents: `export { Snapshot } from './server/src/analysis/snapshot.ts';
          export { NEVER_STOP } from './server/src/analysis/stop.ts';
          export { DEFAULT_SETTINGS } from './server/src/analysis/settings.ts';
          export { Source } from './server/src/text/source.ts';
          export { sampleReport } from './test/support/sample.ts';`,
        resolveDir: root, loader: 'ts',
      },
      bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
