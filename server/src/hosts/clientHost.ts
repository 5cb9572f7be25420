import { asking } from './asking.ts';
import type { Host } from './host.ts';
import type { ConfigurationFileResult, DraftFileEntry, FilesParams, FilesResult } from '../protocol/protocol.ts';
import type { ReportFiles, ReportText, ReportTextParams } from '../protocol/workspace.ts';

/** Requests that a client answers. */
export interface ClientRequests {
  configurationFile(uri: string): Promise<ConfigurationFileResult | null>;
  files(params: FilesParams): Promise<FilesResult>;
  drafts(): Promise<readonly DraftFileEntry[]>;
  reportFiles(folders: readonly string[]): Promise<ReportFiles>;
  reportText(params: ReportTextParams): Promise<ReportText>;
}

interface ClientHostHooks {
  /** Whether the client is asked at all. */
  readonly canAsk: () => boolean;
  /** Called when the client answers after all, later than it was waited for. */
  readonly onLate: () => void;
}

/**
 * Host that asks the client first, for it also knows files that are on no disk, and `fallback` where it has no answer.
 */
export function clientHost(client: ClientRequests, fallback: Host, hooks: ClientHostHooks): Host {
  const drafts = asking({
    ask: (_: null) => client.drafts(),
    instead: () => fallback.drafts(),
    ...hooks,
  });
  return {
    now: () => fallback.now(),
    configurationFile: asking({
      ask: uri => client.configurationFile(uri),
      instead: uri => fallback.configurationFile(uri),
      ...hooks,
    }),
    drafts: () => drafts(null),
    reportFiles: asking({
      ask: folders => client.reportFiles(folders),
      instead: folders => fallback.reportFiles(folders),
      ...hooks,
    }),
    reportText: asking({
      ask: params => client.reportText(params),
      instead: params => fallback.reportText(params),
      ...hooks,
    }),
    files: asking({
      ask: params => client.files(params),
      instead: params => fallback.files(params),
      ...hooks,
    }),
  };
}
