import { LSPErrorCodes, MessageType, ResponseError, ShowMessageNotification } from 'vscode-languageserver';
import type { RenameParams, WorkspaceEdit } from 'vscode-languageserver';
import { annotatedEdit, noticeOf, rename } from '../features/figures/rename.ts';
import type { PlannedRenaming } from '../features/figures/rename.ts';
import { toOffset } from '../features/support/convert.ts';
import type { RenamePreview } from '../protocol/protocol.ts';
import type { Client } from './client.ts';
import type { DraftSnapshot } from './documents.ts';

/**
 * The edit that states another number everywhere. The reason why it cannot be done is an error answer in the user's
 * language; equations that fail afterwards are named in a message where the client shows no annotations.
 */
export async function renameFigure(
  client: Client,
  snapshot: DraftSnapshot,
  params: RenameParams,
): Promise<WorkspaceEdit | null> {
  const { language, capabilities } = client.profile;
  const planned = await planRenaming(language, snapshot, params);
  const notice = planned && noticeOf(planned, language);
  if (notice && !capabilities.changeAnnotations)
    client.send(
      client.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: notice }),
    );
  return planned && annotatedEdit(planned, snapshot, capabilities, language);
}

/** What a renaming would do, for a client that shows it before it is done. */
export async function previewRenaming(
  { profile: { language } }: Client,
  snapshot: DraftSnapshot,
  params: RenameParams,
): Promise<RenamePreview | null> {
  const planned = await planRenaming(language, snapshot, params);
  return (
    planned && {
      version: snapshot.version,
      edits: planned.edits,
      title: planned.title,
      places: planned.places,
      troubles: planned.troubles,
    }
  );
}

async function planRenaming(
  language: Client['profile']['language'],
  snapshot: DraftSnapshot,
  { position, newName }: RenameParams,
): Promise<PlannedRenaming | null> {
  const renaming = await rename(snapshot, toOffset(snapshot.source, position), newName, language);
  if (renaming?.kind === 'refused') throw new ResponseError(LSPErrorCodes.RequestFailed, renaming.reason);
  return renaming;
}
