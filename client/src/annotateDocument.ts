import type { Uri } from 'vscode';
import type { Trouble } from './documentDesk.ts';
import { checkText, type CheckedDocuments } from './exportDraft.ts';
import { nameOf, stemOf } from './fileNames.ts';
import { drafted, inThread, written } from './readDocument.ts';
import { writeDocument } from './writeDocument.ts';

/**
 * Writes a copy of a Word file with a comment for each finding where the user says; without any named, the user is
 * asked for one. The original is never written over.
 */
export async function annotateDocument(documents: CheckedDocuments, named: Uri | undefined): Promise<void> {
  const { editor, desk } = documents;
  const { say } = editor;
  const [uri] = named
    ? [named]
    : await desk.pickSources({
        title: say('client.documents.pickWord'),
        kinds: 'Word',
        endings: ['docx'],
        isMany: false,
      });
  if (!uri) return;
  const name = nameOf(uri);
  const result = await inThread(documents, name, signal => annotated(documents, uri, signal));
  if (!result) return;
  if (!result.bytes) {
    void editor.inform(say('client.annotate.nothing', { name }));
    return;
  }
  const proposed = desk.beside(uri, `${say('client.annotate.name', { name: stemOf(uri) })}.docx`);
  const target = await desk.pickTarget(proposed);
  if (!target) return;
  const told = say('client.annotate.done', { name: nameOf(target), count: result.count });
  await writeDocument(documents, { source: uri, target, bytes: result.bytes, told });
}

/** A copy of a Word file with comments, and how many; without bytes where there is nothing to say. */
export async function annotated(
  documents: CheckedDocuments,
  uri: Uri,
  signal: AbortSignal,
): Promise<{ readonly bytes: Uint8Array | undefined; readonly count: number } | Trouble> {
  const { editor, desk } = documents;
  const { say } = editor;
  const bytes = await desk.read(uri);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const draft = drafted(editor, await desk.runJob({ kind: 'import', bytes }, signal));
  if ('trouble' in draft) return draft;
  const checked = await checkText(documents, uri, draft.markdown);
  if (!checked) return { trouble: say('client.documents.noServer') };
  if (!checked.isRecognised) return { trouble: say('client.documents.notReport') };
  const { remarks } = checked;
  const job = { kind: 'annotate', bytes, remarks, date: null } as const;
  const file = remarks.length === 0 ? undefined : written(editor, await desk.runJob(job, signal));
  return file && 'trouble' in file ? file : { bytes: file?.bytes, count: remarks.length };
}
