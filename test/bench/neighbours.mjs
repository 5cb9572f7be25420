// The language server on a draft that has many neighbours in its folder, against the same server on the same draft alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from './client.mjs';
import { LINES, randomEdits } from './drafts.mjs';
import { median } from './measure.mjs';
import { writeBodies } from './workspace.mjs';

/** How long reading all reports may take. */
const LONGEST_MS = 300_000;
/** Somebody who types quickly. */
const TYPING_MS = 120;

/**
 * Measures keystrokes with `count` reports in the folder, while they are read and when they are, in turn with the draft
 * alone: medians in milliseconds, seconds until all are read, and memory in megabytes.
 */
export async function measureNeighbours({ server }, own, folder, count, bytes = 10_000, edits = 200, seed = 1) {
  const reports = join(folder, 'neighbours');
  const paths = writeBodies(own, reports, count, bytes);
  const path = paths[Math.floor(paths.length / 2)];
  const text = readFileSync(path, 'utf8');
  const workspace = { folder: pathToFileURL(reports).href, uri: pathToFileURL(path).href };
  const clients = { alone: await Client.start(server), among: await Client.start(server, [], workspace) };
  try {
    const row = { count: paths.length };
    for (const client of Object.values(clients)) await client.open(text);
    const before = clients.among.memoryMb;
    const began = performance.now();
    row.filling = await typed(clients, text, edits, seed, TYPING_MS);
    row.waiting = clients.among.workspaceStatus?.waiting;
    while (!(clients.among.workspaceStatus?.waiting === 0 && clients.among.workspaceStatus.reports >= count)) {
      if (performance.now() - began > LONGEST_MS) throw new Error(JSON.stringify(clients.among.workspaceStatus));
      await pause(100);
    }
    row.seconds = (performance.now() - began) / 1000;
    await pause(2000);
    row.filled = await typed(clients, text, edits, seed + 1, 0);
    await pause(5000);
    row.memory = { before, alone: clients.alone.memoryMb, among: clients.among.memoryMb, peak: clients.among.peakMb };
    return row;
  } finally {
    for (const client of Object.values(clients)) await client.stop();
  }
}

async function typed(clients, text, edits, seed, pauseMs) {
  const times = { alone: [], among: [] };
  for (const [i, change] of randomEdits(text, edits, seed, LINES.paragraph).entries()) {
    for (const side of i % 2 === 0 ? ['alone', 'among'] : ['among', 'alone'])
      times[side].push(await clients[side].edit(change));
    if (pauseMs > 0) await pause(pauseMs);
  }
  const [alone, among] = [median(times.alone), median(times.among)];
  return { alone, among, ratio: among / alone };
}

function pause(ms) {
  return new Promise(resolve => {
    setTimeout(resolve, ms);
  });
}

/** The measurements as lines. */
export function printedNeighbours({ count, filling, filled, waiting, seconds, memory }) {
  const line = (name, { alone, among, ratio }) =>
    `  ${name.padEnd(24)} ${among.toFixed(2)} ms ÷ ${alone.toFixed(2)} ms = ${ratio.toFixed(2)}`;
  return [
    `keystroke to diagnostics with ${String(count)} reports in the folder`,
    line(`while they are read (${String(waiting)} left)`, filling),
    line('when all are read', filled),
    `  read in ${seconds.toFixed(1)} s; memory ${memory.among?.toFixed(0)} MB, alone ${memory.alone?.toFixed(0)} MB, peak ${memory.peak?.toFixed(0)} MB`,
  ].join('\n');
}
