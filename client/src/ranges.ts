import { Range } from 'vscode';
import type { PastedTable } from '../../server/src/protocol/writing.ts';

/** A range of the protocol as one of VS Code. */
export function toRange({ start, end }: PastedTable['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
