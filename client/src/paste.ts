import * as vscode from 'vscode';
import {
  commands,
  env,
  languages,
  WorkspaceEdit,
  type CancellationToken,
  type DataTransfer,
  type Disposable,
  type DocumentSelector,
  type ProviderResult,
  type Range,
  type TextDocument,
} from 'vscode';
import { PASTED_TABLE_REQUEST, type PastedTableParams, type PastedTable } from '../../server/src/protocol/writing.ts';
import { LIMITS } from '../../server/src/text/limits.ts';
import type { Editor } from './editor.ts';
import { text } from './language.ts';
import { LANGUAGE_ID } from './languageId.ts';
import type { LanguageServer } from './languageServer.ts';
import { editorInFront, sayNothing } from './openDocument.ts';
import { writePlanned } from './plannedEdits.ts';
import { toRange } from './ranges.ts';

/*
 * The paste API is final from VS Code 1.97 on; older versions have parts of it that refuse to work. What is used of it
 * is described here, as the extension is written against the oldest version.
 */

/** What a paste would do; a tree of names, told apart by their beginnings. */
interface PasteKind {
  append(...parts: string[]): PasteKind;
}

interface PasteEdit {
  /** Kinds that are applied rather than this edit, where there are any. */
  yieldTo?: readonly PasteKind[];
  /** Done as well, or alone where there is no text to insert. */
  additionalEdit?: WorkspaceEdit;
}

interface PasteProvider {
  provideDocumentPasteEdits(
    document: TextDocument,
    ranges: readonly Range[],
    data: DataTransfer,
    context: unknown,
    token: CancellationToken,
  ): ProviderResult<PasteEdit[]>;
}

interface PasteApi {
  readonly DocumentPasteEdit: new (insertText: string, title: string, kind: PasteKind) => PasteEdit;
  readonly DocumentDropOrPasteEditKind: { readonly Empty: PasteKind; readonly Text: PasteKind };
}

interface PasteLanguages {
  registerDocumentPasteEditProvider(
    selector: DocumentSelector,
    provider: PasteProvider,
    metadata: { readonly providedPasteEditKinds: readonly PasteKind[]; readonly pasteMimeTypes: readonly string[] },
  ): Disposable;
}

/** Name of our kind of paste edit, by which users may prefer it (`editor.pasteAs.preferences`). */
const KIND = ['annualReport', 'standardTable'] as const;
const HTML = 'text/html';
const PLAIN = 'text/plain';

/**
 * Offers a copied table as a standard table, and copied cells for those of the table at the cursor: among the ways of
 * pasting where VS Code lets extensions do so (from 1.97 on), and by command everywhere.
 */
export function registerPasting(editor: Editor, server: LanguageServer): Disposable[] {
  const provider = registerProvider(server);
  return [
    commands.registerCommand('annualReport.pasteTable', () => pasteTable(editor, server)),
    ...(provider ? [provider] : []),
  ];
}

function registerProvider(server: LanguageServer): Disposable | undefined {
  const { DocumentPasteEdit: Edit, DocumentDropOrPasteEditKind: Kind } = vscode as unknown as Partial<PasteApi>;
  const { registerDocumentPasteEditProvider: register } = languages as unknown as Partial<PasteLanguages>;
  if (!Edit || !Kind || !register) return undefined;
  const kind = Kind.Empty.append(...KIND);
  const provider: PasteProvider = {
    async provideDocumentPasteEdits(document, ranges, data, _context, token) {
      const [range] = ranges;
      const { version } = document;
      if (!range || ranges.length !== 1) return undefined;
      const [html, plain] = await Promise.all([data.get(HTML)?.asString(), data.get(PLAIN)?.asString()]);
      if (token.isCancellationRequested) return undefined;
      const found = await ask(server, document, range, {
        ...(html === undefined ? {} : { html }),
        ...(plain === undefined ? {} : { text: plain }),
      });
      // VS Code pastes into the text that it asked for; a later one has its places elsewhere.
      if (!found || found.version !== version) return undefined;
      const target = toRange(found.range);
      const edit = new Edit(target.isEqual(range) ? found.text : '', titleOf(found), kind);
      if (!target.isEqual(range)) {
        edit.additionalEdit = new WorkspaceEdit();
        edit.additionalEdit.replace(document.uri, target, found.text);
      }
      // Unless it is an official table for sure, the text as it is comes first; the user chooses.
      if (!found.isWhole) edit.yieldTo = [Kind.Text];
      return [edit];
    },
  };
  try {
    return register.call(languages, { language: LANGUAGE_ID }, provider, {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: [HTML, PLAIN],
    });
  } catch (error) {
    // Not yet final in this version.
    server.log.debug(String(error));
    return undefined;
  }
}

/**
 * Puts the table on the clipboard, as far as its text tells, in place of the selection or of the blank table around the
 * cursor.
 */
async function pasteTable(editor: Editor, server: LanguageServer): Promise<void> {
  const active = await editorInFront();
  if (!active) return;
  const { document, selection } = active;
  const found = await ask(server, document, selection, { text: await env.clipboard.readText() });
  if (!found) {
    await sayNothing(found, text('client.paste.noTable'));
    return;
  }
  const { version, range, text: newText } = found;
  await writePlanned(editor, document, { version, edits: [{ range, newText }] });
}

async function ask(
  server: LanguageServer,
  document: TextDocument,
  { start, end }: Range,
  clipboard: Pick<PastedTableParams, 'html' | 'text'>,
): Promise<PastedTable | null | undefined> {
  const { html = '', text: plain = '' } = clipboard;
  // Most of what is pasted is a word or a line.
  if (!/<t[dh][\s>]/i.test(html) && !/[\r\n\t]/.test(plain)) return null;
  if (html.length + plain.length > LIMITS.clipboardLength) return null;
  const params: PastedTableParams = {
    textDocument: { uri: server.addressOf(document) },
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
    ...clipboard,
  };
  return await server.ask<PastedTable | null>(PASTED_TABLE_REQUEST, params);
}

function titleOf({ title, notPlaced, isCells }: PastedTable): string {
  if (isCells) return text('client.paste.cells', { table: title });
  return notPlaced.length === 0
    ? text('client.paste.title', { table: title })
    : text('client.paste.titleWithRest', { table: title, count: notPlaced.length });
}
