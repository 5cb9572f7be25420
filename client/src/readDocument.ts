import type { Uri } from 'vscode';
import { notesText, type Note } from '../../server/src/documents/notes.ts';
import type { JobResult } from '../../server/src/documents/job.ts';
import { isReportFileName } from '../../server/src/format/reportNames.ts';
import { messageOf } from '../../server/src/messages/text.ts';
import { decodeText } from '../../server/src/text/decode.ts';
import type { DocumentDesk, DocumentEditor, Trouble } from './documentDesk.ts';
import { nameOf } from './fileNames.ts';

/** What the commands for documents work with. */
export interface Documents {
  readonly editor: DocumentEditor;
  readonly desk: DocumentDesk;
}

/** A document read as a draft. */
export interface ReadDraft {
  readonly markdown: string;
  readonly notes: readonly Note[];
}

/**
 * Reads a document as a draft, or a text as it is; says so where it cannot be read. Undefined then, and where the user
 * ended it. `isTextRefused`: a text needs no import, and is told so.
 */
export async function readDocument(
  { editor, desk }: Documents,
  uri: Uri,
  isTextRefused = false,
): Promise<ReadDraft | undefined> {
  const name = nameOf(uri);
  return await inThread({ editor, desk }, name, async signal => {
    const bytes = await desk.read(uri);
    if (!(bytes instanceof Uint8Array)) return bytes;
    const result = await desk.runJob({ kind: 'import', bytes }, signal);
    if (isTextRefused || result.kind !== 'refused' || result.refusal.message !== 'documents.refused.isText')
      return drafted(editor, result);
    const markdown = decodeText(bytes);
    return markdown === null
      ? { trouble: editor.say('client.documents.wrongEncoding') }
      : { markdown: markdown.replace(/^\ufeff/, ''), notes: [] };
  });
}

/**
 * Does something with a document that the user can end; what went wrong is said, as something that was not read unless
 * it is said otherwise, and gives undefined.
 */
export async function inThread<T extends object>(
  { editor, desk }: Documents,
  name: string,
  work: (signal: AbortSignal) => Promise<T | Trouble>,
  failure: 'client.documents.notRead' | 'client.documents.notWritten' = 'client.documents.notRead',
): Promise<T | undefined> {
  const result = await desk.withProgress(editor.say('client.documents.working', { name }), work);
  if (result === undefined || !('trouble' in result)) return result;
  void editor.warn(editor.say(failure, { name, detail: result.trouble }));
  return undefined;
}

/** The draft that a job gave, or why it gave none. */
export function drafted({ language }: DocumentEditor, result: JobResult): ReadDraft | Trouble {
  return result.kind === 'draft'
    ? result
    : { trouble: result.kind === 'refused' ? messageOf(language, result.refusal) : '' };
}

/** The file that a job gave, or why it gave none. */
export function written(
  { language }: DocumentEditor,
  result: JobResult,
): Extract<JobResult, { readonly kind: 'file' }> | Trouble {
  return result.kind === 'file'
    ? result
    : { trouble: result.kind === 'refused' ? messageOf(language, result.refusal) : '' };
}

/** Notes that fit into a message; the draft's first comment has all of them. */
const MOST_NOTES = 3;

/** Notes in a message, those of what is lost first. */
export function shortNotes({ language }: DocumentEditor, notes: readonly Note[]): string {
  const sorted = [...notes].sort((a, b) => Number(b.isLoss) - Number(a.isLoss));
  return notes.length === 0 ? '' : notesText(sorted.slice(0, MOST_NOTES), language);
}

/** The title of a draft, where that is a report's; undefined otherwise. */
export function titleOf(markdown: string): string | undefined {
  const title = /^# +(.{1,100})$/m.exec(markdown)?.[1]?.trim() ?? '';
  return isReportFileName(`${title}.md`) ? title : undefined;
}

/** The name of the draft that a document becomes: its own where it is that of a report, else its title. */
export function draftName(name: string, markdown: string): string {
  return isReportFileName(`${name}.md`) ? name : (titleOf(markdown) ?? name);
}
