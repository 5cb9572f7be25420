// Measures speed and memory as ratios to references in the same run, on two kinds of drafts, and writes docs/performance.md.
//   node scripts/bench.mjs           everything, with peers; some minutes
//   node scripts/bench.mjs --workspace [1000]   only so many reports of many bodies, compared with each other; only prints
//   node scripts/bench.mjs --quick   small drafts, few rounds, no peers; only prints
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { growth, measureAnalysis, measurePeers } from '../test/bench/analysis.mjs';
import { measureCommandLine } from '../test/bench/commandLine.mjs';
import { compilationOf } from '../test/bench/compilations.mjs';
import { performancePage } from '../test/bench/document.mjs';
import { measureBesideDocuments } from '../test/bench/documents.mjs';
import { ensurePeers } from '../test/bench/peers.mjs';
import { buildBundles, loadAnalysis, measureLoading, packageSize } from '../test/bench/product.mjs';
import { figure, printed, printedServers, printedTables, sizeName, targets } from '../test/bench/report.mjs';
import { keystrokeGrowth, measureServers, measureTables } from '../test/bench/server.mjs';
import { measureNeighbours, printedNeighbours } from '../test/bench/neighbours.mjs';
import { measureWorkspace, printedWorkspace } from '../test/bench/workspace.mjs';
import { workloadsOf } from '../test/bench/workloads.mjs';
import { ROOT, say, SetupError, temporaryFolder } from './setup.mjs';

/** Reports in a folder that somebody works in. */
const MOST_NEIGHBOURS = 1000;

/** Of the places where edits are made. */
const SEED = 20_250_115;
const PAGE = join(ROOT, 'docs/performance.md');

/** How much is measured of each workload: drafts of which sizes, and how often. */
const FULL = {
  report: {
    analysis: [
      { bytes: 10_000, rounds: 40 },
      { bytes: 100_000, rounds: 40 },
      { bytes: 1_000_000, rounds: 8 },
      { bytes: 10_000_000, rounds: 4 },
    ],
    servers: [
      { bytes: 10_000, starts: 9, edits: 320, asks: 40, bursts: 3 },
      { bytes: 100_000, starts: 9, edits: 320, asks: 40, bursts: 3 },
      { bytes: 1_000_000, starts: 5, edits: 160, asks: 24, bursts: 3 },
    ],
  },
  compilation: {
    analysis: [
      { bytes: 10_000, rounds: 40 },
      { bytes: 100_000, rounds: 20 },
      { bytes: 1_000_000, rounds: 6 },
    ],
    servers: [
      { bytes: 10_000, starts: 9, edits: 320, asks: 40, bursts: 3 },
      { bytes: 100_000, starts: 5, edits: 320, asks: 40, bursts: 3 },
      { bytes: 1_000_000, starts: 3, edits: 100, asks: 12, bursts: 3 },
    ],
    tables: { bytes: 100_000, edits: 200 },
  },
  peers: [
    { bytes: 10_000, rounds: 16 },
    { bytes: 100_000, rounds: 6 },
    { bytes: 1_000_000, rounds: 2 },
    { bytes: 10_000_000, rounds: 1 },
  ],
  files: 1000,
  fileRounds: 3,
  beside: { bytes: 30_000, edits: 200 },
};
const QUICK = {
  report: {
    analysis: [
      { bytes: 10_000, rounds: 16 },
      { bytes: 100_000, rounds: 16 },
      { bytes: 1_000_000, rounds: 4 },
    ],
    servers: [
      { bytes: 10_000, starts: 3, edits: 60, asks: 8, bursts: 1 },
      { bytes: 100_000, starts: 3, edits: 60, asks: 8, bursts: 1 },
      { bytes: 1_000_000, starts: 1, edits: 20, asks: 4, bursts: 1 },
    ],
  },
  compilation: {
    analysis: [
      { bytes: 10_000, rounds: 16 },
      { bytes: 100_000, rounds: 8 },
      { bytes: 1_000_000, rounds: 2 },
    ],
    servers: [
      { bytes: 10_000, starts: 3, edits: 60, asks: 8, bursts: 1 },
      { bytes: 100_000, starts: 1, edits: 60, asks: 8, bursts: 1 },
      { bytes: 1_000_000, starts: 1, edits: 20, asks: 4, bursts: 1 },
    ],
    tables: { bytes: 100_000, edits: 40 },
  },
  files: 100,
  fileRounds: 1,
  beside: { bytes: 30_000, edits: 60 },
};

/** How many reports the compilations hold with which the number of tables grows. */
const REPORTS = [1, 3, Infinity];

