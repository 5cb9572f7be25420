// The command line over the reports of many bodies on many years, compared with each other: cold, with a cache, with one
// report changed, and by the way of summaries. `npm run bench -- --workspace 1000` runs it alone.
import { appendFileSync, createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { start } from '../../scripts/processes.mjs';
import { paragraphs } from './drafts.mjs';
import { random } from './measure.mjs';

const YEARS = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024];
const LAYOUTS = ['pipe', 'html', 'tabs as from a spreadsheet'];
const OFFICES = [
  '林业局',
  '教育局',
  '水务局',
  '财政局',
  '民政局',
  '司法局',
  '卫生健康局',
  '文化和旅游局',
  '应急管理局',
  '统计局',
];
/** Clock ticks a second, as Linux counts processor time. */
const TICKS = 100;
const SIGNS = '青云石桥海南东松白金兰江河清平安';

/**
 * Writes about `count` reports of so many bytes below a folder: bodies of invented places, each on eight years that agree
 * with each other, but for a few slips. Gives the paths.
 */
export function writeBodies({ bodyYears, writeReport }, folder, count, bytes) {
  const paths = [];
  for (let body = 0; paths.length < count; body++) {
    const number = Math.floor(body / OFFICES.length);
    const place = `${SIGNS[number % SIGNS.length]}${SIGNS[Math.floor(number / SIGNS.length) % SIGNS.length]}${SIGNS[(number * 7) % SIGNS.length]}县`;
    const name = place + OFFICES[body % OFFICES.length];
    mkdirSync(join(folder, place), { recursive: true });
    const reports = bodyYears(name, YEARS, body + 1);
    if (body % 10 === 0) reports[5].tables['t2.disclosure'].normativeDocuments.effective += 3;
    for (const report of reports) {
      const path = join(folder, place, `${name}${String(report.year)}年报.md`);
      report.overview.push(...paragraphs(bytes - 4_500, body * 10 + (report.year % 10)));
      writeFileSync(path, writeReport(report, LAYOUTS[body % LAYOUTS.length]));
      paths.push(path);
      if (paths.length === count) break;
    }
  }
  return paths;
}

/**
 * Runs a program: seconds, seconds of processor time and peak memory in MB (both Linux only), and exit status; the output
 * goes to a file.
 */
export function measured(args, output, input) {
  return new Promise((done, failed) => {
    const began = performance.now();
    const child = start(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let peak = 0;
    let ticks = 0;
    let error = '';
    const timer = setInterval(() => {
      try {
        const found = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(child.pid)}/status`, 'utf8'));
        peak = Math.max(peak, Number(found?.[1] ?? 0) / 1024);
        const times = readFileSync(`/proc/${String(child.pid)}/stat`, 'utf8')
          .split(') ')[1]
          .split(' ');
        ticks = Math.max(ticks, Number(times[11]) + Number(times[12]));
      } catch {
        // It has ended, or this is no Linux.
      }
    }, 20);
    child.stdout.pipe(createWriteStream(output));
    child.stderr.on('data', text => {
      error += text;
    });
    if (input === undefined) child.stdin.end();
    else child.stdin.end(readFileSync(input));
    child.once('error', failed);
    child.once('close', status => {
      clearInterval(timer);
      if (status !== 0 && status !== 1) failed(new Error(`${String(status)}: ${error.slice(-500)}`));
      else done({ seconds: (performance.now() - began) / 1000, processor: ticks / TICKS, peak, status });
    });
  });
}

/** Measures all ways over so many reports; `own` has the generator, `commandLine` is the bundle. */
export async function measureWorkspace(commandLine, own, folder, count, bytes = 10_000) {
  const reports = join(folder, 'bodies');
  const paths = writeBodies(own, reports, count, bytes);
  const size = paths.reduce((sum, path) => sum + readFileSync(path).length, 0) / paths.length;
  const at = name => join(folder, name);
  const check = (...args) => [commandLine, 'check', '--format', 'jsonl', ...args, reports];
  const rows = [];
  const run = async (name, args, input) => {
    const row = { name, ...(await measured(args, at(`${name}.out`), input)) };
    rows.push(row);
    return row;
  };
  await run('alone', check('--no-workspace'));
  await run('cold', check());
  await run('filling', check('--cache', at('cache')));
  await run('warm', check('--cache', at('cache')));
  const changed = paths[Math.floor(random(count)() * paths.length)];
  appendFileSync(changed, '\n更正一处文字。\n');
  await run('changed', check('--cache', at('cache')));
  await run('summarise', [commandLine, 'summarise', reports]);
  await run('compare', [commandLine, 'compare', '--format', 'jsonl'], at('summarise.out'));
  rmSync(reports, { recursive: true });
  return { count: paths.length, bytes: size, rows };
}

/** The measurements as lines of a table. */
export function printedWorkspace({ count, bytes, rows }) {
  const alone = rows.find(({ name }) => name === 'alone');
  return [
    `${String(count)} reports of ${(bytes / 1000).toFixed(1)} KB`,
    ...rows.map(
      ({ name, seconds, processor, peak }) =>
        `  ${name.padEnd(10)} ${seconds.toFixed(2).padStart(7)} s  processor ${processor.toFixed(2).padStart(6)} s  ${peak.toFixed(0).padStart(5)} MB  × ${(processor / alone.processor).toFixed(2)}`,
    ),
  ].join('\n');
}
