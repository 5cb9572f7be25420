import type { ChangeAnnotation, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Snapshot } from '../../analysis/snapshot.ts';
import type { ClientCapabilities } from './clientCapabilities.ts';

/** One undo step; it names the draft's version, so that a client refuses it for any other. */
export function workspaceEdit(
  { uri, version }: Pick<Snapshot, 'uri' | 'version'>,
  edits: readonly (TextEdit | SnippetTextEdit)[],
  clientCapabilities: Pick<ClientCapabilities, 'documentChanges'>,
): WorkspaceEdit {
  if (clientCapabilities.documentChanges)
    return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
  return { changes: { [uri]: edits.filter(edit => 'newText' in edit) } };
}

const ANNOTATION = 'annualReport';

/** {@link workspaceEdit} that the client shows before it is done, with `annotation` above it, where it can. */
export function previewedEdit(
  { uri, version }: Pick<Snapshot, 'uri' | 'version'>,
  edits: readonly TextEdit[],
  annotation: ChangeAnnotation,
  clientCapabilities: Pick<ClientCapabilities, 'documentChanges' | 'changeAnnotations'>,
): WorkspaceEdit {
  if (!clientCapabilities.documentChanges || !clientCapabilities.changeAnnotations)
    return workspaceEdit({ uri, version }, edits, clientCapabilities);
  return {
    documentChanges: [
      { textDocument: { uri, version }, edits: edits.map(edit => ({ ...edit, annotationId: ANNOTATION })) },
    ],
    changeAnnotations: { [ANNOTATION]: { ...annotation, needsConfirmation: true } },
  };
}
