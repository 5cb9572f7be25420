// The comparing part of `npm run same`: plain functions of what two programs said, without files or processes.

/** A list of reasons that cannot be read; the message names the line. */
export class AllowanceError extends Error {}

/** Lines longer than this are printed in part. */
const LINE_WIDTH = 240;
/** What is printed of a long line before the first character that differs. */
const LEAD = 60;

/**
 * How two lists of lines differ, in order: lines that only the first has ('-'), lines that only the second has ('+'),
 * and '~' where the lines that both have stand in another order. A line that occurs several times counts as often.
 * Takes time in proportion to the lists.
 */
export function lineDifferences(before, after) {
  const surplus = new Map();
  for (const line of after) surplus.set(line, (surplus.get(line) ?? 0) - 1);
  for (const line of before) surplus.set(line, (surplus.get(line) ?? 0) + 1);
  // Of equal lines the last ones count as removed or added: what is left is a permutation of one list.
  const removed = new Set(extraIndexes(before, surplus, 1));
  const added = new Set(extraIndexes(after, surplus, -1));
  const keptBefore = before.filter((_, index) => !removed.has(index));
  const keptAfter = after.filter((_, index) => !added.has(index));
  const moved = keptBefore.findIndex((line, index) => line !== keptAfter[index]);
  const placed = [
    ...[...removed].map(index => ({ sign: '-', index, line: before[index] })),
    ...[...added].map(index => ({ sign: '+', index, line: after[index] })),
  ].sort((a, b) => a.index - b.index || (a.sign === b.sign ? 0 : a.sign === '-' ? -1 : 1));
  const differences = placed.map(({ sign, line }) => ({ sign, line }));
  if (moved >= 0)
    differences.push({ sign: '~', line: `顺序不同 / in another order: ${keptBefore[moved]} ↔ ${keptAfter[moved]}` });
  return differences;
}

function extraIndexes(lines, surplus, direction) {
  const left = new Map(
    [...surplus].filter(([, count]) => count * direction > 0).map(([line, count]) => [line, Math.abs(count)]),
  );
  const indexes = [];
  for (let index = lines.length - 1; index >= 0; index--) {
    const count = left.get(lines[index]) ?? 0;
    if (count === 0) continue;
    left.set(lines[index], count - 1);
    indexes.push(index);
  }
  return indexes;
}

/**
 * How two observations of a draft differ. An observation gives by aspect (`findings`, `hover[en]`…) a list of JSON
 * values; a missing aspect counts as an empty list. `names` are addresses of the draft; a mark is printed for them.
 * What stands under `failures` is why nothing could be observed: it counts, marked '!', even where both say the same.
 */
export function observationDifferences(before, after, names = []) {
  const failures = new Set([...(before.failures ?? []), ...(after.failures ?? [])]);
  const differences = [...failures].map(line => ({ aspect: 'failures', sign: '!', line }));
  for (const aspect of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (aspect === 'failures') continue;
    const [old, recent] = [before[aspect] ?? [], after[aspect] ?? []];
    if (JSON.stringify(old) === JSON.stringify(recent)) continue;
    const lines = values =>
      values.map(value => names.reduce((line, name) => line.replaceAll(name, '‹draft›'), lineOf(value)));
    for (const { sign, line } of lineDifferences(lines(old), lines(recent))) differences.push({ aspect, sign, line });
  }
  return differences;
}

/** A JSON value as one line that does not depend on the order of keys; places count from 1. */
export function lineOf(value) {
  return typeof value === 'string' ? value.replace(/\r\n?|\n/g, '⏎') : JSON.stringify(readable(value));
}

function readable(value) {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).sort();
  if (keys.join() === 'character,line') return `${value.line + 1}:${value.character + 1}`;
  if (keys.join() === 'end,start' && typeof value.start === 'object')
    return `${readable(value.start)}-${readable(value.end)}`;
  return Object.fromEntries(keys.map(key => [key, readable(value[key])]));
}

/**
 * Reads a list of differences that are known and explained: `# a reason`, then the regular expressions of the lines
 * that it explains, one a line; a blank line ends the reason. An expression is tried on `draft: sign aspect: line`.
 */
export function readAllowances(text) {
  const allowances = [];
  let reason = [];
  let isOpen = false;
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const line = raw.trim();
    if (line === '') {
      reason = [];
      isOpen = false;
    } else if (line.startsWith('#')) {
      reason = isOpen ? [line.slice(1).trim()] : [...reason, line.slice(1).trim()];
      isOpen = false;
    } else {
      isOpen = true;
      if (reason.join('') === '')
        throw new AllowanceError(`${index + 1}: 缺理由（# …） / without a reason (# …): ${line}`);
      try {
        allowances.push({ reason: reason.join(' '), pattern: new RegExp(line, 'u') });
      } catch (error) {
        throw new AllowanceError(`${index + 1}: ${error.message}`);
      }
    }
  }
  return allowances;
}

/** Takes away the differences of one draft that are allowed; `counts` (by allowance) is added to. */
export function withoutAllowed(draft, differences, allowances, counts) {
  return differences.filter(({ aspect, sign, line }) => {
    const allowance = allowances.find(({ pattern }) => pattern.test(`${draft}: ${sign} ${aspect}: ${line}`));
    if (allowance) counts.set(allowance, (counts.get(allowance) ?? 0) + 1);
    return !allowance;
  });
}

/** Differences of a draft as printed, `most` of them, and how many more there are. */
export function printedDifferences(differences, most) {
  const partners = partnersOf(differences);
  const lines = differences
    .slice(0, most)
    .map(
      (difference, index) =>
        `  ${difference.sign} ${difference.aspect}: ${shortened(difference.line, partners[index])}`,
    );
  if (differences.length > most)
    lines.push(`  … 另有 ${differences.length - most} 处 / ${differences.length - most} more`);
  return lines;
}

/** For each removed line the added one of the same aspect that it most likely became, and the other way round. */
function partnersOf(differences) {
  const ranks = new Map();
  const keys = differences.map(({ aspect, sign }) => {
    const rank = ranks.get(`${sign} ${aspect}`) ?? 0;
    ranks.set(`${sign} ${aspect}`, rank + 1);
    return `${sign} ${rank} ${aspect}`;
  });
  const lines = new Map(keys.map((key, index) => [key, differences[index].line]));
  return keys.map(key => lines.get((key.startsWith('-') ? '+' : '-') + key.slice(1)));
}

/** A long line from shortly before the place where it differs from the other. */
function shortened(line, other = '') {
  if (line.length <= LINE_WIDTH) return line;
  let same = 0;
  while (same < other.length && line[same] === other[same]) same++;
  const from = Math.max(0, Math.min(same - LEAD, line.length - LINE_WIDTH));
  return `${from > 0 ? '…' : ''}${line.slice(from, from + LINE_WIDTH)}${from + LINE_WIDTH < line.length ? '…' : ''}`;
}

/** Numbers by aspect, the greatest first: `findings 3, hover[en] 1`. */
export function printedCounts(counts) {
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([aspect, count]) => `${aspect} ${count}`)
    .join(', ');
}
