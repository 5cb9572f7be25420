import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';

/** Fewer changes are applied one by one. */
const MANY = 50;

/**
 * Applies the changes of an edit to a document. Replacing all in a long draft makes thousands of them, each of which
 * would copy the text: those that stand one before the other, as editors send them, are applied together.
 */
export function applyChanges(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): void {
  const text = changes.length < MANY ? undefined : changedAtOnce(document, changes);
  TextDocument.update(document, text === undefined ? [...changes] : [{ text }], version);
}

/** The text after changes of which each stands before the one before it; undefined for any others. */
function changedAtOnce(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): string | undefined {
  const before = document.getText();
  const parts: string[] = [];
  let from = before.length + 1;
  for (const change of changes) {
    if (!('range' in change)) return undefined;
    const [start, end] = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)];
    // What touches what was changed before counts in the text that came of it.
    if (start > end || end >= from) return undefined;
    parts.push(before.slice(end, from), change.text);
    from = start;
  }
  parts.push(before.slice(0, from));
  return parts.reverse().join('');
}
