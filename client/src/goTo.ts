import { Position, Range, Selection, TextEditorRevealType, window, type TextEditor } from 'vscode';
import type { CitationEntry } from '../../server/src/protocol/protocol.ts';

/** Shows a range of an editor's document there and selects it. */
export async function goTo(
  { document, viewColumn }: TextEditor,
  { start, end }: CitationEntry['range'],
): Promise<void> {
  const range = new Range(new Position(start.line, start.character), new Position(end.line, end.character));
  const editor = await window.showTextDocument(document, viewColumn);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
