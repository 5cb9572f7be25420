import type { MessageArgs } from '../../messages/message.ts';
import type { Span } from '../../text/span.ts';

/** A file of the workspace that is read beside the drafts: statutes or an official text. */
export interface WorkspaceFile {
  readonly uri: string;
  /** Null where it could not be read as text. */
  readonly text: string | null;
}

/** A problem of such a file. */
export interface FileProblem {
  /** Place in the file's text. */
  readonly span: Span;
  /** An error leaves something out of use; a warning does not. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly args: MessageArgs;
}
