import type { TextDocument, Uri } from 'vscode';
import type { JobResult, NextYearOptions } from '../../server/src/documents/job.ts';
import { lastYearNamedIn } from '../../server/src/documents/lastYearNote.ts';
import type { Editor } from './editor.ts';
import { nameOf, stemOf } from './fileNames.ts';
import { IMPORTED_ENDINGS } from './importDocument.ts';
import { askPublicBody, askReportYear } from './newReport.ts';
import {
  drafted,
  inThread,
  readDocument,
  shortNotes,
  titleOf,
  type Documents,
  type ReadDraft,
} from './readDocument.ts';

/** Last year's report may be a draft as well. */
const ENDINGS: readonly string[] = ['md', 'txt', ...IMPORTED_ENDINGS];

/** Documents whose editor can ask for a line and let the user pick. */
export interface AskingDocuments extends Documents {
  readonly editor: Documents['editor'] & Pick<Editor, 'line' | 'pick'>;
}

/**
 * Opens this year's draft, written from last year's report; asks for it where none is named, and for the year and the
 * public body where it does not tell them.
 */
export async function newFromLastYear(documents: AskingDocuments, named: Uri | undefined, now: Date): Promise<void> {
  const { editor, desk } = documents;
  const uri = named ?? (await pickLastYear(documents));
  const last = uri && (await readDocument(documents, uri));
  if (!last) return;
  const options: NextYearOptions = { from: nameOf(uri) };
  const draft = await nextYear(documents, last, options, now);
  if (!draft) return;
  const name = titleOf(draft.markdown) ?? editor.say('client.newReport.title');
  await desk.openDraft({ name, text: draft.markdown, beside: uri });
  const lost = last.notes.filter(({ isLoss }) => isLoss);
  if (lost.length === 0) return;
  void editor.inform(editor.say('client.lastYear.notes', { name: options.from, detail: shortNotes(editor, lost) }));
}

/** Each question is asked once: what is answered is known then. */
async function nextYear(
  documents: AskingDocuments,
  last: ReadDraft,
  options: NextYearOptions,
  now: Date,
): Promise<ReadDraft | undefined> {
  const { editor, desk } = documents;
  const title = editor.say('client.lastYear.title');
  const { markdown } = last;
  let refusal: string | undefined;
  const draft = await inThread(documents, options.from, async signal => {
    const result: JobResult = await desk.runJob({ kind: 'nextYear', markdown, options }, signal);
    refusal = result.kind === 'refused' ? result.refusal.message : undefined;
    return refusal === 'documents.refused.noYear' || refusal === 'documents.refused.noBody'
      ? { markdown: '', notes: [] }
      : drafted(editor, result);
  });
  if (!draft || draft.markdown !== '') return draft;
  if (refusal === 'documents.refused.noYear' && options.year === undefined) {
    const year = await askReportYear(editor, title, now);
    return year === undefined ? undefined : await nextYear(documents, last, { ...options, year }, now);
  }
  if (refusal === 'documents.refused.noBody' && options.body === undefined) {
    const body = await askPublicBody(editor, title, '');
    return body === undefined ? undefined : await nextYear(documents, last, { ...options, body }, now);
  }
  return undefined;
}

/** Shows last year's report and the draft beside each other: the one that the draft names, else one that is chosen. */
export async function compareWithLastYear(documents: Documents, draft: TextDocument): Promise<void> {
  const { editor, desk } = documents;
  const uri = (await namedLastYear(documents, draft)) ?? (await pickLastYear(documents));
  if (!uri) return;
  const from = nameOf(uri);
  const title = editor.say('client.lastYear.compare', { from, name: nameOf(draft.uri) });
  if (/\.(?:md|txt)$/i.test(from)) {
    await desk.compare(uri, draft.uri, title);
    return;
  }
  const last = await readDocument(documents, uri);
  if (last) await desk.compare({ name: `${stemOf(uri)}.md`, text: last.markdown }, draft.uri, title);
}

async function namedLastYear({ desk }: Documents, draft: TextDocument): Promise<Uri | undefined> {
  const name = lastYearNamedIn(draft.getText());
  if (name === undefined) return undefined;
  const uri = desk.beside(draft.uri, name);
  return (await desk.exists(uri)) ? uri : undefined;
}

async function pickLastYear({ editor, desk }: Documents): Promise<Uri | undefined> {
  const [uri] = await desk.pickSources({
    title: editor.say('client.documents.pickLastYear'),
    kinds: editor.say('client.documents.reports'),
    endings: ENDINGS,
    isMany: false,
  });
  return uri;
}
