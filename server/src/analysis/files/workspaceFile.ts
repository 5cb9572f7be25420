import type { Message, MessageId } from '../../messages/message.ts';
import type { Span } from '../../text/span.ts';

/** A file of the workspace that is read beside the drafts: settings, formats, statutes or an official text. */
export interface WorkspaceFile {
  readonly uri: string;
  /** Null where it could not be read as text. */
  readonly text: string | null;
}

/** A problem of such a file. */
export type FileProblem = FileMessage & {
  /** Place in the file's text. */
  readonly span: Span;
  /** An error leaves something out of use; a warning does not. */
  readonly severity: 'error' | 'warning';
};

/** Such a file with what is wrong with it. */
export interface CheckedFile extends WorkspaceFile {
  readonly problems: readonly FileProblem[];
}

/** Id of a message about a settings file, a format file, a file of statutes or a statute's official text. */
export type FileMessageId = Extract<
  MessageId,
  `settingsFile.${string}` | `statuteFile.${string}` | `statuteText.${string}` | `formatFile.${string}`
>;

export type FileMessage = Message<FileMessageId>;
