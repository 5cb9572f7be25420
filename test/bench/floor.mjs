// The least that any checker of lines does: what everything is measured against.

/** Figures, and what is left of a template. */
const PATTERN = /[0-9]+(?:\.[0-9]+)?[%万]?|XX/g;

/**
 * Splits a text into lines and runs one precompiled regular expression over each: how many matches, and where in its line
 * the last one is. Keeps no list of the lines: on a large text that would cost more than the reading.
 */
export function scanLines(text) {
  let found = 0;
  let last = 0;
  for (let start = 0; start <= text.length;) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const line = text.slice(start, end);
    PATTERN.lastIndex = 0;
    for (let match = PATTERN.exec(line); match !== null; match = PATTERN.exec(line)) {
      found++;
      last = match.index;
    }
    start = end + 1;
  }
  return { found, last };
}

/** Runs the regular expression once over a whole text: offsets of what is left of a template. */
export function leftovers(text) {
  const offsets = [];
  PATTERN.lastIndex = 0;
  for (let match = PATTERN.exec(text); match !== null; match = PATTERN.exec(text)) {
    if (match[0] === 'XX') offsets.push(match.index);
  }
  return offsets;
}
