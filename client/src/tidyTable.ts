import { Uri, window } from 'vscode';
import { type PlannedEdits } from '../../server/src/protocol/protocol.ts';
import { TIDY_TABLE_REQUEST, type TidyTableParams } from '../../server/src/protocol/writing.ts';
import type { Editor } from './editor.ts';
import { editorOf, isPlace } from './equations.ts';
import { text } from './language.ts';
import type { LanguageServer } from './languageServer.ts';
import { sayNoEditor, sayNothing } from './openDocument.ts';
import { writePlanned } from './plannedEdits.ts';

/**
 * Makes a standard table of one that was pasted as text. `place` comes from the lens above the table; without it the
 * table under the cursor is meant.
 */
export async function tidyTable(editor: Editor, server: LanguageServer, place: unknown): Promise<void> {
  const active = isPlace(place) ? await editorOf(Uri.parse(place.uri)) : window.activeTextEditor;
  if (!active) {
    await sayNoEditor();
    return;
  }
  const { document, selection } = active;
  const { line, character } = isPlace(place) ? place.position : selection.active;
  const params: TidyTableParams = {
    textDocument: { uri: server.addressOf(document) },
    position: { line, character },
  };
  const planned = await server.ask<PlannedEdits | null>(TIDY_TABLE_REQUEST, params);
  if (planned) await writePlanned(editor, document, planned);
  else await sayNothing(planned, text('client.tidy.none'));
}
