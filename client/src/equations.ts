import { QuickPickItemKind, ThemeIcon, Uri, window, workspace, type QuickPickItem, type TextEditor } from 'vscode';
import {
  EQUATIONS_REQUEST,
  type EquationEntry,
  type EquationsParams,
  type EquationsPlace,
  type EquationList,
} from '../../server/src/protocol/protocol.ts';
import { goTo } from './goTo.ts';
import { text } from './language.ts';
import type { LanguageServer } from './languageServer.ts';
import { sayNoEditor, sayNothing } from './openDocument.ts';

/**
 * Lists the equations of a table, broken ones first, and goes to the cell of the one that is picked. `place` comes from
 * the lens above the table; without it the table under the cursor is meant.
 */
export async function showEquations(server: LanguageServer, place: unknown): Promise<void> {
  const editor = isPlace(place) ? await editorOf(Uri.parse(place.uri)) : window.activeTextEditor;
  if (!editor) {
    await sayNoEditor();
    return;
  }
  const { line, character } = isPlace(place) ? place.position : editor.selection.active;
  const params: EquationsParams = {
    textDocument: { uri: server.addressOf(editor.document) },
    position: { line, character },
  };
  const found = await server.ask<EquationList | null>(EQUATIONS_REQUEST, params);
  if (!found) {
    await sayNothing(found, text('client.equations.noTable'));
    return;
  }
  const picked = await window.showQuickPick(itemsOf(found.equations), {
    title: text('client.equations.title', { table: found.title }),
    placeHolder: text('client.equations.which'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.equation) await goTo(editor, picked.equation.range);
}

interface Item extends QuickPickItem {
  readonly equation?: EquationEntry;
}

const KINDS = ['broken', 'unknown', 'holds'] as const satisfies readonly EquationEntry['kind'][];
/** What the icon says stands in the group's heading as well. */
const ICONS = { broken: 'error', unknown: 'question', holds: 'pass' } as const;

function itemsOf(equations: readonly EquationEntry[]): Item[] {
  return KINDS.flatMap(kind => {
    const group = equations.filter(equation => equation.kind === kind);
    if (group.length === 0) return [];
    return [
      { label: text(`client.equations.${kind}`, { count: group.length }), kind: QuickPickItemKind.Separator },
      ...group.map(equation => ({
        label: equation.name,
        iconPath: new ThemeIcon(ICONS[kind]),
        description: equation.reason ?? '',
        detail: equation.text,
        equation,
      })),
    ];
  });
}

/** An editor that shows a document. */
export async function editorOf(uri: Uri): Promise<TextEditor> {
  const visible = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  return window.showTextDocument(visible?.document ?? (await workspace.openTextDocument(uri)), visible?.viewColumn);
}

/** Whether a command's argument is a place in a table. */
export function isPlace(place: unknown): place is EquationsPlace {
  if (typeof place !== 'object' || place === null) return false;
  const { uri, position } = place as Partial<EquationsPlace>;
  return typeof uri === 'string' && typeof position?.line === 'number' && typeof position.character === 'number';
}
