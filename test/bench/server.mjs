// The server over stdio, as an editor talks to it, against a floor server that gets the same messages in turn.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from './client.mjs';
import { LINES, randomEdits, randomPositions } from './drafts.mjs';
import { exponent, median, quantile } from './measure.mjs';

const FEATURES = [
  { id: 'outline', method: 'textDocument/documentSymbol', isPlaced: false },
  { id: 'hover', method: 'textDocument/hover', isPlaced: true },
  { id: 'completion', method: 'textDocument/completion', isPlaced: true },
];

const BURST =
  '今年以来，本机关按照上级要求，逐项核对公开目录，逐件登记申请，逐条答复意见建议，做到件件有着落、事事有回音。';
const BURST_LENGTH = 50;

/** The server's compiled code. */
const CODE_FILE = 'server-code.cache';

/** How many edits come first and do not count. */
const WARMING = 40;

/** How long a server may take to keep its compiled code for the next start. */
const KEEPING_MS = 20_000;

/**
 * Measures both servers (`{ server, floorServer, codeCache }`, files and the folder for our compiled code) on drafts of one
 * workload in the given sizes: `{ bytes, starts, edits, asks, bursts }` each, all counts. One row for each size, every figure
 * as `{ own, floor, ratio }`, and the `answer` of our server (`{ findings, bytes }`); processor time and memory are missing
 * where the system does not tell.
 */
export async function measureServers(programs, writeDraft, sizes, seed, onRow = () => {}) {
  const rows = [];
  if (!existsSync(join(programs.codeCache, CODE_FILE))) await keepCode(programs, writeDraft(sizes[0].bytes, seed));
  for (const size of sizes) {
    rows.push(await measureSize(programs, writeDraft(size.bytes, seed), size, seed));
    onRow(rows.at(-1));
  }
  return rows;
}

/** The power of the size with which an edit to its diagnostics grows from the first of `rows` to the last. */
export function keystrokeGrowth(rows) {
  const [small, large] = [rows[0], rows[rows.length - 1]];
  return exponent({ size: small.bytes, time: small.edit.own }, { size: large.bytes, time: large.edit.own });
}

/**
 * What an edit costs in drafts of one size with ever more official tables (`{ text, tables }`), in lines of paragraphs and in
 * lines of tables: `rows` of `{ tables, paragraph, table }`, figures as `{ own, floor, ratio }`, and of both kinds of places the
 * `growth`: the power of the number of tables with which the edit grows from the first draft to the last.
 */
export async function measureTables(programs, drafts, edits, seed) {
  const lanes = [];
  try {
    for (const { text, tables } of drafts) {
      const lane = { text, tables, pair: new Pair(), clients: {} };
      lanes.push(lane);
      for (const side of SIDES) {
        lane.clients[side] = await startOf(programs, side);
        await lane.clients[side].open(text);
      }
    }
    for (const place of ['paragraph', 'table']) {
      for (const { text, clients } of lanes)
        await warmUp(clients, randomEdits(text, Math.min(WARMING, edits), seed, LINES[place]));
      const changes = lanes.map(({ text }) => randomEdits(text, edits, seed + 1, LINES[place]));
      // The drafts take turns too: they are compared with each other.
      for (let i = 0; i < edits; i++) {
        for (const [at, { pair, clients }] of lanes.entries()) {
          await pair.inTurn(i, async side => {
            pair.note(side, place, await clients[side].edit(changes[at][i]));
          });
        }
      }
    }
  } finally {
    for (const { clients } of lanes) for (const client of Object.values(clients)) await client.stop();
  }
  const rows = lanes.map(({ tables, pair }) => ({
    tables,
    paragraph: pair.ratio('paragraph'),
    table: pair.ratio('table'),
  }));
  const [few, many] = [rows[0], rows[rows.length - 1]];
  const growth = place =>
    exponent({ size: few.tables, time: few[place].own }, { size: many.tables, time: many[place].own });
  return { rows, growth: { paragraph: growth('paragraph'), table: growth('table') } };
}

/** Edits that do not count: code that has run that often is compiled. */
async function warmUp(clients, changes) {
  for (const change of changes) for (const side of SIDES) await clients[side].edit(change);
}

/** Starts our server for the first time, as after an installation: what it compiles is kept for the starts that count. */
async function keepCode(programs, text) {
  const client = await startOf(programs, 'own');
  try {
    await client.open(text);
    const began = performance.now();
    while (!existsSync(join(programs.codeCache, CODE_FILE))) {
      if (performance.now() - began > KEEPING_MS) throw new Error('the server did not keep its compiled code');
      await new Promise(resolve => {
        setTimeout(resolve, 100);
      });
    }
  } finally {
    await client.stop();
  }
}

/** A server started as VS Code starts ours. */
function startOf({ server, floorServer, codeCache }, side) {
  return side === 'own' ? Client.start(server, [`--code-cache=${codeCache}`]) : Client.start(floorServer);
}

