// The command line over a folder of drafts, against the command line of a peer over the same folder.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../scripts/processes.mjs';
import { draftOf } from './drafts.mjs';
import { median, random } from './measure.mjs';

const LAYOUTS = ['pipe', 'html', 'tabbed'];

/**
 * Runs both over `files` drafts of 6 to 20 KB in turn: `{ files, bytes, own, peer, ratio }`, MB/s, medians. `peer` is the
 * file of its command line; without it only our own figure is there.
 */
export async function measureCommandLine(commandLine, peer, sampleReport, folder, files, rounds) {
  const drafts = join(folder, 'drafts');
  mkdirSync(drafts);
  const next = random(files);
  let bytes = 0;
  for (let i = 0; i < files; i++) {
    const text = draftOf(sampleReport, 6_000 + Math.floor(next() * 14_000), i, LAYOUTS[i % LAYOUTS.length]);
    bytes += Buffer.byteLength(text);
    writeFileSync(join(drafts, `第${String(i)}份年报.md`), text);
  }
  const own = [];
  const others = [];
  for (let round = 0; round < rounds; round++) {
    own.push(await seconds(commandLine, ['check', drafts]));
    if (peer !== undefined) others.push(await seconds(peer, ['--lint', drafts]));
  }
  rmSync(drafts, { recursive: true });
  const speed = times => bytes / 1e6 / median(times);
  return { files, bytes, own: speed(own), peer: speed(others), ratio: speed(own) / speed(others) };
}

async function seconds(program, args) {
  const began = performance.now();
  const { code, output } = await run(process.execPath, [program, ...args]);
  if (code > 1) throw new Error(output.slice(-500));
  return (performance.now() - began) / 1000;
}
