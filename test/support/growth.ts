/** Below this the clock and the compiler count for more than the work. */
const SHORTEST_MS = 40;
const FACTOR = 4;

/** Growth that needs no second look. */
const PROPORTIONAL = 1.2;
const MOST_TRIES = 5;

/**
 * How the work on an input grows with its size: 1 where it is proportional, 2 where it is quadratic. `make` gives the
 * input of a size, `work` is done on it. Counts processor time, and takes the least of several measurements, as a busy
 * machine only ever adds; 0 for work that never takes long.
 */
export function growthExponent<T>(make: (size: number) => T, work: (input: T) => unknown, size: number): number {
  let least = Infinity;
  for (let tries = 0; tries < MOST_TRIES && least > PROPORTIONAL; tries++) {
    const small = cost(make(size), work);
    const large = cost(make(size * FACTOR), work);
    const exponent = large < SHORTEST_MS ? 0 : Math.log(large / Math.max(small, 1)) / Math.log(FACTOR);
    least = Math.min(least, exponent);
  }
  return least;
}

function cost<T>(input: T, work: (input: T) => unknown): number {
  let least = Infinity;
  for (let i = 0; i < 3; i++) {
    const before = process.cpuUsage();
    work(input);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
