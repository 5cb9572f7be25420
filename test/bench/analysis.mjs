// Full analysis against a plain scan over the lines and against peers, in this process.
import { scanLines } from './floor.mjs';
import { clocked, exponent, median, timed } from './measure.mjs';

/** Roughly how long a scan takes, and how long scans are repeated at most. */
const SCAN_MS_PER_BYTE = 1.2e-6;
const LONGEST_SCANS_MS = 2_000;

/** A peer that would need longer than this for a draft is not run on it. */
const PATIENCE_MS = 12_000;

/** Rounds of each size that come first and do not count: compiled code and the heap are then as they stay. */
const UNCOUNTED = 3;

/**
 * Times the analysis and the scan in turn on drafts of one workload: for each of `sizes` (`{ bytes, rounds }`)
 * `{ bytes, scanMs, fullMs, ratio, findings }`, medians. Every round has a draft of its own, so that nothing can be known from a round before. Memory is cleaned up when
 * V8 does so, and whoever is at work pays for it.
 */
export async function measureAnalysis(analyse, writeDraft, sizes) {
  const rows = [];
  for (let i = 0; i < 20; i++) {
    const text = writeDraft(20_000, 10_000 + i);
    await analyse(text);
    scanLines(text);
  }
  for (const { bytes, rounds } of sizes) {
    const times = { scan: [], full: [] };
    let findings = 0;
    let size = 0;
    for (let round = -UNCOUNTED; round < rounds; round++) {
      const text = writeDraft(bytes, round + UNCOUNTED + 1);
      size = Buffer.byteLength(text);
      const fullMs = await clocked(async () => {
        findings = (await analyse(text)).length;
      });
      // As many scans as take about as long: what else runs on the machine then slows down both alike.
      const scans = Math.max(1, Math.round(Math.min(fullMs, LONGEST_SCANS_MS) / SCAN_MS_PER_BYTE / bytes));
      const scanMs =
        (await clocked(() => {
          for (let i = 0; i < scans; i++) scanLines(text);
        })) / scans;
      if (round < 0) continue;
      times.full.push(fullMs);
      times.scan.push(scanMs);
    }
    const scanMs = median(times.scan);
    const fullMs = median(times.full);
    rows.push({ bytes: size, scanMs, fullMs, ratio: fullMs / scanMs, findings });
  }
  return rows;
}

/** The power of the size with which full analysis grows from the first of `rows` to the last. */
export function growth(rows) {
  const [small, large] = [rows[0], rows[rows.length - 1]];
  return exponent({ size: small.bytes, time: small.fullMs }, { size: large.bytes, time: large.fullMs });
}

/**
 * Times the analysis and each of `peers` (`{ name, check(text) }`) in turn: for each size
 * `{ bytes, fullMs, peers: { name: ms } }`. A peer that fails or takes too long has no figure: it is named in `left`, with
 * the reason.
 */
export async function measurePeers(analyse, writeDraft, peers, sizes) {
  const left = [];
  const last = new Map();
  const rows = [];
  for (const { bytes, rounds } of sizes) {
    const full = [];
    const byPeer = new Map();
    for (const { name } of peers) {
      const before = last.get(name);
      if (left.some(each => each.name === name)) continue;
      if (before !== undefined && before.ms * (bytes / before.bytes) ** Math.max(1, before.power) > PATIENCE_MS)
        left.push({ name, bytes, reason: 'slow' });
      else byPeer.set(name, []);
    }
    for (let round = 0; round <= rounds; round++) {
      const text = writeDraft(bytes, 500 + round);
      const isWarmUp = round === 0;
      if (isWarmUp && bytes >= 1_000_000) continue;
      const own = await timed(bytes, () => analyse(text));
      if (!isWarmUp) full.push(own);
      for (const { name, check } of peers) {
        const times = byPeer.get(name);
        if (times === undefined || !byPeer.has(name)) continue;
        try {
          const ms = await timed(bytes, () => check(text));
          if (!isWarmUp) times.push(ms);
        } catch (error) {
          byPeer.delete(name);
          left.push({ name, bytes, reason: error instanceof Error ? error.message : String(error) });
        }
      }
    }
    const measured = Object.fromEntries([...byPeer].map(([name, times]) => [name, median(times)]));
    for (const [name, ms] of Object.entries(measured)) {
      const before = last.get(name);
      const power =
        before === undefined ? 1 : exponent({ size: before.bytes, time: before.ms }, { size: bytes, time: ms });
      last.set(name, { bytes, ms, power });
    }
    rows.push({ bytes, fullMs: median(full), peers: measured });
  }
  return { rows, left };
}
