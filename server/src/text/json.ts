import { beginningOf } from './shortened.ts';

/** Whether a parsed JSON value is an object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const SHOWN_LENGTH = 120;
const SHOWN_DEPTH = 4;

/** A parsed JSON value as people are shown it: its beginning, whatever its size and however deep it is. */
export function briefJson(value: unknown): string {
  const text = briefly(value, SHOWN_DEPTH, SHOWN_LENGTH + 1);
  return text.length > SHOWN_LENGTH ? `${beginningOf(text, SHOWN_LENGTH)}…` : text;
}

/** JSON of a value; what lies deeper than `depth`, or behind the first `room` units, is left out. */
function briefly(value: unknown, depth: number, room: number): string {
  if (typeof value === 'string') return JSON.stringify(beginningOf(value, room));
  if (typeof value !== 'object' || value === null) return beginningOf(String(value), room);
  const isList = Array.isArray(value);
  const [open, close] = isList ? '[]' : '{}';
  if (depth === 0) return `${open ?? ''}…${close ?? ''}`;
  let text = open ?? '';
  for (const [i, key] of Object.keys(value).entries()) {
    if (i > 0) text += ',';
    if (text.length >= room) return text;
    if (!isList) text += `${briefly(key, 0, room)}:`;
    text += briefly((value as Record<string, unknown>)[key], depth - 1, room - text.length);
  }
  return text + (close ?? '');
}

/** Brackets lie no deeper in each other in any file that is meant. */
const DEEPEST = 20;

/**
 * Offset of a bracket of JSON that lies deeper than any file that is meant has them, and perhaps too deep for whatever
 * walks through its values by recursion; undefined where there is none.
 */
export function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') isInText = !isInText;
    else if (isInText) at += char === '\\' ? 1 : 0;
    else if (char === '[' || char === '{') {
      if (++depth > DEEPEST) return at;
    } else if (char === ']' || char === '}') depth--;
  }
  return undefined;
}
