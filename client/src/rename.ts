import {
  QuickPickItemKind,
  ThemeIcon,
  window,
  WorkspaceEdit,
  type CancellationToken,
  type Position,
  type QuickPickItem,
  type TextDocument,
} from 'vscode';
import type { BaseLanguageClient, RenameParams } from 'vscode-languageclient';
import { RENAME_PREVIEW_REQUEST, type RenamePreview } from '../../server/src/protocol/protocol.ts';
import { text } from './language.ts';

/**
 * Renames a figure after listing every place that changes and what does not add up afterwards. The editor's own preview
 * would leave each place to be ticked. Throws with the reason where the number cannot stand there.
 */
export async function renameAfterPreview(
  client: BaseLanguageClient,
  document: TextDocument,
  position: Position,
  newName: string,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const params: RenameParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    position: client.code2ProtocolConverter.asPosition(position),
    newName,
  };
  const preview = await client.sendRequest<RenamePreview | null>(RENAME_PREVIEW_REQUEST, params, token);
  if (!preview) return null;
  const apply: QuickPickItem = {
    label: text('client.rename.apply', { count: preview.places.length }),
    iconPath: new ThemeIcon('check'),
  };
  const picked = await window.showQuickPick(
    [
      apply,
      ...group(text('client.rename.places'), preview.places, 'edit'),
      ...group(text('client.rename.troubles'), preview.troubles, 'warning'),
    ],
    { title: preview.title, placeHolder: text('client.rename.how'), ignoreFocusOut: true },
  );
  return picked === apply
    ? await client.protocol2CodeConverter.asWorkspaceEdit(preview.edit, token)
    : new WorkspaceEdit();
}

function group(label: string, lines: readonly string[], icon: string): QuickPickItem[] {
  if (lines.length === 0) return [];
  return [
    { label, kind: QuickPickItemKind.Separator },
    ...lines.map(line => ({ label: line, iconPath: new ThemeIcon(icon) })),
  ];
}
