// The least that any checker of lines does: what everything is measured against.

/** Figures, and what is left of a template. */
const PATTERN = /[0-9]+(?:\.[0-9]+)?[%万]?|XX/g;

/** Splits a text into lines and runs one precompiled regular expression over each: how many matches, and where the last one is. */
export function scanLines(text) {
  let found = 0;
  let last = 0;
  for (const line of text.split(/\r?\n/)) {
    PATTERN.lastIndex = 0;
    for (let match = PATTERN.exec(line); match !== null; match = PATTERN.exec(line)) {
      found++;
      last = match.index;
    }
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
