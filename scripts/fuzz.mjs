// Tries random drafts, edits and requests for a long time, or measures hostile drafts against an ordinary one.
//   npm run fuzz                               until 200,000 edits are done
//   npm run fuzz -- --count 20000              until as many are done; --edits is the same
//   npm run fuzz -- --seconds 60 --seed 7      for a minute, with another seed
//   npm run fuzz -- --only fix                 claims whose name holds the word
//   npm run fuzz -- --growth                   how the times of requests and of loading statutes grow; exits with 1 above 1.2
//   npm run fuzz -- --bounds                   that, and drafts of 1 MB; exits with 1 where one takes more than 30 times as long
import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, temporaryFolder } from './setup.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20240115' },
    seconds: { type: 'string', default: '3600' },
    count: { type: 'string', short: 'n' },
    edits: { type: 'string', default: '200000' },
    workers: { type: 'string', default: String(Math.max(1, availableParallelism())) },
    only: { type: 'string', default: '' },
    bounds: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    size: { type: 'string', default: '1000000' },
  },
});

const folder = temporaryFolder('fuzz');
const began = Date.now();
/** When progress was told last. */
let told = began;
process.exitCode = values.bounds || values.growth ? await bounds() : await properties();

async function properties() {
  const program = await bundled('test/fuzz/main.ts');
  const workers = Number(values.workers);
  const seed = Number(values.seed);
  const outcomes = await Promise.all(
    Array.from({ length: workers }, (_, i) =>
      outcomeOf(program, {
        seed: seed + i * 1_000_000,
        seconds: Number(values.seconds),
        edits: Math.ceil(Number(values.count ?? values.edits) / workers),
        only: values.only,
      }),
    ),
  );
  const counts = {};
  for (const outcome of outcomes)
    for (const [what, count] of Object.entries(outcome.counts)) counts[what] = (counts[what] ?? 0) + count;
  const failures = outcomes.flatMap(outcome => outcome.failures);
  for (const { claim, seed: failed, path, error } of failures)
    console.log(`✗ ${claim}\n  seed ${String(failed)}, path ${String(path)}\n${error.replace(/^/gm, '  ')}`);
  console.log(
    `种子 seed ${String(seed)}，${Object.entries(counts)
      .map(([what, count]) => `${count.toLocaleString('en')} ${what}`)
      .join('，')}；${((Date.now() - began) / 1000).toFixed(0)} s，${String(failures.length)} failed`,
  );
  return failures.length > 0 ? 1 : 0;
}

/** What a process finds that tries one task. */
function outcomeOf(program, task) {
  return new Promise(resolve => {
    const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    let outcome = { counts: {}, failures: [] };
    child.on('message', message => {
      outcome = message;
      if (Date.now() - told < 60_000) return;
      told = Date.now();
      console.log(
        `… ${((told - began) / 1000).toFixed(0)} s，一个进程已改 edits of one process: ${String(outcome.counts.edits)}`,
      );
    });
    child.on('exit', code => {
      if (code !== 0)
        outcome.failures.push({
          claim: '进程中断 a process ended early',
          seed: task.seed,
          path: null,
          error: `exit ${String(code)}`,
        });
      resolve(outcome);
    });
    child.send(task);
  });
}

async function bounds() {
  const program = await bundled('test/fuzz/boundsMain.ts');
  return await new Promise(resolve => {
    fork(program, [values.size, values.only, values.growth ? 'growth' : 'all'], {
      stdio: 'inherit',
      execArgv: ['--expose-gc'],
    }).on('exit', code => {
      resolve(code ?? 1);
    });
  });
}

async function bundled(entry) {
  const outfile = join(folder, 'fuzz.mjs');
  await build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'warning',
  });
  return outfile;
}
