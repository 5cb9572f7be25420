const NONE: readonly RegExpExecArray[] = [];

/**
 * All matches of an expression with the flag `g`, in their order. `String.matchAll` copies the expression at each call
 * and gives an iterator, which costs more than the search in a paragraph that holds none.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}
