// Texts cut for people. A cut never parts the two units of one character: half of one is no text to strict readers.

/** The text, or its first `longest` UTF-16 units at most and … where it is longer. */
export function shortened(text: string, longest: number): string {
  return text.length > longest ? `${beginningOf(text, longest)}…` : text;
}

/** The text, or … and its last `longest` UTF-16 units at most where it is longer. */
export function shortenedBefore(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const from = text.length - longest;
  return `…${text.slice(isParted(text, from) ? from + 1 : from)}`;
}

/** The first `longest` UTF-16 units of a text at most. */
export function beginningOf(text: string, longest: number): string {
  return text.slice(0, isParted(text, longest) ? longest - 1 : longest);
}

/** Whether the units before and behind an offset are the two halves of one character. */
function isParted(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
