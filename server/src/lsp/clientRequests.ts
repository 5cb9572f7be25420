import type { Connection } from 'vscode-languageserver';
import type { ClientRequests } from '../hosts/clientHost.ts';
import { CONFIGURATION_FILE_REQUEST, DRAFTS_REQUEST, FILES_REQUEST } from '../protocol/protocol.ts';
import type {
  ConfigurationFileParams,
  ConfigurationFileResult,
  DraftsResult,
  FilesParams,
  FilesResult,
} from '../protocol/protocol.ts';
import { REPORT_FILES_REQUEST, REPORT_TEXT_REQUEST } from '../protocol/workspace.ts';
import type { ReportFiles, ReportText, ReportTextParams } from '../protocol/workspace.ts';

/** Requests of our own protocol, sent to the client. */
export function clientRequests(connection: Connection): ClientRequests {
  return {
    configurationFile: uri => {
      const params: ConfigurationFileParams = { uri };
      return connection.sendRequest<ConfigurationFileResult | null>(CONFIGURATION_FILE_REQUEST, params);
    },
    files: (params: FilesParams) => connection.sendRequest<FilesResult>(FILES_REQUEST, params),
    reportFiles: () => connection.sendRequest<ReportFiles>(REPORT_FILES_REQUEST),
    reportText: (params: ReportTextParams) => connection.sendRequest<ReportText>(REPORT_TEXT_REQUEST, params),
    drafts: async () => (await connection.sendRequest<DraftsResult>(DRAFTS_REQUEST)).drafts,
  };
}
