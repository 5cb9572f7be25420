import { Position, Range, Uri, window } from 'vscode';
import { TIDY_TABLE_REQUEST, type TidyTable, type TidyTableParams } from '../../server/src/protocol/protocol.ts';
import { editorOf, isPlace } from './equations.ts';
import { text } from './language.ts';
import type { LanguageServer } from './languageServer.ts';

/**
 * Makes a standard table of one that was pasted as text. `place` comes from the lens above the table; without it the
 * table under the cursor is meant.
 */
export async function tidyTable(server: LanguageServer, place: unknown): Promise<void> {
  const editor = isPlace(place) ? await editorOf(Uri.parse(place.uri)) : window.activeTextEditor;
  if (!editor) {
    await window.showInformationMessage(text('client.noEditor'));
    return;
  }
  const { document } = editor;
  const { version } = document;
  const { line, character } = isPlace(place) ? place.position : editor.selection.active;
  const params: TidyTableParams = {
    textDocument: { uri: server.addressOf(document) },
    position: { line, character },
  };
  const found = await server.ask<TidyTable | null>(TIDY_TABLE_REQUEST, params);
  if (!found) {
    await window.showInformationMessage(text('client.tidy.none'));
    return;
  }
  const isDone =
    document.version === version &&
    (await editor.edit(edit => {
      for (const { range, newText } of found.edits) {
        const { start, end } = range;
        edit.replace(
          new Range(new Position(start.line, start.character), new Position(end.line, end.character)),
          newText,
        );
      }
    }));
  if (!isDone) await window.showWarningMessage(text('client.tidy.changed'));
}