const WORKLOADS = [
  ['report', '一份报告', 'one report'],
  ['compilation', '汇编', 'compilation'],
];

async function main(isQuick) {
  const plan = isQuick ? QUICK : FULL;
  const folder = temporaryFolder('bench');
  try {
    const machine = {
      cores: cpus().length,
      node: process.versions.node,
      date: new Date().toISOString().slice(0, 10),
      load: loadavg()[0],
    };
    const others = isQuick ? { peers: [], left: [] } : await ensurePeers(folder);
    const own = await loadAnalysis(folder);
    const programs = await buildBundles(folder);
    const writers = workloadsOf(own);

    const results = {};
    for (const [id, chinese, english] of WORKLOADS)
      results[id] = await measureWorkload(own.analyse, programs, writers[id], plan[id], `${chinese} ${english}`);

    say('表格多少……', 'the number of tables…');
    results.compilation.tables = await measureNumberOfTables(own.official, programs, plan.compilation.tables);

    say('命令行……', 'command line…');
    const commandLine = await measureCommandLine(
      programs.commandLine,
      others.commandLine,
      own.sampleReport,
      folder,
      plan.files,
      plan.fileRounds,
    );
    console.log(`  ${figure(commandLine.own)} MB/s，autocorrect-node ${figure(commandLine.peer)} MB/s`);
    results.report.commandLine = commandLine;

    say('边改边导入……', 'edits while a document is read…');
    const { bytes, edits } = plan.beside;
    const beside = await measureBesideDocuments(programs, writers.report(bytes, SEED), edits, SEED, folder);
    console.log(`  ${figure(beside.own)} ms ÷ ${figure(beside.floor)} ms = ${figure(beside.ratio)}`);

    const rows = Object.fromEntries(WORKLOADS.map(([id]) => [id, targets(id, results[id])]));
    if (!isQuick) {
      say('同类工具、大小……', 'peers and sizes…');
      const { rows: byPeer, left } = await measurePeers(own.analyse, writers.report, others.peers, plan.peers);
      results.report.peers = { rows: byPeer, names: others.peers, left: [...others.left, ...left] };
      const loading = await measureLoading(programs, folder, 9);
      const product = { loading, beside, sizes: programs.sizes, packageBytes: await packageSize(folder) };
      writeFileSync(
        PAGE,
        performancePage({ rows, ...results, product, machine }, existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : ''),
      );
    }
    for (const [id, chinese, english] of WORKLOADS)
      console.log(`\n${chinese} / ${english}：必须 must、目标 aim\n${printed(rows[id])}`);
    if (!isQuick) say('写好了 docs/performance.md', 'docs/performance.md written');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Full analysis and language server on the drafts of one workload. */
async function measureWorkload(analyse, programs, writeDraft, plan, name) {
  say(`${name}：完整分析……`, 'full analysis…');
  const analysis = await measureAnalysis(analyse, writeDraft, plan.analysis);
  for (const { bytes, scanMs, fullMs, ratio } of analysis)
    console.log(`  ${sizeName(bytes).padEnd(7)} ${figure(fullMs)} ms ÷ ${scanMs.toFixed(3)} ms = ${figure(ratio)}`);

  say(`${name}：语言服务器……`, 'language server…');
  const servers = await measureServers(programs, writeDraft, plan.servers, SEED, row => {
    console.log(printedServers([row]));
  });
  return { analysis, growth: growth(analysis.slice(1)), servers, keystrokeGrowth: keystrokeGrowth(servers) };
}

async function measureNumberOfTables(official, programs, { bytes, edits }) {
  const drafts = REPORTS.map(mostReports => compilationOf(official, bytes, SEED, { mostReports }));
  const { rows, growth: byPlace } = await measureTables(programs, drafts, edits, SEED);
  console.log(printedTables(rows));
  console.log(`  exponent: in a paragraph ${figure(byPlace.paragraph)}, in a table ${figure(byPlace.table)}`);
  return { bytes, rows, growth: byPlace };
}

/** Only the reports of many bodies. */
async function workspaceAlone(count) {
  const folder = temporaryFolder('bench');
  try {
    const own = await loadAnalysis(folder);
    const { commandLine, ...programs } = await buildBundles(folder);
    console.log(printedNeighbours(await measureNeighbours(programs, own, folder, Math.min(count, MOST_NEIGHBOURS))));
    console.log(printedWorkspace(await measureWorkspace(commandLine, own, folder, count)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const workspaceAt = process.argv.indexOf('--workspace');
const measuring =
  workspaceAt < 0
    ? main(process.argv.includes('--quick'))
    : workspaceAlone(Number(process.argv[workspaceAt + 1] ?? 1000));
measuring.catch(error => {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
});
