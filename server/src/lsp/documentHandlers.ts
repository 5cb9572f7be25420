import {
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  InitializedNotification,
  NotificationType,
} from 'vscode-languageserver';
import { CONFIGURATION_FILE_CHANGED_NOTIFICATION, LOOK_AT_FILES_NOTIFICATION } from '../protocol/protocol.ts';
import { onNotification, type Handler } from './handler.ts';
import type { Session } from './session.ts';

/** Notifications of changes to documents, settings and folders. */
export function documentHandlers(session: Session): readonly Handler[] {
  return [
    onNotification(InitializedNotification.type, () => session.begun()),
    onNotification(DidOpenTextDocumentNotification.type, ({ textDocument }) => {
      session.open(textDocument);
    }),
    onNotification(DidChangeTextDocumentNotification.type, ({ textDocument, contentChanges }) => {
      session.change(textDocument, contentChanges);
    }),
    onNotification(DidCloseTextDocumentNotification.type, ({ textDocument }) => {
      session.close(textDocument);
    }),
    onNotification(DidSaveTextDocumentNotification.type, ({ textDocument }) => session.saved(textDocument)),
    onNotification(DidChangeConfigurationNotification.type, params => session.settingsSent(params)),
    onNotification(DidChangeWatchedFilesNotification.type, params => session.filesChanged(params)),
    onNotification(DidChangeWorkspaceFoldersNotification.type, params => session.foldersChanged(params)),
    onNotification(new NotificationType<void>(CONFIGURATION_FILE_CHANGED_NOTIFICATION), () =>
      session.settingsChanged(),
    ),
    onNotification(new NotificationType<void>(LOOK_AT_FILES_NOTIFICATION), () => {
      session.workspace.look();
    }),
  ];
}
