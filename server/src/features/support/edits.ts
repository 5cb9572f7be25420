import type { ChangeAnnotation, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Snapshot } from '../../analysis/snapshot.ts';
import type { Abilities } from './clientCapabilities.ts';

/** One undo step; it names the draft's version, so that a client refuses it for any other. */
export function workspaceEdit(
  { uri, version }: Pick<Snapshot, 'uri' | 'version'>,
  edits: readonly (TextEdit | SnippetTextEdit)[],
  abilities: Pick<Abilities, 'documentChanges'>,
): WorkspaceEdit {
  if (abilities.documentChanges) return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
  return { changes: { [uri]: edits.filter(edit => 'newText' in edit) } };
}

const ANNOTATION = 'annualReport';

/** {@link workspaceEdit} that the client shows before it is done, with `annotation` above it, where it can. */
export function previewedEdit(
  { uri, version }: Pick<Snapshot, 'uri' | 'version'>,
  edits: readonly TextEdit[],
  annotation: ChangeAnnotation,
  abilities: Pick<Abilities, 'documentChanges' | 'changeAnnotations'>,
): WorkspaceEdit {
  if (!abilities.documentChanges || !abilities.changeAnnotations)
    return workspaceEdit({ uri, version }, edits, abilities);
  return {
    documentChanges: [
      { textDocument: { uri, version }, edits: edits.map(edit => ({ ...edit, annotationId: ANNOTATION })) },
    ],
    changeAnnotations: { [ANNOTATION]: { ...annotation, needsConfirmation: true } },
  };
}
