import type { Uri } from 'vscode';
import {
  REVIEW_LETTERS_REQUEST,
  type ReviewLetter,
  type ReviewLettersParams,
} from '../../server/src/protocol/review.ts';
import { annotated } from './annotateDocument.ts';
import type { FolderDesk, Trouble } from './documentDesk.ts';
import type { CheckedDocuments } from './exportDraft.ts';
import { nameOf, stemOf } from './fileNames.ts';
import { inThread, written } from './readDocument.ts';

/** Signs that no name of a file may have on some system. */
const NOT_IN_NAMES = /[\\/:*?"<>|\r\n\t]/g;

/** What many files are made with. */
export interface FolderDocuments extends CheckedDocuments {
  readonly desk: FolderDesk;
}

/**
 * Writes what has to be mended in reports into a folder that the user chooses: for each a text and a Word file, and,
 * where the report came as a Word file, a copy of that with comments.
 */
export async function writeLetters(documents: FolderDocuments, uris: readonly string[]): Promise<void> {
  const { editor, desk, server } = documents;
  const { say } = editor;
  const params: ReviewLettersParams = { uris };
  const letters = await desk.withProgress(say('client.letters.collecting'), () =>
    server.ask<readonly ReviewLetter[]>(REVIEW_LETTERS_REQUEST, params),
  );
  if (letters === undefined) return;
  if (letters.length === 0) {
    void editor.inform(say('client.letters.nothing', { count: uris.length }));
    return;
  }
  const folder = await desk.pickFolder(say('client.letters.folder', { count: letters.length }));
  if (!folder) return;
  const result = await inThread(
    documents,
    nameOf(folder),
    async signal => {
      let comments = 0;
      for (const letter of letters) {
        if (signal.aborted) break;
        const fault = await writeLetter(documents, folder, letter, signal);
        if (typeof fault !== 'number') return fault;
        comments += fault;
      }
      return { comments };
    },
    'client.documents.notWritten',
  );
  if (!result) return;
  void editor.inform(
    say('client.letters.done', { count: letters.length, name: nameOf(folder), read: result.comments }),
  );
}

/** Writes one; gives the number of Word files with comments that stand beside it. */
async function writeLetter(
  documents: FolderDocuments,
  folder: Uri,
  { uri, title, text }: ReviewLetter,
  signal: AbortSignal,
): Promise<number | Trouble> {
  const { editor, desk } = documents;
  const fonts = editor.setting(undefined, 'export.fonts') === 'windows' ? 'windows' : 'gb2312';
  const options = { form: 'docx', fonts, edition: null } as const;
  const file = written(editor, await desk.runJob({ kind: 'export', markdown: text, options }, signal));
  if ('trouble' in file) return file;
  const stem = await freeStem(documents, folder, title.replace(NOT_IN_NAMES, ''));
  const plain = new TextEncoder().encode(plainText(text));
  const fault =
    (await desk.write(desk.inside(folder, `${stem}.docx`), file.bytes)) ??
    (await desk.write(desk.inside(folder, `${stem}.txt`), plain));
  if (fault) return fault;
  const source = await wordFileOf(documents, desk.at(uri));
  if (!source) return 0;
  const copy = await annotated(documents, source, signal);
  // What is wrong with the Word file is no reason to leave the letter out.
  if ('trouble' in copy || !copy.bytes) return 0;
  const name = editor.say('client.annotate.name', { name: stemOf(source) });
  const free = await freeStem(documents, folder, name);
  return (await desk.write(desk.inside(folder, `${free}.docx`), copy.bytes)) ?? 1;
}

/** A name that no file of the folder has yet. */
async function freeStem({ desk }: FolderDocuments, folder: Uri, wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const stem = number === 1 ? wanted : `${wanted}（${String(number)}）`;
    if (!(await desk.exists(desk.inside(folder, `${stem}.docx`)))) return stem;
  }
}

/** The Word file that a report is, or that it was imported from: the one of the same name beside it. */
async function wordFileOf({ desk }: FolderDocuments, uri: Uri): Promise<Uri | undefined> {
  if (/\.docx$/i.test(uri.path)) return uri;
  const beside = desk.beside(uri, `${stemOf(uri)}.docx`);
  return (await desk.exists(beside)) ? beside : undefined;
}

/** Markdown of ours as plain text, with line ends that every program knows. */
function plainText(markdown: string): string {
  return `\ufeff${markdown.replace(/^# /, '').replace(/\n\n/g, '\n').replaceAll('\n', '\r\n')}`;
}
