import type { Uri } from 'vscode';
import type { ExportForm } from '../../server/src/documents/job.ts';
import { CHECKED_TEXT_REQUEST, type CheckedText, type CheckedTextParams } from '../../server/src/protocol/documents.ts';
import { decodeLoosely } from '../../server/src/text/decode.ts';
import type { AskedServer } from './documentDesk.ts';
import type { OpenDraft } from './editor.ts';
import { nameOf, stemOf } from './fileNames.ts';
import { inThread, shortNotes, written, type Documents } from './readDocument.ts';
import { writeDocument } from './writeDocument.ts';

export interface CheckedDocuments extends Documents {
  readonly server: AskedServer;
}

/** Writes a draft in a form to publish where the user says; `isCopied`: onto the clipboard instead. */
export async function exportDraft(
  documents: CheckedDocuments,
  form: ExportForm,
  document: OpenDraft,
  isCopied = false,
): Promise<void> {
  const { editor, desk } = documents;
  const { say } = editor;
  const name = nameOf(document.uri);
  const markdown = document.getText();
  const checked = await checkText(documents, document.uri, markdown);
  if (!checked) {
    void editor.warn(say('client.documents.noServer'));
    return;
  }
  if (checked.errors > 0) {
    const anyway = say('client.export.anyway');
    if ((await editor.inform(say('client.export.errors', { name, errors: checked.errors }), anyway)) !== anyway) return;
  }
  const target = isCopied ? undefined : await desk.pickTarget(proposedTarget(documents, document, form));
  if (!isCopied && !target) return;
  const result = await inThread(
    documents,
    name,
    async signal => {
      const fonts = editor.setting(document, 'export.fonts') === 'windows' ? 'windows' : 'gb2312';
      const options = { form, fonts, edition: checked.edition, formats: checked.formats } as const;
      return written(editor, await desk.runJob({ kind: 'export', markdown, options }, signal));
    },
    'client.documents.notWritten',
  );
  if (!result) return;
  const detail = shortNotes(editor, result.notes);
  if (target) {
    const told = say('client.export.done', { name: nameOf(target), detail });
    const isOpened = form === 'print';
    await writeDocument(documents, { source: document.uri, target, bytes: result.bytes, told, isOpened });
  } else {
    await desk.copy(decodeLoosely('utf-8', result.bytes));
    void editor.inform(say('client.export.copied', { detail }));
  }
}

/** Findings of a text, with the settings that hold at its address; undefined where the server does not answer. */
export async function checkText(
  { server }: CheckedDocuments,
  uri: Uri,
  text: string,
): Promise<CheckedText | undefined> {
  const params: CheckedTextParams = { uri: uri.toString(), text };
  return (await server.ask<CheckedText | null>(CHECKED_TEXT_REQUEST, params)) ?? undefined;
}

function proposedTarget({ editor, desk }: Documents, { uri }: OpenDraft, form: ExportForm): Uri {
  const stem = stemOf(uri);
  const isPage = /\.html?$/i.test(uri.path);
  const name =
    form === 'print' || (form === 'html' && isPage) ? editor.say(`client.export.${form}`, { name: stem }) : stem;
  return desk.beside(uri, `${name}.${form === 'docx' ? 'docx' : 'html'}`);
}
