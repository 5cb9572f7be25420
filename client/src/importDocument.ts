import type { Uri } from 'vscode';
import { DOCUMENT_ENDINGS } from '../../server/src/format/reportNames.ts';
import { LIMITS } from '../../server/src/text/limits.ts';
import { nameOf, stemOf } from './fileNames.ts';
import {
  draftName,
  drafted,
  inThread,
  readDocument,
  shortNotes,
  titleOf,
  type Documents,
  type ReadDraft,
} from './readDocument.ts';

/** Endings of documents that are imported; what they really are, their bytes say. */
export const IMPORTED_ENDINGS: readonly string[] = [...DOCUMENT_ENDINGS, 'html', 'htm'];

/** Reads documents as drafts, each beside its file; without any the user is asked for some. */
export async function importDocuments(documents: Documents, named: readonly Uri[]): Promise<void> {
  const { editor, desk } = documents;
  const uris =
    named.length > 0
      ? named
      : await desk.pickSources({
          title: editor.say('client.documents.pick'),
          kinds: editor.say('client.documents.kinds'),
          endings: IMPORTED_ENDINGS,
          isMany: true,
        });
  for (const uri of uris) {
    const draft = await readDocument(documents, uri, true);
    if (!draft) continue;
    const name = draftName(stemOf(uri), draft.markdown);
    await openImported(documents, { name, source: nameOf(uri), draft, beside: uri });
  }
}

/** What another program put on the clipboard. */
export interface Copied {
  readonly html: string;
  readonly text: string;
}

/** Reads what was copied as a draft: as a page where it is one, else as the text that it is. Whether that was done. */
export async function importCopied(documents: Documents, { html, text }: Copied): Promise<boolean> {
  const { editor, desk } = documents;
  const { say } = editor;
  if (html.length + text.length > LIMITS.clipboardLength) {
    void editor.warn(say('client.clipboard.tooMuch'));
    return false;
  }
  if (html.trim() === '' && text.trim() === '') {
    void editor.warn(say('client.clipboard.empty'));
    return false;
  }
  const source = say('client.import.clipboard');
  const draft = await inThread(documents, source, async signal => {
    const page = html.trim() === '' ? text : `<!DOCTYPE html>\n${html}`;
    const result = await desk.runJob({ kind: 'import', bytes: new TextEncoder().encode(page) }, signal);
    if (result.kind === 'refused' && text.trim() !== '' && TEXT_INSTEAD.has(result.refusal.message))
      return { markdown: `${text.replace(/\r\n?/g, '\n').trimEnd()}\n`, notes: [] };
    return drafted(editor, result);
  });
  if (!draft) return false;
  const name = titleOf(draft.markdown) ?? say('client.import.untitled');
  await openImported(documents, { name, source, draft });
  return true;
}

/** Where a page gives nothing, its plain text may. */
const TEXT_INSTEAD: ReadonlySet<string> = new Set([
  'documents.refused.isText',
  'documents.refused.noText',
  'documents.refused.unknown',
]);

async function openImported(
  { editor, desk }: Documents,
  { name, source, draft, beside }: { name: string; source: string; draft: ReadDraft; beside?: Uri },
): Promise<void> {
  await desk.openDraft({ name, text: draft.markdown, beside });
  if (draft.notes.length === 0) return;
  const show = editor.say('client.import.show');
  const detail = shortNotes(editor, draft.notes);
  void editor.inform(editor.say('client.import.done', { name: source, detail }), show).then(async answer => {
    if (answer === show) await desk.showBeginning();
  });
}
