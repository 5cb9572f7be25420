import { Selection, window, type TextEditor } from 'vscode';
import { SENTENCES_REQUEST, type SentenceList, type SentencesParams } from '../../server/src/protocol/protocol.ts';
import { text } from './language.ts';
import { LANGUAGE_ID } from './languageId.ts';
import type { LanguageServer } from './languageServer.ts';

/** Lets the user pick one of the sentences that the tables allow and writes it at the cursor. */
export async function insertSentence(server: LanguageServer): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== LANGUAGE_ID) {
    await window.showInformationMessage(text('client.noEditor'));
    return;
  }
  const offered = await sentencesFor(server, editor);
  const problem = problemWith(offered);
  if (problem !== undefined) {
    await window.showInformationMessage(problem);
    return;
  }
  const picked = await window.showQuickPick(
    offered?.sentences.map(sentence => ({ sentence, label: sentence.title, detail: sentence.text })) ?? [],
    { title: text('client.sentence.title'), placeHolder: text('client.sentence.which') },
  );
  if (!picked) return;
  // The draft may have changed while the list was open.
  const { version } = editor.document;
  const now = await sentencesFor(server, editor);
  const sentence =
    now?.isInTable === false ? now.sentences.find(({ kind }) => kind === picked.sentence.kind) : undefined;
  const isDone =
    sentence !== undefined &&
    editor.document.version === version &&
    (await editor.edit(edit => {
      edit.replace(editor.selection, sentence.text);
    }));
  if (!isDone) {
    await window.showWarningMessage(problemWith(now) ?? text('client.sentence.changed'));
    return;
  }
  const { end } = editor.selection;
  editor.selection = new Selection(end, end);
}

function problemWith(offered: SentenceList | null | undefined): string | undefined {
  if (offered?.isInTable === true) return text('client.sentence.inTable');
  return offered && offered.sentences.length > 0 ? undefined : text('client.sentence.none');
}

async function sentencesFor(
  server: LanguageServer,
  { document, selection }: TextEditor,
): Promise<SentenceList | null | undefined> {
  const { line, character } = selection.active;
  const params: SentencesParams = {
    textDocument: { uri: server.addressOf(document) },
    position: { line, character },
  };
  return await server.ask<SentenceList | null>(SENTENCES_REQUEST, params);
}
