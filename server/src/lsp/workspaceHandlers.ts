import { ProtocolRequestType, WorkspaceDiagnosticRequest } from 'vscode-languageserver';
import {
  CHECK_ALL_REQUEST,
  WORKSPACE_FIGURES_REQUEST,
  WORKSPACE_FINDINGS_REQUEST,
  WORKSPACE_REPORTS_REQUEST,
} from '../protocol/workspace.ts';
import type {
  CheckedAll,
  FiguresParams,
  FiguresResult,
  WorkspaceFinding,
  WorkspaceFindingsParams,
  WorkspaceReportsResult,
} from '../protocol/workspace.ts';
import { onRequest, type Handler } from './handler.ts';
import type { ReviewAnswers } from './reviewAnswers.ts';
import type { Session } from './session.ts';
import { figuresOfYear, folderReports } from './workspaceOverview.ts';

/** Requests on the reports of the workspace, open or not. */
export function workspaceHandlers(session: Session, review: ReviewAnswers): readonly Handler[] {
  return [
    onRequest(WorkspaceDiagnosticRequest.type, (params, token) => {
      const { partialResultToken } = params;
      const { connection } = session.client;
      return session.workspace.pull(
        params,
        token,
        partialResultToken === undefined
          ? undefined
          : part => {
              session.client.send(
                connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, part),
              );
            },
      );
    }),
    onRequest(new ProtocolRequestType<object, CheckedAll, never, void, void>(CHECK_ALL_REQUEST), async () => ({
      reports: await session.workspace.checkAll(),
    })),
    onRequest(
      new ProtocolRequestType<object, WorkspaceReportsResult, never, void, void>(WORKSPACE_REPORTS_REQUEST),
      async () => {
        const { reports, revision } = session.workspace;
        return { revision, folders: folderReports(reports) };
      },
    ),
    onRequest(
      new ProtocolRequestType<FiguresParams, FiguresResult, never, void, void>(WORKSPACE_FIGURES_REQUEST),
      async params => {
        const { reports, revision } = session.workspace;
        return { revision, ...figuresOfYear(params, reports, session.client.profile.language) };
      },
    ),
    onRequest(
      new ProtocolRequestType<WorkspaceFindingsParams, readonly WorkspaceFinding[] | null, never, void, void>(
        WORKSPACE_FINDINGS_REQUEST,
      ),
      ({ uri }) => review.findings(uri),
    ),
  ];
}
