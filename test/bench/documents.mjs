// Edits while documents are read beside: a job has a thread of its own, and typing must not wait for it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, run, start } from '../../scripts/processes.mjs';
import { Client } from './client.mjs';
import { randomEdits } from './drafts.mjs';
import { median } from './measure.mjs';

/** Edits in one turn: with nothing beside them, then with a document being read. */
const TURN = 10;
const WARMING = 40;

/**
 * Milliseconds from an edit to its diagnostics while a Word file is read again and again (`own`) and with nothing beside it
 * (`floor`), in turns, medians: `{ own, floor, ratio }`.
 */
export async function measureBesideDocuments({ server, codeCache, commandLine }, text, edits, seed, folder) {
  const draft = join(folder, 'beside.md');
  const word = join(folder, 'beside.docx');
  writeFileSync(draft, text);
  const { code, output } = await run(process.execPath, [commandLine, 'convert', draft, '-o', word]);
  if (code === 2) throw new Error(output.slice(-500));
  const client = await Client.start(server, [`--code-cache=${codeCache}`]);
  const times = { own: [], floor: [] };
  try {
    await client.open(text);
    for (const change of randomEdits(text, Math.min(WARMING, edits), seed)) await client.edit(change);
    const changes = randomEdits(text, edits, seed + 1);
    for (let at = 0; at < changes.length; at += TURN) {
      const isBeside = (at / TURN) % 2 === 1;
      const reading = isBeside ? readAgainAndAgain(commandLine, word) : undefined;
      for (const change of changes.slice(at, at + TURN))
        times[isBeside ? 'own' : 'floor'].push(await client.edit(change));
      await reading?.stop();
    }
  } finally {
    await client.stop();
  }
  const [own, floor] = [median(times.own), median(times.floor)];
  return { own, floor, ratio: own / floor };
}

/** Reads a document, and when it is read reads it again, until it is stopped. */
function readAgainAndAgain(commandLine, word) {
  let isStopped = false;
  let child;
  const next = () => {
    child = start(process.execPath, [commandLine, 'convert', word, '--to', 'md'], { stdio: 'ignore', isLeaf: true });
    child.once('close', () => {
      if (!isStopped) next();
    });
  };
  next();
  return {
    stop: async () => {
      isStopped = true;
      await end(child);
    },
  };
}