async function measureSize(programs, text, { starts, edits, asks, bursts }, seed) {
  const cold = new Pair();
  for (let round = 0; round < starts; round++) {
    await cold.inTurn(round, async side => {
      const client = await startOf(programs, side);
      cold.note(side, 'start', client.startMs);
      cold.note(side, 'open', await client.open(text));
      await client.stop();
    });
  }
  const clients = { own: await startOf(programs, 'own'), floor: await startOf(programs, 'floor') };
  try {
    const warm = new Pair();
    for (const side of SIDES) await clients[side].open(text);
    const answer = await clients.own.answer();
    await warmUp(clients, randomEdits(text, Math.min(WARMING, edits), seed));
    const processor = await measureEdits(warm, clients, randomEdits(text, edits, seed + 1));
    await measureFeatures(warm, clients, text, asks, seed + 2);
    for (let round = 0; round < bursts; round++) await measureBurst(warm, clients, text);
    const memory = compared(clients.own.peakMb, clients.floor.peakMb);
    return {
      bytes: Buffer.byteLength(text),
      start: cold.ratio('start'),
      open: cold.ratio('open'),
      edit: warm.ratio('edit'),
      editP95: warm.ratio('edit', times => quantile(times, 0.95)),
      processor,
      ...Object.fromEntries(
        FEATURES.flatMap(({ id }) => [
          [id, warm.ratio(id)],
          [`${id}AfterEdit`, warm.ratio(`${id}AfterEdit`)],
        ]),
      ),
      burst: warm.ratio('burst'),
      outdated: warm.ratio('outdated', times => Math.max(...times)),
      memory,
      answer,
    };
  } finally {
    for (const side of SIDES) await clients[side].stop();
  }
}

async function measureEdits(pair, clients, changes) {
  const before = { own: clients.own.processorMs, floor: clients.floor.processorMs };
  for (const [i, change] of changes.entries()) {
    await pair.inTurn(i, async side => {
      pair.note(side, 'edit', await clients[side].edit(change));
    });
  }
  // What runs on behind the last answer counts too.
  await new Promise(resolve => {
    setTimeout(resolve, 200);
  });
  const spent = side => (clients[side].processorMs - before[side]) / changes.length;
  return before.own === undefined ? undefined : compared(spent('own'), spent('floor'));
}

async function measureFeatures(pair, clients, text, count, seed) {
  const positions = randomPositions(text, count, seed);
  const changes = randomEdits(text, count * FEATURES.length * 2, seed);
  let at = 0;
  for (const { id, method, isPlaced } of FEATURES) {
    for (const [i, position] of positions.entries()) {
      const params = isPlaced ? { position } : {};
      await pair.inTurn(i, async side => {
        // The first answer after other requests may have to make what later ones find.
        const isFirst = i === 0;
        const ms = await clients[side].ask(method, params);
        if (!isFirst) pair.note(side, id, ms);
      });
    }
    for (const [i, position] of positions.entries()) {
      const [change, back] = [changes[at++], changes[at++]];
      await pair.inTurn(i, async side => {
        pair.note(side, `${id}AfterEdit`, await clients[side].ask(method, isPlaced ? { position } : {}, change));
        await clients[side].edit(back);
      });
    }
  }
}

/** Fifty characters typed before what is left of a template, whose place in the diagnostics tells how many of them are known. */
async function measureBurst(pair, clients, text) {
  const line = text.slice(0, text.indexOf('## 二、')).split('\n').length - 1;
  const at = { line, character: 0 };
  const marked = { range: { start: at, end: at }, text: '另有XX件正在办理。\n\n' };
  const changes = Array.from({ length: BURST_LENGTH }, (_, i) => {
    const place = { line, character: i };
    return { range: { start: place, end: place }, text: BURST.charAt(i) };
  });
  const whole = { start: at, end: { line: line + 2, character: 0 } };
  const versionOf = items =>
    (items.find(({ range: { start, end } }) => start.line === line && end.character - start.character === 2)?.range
      .start.character ?? NaN) - 2;
  for (const side of SIDES) {
    await clients[side].edit(marked);
    const { ms, outdated } = await clients[side].burst(changes, versionOf);
    pair.note(side, 'burst', ms);
    pair.note(side, 'outdated', outdated);
    await clients[side].edit({ range: whole, text: '' });
  }
}

const SIDES = ['own', 'floor'];

/** Figures of both servers by name. */
class Pair {
  #times = { own: new Map(), floor: new Map() };

  note(side, name, value) {
    const times = this.#times[side].get(name);
    if (times) times.push(value);
    else this.#times[side].set(name, [value]);
  }

  /** Runs `work(side)` for both, the one that begins changing from round to round. */
  async inTurn(round, work) {
    for (const side of round % 2 === 0 ? SIDES : [...SIDES].reverse()) await work(side);
  }

  ratio(name, of = median) {
    return compared(of(this.#times.own.get(name) ?? []), of(this.#times.floor.get(name) ?? []));
  }
}

function compared(own, floor) {
  return own === undefined || floor === undefined ? undefined : { own, floor, ratio: own / floor };
}
