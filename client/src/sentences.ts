import { Selection, window, type TextEditor } from 'vscode';
import { SENTENCES_REQUEST, type SentenceList, type SentencesParams } from '../../server/src/protocol/writing.ts';
import type { Editor } from './editor.ts';
import { text } from './language.ts';
import type { LanguageServer } from './languageServer.ts';
import { editorInFront, sayNothing } from './openDocument.ts';
import { writePlanned } from './plannedEdits.ts';

/** Lets the user pick one of the sentences that the tables allow and writes it at the cursor. */
export async function insertSentence(editor: Editor, server: LanguageServer): Promise<void> {
  const active = await editorInFront();
  if (!active) return;
  const offered = await sentencesFor(server, active);
  const problem = problemWith(offered);
  if (problem !== undefined) {
    await sayNothing(offered, problem);
    return;
  }
  const picked = await window.showQuickPick(
    offered?.sentences.map(sentence => ({ sentence, label: sentence.title, detail: sentence.text })) ?? [],
    { title: text('client.sentence.title'), placeHolder: text('client.sentence.which') },
  );
  if (!picked) return;
  // The draft, and with it the sentence, may have changed while the list was open.
  const now = await sentencesFor(server, active);
  const sentence = now?.sentences.find(({ kind }) => kind === picked.sentence.kind);
  if (!now || now.isInTable || !sentence) {
    await sayNothing(now, problemWith(now) ?? text('client.sentence.none'));
    return;
  }
  const { document, selection } = active;
  const range = {
    start: { line: selection.start.line, character: selection.start.character },
    end: { line: selection.end.line, character: selection.end.character },
  };
  const planned = { version: now.version, edits: [{ range, newText: sentence.text }] };
  if (!(await writePlanned(editor, document, planned))) return;
  const end = document.positionAt(document.offsetAt(selection.start) + sentence.text.length);
  active.selection = new Selection(end, end);
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
