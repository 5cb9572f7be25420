import { CONFIGURATION_FILE_NAME } from '../protocol/protocol.ts';
import type { ReportFiles, ReportText, ReportTextParams } from '../protocol/workspace.ts';
import type { ConfigurationFileResult, DraftFileEntry, FilesParams, FilesResult } from '../protocol/protocol.ts';

/** What the server needs from outside the editor: files that are not open, and the clock. */
export interface Host {
  /**
   * The nearest `.annual-report.json` upward from a draft, without text where it cannot be read; null when there is
   * none or when files of this kind of address cannot be read. Never rejects for a file that is missing.
   */
  configurationFile(uri: string): Promise<ConfigurationFileResult | null>;
  /**
   * The files at an address, of a folder those directly in it with that ending; none outside the workspace, unless the
   * user's own settings are known to name it. Never rejects.
   */
  files(params: FilesParams): Promise<FilesResult>;
  /** The drafts in the workspace folders, open or not; none where files cannot be listed. Never rejects. */
  drafts(): Promise<readonly DraftFileEntry[]>;
  /**
   * The files in workspace folders that may be reports, by the endings of their names; `folders` are their addresses.
   * None where files cannot be listed. Never rejects.
   */
  reportFiles(folders: readonly string[]): Promise<ReportFiles>;
  /** The text of such a file. Never rejects. */
  reportText(params: ReportTextParams): Promise<ReportText>;
  /** The present time. */
  now(): Date;
  /** The folder that the texts of statutes may be written to, where the user named one. */
  readonly statuteFolder?: StatuteFolder;
}

/** A folder of the user's for the texts of statutes, which some editors open as files alone. */
export interface StatuteFolder {
  readonly uri: string;
  /** Writes the text of a file directly in it, unless it says so already. Rejects where that is not possible. */
  write(uri: string, text: string): Promise<void>;
}

/** Addresses at which the `.annual-report.json` of a draft may stand, nearest first. */
export function configurationFileCandidates(uri: string): string[] {
  const match = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(\/.*)$/i.exec(uri);
  if (!match) return [];
  const [, root = '', path = ''] = match;
  const folders = path.split('/').slice(0, -1);
  return folders.map((_, i) => `${root}${folders.slice(0, folders.length - i).join('/')}/${CONFIGURATION_FILE_NAME}`);
}
