import { ThemeIcon, window, workspace, type QuickPickItem } from 'vscode';
import {
  CITATIONS_REQUEST,
  type CitationEntry,
  type CitationsParams,
  type CitationList,
  type CitationState,
} from '../../server/src/protocol/protocol.ts';
import { goTo } from './goTo.ts';
import { text } from './language.ts';
import type { LanguageServer } from './languageServer.ts';
import { editorInFront, sayNothing } from './openDocument.ts';

interface Item extends QuickPickItem {
  /** Left out in the entry that opens the list as a document. */
  readonly entry?: CitationEntry;
}

/** What the icon says stands in the description as well. */
const ICONS: Readonly<Record<CitationState, string>> = {
  inForce: 'pass',
  superseded: 'history',
  repealed: 'error',
  notYet: 'watch',
  unknown: 'question',
};

/**
 * Lists what the draft in front cites, in the order of its text, with the state of each statute: picking one goes to
 * its place, the first entry opens the list as a Markdown document that can be saved.
 */
export async function listCitations(server: LanguageServer): Promise<void> {
  const editor = await editorInFront();
  if (!editor) return;
  const params: CitationsParams = { textDocument: { uri: server.addressOf(editor.document) } };
  const found = await server.ask<CitationList | null>(CITATIONS_REQUEST, params);
  if (!found || found.entries.length === 0) {
    await sayNothing(found, text('client.citations.none'));
    return;
  }
  const items: Item[] = [
    { label: text('client.citations.document'), iconPath: new ThemeIcon('markdown'), alwaysShow: true },
    ...found.entries.map(entry => ({
      label: entry.text,
      iconPath: new ThemeIcon(ICONS[entry.state]),
      description: entry.note,
      detail: [entry.target, entry.topic].filter(part => part !== '').join(' · '),
      entry,
    })),
  ];
  const picked = await window.showQuickPick(items, {
    title: text('client.citations.title', { count: found.entries.length }),
    placeHolder: text('client.citations.which'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) return;
  if (picked.entry) await goTo(editor, picked.entry.range);
  else
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: found.markdown }));
}
