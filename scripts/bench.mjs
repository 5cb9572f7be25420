// Measures speed and memory as ratios to references in the same run, and writes docs/performance.md.
//   node scripts/bench.mjs           everything, with peers; some minutes
//   node scripts/bench.mjs --quick   small drafts, few rounds, no peers; only prints
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { growth, measureAnalysis, measurePeers } from '../test/bench/analysis.mjs';
import { measureCommandLine } from '../test/bench/commandLine.mjs';
import { performancePage } from '../test/bench/document.mjs';
import { ensurePeers } from '../test/bench/peers.mjs';
import { buildBundles, loadAnalysis, measureLoading, packageSize } from '../test/bench/product.mjs';
import { figure, printed, printedServers, sizeName, targets } from '../test/bench/report.mjs';
import { keystrokeGrowth, measureServers } from '../test/bench/server.mjs';
import { ROOT, say, SetupError, temporaryFolder } from './setup.mjs';

/** Of the places where edits are made. */
const SEED = 20_250_115;
const PAGE = join(ROOT, 'docs/performance.md');

/** How much is measured: drafts of which sizes, and how often. */
const FULL = {
  analysis: [
    { bytes: 10_000, rounds: 40 },
    { bytes: 100_000, rounds: 40 },
    { bytes: 1_000_000, rounds: 8 },
    { bytes: 10_000_000, rounds: 4 },
  ],
  peers: [
    { bytes: 10_000, rounds: 16 },
    { bytes: 100_000, rounds: 6 },
    { bytes: 1_000_000, rounds: 2 },
    { bytes: 10_000_000, rounds: 1 },
  ],
  servers: [
    { bytes: 10_000, starts: 9, edits: 320, asks: 40, bursts: 3 },
    { bytes: 100_000, starts: 9, edits: 320, asks: 40, bursts: 3 },
    { bytes: 1_000_000, starts: 5, edits: 160, asks: 24, bursts: 3 },
  ],
  files: 1000,
  fileRounds: 3,
};
const QUICK = {
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
  files: 100,
  fileRounds: 1,
};

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

    say('完整分析……', 'full analysis…');
    const analysis = await measureAnalysis(own, plan.analysis);
    for (const { bytes, scanMs, fullMs, ratio } of analysis)
      console.log(`  ${sizeName(bytes).padEnd(7)} ${figure(fullMs)} ms ÷ ${scanMs.toFixed(3)} ms = ${figure(ratio)}`);

    say('语言服务器……', 'language server…');
    const servers = await measureServers(programs, own.sampleReport, plan.servers, SEED, row => {
      console.log(printedServers([row]));
    });

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

    const results = {
      analysis,
      growth: growth(analysis.slice(1)),
      servers,
      keystrokeGrowth: keystrokeGrowth(servers),
      commandLine,
    };
    const rows = targets(results);
    if (!isQuick) {
      say('同类工具、大小……', 'peers and sizes…');
      const { rows: byPeer, left } = await measurePeers(own, others.peers, plan.peers);
      const peers = { rows: byPeer, names: others.peers, left: [...others.left, ...left] };
      const loading = await measureLoading(programs, folder, 9);
      const whole = { ...results, peers, loading, sizes: programs.sizes, packageBytes: await packageSize(folder) };
      writeFileSync(
        PAGE,
        performancePage({ rows, results: whole, machine }, existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : ''),
      );
    }
    console.log(`\n必须 must、目标 aim\n${printed(rows)}`);
    if (!isQuick) say('写好了 docs/performance.md', 'docs/performance.md written');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main(process.argv.includes('--quick')).catch(error => {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
});
