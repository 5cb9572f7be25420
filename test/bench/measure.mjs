// Numbers out of repeated measurements.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Pseudo-random numbers in [0, 1) that are the same for the same seed. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The value below which `share` of the values lie. NaN where there are none. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? NaN : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** The middle value. */
export function median(values) {
  return quantile(values, 0.5);
}

setFlagsFromString('--expose-gc');
// What is collected so often would take compiled code for unused.
setFlagsFromString('--no-flush-bytecode');
const collectGarbage = runInNewContext('gc');

const LARGE_BYTES = 1_000_000;

/**
 * Milliseconds that `work` on a draft of `bytes` takes. What was left behind before is cleared away first where there is
 * much of it; before small work this would cost more than it clears up, since compiled code is thrown away with it.
 */
export async function timed(bytes, work) {
  if (bytes >= LARGE_BYTES) collectGarbage();
  return clocked(work);
}

/** Milliseconds that `work` takes, its share of the clearing up among them. */
export async function clocked(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The power of the size with which a time grows between two measurements `{ size, time }`. */
export function exponent(small, large) {
  return Math.log(large.time / small.time) / Math.log(large.size / small.size);
}
