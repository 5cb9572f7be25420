// Measures speed and memory as ratios to references in the same run, and writes docs/performance.md.
//   node scripts/bench.mjs           everything, with peers; some minutes
//   node scripts/bench.mjs --quick   small drafts, few rounds, no peers; only prints
import { rmSync } from 'node:fs';
import { growth, measureAnalysis } from '../test/bench/analysis.mjs';
import { measureCommandLine } from '../test/bench/commandLine.mjs';
import { buildBundles, loadAnalysis } from '../test/bench/product.mjs';
import { figure, printed, printedServers, sizeName, targets } from '../test/bench/report.mjs';
import { keystrokeGrowth, measureServers } from '../test/bench/server.mjs';
import { ensurePackages, say, SetupError, temporaryFolder } from './setup.mjs';

const SEED = 20_250_115;

/** How much is measured: drafts of which sizes, and how often. */
const QUICK = {
  analysis: [{ bytes: 10_000, rounds: 12 }, { bytes: 100_000, rounds: 6 }, { bytes: 1_000_000, rounds: 3 }],
  servers: [
    { bytes: 10_000, starts: 3, edits: 60, asks: 8, bursts: 1 },
    { bytes: 100_000, starts: 3, edits: 60, asks: 8, bursts: 1 },
    { bytes: 1_000_000, starts: 1, edits: 20, asks: 4, bursts: 1 },
  ],
  files: 100,
  fileRounds: 1,
};

async function main() {
  await ensurePackages();
  const folder = temporaryFolder('bench');
  try {
    const plan = QUICK;
    const own = await loadAnalysis(folder);
    const programs = await buildBundles(folder);

    say('完整分析……', 'full analysis…');
    const analysis = await measureAnalysis(own, plan.analysis);
    for (const { bytes, scanMs, fullMs, ratio } of analysis) console.log(`  ${sizeName(bytes).padEnd(7)} ${figure(fullMs)} ms ÷ ${scanMs.toFixed(3)} ms = ${figure(ratio)}`);

    say('语言服务器……', 'language server…');
    const servers = await measureServers(programs, own.sampleReport, plan.servers, SEED, row => { console.log(printedServers([row])); });

    say('命令行……', 'command line…');
    const commandLine = await measureCommandLine(programs.commandLine, undefined, own.sampleReport, folder, plan.files, plan.fileRounds);
    console.log(`  ${figure(commandLine.own)} MB/s`);

    const results = { analysis, growth: growth(analysis.slice(1)), servers, keystrokeGrowth: keystrokeGrowth(servers), commandLine };
    console.log(`\n必须 must、目标 aim\n${printed(targets(results))}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch(error => {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
});
