import {
  commands,
  Position,
  Selection,
  window,
  workspace,
  type Disposable,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextEditor,
} from 'vscode';
import { TABLE_CELLS_REQUEST, type TableCells, type TableCellsParams } from '../../server/src/protocol/protocol.ts';
import { afterEdits, cellAt, targetOf, type CellTable, type Extent, type Move } from './cellMoves.ts';
import { LANGUAGE_ID } from './languageId.ts';
import type { LanguageServer } from './languageServer.ts';

/** Context keys: the cursor is in a cell of an official table; there a line break would tear a row. */
const IN_TABLE = 'annualReport.inTable';
const IN_TABLE_ROW = 'annualReport.inTableRow';

/** Pause after a cursor move before the server is asked. */
const PAUSE_MS = 40;

/**
 * Moves between the cells of official tables by Tab, Shift+Tab and Enter, which are bound where a context key says that
 * the cursor is in such a cell. The cells of the table around the cursor are kept and follow what is typed: asking the
 * server at the stroke of a key would let what is typed next fall into the old cell.
 */
export class TableKeys implements Disposable {
  readonly #server: LanguageServer;
  readonly #disposables: readonly Disposable[];
  #known: { readonly document: TextDocument; readonly version: number; readonly table: CellTable } | undefined;
  #keys = { inTable: false, inTableRow: false };
  #timer: NodeJS.Timeout | undefined;

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#disposables = [
      commands.registerCommand('annualReport.nextCell', () => this.#move('next', 'tab')),
      commands.registerCommand('annualReport.previousCell', () => this.#move('previous', 'outdent')),
      commands.registerCommand('annualReport.cellBelow', () => this.#move('below', 'type', { text: '\n' })),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        this.#cursorMoved(textEditor);
      }),
      window.onDidChangeActiveTextEditor(editor => {
        this.#cursorMoved(editor);
      }),
      workspace.onDidChangeTextDocument(event => {
        this.#edited(event);
      }),
    ];
    this.#cursorMoved(window.activeTextEditor);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const each of this.#disposables) each.dispose();
  }

  #cursorMoved(editor: TextEditor | undefined): void {
    if (editor !== window.activeTextEditor) return;
    clearTimeout(this.#timer);
    if (editor?.document.languageId !== LANGUAGE_ID) {
      this.#show(undefined, undefined);
      return;
    }
    const { document } = editor;
    const known = this.#known?.document === document ? this.#known : undefined;
    const isInside = known !== undefined && cellAt(known.table, selectionOf(editor)) >= 0;
    if (isInside) this.#show(editor, known.table);
    if (isInside && known.version === document.version) return;
    // Until the server has answered, the keys mean what they meant: commands look again before they do anything.
    this.#timer = setTimeout(() => void this.#ask(editor), PAUSE_MS);
  }

  #edited({ document, contentChanges }: TextDocumentChangeEvent): void {
    if (this.#known?.document !== document || contentChanges.length === 0) return;
    const table = afterEdits(
      this.#known.table,
      contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        offset: rangeOffset,
        length: rangeLength,
        inserted: text.length,
      })),
    );
    this.#known = table && { document, version: -1, table };
    // The cursor may stay where it is.
    const editor = window.activeTextEditor;
    if (editor?.document === document) this.#cursorMoved(editor);
  }

  async #ask(editor: TextEditor): Promise<void> {
    const { document, selection } = editor;
    const { version } = document;
    const params: TableCellsParams = {
      textDocument: { uri: this.#server.addressOf(document) },
      position: { line: selection.active.line, character: selection.active.character },
    };
    const found = await this.#server.ask<TableCells | null>(TABLE_CELLS_REQUEST, params);
    // A later edit or move asks again.
    if (document.version !== version || !editor.selection.isEqual(selection)) return;
    this.#known = found ? { document, version, table: tableOf(document, found) } : undefined;
    if (editor === window.activeTextEditor) this.#show(editor, this.#known?.table);
  }

  #show(editor: TextEditor | undefined, table: CellTable | undefined): void {
    const inTable = editor !== undefined && table !== undefined && cellAt(table, selectionOf(editor)) >= 0;
    const keys = { inTable, inTableRow: inTable && table.rowsAreLines };
    if (keys.inTable !== this.#keys.inTable) void commands.executeCommand('setContext', IN_TABLE, keys.inTable);
    if (keys.inTableRow !== this.#keys.inTableRow)
      void commands.executeCommand('setContext', IN_TABLE_ROW, keys.inTableRow);
    this.#keys = keys;
  }

  /** `otherwise` is what the key does outside of tables. */
  async #move(move: Move, otherwise: string, argument?: object): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor) return;
    // An edit that reached beyond one cell, as formatting does, leaves nothing to go by.
    if (this.#keys.inTable && this.#cellOf(editor) < 0) await this.#ask(editor);
    const at = this.#cellOf(editor);
    if (at < 0) {
      await commands.executeCommand(otherwise, argument);
      return;
    }
    // A selection that is set alone would leave what is typed in several cells one step of undoing.
    await commands.executeCommand('cursorMove', { to: 'viewPortIfOutside' });
    const table = this.#tableOf(editor);
    const target = table && targetOf(table, at, move);
    if (!target) return;
    const { document } = editor;
    editor.selection =
      target === 'behind'
        ? placeBehind(document, table.extent.end)
        : new Selection(document.positionAt(target.start), document.positionAt(target.end));
    editor.revealRange(editor.selection);
  }

  #tableOf({ document }: TextEditor): CellTable | undefined {
    return this.#known?.document === document ? this.#known.table : undefined;
  }

  #cellOf(editor: TextEditor): number {
    const table = this.#tableOf(editor);
    return table ? cellAt(table, selectionOf(editor)) : -1;
  }
}

/** The beginning of the line behind an offset; the offset itself on the last line. */
function placeBehind(document: TextDocument, offset: number): Selection {
  const end = document.positionAt(offset);
  const place = end.line + 1 < document.lineCount ? new Position(end.line + 1, 0) : end;
  return new Selection(place, place);
}

function selectionOf({ document, selection }: TextEditor): Extent {
  return { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
}

function tableOf(document: TextDocument, { range, rowsAreLines, cells }: TableCells): CellTable {
  const extent = ({ start, end }: TableCells['range']): Extent => ({
    start: document.offsetAt(new Position(start.line, start.character)),
    end: document.offsetAt(new Position(end.line, end.character)),
  });
  return {
    extent: extent(range),
    rowsAreLines,
    cells: cells.map(({ text, room, isFigure, below }) => ({
      text: extent(text),
      room: extent(room),
      isFigure,
      below,
    })),
  };
}
