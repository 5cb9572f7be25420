import type { Uri } from 'vscode';
import type { Job, JobResult } from '../../server/src/documents/job.ts';
import type { Editor, OpenDraft } from './editor.ts';

/** Why something was not done, in a sentence. */
export interface Trouble {
  readonly trouble: string;
}

/** What import and export ask of the editor. */
export interface DocumentEditor extends Pick<Editor, 'say' | 'language' | 'warn' | 'inform'> {
  /** A setting below `annualReport` that holds for a draft, or for the window. */
  setting(draft: OpenDraft | undefined, name: string): string | undefined;
}

/** The language server, as it is asked something; undefined where it does not run or fails. */
export interface AskedServer {
  ask<R>(method: string, params: object): Promise<R | undefined>;
}

/**
 * What import and export ask of the editor beside messages and lists: files, dialogs, and the thread that does the
 * work. `vscodeDocumentDesk.ts` answers with VS Code, tests with a desk of their own.
 */
export interface DocumentDesk {
  /** Lets the user choose files to read; none where that is given up. `endings` are without dots. */
  pickSources(request: {
    readonly title: string;
    readonly kinds: string;
    readonly endings: readonly string[];
    readonly isMany: boolean;
  }): Promise<readonly Uri[]>;
  /** Lets the user choose where to write; asks before a file is replaced. Undefined where that is given up. */
  pickTarget(proposed: Uri): Promise<Uri | undefined>;
  /** The file beside another, under a name. Beside an unsaved document it lies where that will be saved. */
  beside(uri: Uri, name: string): Uri;
  exists(uri: Uri): Promise<boolean>;
  /** The bytes of a file, of which too large ones are not opened. */
  read(uri: Uri): Promise<Uint8Array | Trouble>;
  write(uri: Uri, bytes: Uint8Array): Promise<Trouble | undefined>;
  /** Shows that something is being done, which the user can end; undefined where that was done. */
  withProgress<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined>;
  /** Does a job with a document in a thread of its own. Never rejects. */
  runJob(job: Job, signal?: AbortSignal): Promise<JobResult>;
  /**
   * Opens a text as a draft in front that has no file yet and will be saved under this name in the folder of `beside`,
   * or else of the workspace; where there is neither, the user is asked for a file first.
   */
  openDraft(draft: { readonly name: string; readonly text: string; readonly beside?: Uri | undefined }): Promise<void>;
  /** Shows the beginning of the draft in front. */
  showBeginning(): Promise<void>;
  /** Shows two texts beside each other; the first is a file, or a text under a name. */
  compare(before: Uri | { readonly name: string; readonly text: string }, after: Uri, title: string): Promise<void>;
  copy(text: string): Promise<void>;
  /** Whether files can be opened in the programs of this computer. */
  canOpenOutside(uri: Uri): boolean;
  openOutside(uri: Uri): Promise<void>;
}

/** What writing many files into a folder asks of the editor as well. */
export interface FolderDesk extends DocumentDesk {
  /** Lets the user choose a folder to write into; undefined where that is given up. */
  pickFolder(title: string): Promise<Uri | undefined>;
  /** The file at an address. */
  at(address: string): Uri;
  /** The file in a folder, under a name. */
  inside(folder: Uri, name: string): Uri;
}
