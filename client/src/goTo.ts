import { Selection, TextEditorRevealType, window, type TextEditor } from 'vscode';
import type { CitationEntry } from '../../server/src/protocol/protocol.ts';
import { toRange } from './ranges.ts';

/** Shows a range of an editor's document there and selects it. */
export async function goTo({ document, viewColumn }: TextEditor, place: CitationEntry['range']): Promise<void> {
  const range = toRange(place);
  const editor = await window.showTextDocument(document, viewColumn);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
