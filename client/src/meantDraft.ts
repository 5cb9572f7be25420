import { TabInputText, TabInputTextDiff, Uri, window, type TextDocument } from 'vscode';
import { nameOf } from './fileNames.ts';
import { text } from './language.ts';
import { LANGUAGE_ID } from './languageId.ts';
import { openDocument, sayNoEditor } from './openDocument.ts';

/** The draft that a command is about; undefined where there is none, which was said, or none was picked. */
export type MeantDraft = (named?: unknown) => Promise<TextDocument | undefined>;

/**
 * The draft that a menu names, else the one in front: in an editor, or in a page of ours (`pageInFront`). Behind
 * another page, such as the walkthrough, it is one that is in sight, or open in a tab; the user picks one of several.
 */
export async function meantDraft(named: unknown, pageInFront: Uri | undefined): Promise<TextDocument | undefined> {
  // A menu of a page names the page.
  if (named instanceof Uri && named.scheme !== 'webview-panel') return (await draftsAt([named]))[0] ?? noDraft();
  for (const uris of [[window.activeTextEditor?.document.uri], [pageInFront], urisInSight()]) {
    const drafts = await draftsAt(uris);
    if (drafts.length === 1) return drafts[0];
  }
  const drafts = await draftsAt(urisInTabs());
  if (drafts.length < 2) return drafts[0] ?? noDraft();
  const items = drafts.map(draft => ({ label: nameOf(draft.uri), description: folderName(draft.uri), draft }));
  // The page in front may take the focus back, as it is asked from there.
  const picked = await window.showQuickPick(items, {
    title: text('client.whichDraft'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.draft;
}

async function noDraft(): Promise<undefined> {
  await sayNoEditor();
  return undefined;
}

const urisInSight = (): Uri[] => window.visibleTextEditors.map(({ document }) => document.uri);

const urisInTabs = (): Uri[] =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) =>
      input instanceof TabInputText ? [input.uri] : input instanceof TabInputTextDiff ? [input.modified] : [],
    );

/** The drafts among what is at addresses, each once. */
async function draftsAt(uris: readonly (Uri | undefined)[]): Promise<TextDocument[]> {
  const documents = new Set<TextDocument>();
  for (const uri of uris) {
    const document = uri && (await openDocument(uri));
    if (document?.languageId === LANGUAGE_ID) documents.add(document);
  }
  return [...documents];
}

function folderName(uri: Uri): string {
  return uri.path.split('/').at(-2) ?? '';
}
