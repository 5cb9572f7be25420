/**
 * Splits figures that were run together (`200000121`) where only one way gives `count` numbers without leading zeros
 * and `fits`; undefined where there is none or more than one. `fits` gets `count` numbers.
 */
export function splitRun(
  run: string,
  count: number,
  fits: (numbers: readonly number[]) => boolean,
): readonly string[] | undefined {
  if (!/^\d+$/.test(run) || run.length < count || run.length > LONGEST_RUN) return undefined;
  const found: string[][] = [];
  const parts: string[] = [];
  let budget = MOST_TRIES;
  const search = (at: number): void => {
    if (found.length > 1 || budget-- <= 0) return;
    const left = count - parts.length;
    if (left === 1) {
      const last = run.slice(at);
      if (last.length > 1 && last.startsWith('0')) return;
      const all = [...parts, last];
      if (fits(all.map(Number))) found.push(all);
      return;
    }
    const longest = run.charAt(at) === '0' ? 1 : run.length - at - (left - 1);
    for (let length = 1; length <= longest; length++) {
      parts.push(run.slice(at, at + length));
      search(at + length);
      parts.pop();
    }
  };
  search(0);
  return found.length === 1 && budget > 0 ? found[0] : undefined;
}

/** Longer runs are not split: there are too many ways, and annual reports have none. */
const LONGEST_RUN = 40;
const MOST_TRIES = 200_000;
