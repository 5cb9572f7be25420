/** Shorter pieces of a text are copies anyway. */
const SHORTEST_PIECE = 13;

/** Copies a substring so that V8 does not keep the source string alive. */
export function detachString(text: string): string {
  return isPiece(text) ? ` ${text}`.slice(1) : text;
}

/** Whether a text may be a piece of a longer one. */
export function isPiece(text: string): boolean {
  return text.length >= SHORTEST_PIECE;
}
